package org.dorsum.photo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.dorsum.image.RgbImage;

/** Writes TIFF structures field by field: whole files and EXIF blocks, right ones and wrong ones. */
final class TiffBuilder {
    static final int BYTE = 1;
    static final int ASCII = 2;
    static final int SHORT = 3;
    static final int LONG = 4;
    static final int UNDEFINED = 7;

    /** A directory: its fields, and those fields that point to other directories. */
    static final class Dir {
        private final TreeMap<Integer, Object[]> fields = new TreeMap<>(); // type, values or Dir or data
        private byte[] strip = new byte[0];

        Dir put(int tag, int type, long... values) {
            fields.put(tag, new Object[] {type, values});
            return this;
        }

        Dir text(int tag, String text) {
            byte[] b = (text + "\0").getBytes(StandardCharsets.US_ASCII);
            return put(
                    tag,
                    ASCII,
                    IntStream.range(0, b.length).mapToLong(i -> b[i]).toArray());
        }

        Dir data(int tag, byte[] b) {
            return put(
                    tag,
                    UNDEFINED,
                    IntStream.range(0, b.length).mapToLong(i -> b[i] & 0xff).toArray());
        }

        Dir points(int tag, Dir to) {
            fields.put(tag, new Object[] {LONG, to});
            return this;
        }

        /** One strip of samples; its place and length are filled in. */
        Dir strip(byte[] samples) {
            strip = samples;
            return put(273, LONG, 0).put(279, LONG, samples.length);
        }
    }

    private final ByteBuffer out = ByteBuffer.allocate(1 << 22);

    private TiffBuilder(boolean little) {
        out.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    /** A file of these pages, each with its pixels before its directory's own data. */
    static byte[] file(boolean little, Dir... pages) {
        TiffBuilder b = new TiffBuilder(little);
        b.out.put((little ? "II" : "MM").getBytes(StandardCharsets.US_ASCII)).putShort((short) 42);
        int link = b.out.position();
        b.out.putInt(0);
        for (Dir page : pages) {
            b.out.putInt(link, b.out.position());
            link = b.write(page);
        }
        byte[] file = new byte[b.out.position()];
        b.out.get(0, file);
        return file;
    }

    /** Answers where the link to the next directory is to be written. */
    private int write(Dir dir) {
        int at = out.position();
        int n = dir.fields.size();
        out.position(at + 2 + 12 * n + 4);
        List<Runnable> entries = new ArrayList<>();
        Map<Integer, Object[]> fields = new LinkedHashMap<>(dir.fields);
        int i = 0;
        for (Map.Entry<Integer, Object[]> f : fields.entrySet()) {
            int entry = at + 2 + 12 * i++;
            int type = (int) f.getValue()[0];
            int tag = f.getKey();
            if (f.getValue()[1] instanceof Dir to) {
                int place = out.position();
                write(to);
                entries.add(() -> entry(entry, tag, LONG, 1).putInt(entry + 8, place));
                continue;
            }
            long[] values = (long[]) f.getValue()[1];
            int size = type == SHORT ? 2 : type == LONG ? 4 : 1;
            entries.add(() -> entry(entry, tag, type, values.length));
            int place = entry + 8;
            if (values.length * size > 4) {
                place = out.position();
                out.position(place + values.length * size);
                int there = place;
                entries.add(() -> out.putInt(entry + 8, there));
            }
            for (int k = 0; k < values.length; k++) {
                put(place + k * size, size, values[k]);
            }
        }
        out.putShort(at, (short) n);
        entries.forEach(Runnable::run);
        if (dir.strip.length > 0) {
            int entry = at + 2 + 12 * fields.keySet().stream().toList().indexOf(273);
            out.putInt(entry + 8, out.position());
            out.put(dir.strip);
        }
        return at + 2 + 12 * n;
    }

    private ByteBuffer entry(int at, int tag, int type, int count) {
        return out.putShort(at, (short) tag).putShort(at + 2, (short) type).putInt(at + 4, count);
    }

    private void put(int at, int size, long value) {
        if (size == 1) {
            out.put(at, (byte) value);
        } else if (size == 2) {
            out.putShort(at, (short) value);
        } else {
            out.putInt(at, (int) value);
        }
    }

    /** A page with the uncompressed samples of a picture, in the byte order given. */
    static Dir page(RgbImage image, boolean little) {
        int bits = image.bitsPerSample();
        ByteBuffer samples = ByteBuffer.allocate(image.width() * image.height() * 3 * bits / 8)
                .order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                for (int c = 0; c < 3; c++) {
                    if (bits == 8) {
                        samples.put((byte) image.sample(x, y, c));
                    } else {
                        samples.putShort((short) image.sample(x, y, c));
                    }
                }
            }
        }
        return new Dir()
                .put(256, LONG, image.width())
                .put(257, LONG, image.height())
                .put(258, SHORT, bits, bits, bits)
                .put(259, SHORT, 1)
                .put(262, SHORT, 2)
                .put(277, SHORT, 3)
                .put(278, LONG, image.height())
                .strip(samples.array());
    }

    /** An EXIF block with this orientation alone. */
    static byte[] exif(int orientation) {
        return file(true, new Dir().put(0x112, SHORT, orientation));
    }
}
