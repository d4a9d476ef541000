package org.dorsum.image;

import java.util.Arrays;

/**
 * A colour picture, gamma-encoded as in the file it came from, interleaved red, green, blue, row by row from the top
 * left, 8 or 16 bits a sample. Immutable; safe for use by many threads.
 */
public final class RgbImage {
    private final int width;
    private final int height;
    private final Samples samples;

    /** How the samples are stored: a choice of types instead of a flag. */
    sealed interface Samples permits Bytes, Shorts {}

    /** 8 bits, unsigned. */
    record Bytes(byte[] rgb) implements Samples {}

    /** 16 bits, unsigned. */
    record Shorts(short[] rgb) implements Samples {}

    /** Takes ownership: for this package. */
    RgbImage(int width, int height, Samples samples) {
        this.width = width;
        this.height = height;
        this.samples = samples;
        int length = samples instanceof Bytes b ? b.rgb().length : ((Shorts) samples).rgb().length;
        if (width < 1 || height < 1 || length != 3L * width * height) {
            throw new IllegalArgumentException(
                    "a picture of " + width + " × " + height + " has 3 samples a pixel, not " + length + " in all");
        }
    }

    /** An 8-bit picture with a copy of {@code rgb}: three bytes a pixel, row by row. */
    public static RgbImage of(int width, int height, byte[] rgb) {
        return new RgbImage(width, height, new Bytes(rgb.clone()));
    }

    /** A 16-bit picture with a copy of {@code rgb}: three unsigned shorts a pixel, row by row. */
    public static RgbImage of(int width, int height, short[] rgb) {
        return new RgbImage(width, height, new Shorts(rgb.clone()));
    }

    /** An 8-bit picture computed pixel by pixel. */
    public static RgbImage of(int width, int height, PackedFunction function) {
        byte[] v = new byte[3 * width * height];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int p = function.at(x, y);
                v[i++] = (byte) (p >> 16);
                v[i++] = (byte) (p >> 8);
                v[i++] = (byte) p;
            }
        }
        return new RgbImage(width, height, new Bytes(v));
    }

    /** A colour for a pixel, packed as 0xRRGGBB. */
    @FunctionalInterface
    public interface PackedFunction {
        /** The colour at column {@code x}, row {@code y}. */
        int at(int x, int y);
    }

    /** Columns, at least 1. */
    public int width() {
        return width;
    }

    /** Rows, at least 1. */
    public int height() {
        return height;
    }

    /** 8 or 16. */
    public int bitsPerSample() {
        return samples instanceof Bytes ? 8 : 16;
    }

    /** The largest sample value: 255 or 65535. */
    public int whiteLevel() {
        return samples instanceof Bytes ? 255 : 65535;
    }

    /** Sample of channel 0 red, 1 green or 2 blue at column {@code x}, row {@code y}: 0 … {@link #whiteLevel()}. */
    public int sample(int x, int y, int channel) {
        int i = 3 * (y * width + x) + channel;
        return samples instanceof Bytes b ? b.rgb()[i] & 0xff : ((Shorts) samples).rgb()[i] & 0xffff;
    }

    /** The pixel's colour reduced to 8 bits, packed as 0xRRGGBB. */
    public int packed(int x, int y) {
        if (samples instanceof Bytes b) {
            int i = 3 * (y * width + x);
            byte[] v = b.rgb();
            return (v[i] & 0xff) << 16 | (v[i + 1] & 0xff) << 8 | (v[i + 2] & 0xff);
        }
        return (eightBits(sample(x, y, 0)) << 16) | (eightBits(sample(x, y, 1)) << 8) | eightBits(sample(x, y, 2));
    }

    /** Writes the colours of as many pixels as {@code to} has places, from (left, y) rightwards, as {@link #packed} gives them. */
    public void row(int left, int y, int[] to) {
        if (samples instanceof Bytes b) {
            byte[] v = b.rgb();
            int from = 3 * (y * width + left);
            for (int x = 0, i = from; x < to.length; x++, i += 3) {
                to[x] = (v[i] & 0xff) << 16 | (v[i + 1] & 0xff) << 8 | (v[i + 2] & 0xff);
            }
        } else {
            for (int x = 0; x < to.length; x++) {
                to[x] = packed(left + x, y);
            }
        }
    }

    /** The same picture with 8 bits a sample (rounded); itself if it has 8 already. */
    public RgbImage toEightBits() {
        if (samples instanceof Bytes) {
            return this;
        }
        short[] from = ((Shorts) samples).rgb();
        byte[] to = new byte[from.length];
        for (int i = 0; i < to.length; i++) {
            to[i] = (byte) eightBits(from[i] & 0xffff);
        }
        return new RgbImage(width, height, new Bytes(to));
    }

    /** Whether every pixel has three equal samples: a grey photograph, however it is stored. */
    public boolean isGrey() {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int g = sample(x, y, 1);
                if (sample(x, y, 0) != g || sample(x, y, 2) != g) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Rounds 0…65535 to 0…255: 257 = 65535 / 255. */
    private static int eightBits(int sixteen) {
        return (sixteen + 128) / 257;
    }

    /** A copy of the rectangle of that size whose top left is (left, top); it lies within. */
    RgbImage part(int left, int top, int newWidth, int newHeight) {
        int length = 3 * newWidth;
        Object from = samples instanceof Bytes b ? b.rgb() : ((Shorts) samples).rgb();
        Object to = samples instanceof Bytes ? new byte[length * newHeight] : new short[length * newHeight];
        for (int y = 0; y < newHeight; y++) {
            System.arraycopy(from, 3 * ((top + y) * width + left), to, y * length, length);
        }
        Samples part = to instanceof byte[] b ? new Bytes(b) : new Shorts((short[]) to);
        return new RgbImage(newWidth, newHeight, part);
    }

    Samples raw() {
        return samples;
    }

    @Override
    public boolean equals(Object o) {
        if (!(o instanceof RgbImage p) || p.width != width || p.height != height) {
            return false;
        }
        if (samples instanceof Bytes a && p.samples instanceof Bytes b) {
            return Arrays.equals(a.rgb(), b.rgb());
        }
        return samples instanceof Shorts a && p.samples instanceof Shorts b && Arrays.equals(a.rgb(), b.rgb());
    }

    @Override
    public int hashCode() {
        return 31 * width + height;
    }

    @Override
    public String toString() {
        return "RgbImage " + width + " × " + height + ", " + bitsPerSample() + " bits";
    }
}
