package org.dorsum.clinic.photos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.dorsum.clinic.vault.Vault;
import org.dorsum.image.Codec;
import org.dorsum.image.Resampling;
import org.dorsum.image.RgbImage;
import org.dorsum.photo.Photo;
import org.dorsum.photo.PhotoReader;
import org.dorsum.photo.Provenance;
import org.dorsum.photo.UnreadablePhotoException;
import org.dorsum.photo.UnreadablePhotoException.Reason;

/**
 * What is done with a file that comes in, before anyone is told that it is there: it goes to the vault as it comes, encrypted and
 * never whole in memory; then it is read as a photo, or refused and deleted; what will be shown is drawn anew from its pixels, so
 * that nothing else of the file (metadata, scripts, a second picture behind the first) ever reaches a browser.
 *
 * <p>One file at a time is decoded; others wait in the order in which they came.
 */
public final class Intake {
    /** Bytes a file may have: a 48-megapixel PNG; phones' JPEGs have 3 to 15 million. */
    static final long MOST_BYTES = 60L << 20;

    private static final double MOST_MEGAPIXELS =
            64; // decoded 192 MB: with its native twin a quarter of a small server
    private static final int SCREEN = 1600;
    private static final int THUMBNAIL = 320;
    private static final int QUALITY = 90;
    private static final String JPEG = "image/jpeg";

    private final Vault vault;
    private final PhotoReader reader = PhotoReader.withDefaults().withLargestMegapixels(MOST_MEGAPIXELS);
    private final Semaphore decoding = new Semaphore(1, true);

    /** Puts what comes in into {@code vault}. */
    public Intake(Vault vault) {
        this.vault = vault;
    }

    /** A file of the vault that is yet to be registered. */
    record NewFile(String fileId, String mediaType) {}

    /** What the photo is, without its pixels. */
    public record Facts(int width, int height, Provenance provenance) {}

    /** A photo that came in; its files are in the vault and in no register yet. */
    record Received(Facts facts, long bytes, Map<FileKind, NewFile> files) {}

    /** Takes in a photo with copies for showing. */
    Received take(InputStream content) throws RefusedUploadException {
        long[] length = new long[1];
        String original = spool(content, length);
        Map<FileKind, NewFile> files = new EnumMap<>(FileKind.class);
        try {
            Facts facts = read(original, files);
            return new Received(facts, length[0], files);
        } catch (RefusedUploadException | RuntimeException | Error e) {
            vault.delete(original);
            files.values().forEach(f -> vault.delete(f.fileId()));
            throw e;
        }
    }

    /** A photo without copies for showing. */
    public record Original(String fileId, Facts facts, long bytes) {}

    /**
     * Takes in a photo without copies for showing.
     *
     * @throws RefusedUploadException if it is no photo that can be measured; nothing of it is kept
     */
    public Original original(InputStream content) throws RefusedUploadException {
        long[] length = new long[1];
        String original = spool(content, length);
        try {
            return new Original(original, facts(original), length[0]);
        } catch (RefusedUploadException | RuntimeException | Error e) {
            vault.delete(original);
            throw e;
        }
    }

    private String spool(InputStream content, long[] length) throws RefusedUploadException {
        try {
            return vault.put(out -> length[0] = copy(content, out));
        } catch (TooLongException e) {
            throw new RefusedUploadException(
                    Reason.TOO_LARGE.code(), "the file has more than " + (MOST_BYTES >> 20) + " MB; make it smaller");
        } catch (IOException e) {
            throw new UncheckedIOException("the upload broke off or cannot be stored", e);
        }
    }

    private static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static long copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 14];
        long length = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            length += n;
            if (length > MOST_BYTES) {
                throw new TooLongException();
            }
            out.write(buffer, 0, n);
        }
        return length;
    }

    private Facts facts(String original) throws RefusedUploadException {
        return read(original, photo -> {});
    }

    /** Reads the photo and adds its files to {@code files}. */
    private Facts read(String original, Map<FileKind, NewFile> files) throws RefusedUploadException {
        return read(original, photo -> {
            files.put(
                    FileKind.ORIGINAL,
                    new NewFile(original, mediaType(photo.provenance().format())));
            RgbImage pixels = photo.pixels().toEightBits();
            files.put(FileKind.FULL, copy(pixels));
            RgbImage screen = shrunk(pixels, SCREEN);
            files.put(FileKind.SCREEN, copy(screen));
            files.put(FileKind.THUMBNAIL, copy(shrunk(screen, THUMBNAIL)));
        });
    }

    private Facts read(String original, Consumer<Photo> use) throws RefusedUploadException {
        decoding.acquireUninterruptibly();
        try {
            Photo photo = reader.read("the file", vault.read(original));
            use.accept(photo);
            return new Facts(photo.width(), photo.height(), photo.provenance());
        } catch (UnreadablePhotoException e) {
            throw new RefusedUploadException(e.reason().code(), e.explanation());
        } catch (OutOfMemoryError e) {
            throw new RefusedUploadException(
                    Reason.TOO_LARGE.code(), "there is not enough memory for this photo; make it smaller");
        } finally {
            decoding.release();
        }
    }

    private NewFile copy(RgbImage pixels) {
        try {
            return new NewFile(vault.put(Codec.jpeg(pixels, QUALITY)), JPEG);
        } catch (IOException e) {
            throw new UncheckedIOException("the copy cannot be stored", e);
        }
    }

    private static RgbImage shrunk(RgbImage image, int longest) {
        double factor = longest / (double) Math.max(image.width(), image.height());
        return factor >= 1
                ? image
                : Resampling.resize(image, (int) Math.max(1, Math.rint(image.width() * factor)), (int)
                        Math.max(1, Math.rint(image.height() * factor)));
    }

    private static String mediaType(String format) {
        return switch (format) {
            case "JPEG" -> JPEG;
            case "PNG" -> "image/png";
            case "TIFF" -> "image/tiff";
            case "WebP" -> "image/webp";
            default -> "image/bmp";
        };
    }
}
