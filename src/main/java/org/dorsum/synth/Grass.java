package org.dorsum.synth;

/**
 * Blades, leaves, straw or hide: elongated strands that lie in changing directions, light above dark.
 *
 * @param light linear light of a strand that is lit, 0 … 1
 * @param dark between the strands
 * @param breadth of a strand, mm
 * @param slender length of a strand over its breadth
 * @param seed of the strands
 */
record Grass(double[] light, double[] dark, double breadth, double slender, int seed) implements Backdrop {

    static Grass random(Rng r) {
        double k = r.uniform(0.08, 0.55);
        double[] c = r.chance(0.65)
                ? new double[] {k * r.uniform(0.35, 0.95), k, k * r.uniform(0.05, 0.4)} // green
                : new double[] {k, k * r.uniform(0.5, 0.9), k * r.uniform(0.2, 0.6)}; // dry
        double shade = r.uniform(0.05, 0.4);
        double[] d = {c[0] * shade, c[1] * shade, c[2] * shade};
        return new Grass(c, d, r.uniform(1.2, 7), r.uniform(2, 9), r.below(1 << 20));
    }

    @Override
    public void colour(double x, double y, double finest, double[] rgb) {
        double b = Math.max(breadth, 1.2 * finest);
        double best = 0;
        double tone = 0;
        for (int layer = 0; layer < 3; layer++) {
            double turn = 1.1 * layer + 0.9 * Noise.gradient(x / 45, y / 45, seed + layer);
            double across = x + turn * y;
            double along = y - turn * x;
            double s = 1 / Math.sqrt(1 + turn * turn);
            double v = Noise.gradient(across * s / b, along * s / (b * slender), seed + 10 + layer) + 0.1 * layer;
            if (v > best) {
                best = v;
                tone = layer;
            }
        }
        double lit = Fast.step(0, 0.45, best) * (0.75 + 0.1 * tone);
        double patch = 1 + 0.3 * Noise.gradient(x / 70, y / 70, seed + 20);
        double yellow = 0.25 * Noise.gradient(x / 25, y / 25, seed + 21);
        for (int c = 0; c < 3; c++) {
            double k = c == 0 ? 1 + yellow : 1;
            rgb[c] = (dark[c] + lit * (light[c] - dark[c])) * patch * k;
        }
    }
}
