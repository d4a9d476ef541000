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
import java.util.function.Supplier;
import org.dorsum.assess.Assessor;
import org.dorsum.photo.Photo;
import org.dorsum.photo.PhotoReader;
import org.dorsum.photo.Sha256;
import org.dorsum.photo.UnreadablePhotoException;
import org.dorsum.report.PhotoResult;
import org.dorsum.report.PhotoResult.Labels;
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
        Path path = item.path();
        return row(item.file(), item.labels(), () -> reader.read(path), () -> sha256(path));
    }

    /** The row of a photo whose file is in memory. */
    Row row(String file, Labels labels, byte[] photo) {
        return row(file, labels, () -> reader.read(file, photo), () -> Optional.of(Sha256.of(photo)));
    }

    private Row row(String file, Labels labels, Reading reading, Supplier<Optional<String>> sha256) {
        return Row.of(new PhotoResult(file, labels, assessor.method(), outcome(reading, sha256)));
    }

    /** Where the photo comes from. */
    private interface Reading {
        Photo photo() throws UnreadablePhotoException;
    }

    private Outcome outcome(Reading reading, Supplier<Optional<String>> sha256) {
        try {
            return assess(reading, sha256, memory.readLock());
        } catch (OutOfMemoryError tooManyAtOnce) {
            try {
                return assess(reading, sha256, memory.writeLock());
            } catch (OutOfMemoryError e) {
                return new Failed("there is not enough memory for this photo; make it smaller", sha256.get());
            }
        }
    }

    /** What a photo gives; every failure but a lack of memory is an outcome. */
    private Outcome assess(Reading reading, Supplier<Optional<String>> sha256, Lock lock) {
        lock.lock();
        try {
            return new Outcome.Assessed(assessor.assess(reading.photo()));
        } catch (UnreadablePhotoException e) {
            return new Failed(e.explanation(), sha256.get());
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) { // whatever a damaged photo sets off, the other photos' rows are not to suffer
            return new Failed(("unexpected: " + e).replaceAll("\\p{Cntrl}+", " "), sha256.get());
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
