package org.dorsum.synth;

/**
 * An area of skin that is not well, for testing that it is noticed: an appearance, no model of a disease. Its place is in the map
 * of the skin: u across the hand from the middle finger's bone, v from the wrist towards the fingers.
 *
 * @param kind what it looks like
 * @param u mm across, the back of the hand reaches from about -28 to 28
 * @param v mm from the wrist, the back of the hand reaches from about 25 to 75
 * @param radius mm, 1.5 … 15
 */
public record Injury(Kind kind, double u, double v, double radius) {
    private static final double RAW_BLOOD = 0.1; // volume share: the surface of a graze
    private static final double CRUST_BLOOD = 0.15;
    private static final double CRUST_MELANIN = 0.12; // dried blood is brown
    private static final double INFLAMED = 5; // times the blood of the skin around

    /** What an injury looks like. */
    public enum Kind {
        /** Deep red all over. */
        INFLAMED,
        /** A dark, raised crust in a red rim. */
        CRUSTED,
        /** Without its outer layer: raw, in a red rim. */
        BROKEN
    }

    /** Checks the size. */
    public Injury {
        if (!(radius >= 1.5 && radius <= 15)) {
            throw new IllegalArgumentException("an injury has a radius of 1.5 to 15 mm, not " + radius);
        }
    }

    /** Changes melanin and blood, {@code pigment[0]} and {@code pigment[1]}, at a place in the map. */
    void tint(double atU, double atV, double[] pigment) {
        double flush = weight(atU, atV, kind == Kind.INFLAMED ? 1 : 1.5);
        pigment[1] *= 1 + (INFLAMED - 1) * flush;
        double core = weight(atU, atV, 1);
        if (kind == Kind.BROKEN) {
            pigment[0] *= 1 - 0.7 * core;
            pigment[1] += core * Math.max(0, RAW_BLOOD - pigment[1]);
        } else if (kind == Kind.CRUSTED) {
            pigment[0] += core * CRUST_MELANIN;
            pigment[1] += core * Math.max(0, CRUST_BLOOD - pigment[1]);
        }
    }

    /** Height at a place in the map, mm: a crust is rough and stands out. */
    double height(double atU, double atV) {
        return kind == Kind.CRUSTED
                ? weight(atU, atV, 1) * (0.3 + 0.15 * Noise.gradient(atU / 0.8, atV / 0.8, 4711))
                : 0;
    }

    /** 1 inside, 0 outside, soft over a fifth of the radius, ragged. */
    private double weight(double atU, double atV, double wider) {
        double ragged = 1 + 0.25 * Noise.gradient(atU / 3, atV / 3, 815);
        double d = Math.sqrt((atU - u) * (atU - u) + (atV - v) * (atV - v)) / (radius * wider * ragged);
        return 1 - Fast.step(0.85, 1.05, d);
    }
}
