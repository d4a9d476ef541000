package org.dorsum.image;

import java.util.Arrays;

/**
 * One quantity over a picture: {@code height} rows of {@code width} values, row by row from the top left. The unit is
 * the owner's. Immutable; safe for use by many threads.
 */
public final class Plane {
    private final int width;
    private final int height;
    private final float[] values;

    /** Takes ownership: for this package, whose operations never let go of the array. */
    Plane(int width, int height, float[] values) {
        if (width < 1 || height < 1 || values.length != width * height) {
            throw new IllegalArgumentException(
                    "a plane of " + width + " × " + height + " has as many values, not " + values.length);
        }
        this.width = width;
        this.height = height;
        this.values = values;
    }

    /** A plane with a copy of {@code values}, row by row. */
    public static Plane of(int width, int height, float[] values) {
        return new Plane(width, height, values.clone());
    }

    /** A plane computed pixel by pixel. */
    public static Plane of(int width, int height, PixelFunction function) {
        float[] v = new float[width * height];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                v[i] = (float) function.at(x, y);
            }
        }
        return new Plane(width, height, v);
    }

    /** A value for a pixel. */
    @FunctionalInterface
    public interface PixelFunction {
        /** The value at column {@code x}, row {@code y}. */
        double at(int x, int y);
    }

    /** A value made of one value. */
    @FunctionalInterface
    public interface ValueFunction {
        /** The value for {@code v}. */
        double of(float v);
    }

    /** A value made of two values of the same pixel. */
    @FunctionalInterface
    public interface PairFunction {
        /** The value for {@code a} and {@code b}. */
        double of(float a, float b);
    }

    /** Columns, at least 1. */
    public int width() {
        return width;
    }

    /** Rows, at least 1. */
    public int height() {
        return height;
    }

    /** The value at column {@code x}, row {@code y}. */
    public float at(int x, int y) {
        return values[y * width + x];
    }

    /** The value of pixel {@code i}, row by row. */
    public float at(int i) {
        return values[i];
    }

    /** A copy of all values, row by row. */
    public float[] toArray() {
        return values.clone();
    }

    /** The values themselves, for the operations of this package, which only read them. */
    float[] raw() {
        return values;
    }

    /** The plane of {@code f(value)}. */
    public Plane map(ValueFunction f) {
        float[] v = new float[values.length];
        for (int i = 0; i < v.length; i++) {
            v[i] = (float) f.of(values[i]);
        }
        return new Plane(width, height, v);
    }

    /** The plane of {@code f(this, other)}, pixel by pixel; both planes have the same size. */
    public Plane with(Plane other, PairFunction f) {
        checkSize(other.width, other.height);
        float[] v = new float[values.length];
        for (int i = 0; i < v.length; i++) {
            v[i] = (float) f.of(values[i], other.values[i]);
        }
        return new Plane(width, height, v);
    }

    /** This plane minus {@code other}, of the same size. */
    public Plane minus(Plane other) {
        checkSize(other.width, other.height);
        float[] v = new float[values.length];
        float[] o = other.values;
        for (int i = 0; i < v.length; i++) {
            v[i] = values[i] - o[i];
        }
        return new Plane(width, height, v);
    }

    /** Every value plus {@code c}, computed in float. */
    public Plane plus(double c) {
        float off = (float) c;
        float[] v = new float[values.length];
        for (int i = 0; i < v.length; i++) {
            v[i] = values[i] + off;
        }
        return new Plane(width, height, v);
    }

    /** This plane turned round: every value's negative. */
    public Plane negated() {
        float[] v = new float[values.length];
        for (int i = 0; i < v.length; i++) {
            v[i] = -values[i];
        }
        return new Plane(width, height, v);
    }

    /** {@code a} times this plane plus {@code b} times {@code other}, of the same size, computed in float. */
    public Plane mixed(double a, Plane other, double b) {
        checkSize(other.width, other.height);
        float p = (float) a;
        float q = (float) b;
        float[] v = new float[values.length];
        float[] o = other.values;
        for (int i = 0; i < v.length; i++) {
            v[i] = p * values[i] + q * o[i];
        }
        return new Plane(width, height, v);
    }

    /** {@code a} times this plane plus {@code b} and {@code c} times the others, of the same size, computed in float. */
    public Plane mixed(double a, Plane second, double b, Plane third, double c) {
        checkSize(second.width, second.height);
        checkSize(third.width, third.height);
        float p = (float) a;
        float q = (float) b;
        float r = (float) c;
        float[] v = new float[values.length];
        float[] s = second.values;
        float[] t = third.values;
        for (int i = 0; i < v.length; i++) {
            v[i] = p * values[i] + q * s[i] + r * t[i];
        }
        return new Plane(width, height, v);
    }

    /** This plane with the values of {@code other}, of the same size, where {@code mask} is. */
    public Plane replaced(Mask mask, Plane other) {
        checkSize(other.width, other.height);
        checkSize(mask.width(), mask.height());
        float[] v = values.clone();
        byte[] inside = mask.raw();
        for (int i = 0; i < v.length; i++) {
            if (inside[i] != 0) {
                v[i] = other.values[i];
            }
        }
        return new Plane(width, height, v);
    }

    /** Where the value is greater than {@code threshold}. */
    public Mask above(double threshold) {
        byte[] m = new byte[values.length];
        for (int i = 0; i < m.length; i++) {
            m[i] = values[i] > threshold ? (byte) 1 : 0;
        }
        return new Mask(width, height, m);
    }

    /** The values of the pixels of {@code mask}, of the same size, in raster order. */
    public float[] on(Mask mask) {
        checkSize(mask.width(), mask.height());
        byte[] inside = mask.raw();
        float[] on = new float[mask.count()];
        for (int i = 0, n = 0; n < on.length; i++) {
            if (inside[i] != 0) {
                on[n++] = values[i];
            }
        }
        return on;
    }

    /** Where the value is {@code value}. */
    public Mask equalTo(float value) {
        byte[] m = new byte[values.length];
        for (int i = 0; i < m.length; i++) {
            m[i] = values[i] == value ? (byte) 1 : 0;
        }
        return new Mask(width, height, m);
    }

    void checkSize(int otherWidth, int otherHeight) {
        if (width != otherWidth || height != otherHeight) {
            throw new IllegalArgumentException(
                    "sizes differ: " + width + " × " + height + " and " + otherWidth + " × " + otherHeight);
        }
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Plane p && p.width == width && p.height == height && Arrays.equals(p.values, values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + height) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Plane " + width + " × " + height;
    }
}
