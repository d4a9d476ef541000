package org.dorsum.image;

import java.util.Arrays;

/**
 * A set of pixels of a picture of {@code width} × {@code height}. Immutable; safe for use by many threads.
 */
public final class Mask {
    private final int width;
    private final int height;
    private final byte[] inside;
    private int count = -1; // counted when first asked for; whichever thread does it finds the same

    /** Takes ownership of an array of 0 and 1: for this package. */
    Mask(int width, int height, byte[] inside) {
        if (width < 1 || height < 1 || inside.length != width * height) {
            throw new IllegalArgumentException(
                    "a mask of " + width + " × " + height + " has as many pixels, not " + inside.length);
        }
        this.width = width;
        this.height = height;
        this.inside = inside;
    }

    /** The pixels for which {@code function} holds. */
    public static Mask of(int width, int height, PixelTest function) {
        byte[] m = new byte[width * height];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                m[i] = function.holds(x, y) ? (byte) 1 : 0;
            }
        }
        return new Mask(width, height, m);
    }

    /**
     * The pixels of a window, {@code width} × {@code height} from column {@code left} and row {@code top}, of a set given row by row.
     *
     * @param rowLength columns of the set
     */
    public static Mask window(boolean[] set, int rowLength, int left, int top, int width, int height) {
        byte[] m = new byte[width * height];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0, from = (top + y) * rowLength + left; x < width; x++, i++) {
                m[i] = set[from + x] ? (byte) 1 : 0;
            }
        }
        return new Mask(width, height, m);
    }

    /** No pixel. */
    public static Mask none(int width, int height) {
        return new Mask(width, height, new byte[width * height]);
    }

    /** Every pixel. */
    public static Mask all(int width, int height) {
        return none(width, height).not();
    }

    /** A condition on a pixel. */
    @FunctionalInterface
    public interface PixelTest {
        /** Whether it holds at column {@code x}, row {@code y}. */
        boolean holds(int x, int y);
    }

    /** Columns, at least 1. */
    public int width() {
        return width;
    }

    /** Rows, at least 1. */
    public int height() {
        return height;
    }

    /** Whether the pixel at column {@code x}, row {@code y} belongs to the set. */
    public boolean at(int x, int y) {
        return inside[y * width + x] != 0;
    }

    /** Whether pixel {@code i}, row by row, belongs to the set. */
    public boolean at(int i) {
        return inside[i] != 0;
    }

    /** Whether a pixel belongs to the set; false for coordinates off the picture. */
    public boolean contains(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height && inside[y * width + x] != 0;
    }

    /** Number of pixels in the set. */
    public int count() {
        int n = count;
        if (n < 0) {
            n = 0;
            for (byte b : inside) {
                n += b;
            }
            count = n;
        }
        return n;
    }

    /** Number of pixels in the set from place {@code from} to before {@code to}, row by row. */
    public int count(int from, int to) {
        int n = 0;
        for (int i = from; i < to; i++) {
            n += inside[i];
        }
        return n;
    }

    /** Pixels in both sets. */
    public Mask and(Mask other) {
        byte[] m = sameSize(other).inside.clone();
        for (int i = 0; i < m.length; i++) {
            m[i] &= inside[i];
        }
        return new Mask(width, height, m);
    }

    /** Pixels in either set. */
    public Mask or(Mask other) {
        byte[] m = sameSize(other).inside.clone();
        for (int i = 0; i < m.length; i++) {
            m[i] |= inside[i];
        }
        return new Mask(width, height, m);
    }

    /** Pixels of this set that are not in {@code other}. */
    public Mask minus(Mask other) {
        byte[] m = sameSize(other).inside.clone();
        for (int i = 0; i < m.length; i++) {
            m[i] = (byte) (inside[i] & ~m[i]);
        }
        return new Mask(width, height, m);
    }

    /** Pixels not in the set. */
    public Mask not() {
        byte[] m = new byte[inside.length];
        for (int i = 0; i < m.length; i++) {
            m[i] = (byte) (1 - inside[i]);
        }
        return new Mask(width, height, m);
    }

    /** 1 inside, 0 outside. */
    public Plane weights() {
        float[] v = new float[inside.length];
        for (int i = 0; i < v.length; i++) {
            v[i] = inside[i];
        }
        return new Plane(width, height, v);
    }

    /** Zeros and ones, for the operations of this package, which only read them. */
    byte[] raw() {
        return inside;
    }

    private Mask sameSize(Mask other) {
        if (width != other.width || height != other.height) {
            throw new IllegalArgumentException("sizes differ: " + this + " and " + other);
        }
        return other;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Mask m && m.width == width && m.height == height && Arrays.equals(m.inside, inside);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + height) + Arrays.hashCode(inside);
    }

    @Override
    public String toString() {
        return "Mask " + width + " × " + height;
    }
}
