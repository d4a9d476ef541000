package org.dorsum.photo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dorsum.image.Codec;
import org.dorsum.image.RgbImage;
import org.dorsum.photo.UnreadablePhotoException.Reason;

/**
 * Turns a file into a {@link Photo}: upright, sRGB, 8 or 16 bits a sample, of known provenance; or says in one line why
 * not.
 *
 * <p>JPEG, PNG, TIFF (first page), WebP and BMP are told by their content, not by the file's name. Sizes are read from the
 * header and checked against the limit before a pixel is decoded. Of the metadata only orientation, time of exposure and
 * colour space are used, and none is kept that tells of a person, a place or a camera body.
 *
 * <p>Immutable and safe for use by many threads; one read takes one thread. O(bytes + pixels); at the peak there are in
 * memory the file's bytes and the decoded picture twice, once of it outside the Java heap.
 */
public final class PhotoReader {
    private static final double DEFAULT_MEGAPIXELS = 200; // the largest sensors of phones
    private static final double MOST_MEGAPIXELS = 700; // three samples a pixel must fit a Java array
    private static final double BYTES_A_PIXEL = 8; // uncompressed 16-bit RGB with transparency: the largest stored
    private static final long METADATA = 64L << 20; // what a file may hold beside its pixels (motion photos hold films)
    private static final double HEAP_SHARE = 0.9; // of the heap may go to one photo

    private final double largestMegapixels;

    private PhotoReader(double largestMegapixels) {
        this.largestMegapixels = largestMegapixels;
    }

    /** Photos of up to 200 megapixels. */
    public static PhotoReader withDefaults() {
        return new PhotoReader(DEFAULT_MEGAPIXELS);
    }

    /** The same reader with another limit, in millions of pixels, greater than 0, at most 700. */
    public PhotoReader withLargestMegapixels(double megapixels) {
        if (!(megapixels > 0 && megapixels <= MOST_MEGAPIXELS)) {
            throw new IllegalArgumentException(
                    "the largest photo has more than 0 and at most 700 megapixels, not " + megapixels);
        }
        return new PhotoReader(megapixels);
    }

    /** The longest file that is opened, in bytes; below 2³¹. */
    public long longestFile() {
        return (long) Math.min(Integer.MAX_VALUE - 8, largestMegapixels * 1e6 * BYTES_A_PIXEL + METADATA);
    }

    /** Reads the photo at {@code path}; the photo's name is the path as given. */
    public Photo read(Path path) throws UnreadablePhotoException {
        try {
            return readOwned(path.toString(), FileBytes.read(path, longestFile()));
        } catch (Refusal refusal) {
            throw new UnreadablePhotoException(path.toString(), refusal);
        }
    }

    /** Reads a photo whose file is in memory already; {@code name} is used in messages and tables. */
    public Photo read(String name, byte[] bytes) throws UnreadablePhotoException {
        try {
            return readOwned(name, bytes.clone());
        } catch (Refusal refusal) {
            throw new UnreadablePhotoException(name, refusal);
        }
    }

    private Photo readOwned(String name, byte[] file) throws Refusal {
        try {
            return interpret(name, file);
        } catch (Refusal refusal) {
            throw refusal.reason() == Reason.TRUNCATED ? refusal.after(file.length) : refusal;
        }
    }

    private Photo interpret(String name, byte[] file) throws Refusal {
        if (file.length == 0) {
            throw new Refusal(Reason.EMPTY_FILE, "the file is empty");
        }
        String sha256 = Sha256.of(file);
        Header header = Signatures.header(file);
        checkSize(header, file.length);
        Exif exif = header.exif().map(Exif::read).orElseGet(Exif::none);
        ColourPlan colour = ColourPlan.of(header.colour(), exif.colour());
        int length = header.preparation().prepare(file);
        RgbImage pixels = Codec.decode(file, length, exif.orientation(), colour.change())
                .orElseThrow(() -> Refusal.damaged(header.format(), "its picture cannot be decoded"));
        boolean grey = pixels.isGrey();
        return new Photo(
                name,
                pixels,
                grey,
                new Provenance(
                        sha256,
                        header.format(),
                        header.bitsPerSample(),
                        colour.profile(),
                        exif.orientation(),
                        exif.taken()),
                findings(header, colour, grey));
    }

    private void checkSize(Header header, int fileLength) throws Refusal {
        String size = header.width() + " × " + header.height() + " pixels";
        if (header.megapixels() > largestMegapixels) {
            throw new Refusal(
                    Reason.TOO_LARGE,
                    String.format(
                            Locale.ROOT,
                            "it has %s (%.0f megapixels), the limit is %.0f megapixels",
                            size,
                            header.megapixels(),
                            largestMegapixels));
        }
        double needed = header.megapixels() * 1e6 * 3 * header.bitsPerSample() / 8 + fileLength;
        if (needed > HEAP_SHARE * Runtime.getRuntime().maxMemory()) {
            throw new Refusal(
                    Reason.TOO_LARGE,
                    String.format(
                            Locale.ROOT,
                            "%s need %.0f MB of memory, Java has %d MB (option -Xmx)",
                            size,
                            needed / (1 << 20),
                            Runtime.getRuntime().maxMemory() >> 20));
        }
    }

    private static List<Finding> findings(Header header, ColourPlan colour, boolean grey) {
        List<Finding> findings = new ArrayList<>();
        colour.finding().ifPresent(findings::add);
        if (grey) {
            findings.add(new Finding(
                    "no-colour",
                    Finding.Severity.INFO,
                    "The photo is black and white; what needs colour is not measured.",
                    "Take photos in colour to have tone, redness and spots measured."));
        }
        if (header.pages() > 1) {
            findings.add(new Finding(
                    "several-pages",
                    Finding.Severity.INFO,
                    "The file holds " + header.pages() + " pages; the first was read.",
                    "Save each photo in a file of its own."));
        }
        return findings;
    }
}
