package org.dorsum.synth;

/**
 * Cloth with a pattern: stripes, checks, dots, flowers, knitting; with soft folds.
 *
 * @param kind of the pattern
 * @param colours linear light, 0 … 1: ground first
 * @param period of the pattern, mm
 * @param share of the period that the second colour takes
 * @param seed of folds and of the places of flowers
 */
record Print(Kind kind, double[][] colours, double period, double share, int seed) implements Backdrop {

    /** Kinds of pattern. */
    enum Kind {
        STRIPES,
        CHECKS,
        DOTS,
        FLOWERS,
        KNITTED
    }

    static Print random(Rng r) {
        double[][] c = {Grounds.colour(r), Grounds.colour(r), Grounds.colour(r)};
        Kind kind = Kind.values()[r.below(Kind.values().length)];
        double period =
                kind == Kind.KNITTED ? r.uniform(2.5, 7) : kind == Kind.FLOWERS ? r.uniform(15, 60) : r.uniform(5, 45);
        return new Print(kind, c, period, r.uniform(0.2, 0.7), r.below(1 << 20));
    }

    @Override
    public void colour(double x, double y, double finest, double[] rgb) {
        // Folds bend the pattern and shade it.
        double sx = x + 5 * Noise.gradient(x / 60, y / 60, seed);
        double sy = y + 5 * Noise.gradient(x / 60 + 7, y / 60, seed + 1);
        double soft = Math.max(finest, 0.4);
        double n = 1 + 0.3 * Noise.fractal(x / 55, y / 70, seed + 2, 2, 0.5);
        double second = 0;
        double third = 0;
        switch (kind) {
            case STRIPES -> second = band(sx, period, share, soft);
            case CHECKS -> {
                second = 0.5 * (band(sx, period, share, soft) + band(sy, period, share, soft));
                third = 0.8 * Math.max(band(sx, period * 1.5, 0.08, soft), band(sy, period * 1.5, 0.08, soft));
            }
            case DOTS -> {
                double row = Math.floor(sy / period);
                double dx = wave(sx + (((int) row & 1) == 0 ? 0 : period / 2));
                double dy = wave(sy);
                second = 1 - Fast.step(-soft, soft, Math.sqrt(dx * dx + dy * dy) - 0.45 * share * period);
            }
            case FLOWERS -> {
                double a = Noise.fractal(sx / period, sy / period, seed + 3, 3, 0.5);
                double b = Noise.fractal(sx / period + 31, sy / period, seed + 4, 3, 0.5);
                second = Fast.step(0.10, 0.10 + 0.5 * soft / period + 0.03, a);
                third = Fast.step(0.22, 0.22 + 0.5 * soft / period + 0.03, b);
            }
            default -> { // columns of loops that lean left and right in turn
                double column = Math.floor(sx / period);
                double fx = Math.abs(sx / period - column - 0.5);
                double loop = sy / period * 1.4 + 1.1 * fx;
                double f = loop - Math.floor(loop) - 0.5;
                double shown = Fast.step(0.3, 1.2, period / finest / 3);
                n *= 1 - shown * (0.5 * Fast.step(0.34, 0.5, fx) + 1.6 * f * f);
                second = band(sy, period * 9, share * 0.4, soft);
            }
        }
        for (int c = 0; c < 3; c++) {
            double v = colours[0][c] + second * (colours[1][c] - colours[0][c]);
            v += third * (colours[2][c] - v);
            rgb[c] = v * Math.max(0.1, n);
        }
    }

    /** Distance along one axis to the middle of the nearest period, mm. */
    private double wave(double v) {
        return v - period * Math.floor(v / period) - period / 2;
    }

    /** 1 within the band that takes {@code part} of each period, 0 outside, soft at its edges. */
    private static double band(double v, double period, double part, double soft) {
        double d = Math.abs(v - period * Math.floor(v / period) - period / 2) - part * period / 2;
        return 1 - Fast.step(-soft / 2, soft / 2, d);
    }
}
