package org.dorsum.synth;

import java.util.Optional;

/** Poses of hands that are held: fist, pointing, counting, thumb up, ring of thumb and index, rest. Angles in radians. */
final class Gesture {
    private static final double KNUCKLE_FOLDED = 1.45; // flexion of the knuckle in a fist
    private static final double MIDDLE_FOLDED = 1.7; // of the middle joint; the end joint adds 0.7 of it
    private static final double[] TOUCHING = {0.055, 0, -0.05, -0.105
    }; // splay at which straight fingers lie side by side
    private static final double[] WIDE = {-0.2, -0.03, 0.15, 0.36}; // and of fingers wide apart

    // Direction of the thumb's three segments and their drop towards the palm's side: chosen so that the thumb of a
    // fist
    // lies on the middle segments of index and middle finger, and that of a ring meets the tip of the index finger.
    private static final double[][] ACROSS = {{-0.25, 0.5, 1.1}, {0.75, 0.7, 0.1}};
    private static final double[][] BESIDE = {{-0.55, -0.1, 0.1}, {0.35, 0.4, 0.25}};
    private static final double[][] OUT = {{-0.85, -1.1, -1.2}, {0.1, 0.1, 0.05}};
    private static final double[][] RING = {{-0.45, 0.0, 0.2}, {0.6, 0.75, 0.7}};
    private static final double[][] IN_PALM = {{-0.3, 0.35, 0.6}, {0.5, 0.5, 0.2}};

    private Gesture() {}

    /** Any gesture. */
    static Pose random(Rng r) {
        double[] fold = new double[4]; // 0 straight … 1 folded into the palm
        double[][][] hidden = {ACROSS, ACROSS, BESIDE, IN_PALM};
        double[][] thumb = hidden[r.below(4)];
        double spread = r.uniform(0, 1);
        switch (r.below(12)) {
            case 0, 1 -> fill(fold, r, 1, 1, 1, 1);
            case 2 -> {
                fill(fold, r, 0, 1, 1, 1);
                thumb = r.chance(0.4) ? OUT : thumb;
            }
            case 3 -> fill(fold, r, 0, 0, 1, 1);
            case 4 -> {
                fill(fold, r, 1, 1, 1, 1);
                thumb = OUT;
            }
            case 5 -> {
                fill(fold, r, 0.55, 0.1, 0.08, 0.05);
                thumb = RING;
            }
            case 6 -> {
                fill(fold, r, 0, 0, 0, 0);
                spread = -r.uniform(0, 0.35); // side by side, or one a little over the other
                thumb = r.chance(0.5) ? BESIDE : IN_PALM;
            }
            case 7, 8 -> { // at rest: the fingers curl a little, the more the nearer to the little finger
                double k = r.uniform(0.15, 0.5);
                fill(fold, r, k, 1.1 * k, 1.2 * k, 1.25 * k);
                spread = r.uniform(-0.1, 0.4);
                thumb = BESIDE;
            }
            case 9 -> {
                fill(fold, r, r.below(2), r.below(2), r.below(2), 0);
                thumb = r.chance(0.4) ? OUT : thumb;
            }
            default -> {
                for (int f = 0; f < 4; f++) {
                    fold[f] = r.chance(0.4) ? r.uniform(0, 0.15) : r.chance(0.6) ? r.uniform(0.8, 1) : r.uniform(0, 1);
                }
                thumb = r.chance(0.3) ? OUT : thumb;
            }
        }
        return of(r, fold, spread, thumb);
    }

    /** The open hand in the air, fingers together or apart. */
    static Pose open(Rng r) {
        double[] fold = new double[4];
        double k = r.uniform(0, 0.15);
        fill(fold, r, k, k, k, k);
        return of(r, fold, r.chance(0.3) ? -r.uniform(0, 0.3) : r.uniform(0, 1), r.chance(0.7) ? OUT : BESIDE);
    }

    /** Directions of straight fingers that touch each other from root to tip. */
    static double[] touching(Rng r) {
        return splay(r, -r.uniform(0, 0.3));
    }

    private static void fill(double[] fold, Rng r, double... values) {
        for (int f = 0; f < 4; f++) {
            fold[f] = Fast.clamp(values[f] + r.normal(0, 0.05), 0, 1.05);
        }
    }

    /** @param spread 0 side by side … 1 wide apart; below 0 pressed together */
    private static double[] splay(Rng r, double spread) {
        double[] s = new double[4];
        double all = r.normal(0, 0.03);
        for (int f = 0; f < 4; f++) {
            s[f] = all + TOUCHING[f] + spread * (WIDE[f] - TOUCHING[f]) + r.normal(0, 0.02);
        }
        return s;
    }

    private static Pose of(Rng r, double[] fold, double spread, double[][] thumb) {
        double[] knuckles = new double[4];
        double[] bend = new double[4];
        double back = r.uniform(-0.15, 0.12);
        for (int f = 0; f < 4; f++) {
            // The middle joint bends before the knuckle does.
            double k = fold[f];
            knuckles[f] = back * (1 - k) + KNUCKLE_FOLDED * k * (0.6 + 0.4 * k) + r.normal(0, 0.05);
            bend[f] = 0.03 + MIDDLE_FOLDED * k * (1.3 - 0.3 * k) * r.normal(1, 0.04);
        }
        double[] direction = thumb[0].clone();
        double[] drop = thumb[1].clone();
        double looseness = thumb == OUT ? 0.16 : 0.07;
        for (int i = 0; i < 3; i++) {
            direction[i] += r.normal(0, looseness);
            drop[i] += r.normal(0, looseness);
        }
        double roll = thumb == OUT ? r.uniform(0.3, 1.3) : thumb == BESIDE ? r.uniform(0.9, 1.6) : r.uniform(1.5, 2.3);
        Pose.Held held = new Pose.Held(knuckles, drop, Fast.clamp(r.normal(0, 0.25), -0.5, 0.5));
        return new Pose(splay(r, spread), bend, direction, roll, r.normal(0, 0.2), Optional.of(held));
    }
}
