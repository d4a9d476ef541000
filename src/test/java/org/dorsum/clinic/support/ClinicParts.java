package org.dorsum.clinic.support;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.dorsum.clinic.audit.AuditLog;
import org.dorsum.clinic.data.ClinicDatabase;
import org.dorsum.clinic.photos.HandSide;
import org.dorsum.clinic.photos.PhotoStore;
import org.dorsum.clinic.photos.RefusedUploadException;
import org.dorsum.clinic.photos.StoredPhoto;
import org.dorsum.clinic.photos.Upload;
import org.dorsum.clinic.vault.Vault;
import org.dorsum.clinic.vault.VaultKey;
import org.dorsum.clinic.work.Work;
import org.dorsum.hand.HandFinder;

/** Everything below the web side, put together as the application does. */
public final class ClinicParts implements AutoCloseable {
    private static final long PATIENCE_S = 300;

    public final ClinicDatabase database;
    public final Vault vault;
    public final AuditLog log;
    public final PhotoStore store;
    public final Work work;

    /** On that database, with files in {@code data}. */
    public ClinicParts(ClinicDatabase database, Path data, VaultKey key, HandFinder finder) {
        this.database = database;
        vault = Vault.open(data, key);
        log = AuditLog.of(database, Clock.systemUTC());
        store = PhotoStore.open(database, vault, log, Clock.systemUTC());
        work = Work.start(database, store, log, finder, Clock.systemUTC());
    }

    /** A photo of a left hand. */
    public StoredPhoto receive(String visit, byte[] file) throws RefusedUploadException {
        return store.receive(new Upload(visit, HandSide.LEFT, "user"), new ByteArrayInputStream(file));
    }

    /** Waits until nothing waits or runs. */
    public void finish() throws InterruptedException {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S); work.open() > 0; ) {
            if (System.nanoTime() > end) {
                throw new AssertionError("still after " + PATIENCE_S + " s: "
                        + database.jdbc().sql("SELECT * FROM job").query().listOfRows());
            }
            Thread.sleep(50);
        }
    }

    @Override
    public void close() {
        work.close();
        vault.close();
        database.close();
    }
}
