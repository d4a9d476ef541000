package org.dorsum.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.dorsum.assess.Assessor;
import org.dorsum.photo.PhotoReader;
import org.dorsum.photo.Sha256;
import org.dorsum.photo.UnreadablePhotoException;
import org.dorsum.report.PhotoResult;
import org.dorsum.report.PhotoResult.Outcome;
import org.dorsum.report.PhotoResult.Outcome.Failed;

/**
 * Measures in this process; never throws. A photo for which memory runs out is tried once more with no other photo in work.
 */
final class PhotoMeasurer implements Measuring {
    private final PhotoReader reader;
    private final Assessor assessor;
    private final ReadWriteLock memory = new ReentrantReadWriteLock(true);

    PhotoMeasurer(PhotoReader reader, Assessor assessor) {
        this.reader = reader;
        this.assessor = assessor;
    }

    @Override
    public Row row(PhotoList.Item item) {
        return Row.of(new PhotoResult(item.file(), item.labels(), assessor.method(), outcome(item.path())));
    }

    private Outcome outcome(Path path) {
        try {
            return assess(path, memory.readLock());
        } catch (OutOfMemoryError tooManyAtOnce) {
            try {
                return assess(path, memory.writeLock());
            } catch (OutOfMemoryError e) {
                return new Failed("there is not enough memory for this photo; make it smaller", sha256(path));
            }
        }
    }

    /** What a photo gives; every failure but a lack of memory is an outcome. */
    private Outcome assess(Path path, Lock lock) {
        lock.lock();
        try {
            return new Outcome.Assessed(assessor.assess(reader.read(path)));
        } catch (UnreadablePhotoException e) {
            return new Failed(e.explanation(), sha256(path));
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) { // whatever a damaged photo sets off, the other photos' rows are not to suffer
            return new Failed(("unexpected: " + e).replaceAll("\\p{Cntrl}+", " "), sha256(path));
        } finally {
            lock.unlock();
        }
    }

    /** Digest of a file that may be too large for memory; absent if it cannot be read. */
    static Optional<String> sha256(Path path) {
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(path)) {
            MessageDigest digest = Sha256.started();
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return Optional.of(HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        // nothing is held
    }
}
