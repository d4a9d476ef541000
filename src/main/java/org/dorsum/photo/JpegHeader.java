package org.dorsum.photo;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.TreeMap;
import org.dorsum.photo.UnreadablePhotoException.Reason;

/**
 * Walks a JPEG file from marker to marker to its end.
 *
 * <p>The decoder replaces what is missing of a cut file by grey without a word; so the entropy-coded data are followed to
 * the end-of-image marker here. What comes behind that marker (a motion photo's film, a maker's trailer) is ignored.
 * O(bytes).
 *
 * @see <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">ITU-T T.81, Annex B</a>
 * @see <a href="https://www.color.org/technotes/ICC-Technote-ProfileEmbedding.pdf">ICC: embedding profiles</a>
 */
final class JpegHeader {
    private static final String FORMAT = "JPEG";
    private static final String EXIF = "Exif\0\0";
    private static final String ICC = "ICC_PROFILE\0";

    private final byte[] file;
    private final ByteView view;
    private int width;
    private int height;
    private int components;
    private int precision;
    private boolean scanSeen;
    private Optional<byte[]> exif = Optional.empty();
    private final TreeMap<Integer, byte[]> iccParts = new TreeMap<>();
    private int iccCount;

    private JpegHeader(byte[] file) {
        this.file = file;
        view = ByteView.bigEndian(file, FORMAT);
    }

    static Header read(byte[] file) throws Refusal {
        JpegHeader h = new JpegHeader(file);
        h.walk();
        return h.header();
    }

    private void walk() throws Refusal {
        int at = 2;
        while (true) {
            while (view.u8(at) != 0xff) {
                at++; // stray bytes between segments: decoders skip them
            }
            while (view.u8(at) == 0xff) {
                at++;
            }
            int marker = view.u8(at++);
            if (marker == 0xd9) {
                return;
            }
            if (marker == 0 || marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
                continue; // no content
            }
            int length = view.u16(at);
            view.need(at, length);
            segment(marker, at + 2, length - 2);
            at += length;
            if (marker == 0xda) {
                scanSeen = true;
                at = behindEntropyCodedData(at);
            }
        }
    }

    /** The place of the marker that ends the data: not a stuffed zero, not a restart. */
    private int behindEntropyCodedData(int from) throws Refusal {
        for (int i = from; i < file.length - 1; i++) {
            if (file[i] == (byte) 0xff) {
                int next = file[i + 1] & 0xff;
                if (next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
                    return i;
                }
            }
        }
        throw Refusal.truncated(FORMAT);
    }

    private void segment(int marker, int at, int length) throws Refusal {
        boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (frame && components == 0) {
            precision = view.u8(at);
            height = view.u16(at + 1);
            width = view.u16(at + 3);
            components = view.u8(at + 5);
        } else if (marker == 0xe1 && exif.isEmpty() && startsWith(at, length, EXIF)) {
            exif = Optional.of(view.copy(at + EXIF.length(), length - EXIF.length()));
        } else if (marker == 0xe2 && startsWith(at, length, ICC) && length >= ICC.length() + 2) {
            iccCount = view.u8(at + ICC.length() + 1);
            int head = ICC.length() + 2;
            iccParts.putIfAbsent(view.u8(at + ICC.length()), view.copy(at + head, length - head));
        }
    }

    private boolean startsWith(int at, int length, String text) throws Refusal {
        return length >= text.length() && view.ascii(at, text.length()).equals(text);
    }

    private Header header() throws Refusal {
        if (components == 0 || !scanSeen) {
            throw Refusal.damaged(FORMAT, "it ends before a picture begins");
        }
        if (width == 0 || height == 0) {
            throw Refusal.damaged(FORMAT, "its size is " + width + " × " + height);
        }
        if (components == 4) {
            throw new Refusal(Reason.CMYK, "the JPEG file has four print colours (CMYK)");
        }
        if ((components != 1 && components != 3) || precision != 8) {
            throw new Refusal(
                    Reason.UNSUPPORTED_FORMAT,
                    "a JPEG file of " + components + " channels with " + precision + " bits is not read");
        }
        return Header.of(FORMAT, width, height, precision, colour(), exif);
    }

    private DeclaredColour colour() {
        if (iccParts.isEmpty()) {
            return DeclaredColour.none();
        }
        if (iccParts.size() != iccCount || iccParts.firstKey() != 1 || iccParts.lastKey() != iccCount) {
            return new DeclaredColour.Unreadable("parts of it are missing");
        }
        ByteArrayOutputStream profile = new ByteArrayOutputStream();
        iccParts.values().forEach(profile::writeBytes);
        return new DeclaredColour.Icc(profile.toByteArray());
    }
}
