package org.dorsum.hand;

/**
 * CIE L*a*b* cut into 20 × 32 × 32 bins: 5 units of lightness, 4 of a* and b* each, −64 … 64.
 *
 * <p>The conversion uses a table for the cube root and agrees with {@link org.dorsum.colour.Lab} to 0.05 units, which is
 * far below a bin; it serves the search only, no measurement.
 */
final class ColourBins {
    static final int LIGHTNESS = 20;
    static final int CHROMA = 32;
    static final int COUNT = LIGHTNESS * CHROMA * CHROMA;
    private static final int STEPS = 4096;
    private static final float TOP = 1.25f; // the largest X/Xn, Y, Z/Zn that the table covers
    private static final float[] F = new float[STEPS + 2];

    static {
        for (int i = 0; i < F.length; i++) {
            double t = i * (double) TOP / STEPS;
            F[i] = (float) (t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116);
        }
    }

    private ColourBins() {}

    /** Writes L*, a*, b* of linear light into {@code to}. */
    static void lab(float red, float green, float blue, float[] to) {
        float fx = f((0.4124564f * red + 0.3575761f * green + 0.1804375f * blue) / 0.95047f);
        float fy = f(0.2126729f * red + 0.7151522f * green + 0.0721750f * blue);
        float fz = f((0.0193339f * red + 0.1191920f * green + 0.9503041f * blue) / 1.08883f);
        to[0] = 116 * fy - 16;
        to[1] = 500 * (fx - fy);
        to[2] = 200 * (fy - fz);
    }

    /** Bin of a colour, 0 … {@link #COUNT} − 1. */
    static int of(float[] lab) {
        int l = clip((int) (lab[0] / 5), LIGHTNESS);
        int a = clip((int) ((lab[1] + 64) / 4), CHROMA);
        int b = clip((int) ((lab[2] + 64) / 4), CHROMA);
        return (l * CHROMA + a) * CHROMA + b;
    }

    private static int clip(int i, int count) {
        return Math.max(0, Math.min(count - 1, i));
    }

    private static float f(float t) {
        float s = Math.max(0, Math.min(TOP, t)) * (STEPS / TOP);
        int i = (int) s;
        return F[i] + (s - i) * (F[i + 1] - F[i]);
    }
}
