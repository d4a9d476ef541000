package org.dorsum.colour;

/**
 * The sRGB transfer function (IEC 61966-2-1): encoded samples to linear light and back, both 0 … 1.
 *
 * <p>Values outside 0 … 1 follow the same formulas (negative light: mirrored), so that nothing is clipped by a
 * conversion.
 */
public final class Srgb {
    private static final float[] LINEAR_OF_BYTE = new float[256];

    static {
        for (int i = 0; i < 256; i++) {
            LINEAR_OF_BYTE[i] = (float) toLinear(i / 255.0);
        }
    }

    private Srgb() {}

    /** Linear light of an encoded sample, 0 … 1. */
    public static double toLinear(double encoded) {
        double e = Math.abs(encoded);
        double l = e <= 0.04045 ? e / 12.92 : Math.pow((e + 0.055) / 1.055, 2.4);
        return encoded < 0 ? -l : l;
    }

    /** Linear light of an encoded 8-bit sample, 0 … 255; by table. */
    public static float toLinear(int eightBits) {
        return LINEAR_OF_BYTE[eightBits];
    }

    /** Encoded sample of linear light, 0 … 1. */
    public static double toEncoded(double linear) {
        double l = Math.abs(linear);
        double e = l <= 0.0031308 ? 12.92 * l : 1.055 * Math.pow(l, 1 / 2.4) - 0.055;
        return linear < 0 ? -e : e;
    }

    /** Encoded 8-bit sample of linear light, rounded and clipped to 0 … 255. */
    public static int toByte(double linear) {
        return (int) Math.max(0, Math.min(255, Math.rint(255 * toEncoded(linear))));
    }
}
