package org.dorsum.clinic.photos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dorsum.clinic.data.ClinicDatabase;
import org.dorsum.clinic.data.Ids;
import org.dorsum.clinic.vault.Vault;

/**
 * Which files of the vault belong to what: an owner (a photo's or a comparison's id) has at most one of each kind. A file is written
 * first and registered in the transaction that makes it count, and deleted after the one in which it ceased to; whatever a
 * killed process leaves in between is in no register and goes at the next start. Safe for use by many threads.
 */
public final class StoredFiles {
    private final ClinicDatabase database;
    private final Vault vault;

    private StoredFiles(ClinicDatabase database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** The register of {@code vault} in {@code database}. */
    public static StoredFiles of(ClinicDatabase database, Vault vault) {
        return new StoredFiles(database, vault);
    }

    /** A file as registered. */
    public record StoredFile(String fileId, String mediaType) {}

    /** Writes content that is yet to be registered. */
    public String write(byte[] content) {
        try {
            return vault.put(content);
        } catch (IOException e) {
            throw new UncheckedIOException("the file cannot be stored", e);
        }
    }

    /** Registers a file; to be called in a transaction. */
    public void register(String owner, FileKind kind, String mediaType, String fileId) {
        database.jdbc()
                .sql("INSERT INTO stored_file (file_id, owner, kind, media_type) VALUES (?, ?, ?, ?)")
                .params(fileId, owner, kind.label(), mediaType)
                .update();
    }

    /** The file of that kind. */
    public Optional<StoredFile> find(String owner, FileKind kind) {
        return database.jdbc()
                .sql("SELECT file_id, media_type FROM stored_file WHERE owner = ? AND kind = ?")
                .params(owner, kind.label())
                .query((row, n) -> new StoredFile(row.getString(1), row.getString(2)))
                .optional();
    }

    /** The content of the file of that kind. */
    public Optional<byte[]> read(String owner, FileKind kind) {
        return find(owner, kind).map(f -> vault.read(f.fileId()));
    }

    /** Takes files out of the register, in a transaction; answers which are to be {@linkplain #delete deleted} after it. */
    public List<String> unregister(String owner, Set<FileKind> kinds) {
        List<String> ids = kinds.stream()
                .flatMap(kind -> find(owner, kind).stream())
                .map(StoredFile::fileId)
                .toList();
        ids.forEach(id -> database.jdbc()
                .sql("DELETE FROM stored_file WHERE file_id = ?")
                .param(id)
                .update());
        return ids;
    }

    /** Deletes files that are in no register. */
    public void delete(List<String> fileIds) {
        fileIds.forEach(vault::delete);
    }

    /**
     * Makes sure that vault and database belong together, before anything is deleted because the database does not know it.
     *
     * @throws IllegalStateException if one of them belongs to another clinic
     */
    public void checkTogether() {
        Optional<String> ofDatabase =
                database.jdbc().sql("SELECT id FROM vault").query(String.class).optional();
        Optional<String> ofVault = vault.identity();
        boolean empty = vault.ids().isEmpty()
                && database.jdbc()
                                .sql("SELECT count(*) FROM stored_file")
                                .query(Integer.class)
                                .single()
                        == 0;
        boolean together = ofDatabase.isPresent() && ofDatabase.equals(ofVault);
        if (!together && !(empty && ofVault.isEmpty())) {
            throw new IllegalStateException("the photos in the data folder belong to another database than this one;"
                    + " check --data and --db");
        }
        if (!together) { // both new; the vault's id last, so that a start that is cut off can be repeated
            String id = ofDatabase.orElseGet(Ids::random);
            if (ofDatabase.isEmpty()) {
                database.jdbc()
                        .sql("INSERT INTO vault (id) VALUES (?)")
                        .param(id)
                        .update();
            }
            vault.identify(id);
        }
    }

    /** Deletes every file of the vault that is in no register: only while nothing is being written. Answers how many. */
    public int sweep() {
        Set<String> known = new HashSet<>(database.jdbc()
                .sql("SELECT file_id FROM stored_file")
                .query(String.class)
                .list());
        List<String> leftovers =
                vault.ids().stream().filter(id -> !known.contains(id)).toList();
        delete(leftovers);
        return leftovers.size();
    }
}
