package org.dorsum.clinic.work;

import java.util.concurrent.Semaphore;
import org.dorsum.clinic.photos.Intake;
import org.dorsum.clinic.photos.StoredPhoto;

/** Keeps photos that are being worked on within a share of the heap. Fair: a large one is not overtaken for ever by small ones. */
final class MemoryBudget {
    private static final double SHARE = 0.6; // of the heap; pages, the database and what comes in need the rest
    private static final double BYTES_A_PIXEL = 6; // 16 bits a sample; 8-bit photos need half of it
    private static final long MB = 1 << 20;

    private final int megabytes;
    private final Semaphore free;

    private MemoryBudget(int megabytes) {
        this.megabytes = megabytes;
        this.free = new Semaphore(megabytes, true);
    }

    /** A share of this process's heap. */
    static MemoryBudget ofHeap() {
        return new MemoryBudget((int) Math.max(1, SHARE * Runtime.getRuntime().maxMemory() / MB));
    }

    /** What {@code photos} need together, in megabytes. */
    static int need(Iterable<StoredPhoto> photos) {
        double bytes = 0;
        for (StoredPhoto p : photos) {
            bytes += bytes(p.width(), p.height(), p.bytes());
        }
        return megabytes(bytes);
    }

    /** What one photo needs. */
    static int need(Intake.Facts photo, long fileBytes) {
        return megabytes(bytes(photo.width(), photo.height(), fileBytes));
    }

    private static double bytes(int width, int height, long fileBytes) {
        return BYTES_A_PIXEL * width * height + 2.0 * fileBytes;
    }

    private static int megabytes(double bytes) {
        return (int) Math.min(Integer.MAX_VALUE, Math.ceil(bytes / MB));
    }

    /** Whether that much is ever free. */
    boolean allows(int needed) {
        return needed <= megabytes;
    }

    /** Runs {@code work} once so much is free, all there is at most. */
    void with(int needed, Runnable work) {
        int taken = Math.min(needed, megabytes);
        free.acquireUninterruptibly(taken);
        try {
            work.run();
        } finally {
            free.release(taken);
        }
    }
}
