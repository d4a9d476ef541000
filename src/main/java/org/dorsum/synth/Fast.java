package org.dorsum.synth;

/** Functions of one number by table: quick, and the same bits on every machine, which {@code Math.exp} does not promise. */
final class Fast {
    private static final int STEPS = 256; // per unit of x: linear interpolation is then within 2e-6
    private static final int RANGE = 16; // exp(−16) is below every weight in use
    private static final float[] EXP = new float[STEPS * RANGE + 2];
    private static final int CODES = 4096;
    private static final float[] ENCODED = new float[CODES + 2];

    static {
        for (int i = 0; i < EXP.length; i++) {
            EXP[i] = (float) StrictMath.exp(-(double) i / STEPS);
        }
        // Indexed by the square root of linear light, where the curve of sRGB is nearly straight.
        for (int i = 0; i < ENCODED.length; i++) {
            double s = (double) i / CODES;
            double l = s * s;
            ENCODED[i] = (float) (l <= 0.0031308 ? 12.92 * l : 1.055 * StrictMath.pow(l, 1 / 2.4) - 0.055);
        }
    }

    private Fast() {}

    /** exp(−x) for x at least 0; 0 beyond 16. */
    static double expMinus(double x) {
        if (!(x < RANGE)) {
            return 0;
        }
        double p = x * STEPS;
        int i = (int) p;
        return EXP[i] + (p - i) * (EXP[i + 1] - EXP[i]);
    }

    /** exp(x) for any x within ±16. */
    static double exp(double x) {
        return x <= 0 ? expMinus(-x) : 1 / Math.max(expMinus(x), 1e-7);
    }

    /** Bell curve exp(−(d/σ)²/2), 1 at 0. */
    static double bell(double d, double sigma) {
        double q = d / sigma;
        return expMinus(0.5 * q * q);
    }

    /** sRGB-encoded value of linear light, both 0 … 1, clipped. */
    static double encode(double linear) {
        if (!(linear > 0)) {
            return 0;
        }
        if (linear >= 1) {
            return 1;
        }
        double p = Math.sqrt(linear) * CODES;
        int i = (int) p;
        return ENCODED[i] + (p - i) * (ENCODED[i + 1] - ENCODED[i]);
    }

    /** 0 below {@code a}, 1 above {@code b}, a smooth cubic between. */
    static double step(double a, double b, double x) {
        double t = Math.max(0, Math.min(1, (x - a) / (b - a)));
        return t * t * (3 - 2 * t);
    }

    static double clamp(double x, double low, double high) {
        return x < low ? low : x > high ? high : x;
    }
}
