package org.dorsum.synth;

/**
 * Tiles, bricks or cobbles with joints, each stone of a tone of its own.
 *
 * @param stone linear light, 0 … 1
 * @param joint linear light, 0 … 1
 * @param length of a stone, mm
 * @param breadth of a stone, mm; 0 for cobbles of any shape
 * @param gap breadth of the joints, mm
 * @param rough contrast of the stones' own grain
 * @param seed of tones and grain
 */
record Tiles(double[] stone, double[] joint, double length, double breadth, double gap, double rough, int seed)
        implements Backdrop {

    static Tiles random(Rng r) {
        double length = r.uniform(25, 220);
        double breadth = r.chance(0.35) ? 0 : r.chance(0.5) ? length : length * r.uniform(0.25, 0.6);
        return new Tiles(
                Grounds.colour(r),
                Grounds.colour(r),
                length,
                breadth,
                r.uniform(0.8, breadth == 0 ? 8 : 5),
                r.uniform(0.02, 0.5),
                r.below(1 << 20));
    }

    @Override
    public void colour(double x, double y, double finest, double[] rgb) {
        double inside; // distance from the joint's middle, mm
        double tone;
        if (breadth == 0) {
            inside = length * Noise.cellBorder(x / length, y / length, seed, 0.9);
            tone = 0.25 * Noise.gradient(x / length * 0.8, y / length * 0.8, seed + 1);
        } else {
            int row = (int) Math.floor(y / breadth);
            double shifted = x + ((row & 1) == 0 || length == breadth ? 0 : length / 2);
            int column = (int) Math.floor(shifted / length);
            double fx = shifted - column * length;
            double fy = y - row * breadth;
            inside = Math.min(Math.min(fx, length - fx), Math.min(fy, breadth - fy));
            tone = 0.3 * (Noise.unit(Noise.hash(column, row, seed)) - 0.5);
        }
        double soft = Math.max(0.6, finest);
        double on = Fast.step(gap / 2 - soft / 2, gap / 2 + soft / 2, inside);
        double grain = rough * Noise.fractal(x / 6, y / 6, seed + 2, 3, 0.6)
                + 0.5 * rough * Noise.gradient(x / 40, y / 40, seed + 6);
        double edge = 1 - 0.25 * Fast.bell(inside - gap / 2, 1.5);
        for (int c = 0; c < 3; c++) {
            rgb[c] = Math.max(0.005, (joint[c] + on * (stone[c] * (1 + tone) * edge - joint[c])) * (1 + grain));
        }
    }
}
