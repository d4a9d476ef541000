package org.dorsum.synth;

import java.util.Optional;

/**
 * How the fingers lie. Angles in radians. Immutable.
 *
 * @param splay of index … little finger from the forearm's direction, positive towards the little finger
 * @param bend how far middle and end joints of index … little finger are bent
 * @param thumb direction of the thumb's metacarpal, base and end segment, negative away from the fingers
 * @param roll how far the thumb's nail is turned outwards
 * @param wrist direction of the forearm against the hand
 * @param held what muscles hold up; absent for a hand laid flat, whose fingertips sink to the table
 */
record Pose(double[] splay, double[] bend, double[] thumb, double roll, double wrist, Optional<Held> held) {

    /**
     * The flexions of a hand that is held rather than laid down.
     *
     * @param knuckles flexion of index … little finger at the knuckle: 0 straight, about 1.5 in a fist
     * @param thumbDrop how steeply the thumb's metacarpal, base and end segment point towards the palm's side
     * @param lift how far the forearm falls away towards the palm's side, as where the hand is bent backwards
     */
    record Held(double[] knuckles, double[] thumbDrop, double lift) {}

    /** A hand laid flat. */
    Pose(double[] splay, double[] bend, double[] thumb, double roll, double wrist) {
        this(splay, bend, thumb, roll, wrist, Optional.empty());
    }

    /** Fingers closed ({@code spread} 0) to wide apart (1). */
    static Pose random(Rng rng, double spread, double bendMost) {
        double s = 0.35 + 0.65 * spread;
        double[] splay = {
            -0.155 * s + rng.normal(0, 0.015),
            -0.015 + rng.normal(0, 0.012),
            0.115 * s + rng.normal(0, 0.012),
            0.30 * s + rng.normal(0, 0.02)
        };
        double[] bend = new double[4];
        double common = rng.uniform(0.02, bendMost);
        for (int i = 0; i < 4; i++) {
            bend[i] = common * rng.uniform(0.7, 1.3);
        }
        double out = rng.uniform(0.25, 1) * (0.4 + 0.6 * spread);
        double[] thumb = {-0.48 - 0.30 * out, -0.22 - 0.55 * out + rng.normal(0, 0.06), 0};
        thumb[2] = thumb[1] + rng.uniform(-0.25, 0.2);
        return new Pose(splay, bend, thumb, rng.uniform(0.35, 0.95), rng.normal(0, 0.09));
    }

    /** The same with other directions of the fingers. */
    Pose withSplay(double[] newSplay) {
        return new Pose(newSplay, bend, thumb, roll, wrist, held);
    }

    /** The same with the forearm and the thumb in other directions. */
    Pose withArm(double newWrist, double[] newThumb) {
        return new Pose(splay, bend, newThumb, roll, newWrist, held);
    }

    /** The same pose as a second photo on another day finds it: a little different everywhere. */
    Pose again(Rng rng) {
        double[] s = splay.clone();
        double[] b = bend.clone();
        double[] t = thumb.clone();
        for (int i = 0; i < 4; i++) {
            s[i] += rng.normal(0, 0.012);
            b[i] = Math.max(0.01, b[i] + rng.normal(0, 0.02));
        }
        for (int i = 0; i < 3; i++) {
            t[i] += rng.normal(0, 0.03);
        }
        return new Pose(s, b, t, roll + rng.normal(0, 0.04), wrist + rng.normal(0, 0.02), held);
    }
}
