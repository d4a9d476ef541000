package org.dorsum.clinic.backup;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dorsum.clinic.data.ClinicDatabase;
import org.dorsum.clinic.vault.Vault;
import org.dorsum.photo.Sha256;

/**
 * Copies a clinic, running or not, into one archive: all tables as they were at one moment, and every file that they speak of, encrypted
 * as it lies in the vault. The key is not in it: keep it elsewhere, for without it the archive is worth nothing. O(1) in memory.
 */
public final class Backup {
    private static final int MOST_TRIES = 5; // each photo deleted while files are copied costs one

    private Backup() {}

    /**
     * Writes the archive; it appears under its name once it is whole.
     *
     * @param data folder of the vault
     * @return how many files of the vault are in it
     */
    public static int write(ClinicDatabase database, Path data, Path archive)
            throws UnusableBackupException, IOException {
        if (Files.exists(archive)) {
            throw new UnusableBackupException(archive + " is there already; name another file");
        }
        Path target = archive.toAbsolutePath();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            for (int tries = 1; ; tries++) {
                try {
                    int files = attempt(database, data, part);
                    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
                    return files;
                } catch (NoSuchFileException e) { // deleted since the tables were copied
                    if (tries == MOST_TRIES) {
                        throw new UnusableBackupException("a file that the database speaks of is missing in the vault: "
                                + Path.of(e.getFile()).getFileName());
                    }
                }
            }
        } catch (SQLException e) {
            throw new UnusableBackupException("the database cannot be read: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static int attempt(ClinicDatabase database, Path data, Path part) throws IOException, SQLException {
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(part));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            Map<String, String> digests = new LinkedHashMap<>();
            List<String> files = new ArrayList<>();
            Manifest[] manifest = new Manifest[1];
            snapshot(database, connection -> {
                for (String table : Tables.inOrder(connection)) {
                    entry(zip, "tables/" + table + ".jsonl", Deflater.DEFAULT_COMPRESSION, digests, out -> {
                        Tables.write(connection, table, out);
                    });
                }
                files.addAll(strings(connection, "SELECT file_id FROM stored_file ORDER BY file_id"));
                String schema = strings(
                                connection,
                                "SELECT version FROM flyway_schema_history WHERE version IS NOT NULL"
                                        + " ORDER BY installed_rank DESC LIMIT 1")
                        .get(0);
                List<String> head = strings(connection, "SELECT hash FROM audit ORDER BY seq DESC LIMIT 1");
                List<String> seq = strings(connection, "SELECT seq FROM audit ORDER BY seq DESC LIMIT 1");
                manifest[0] = new Manifest(
                        schema,
                        seq.isEmpty() ? 0 : Long.parseLong(seq.get(0)),
                        head.isEmpty() ? "" : head.get(0),
                        Map.of());
            });
            for (String id : files) {
                entry(zip, "vault/" + id, Deflater.NO_COMPRESSION, digests, out -> {
                    Files.copy(Vault.place(data, id), out);
                });
            }
            Manifest whole =
                    new Manifest(manifest[0].schema(), manifest[0].auditEntries(), manifest[0].auditHead(), digests);
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            zip.write(whole.json().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            return files.size();
        }
    }

    @FunctionalInterface
    private interface Reading {
        void with(Connection connection) throws SQLException, IOException;
    }

    /** All statements see the same moment. SQLite: its writer waits as long; PostgreSQL: nobody does. */
    private static void snapshot(ClinicDatabase database, Reading reading) throws SQLException, IOException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            if (database.kind() == ClinicDatabase.Kind.POSTGRESQL) {
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                connection.setReadOnly(true);
            }
            try {
                reading.with(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        List<String> all = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }

    @FunctionalInterface
    private interface Content {
        void writeTo(OutputStream out) throws IOException, SQLException;
    }

    private static void entry(ZipOutputStream zip, String name, int level, Map<String, String> digests, Content content)
            throws IOException, SQLException {
        zip.setLevel(level);
        zip.putNextEntry(new ZipEntry(name));
        Digesting out = new Digesting(zip);
        content.writeTo(out);
        zip.closeEntry();
        digests.put(name, HexFormat.of().formatHex(out.digest.digest()));
    }

    /** Computes a digest of what passes, and leaves the archive open. */
    private static final class Digesting extends FilterOutputStream {
        private final MessageDigest digest = Sha256.started();

        Digesting(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            digest.update((byte) b);
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            digest.update(bytes, offset, length);
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
