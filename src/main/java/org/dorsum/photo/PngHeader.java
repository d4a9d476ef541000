package org.dorsum.photo;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Walks the chunks of a PNG file to its end and checks the sums of those that carry the picture.
 *
 * <p>Of the declarations of colour the strongest is taken, in the order of the specification: cICP, iCCP, sRGB, gAMA with
 * cHRM. O(bytes).
 *
 * @see <a href="https://www.w3.org/TR/png-3/">PNG, third edition</a>
 */
final class PngHeader {
    private static final String FORMAT = "PNG";
    private static final int SIGNATURE = 8;
    private static final int AROUND = 12; // a chunk's length, type and check sum
    private static final int LARGEST_PROFILE = 16 << 20; // real ones are below 4 MB; bounds what inflating may take
    private static final Set<String> PIXELS = Set.of("IHDR", "PLTE", "IDAT", "IEND");

    private final ByteView view;
    private final byte[] file;
    private long width;
    private long height;
    private int bits;
    private boolean dataSeen;
    private Optional<byte[]> exif = Optional.empty();
    private final PngColour colour = new PngColour();

    private PngHeader(byte[] file) {
        this.file = file;
        view = ByteView.bigEndian(file, FORMAT);
    }

    static Header read(byte[] file) throws Refusal {
        PngHeader h = new PngHeader(file);
        h.walk();
        if (h.width == 0 || h.height == 0 || !h.dataSeen) {
            throw Refusal.damaged(FORMAT, "it holds no picture");
        }
        return Header.of(FORMAT, h.width, h.height, h.bits, h.colour.declared(), h.exif)
                .with(PngHeader::keepPixels);
    }

    private void walk() throws Refusal {
        long at = SIGNATURE;
        for (String type = ""; !type.equals("IEND"); ) {
            long length = view.u32(at);
            type = view.ascii(at + 4, 4);
            if (at == SIGNATURE && !(type.equals("IHDR") && length == 13)) {
                throw Refusal.damaged(FORMAT, "its header is missing");
            }
            view.need(at, length + AROUND);
            boolean sumRight = sumRight((int) at, (int) length);
            if (!sumRight && PIXELS.contains(type)) {
                throw Refusal.damaged(FORMAT, "the check sum of its " + type + " part is wrong");
            }
            if (sumRight) {
                chunk(type, at + 8, (int) length);
            }
            at += length + AROUND;
        }
    }

    private boolean sumRight(int at, int length) throws Refusal {
        CRC32 sum = new CRC32();
        sum.update(file, at + 4, length + 4);
        return sum.getValue() == view.u32(at + 8L + length);
    }

    private void chunk(String type, long at, int length) throws Refusal {
        switch (type) {
            case "IHDR" -> {
                width = view.u32(at);
                height = view.u32(at + 4);
                bits = view.u8(at + 8);
            }
            case "IDAT" -> dataSeen = true;
            case "eXIf" -> exif = Optional.of(view.copy(at, length));
            case "iCCP" -> colour.profile(profile(view.copy(at, length)));
            case "cICP" -> colour.codePoints(view.u8(at), view.u8(at + 1));
            case "sRGB" -> colour.srgb();
            case "gAMA" -> colour.gamma(view.u32(at) / 1e5);
            case "cHRM" -> {
                double[] xy = new double[8];
                for (int i = 0; i < xy.length; i++) {
                    xy[i] = view.u32(at + 4L * i) / 1e5;
                }
                colour.chromaticities(xy);
            }
            default -> {
                // says nothing about pixels
            }
        }
    }

    /** A name, a zero, the method (0), then the profile deflated; empty if that cannot be undone. */
    private static Optional<byte[]> profile(byte[] chunk) {
        int name = 0;
        while (name < chunk.length && chunk[name] != 0) {
            name++;
        }
        if (name + 2 > chunk.length) {
            return Optional.empty();
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(chunk, name + 2, chunk.length - name - 2);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] part = new byte[8192];
            while (!inflater.finished() && out.size() < LARGEST_PROFILE) {
                int n = inflater.inflate(part);
                if (n == 0) {
                    return Optional.empty();
                }
                out.write(part, 0, n);
            }
            return inflater.finished() ? Optional.of(out.toByteArray()) : Optional.empty();
        } catch (DataFormatException e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }

    /** Moves the chunks of the picture together: the decoder has then nothing to complain about on standard error. */
    private static int keepPixels(byte[] file) {
        ByteView view = ByteView.bigEndian(file, FORMAT);
        int to = SIGNATURE;
        try {
            int at = SIGNATURE;
            for (String type = ""; !type.equals("IEND"); ) {
                int size = (int) view.u32(at) + AROUND;
                type = view.ascii(at + 4, 4);
                if (PIXELS.contains(type)) {
                    System.arraycopy(file, at, file, to, size);
                    to += size;
                }
                at += size;
            }
            return to;
        } catch (Refusal changedSinceItWasRead) {
            throw new IllegalStateException("a PNG file that was complete no longer is", changedSinceItWasRead);
        }
    }
}
