package org.dorsum.clinic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.dorsum.clinic.audit.AuditLog;
import org.dorsum.clinic.audit.AuditLog.Verdict;
import org.dorsum.clinic.backup.Backup;
import org.dorsum.clinic.backup.Restore;
import org.dorsum.clinic.backup.UnusableBackupException;
import org.dorsum.clinic.data.ClinicDatabase;
import org.dorsum.clinic.vault.KeyPlace;
import org.dorsum.clinic.vault.UnusableKeyException;
import org.dorsum.clinic.vault.VaultKey;

/** What is done with a clinic's data from outside of the web app, whether that is running or not. Immutable. */
public final class Upkeep {
    private final Path data;
    private final Optional<String> database;

    private Upkeep(Path data, Optional<String> database) {
        this.data = data;
        this.database = database;
    }

    /**
     * Of the clinic whose data folder that is.
     *
     * @param database address of its PostgreSQL database; SQLite in the folder without it
     */
    public static Upkeep of(Path data, Optional<String> database) {
        return new Upkeep(data, database);
    }

    private ClinicDatabase open() {
        return database.map(url -> ClinicDatabase.postgresql(
                        url,
                        Optional.ofNullable(System.getenv("DORSUM_DB_USER")),
                        Optional.ofNullable(System.getenv("DORSUM_DB_PASSWORD"))))
                .orElseGet(() -> ClinicDatabase.sqlite(data.resolve(ClinicDatabase.FILE)));
    }

    private ClinicDatabase existing() throws UpkeepException {
        if (database.isEmpty() && !Files.isRegularFile(data.resolve(ClinicDatabase.FILE))) {
            throw new UpkeepException("there is no clinic in " + data);
        }
        return open();
    }

    /** Writes everything but the key into {@code archive}, which must not be there yet; answers how many encrypted files it holds. */
    public int backUp(Path archive) throws UpkeepException {
        try (ClinicDatabase opened = existing()) {
            return Backup.write(opened, data, archive);
        } catch (UnusableBackupException e) {
            throw new UpkeepException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new UpkeepException(archive + " cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * Makes a clinic of {@code archive} in this folder, which has none yet, and checks that everything is there; answers how many
     * encrypted files there are.
     *
     * @param keyFile the key that its files were encrypted with, if it is not where the web app looks for it
     */
    public int restore(Path archive, Optional<Path> keyFile) throws UpkeepException {
        if (!Files.isRegularFile(archive)) {
            throw new UpkeepException("there is no file " + archive);
        }
        try {
            VaultKey key = KeyPlace.existingKey(data, keyFile, System.getenv());
            Files.createDirectories(data);
            try (ClinicDatabase opened = open()) {
                return Restore.into(archive, opened, data, key);
            }
        } catch (UnusableKeyException | UnusableBackupException e) {
            throw new UpkeepException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new UpkeepException(archive + " cannot be restored into " + data + ": " + e.getMessage(), e);
        }
    }

    /**
     * An audit log that is as it was written.
     *
     * @param entries how many
     * @param head hash of the last one: to be noted elsewhere
     */
    public record Log(long entries, String head) {}

    /**
     * Computes the audit log's chain anew.
     *
     * @param head hash of an entry noted earlier, which must be in the log
     * @throws UpkeepException if the log was changed, or there is none
     */
    public Log verifyLog(Optional<String> head) throws UpkeepException {
        try (ClinicDatabase opened = existing()) {
            AuditLog log = AuditLog.of(opened, Clock.systemUTC());
            Verdict verdict = log.verify();
            if (verdict instanceof Verdict.Broken broken) {
                throw new UpkeepException("the audit log has been changed at entry " + broken.seq());
            }
            if (head.isPresent() && !log.contains(head.get())) {
                throw new UpkeepException("the audit log lacks the noted entry: its end has been cut off");
            }
            Verdict.Intact intact = (Verdict.Intact) verdict;
            return new Log(intact.entries(), intact.head());
        }
    }
}
