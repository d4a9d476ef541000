package org.dorsum.clinic.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dorsum.clinic.audit.AuditLog;
import org.dorsum.clinic.data.ClinicDatabase;
import org.dorsum.clinic.data.Ids;
import org.dorsum.clinic.vault.DamagedException;
import org.dorsum.clinic.vault.Vault;
import org.dorsum.clinic.vault.VaultKey;
import org.dorsum.photo.Sha256;

/**
 * Makes a clinic of a back-up, in an empty folder and an empty database, of whichever kind; and makes sure that all is there: every
 * digest, the audit log's chain up to the head that the back-up noted, and that every file opens with the key.
 */
public final class Restore {
    private static final String TABLES = "tables/";
    private static final String VAULT = "vault/";

    private Restore() {}

    /**
     * Restores {@code archive}.
     *
     * @param database just migrated, without a row
     * @param data without a vault
     * @return how many files were restored
     * @throws UnusableBackupException if the archive is damaged, of another version, or of another key
     */
    public static int into(Path archive, ClinicDatabase database, Path data, VaultKey key)
            throws UnusableBackupException, IOException {
        if (Files.exists(Vault.folder(data))) {
            throw new UnusableBackupException(
                    "there is a clinic in " + data + " already; restore into an empty folder");
        }
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            Manifest manifest = Manifest.read(content(zip, Manifest.NAME));
            checkDigests(zip, manifest.digests());
            tables(zip, manifest, database);
            int files = files(zip, manifest, data);
            Optional<String> vault = database.jdbc()
                    .sql("SELECT id FROM vault")
                    .query(String.class)
                    .optional();
            if (vault.isPresent()) {
                Vault.identify(data, vault.get());
            }
            checkLog(manifest, AuditLog.of(database, Clock.systemUTC()));
            checkFiles(data, key, database);
            return files;
        } catch (java.util.zip.ZipException e) {
            throw new UnusableBackupException(archive + " is no whole archive", e);
        } catch (SQLException e) {
            throw new UnusableBackupException("the tables cannot be restored: " + e.getMessage(), e);
        }
    }

    private static byte[] content(ZipFile zip, String name) throws IOException, UnusableBackupException {
        try (InputStream in = zip.getInputStream(entry(zip, name))) {
            return in.readAllBytes();
        }
    }

    private static ZipEntry entry(ZipFile zip, String name) throws UnusableBackupException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new UnusableBackupException("the back-up lacks " + name);
        }
        return entry;
    }

    private static void checkDigests(ZipFile zip, Map<String, String> digests)
            throws IOException, UnusableBackupException {
        for (Map.Entry<String, String> e : digests.entrySet()) {
            MessageDigest digest = Sha256.started();
            try (InputStream in = new DigestInputStream(zip.getInputStream(entry(zip, e.getKey())), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(e.getValue())) {
                throw new UnusableBackupException("the back-up is damaged at " + e.getKey());
            }
        }
    }

    private static void tables(ZipFile zip, Manifest manifest, ClinicDatabase database)
            throws SQLException, IOException, UnusableBackupException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try {
                for (String table : Tables.inOrder(connection)) {
                    String name = TABLES + table + ".jsonl";
                    if (!manifest.digests().containsKey(name)) {
                        continue; // a table that a later version has brought
                    }
                    checkEmpty(connection, table);
                    try (BufferedReader lines = new BufferedReader(
                            new InputStreamReader(zip.getInputStream(entry(zip, name)), StandardCharsets.UTF_8))) {
                        Tables.read(connection, table, lines.lines().iterator());
                    }
                }
                connection.commit();
            } catch (SQLException | IOException | RuntimeException | UnusableBackupException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static void checkEmpty(Connection connection, String table) throws SQLException, UnusableBackupException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            if (rows.next() && rows.getLong(1) > 0) {
                throw new UnusableBackupException("the database is not empty: there are rows in " + table);
            }
        }
    }

    private static int files(ZipFile zip, Manifest manifest, Path data) throws IOException, UnusableBackupException {
        List<String> names = manifest.digests().keySet().stream()
                .filter(n -> n.startsWith(VAULT))
                .toList();
        for (String name : names) {
            String id = name.substring(VAULT.length());
            if (!Ids.valid(id)) {
                throw new UnusableBackupException("the back-up holds a file of a wrong name");
            }
            try (InputStream in = zip.getInputStream(entry(zip, name))) {
                Vault.copyIn(data, id, in);
            }
        }
        return names.size();
    }

    private static void checkLog(Manifest manifest, AuditLog log) throws UnusableBackupException {
        boolean whole = log.verify() instanceof AuditLog.Verdict.Intact intact
                && intact.entries() == manifest.auditEntries()
                && (intact.entries() == 0 || intact.head().equals(manifest.auditHead()));
        if (!whole) {
            throw new UnusableBackupException("the audit log in the back-up has been changed");
        }
    }

    private static void checkFiles(Path data, VaultKey key, ClinicDatabase database) throws UnusableBackupException {
        try (Vault vault = Vault.open(data, key)) {
            for (String id : database.jdbc()
                    .sql("SELECT file_id FROM stored_file ORDER BY file_id")
                    .query(String.class)
                    .list()) {
                try {
                    vault.read(id);
                } catch (DamagedException e) {
                    throw new UnusableBackupException("the files do not open with this key: it is another clinic's", e);
                }
            }
        }
    }
}
