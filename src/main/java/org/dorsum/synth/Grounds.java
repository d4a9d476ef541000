package org.dorsum.synth;

/** Draws grounds: surfaces to lay a hand on, and rooms behind one. */
final class Grounds {
    private Grounds() {}

    /** Any surface, as a frame shows it whose shorter side is {@code extent} mm. */
    static Backdrop surface(Rng r, double extent) {
        return switch (r.below(10)) {
            case 0, 1, 2 -> Backdrop.random(r);
            case 3, 4 -> Print.random(r);
            case 5 -> Tiles.random(r);
            case 6 -> Grass.random(r);
            case 7 -> skinColoured(r);
            case 8 -> Clutter.random(r, surface(r, extent), 0.02, extent);
            default -> plain(r);
        };
    }

    /** Walls, people's clothes and things at some distance. */
    static Backdrop room(Rng r, double extent) {
        return switch (r.below(6)) {
            case 0 -> plain(r);
            case 1 -> r.chance(0.4) ? skinColoured(r) : Print.random(r);
            default -> Clutter.random(r, surface(r, extent), r.uniform(0.02, 0.5), extent);
        };
    }

    /** A colour of things, linear light, 0 … 1. */
    static double[] colour(Rng r) {
        double k = 0.01 + 0.85 * r.uniform(0, 1) * r.uniform(0.1, 1);
        if (r.chance(0.3)) { // grey, white, black
            return new double[] {k * r.uniform(0.93, 1), k * r.uniform(0.93, 1), k * r.uniform(0.93, 1)};
        }
        double least = r.chance(0.4) ? 0.05 : 0.4;
        return new double[] {k * r.uniform(least, 1), k * r.uniform(least, 1), k * r.uniform(least, 1)};
    }

    /** A colour of somebody's skin, now and then lighter or darker than skin is. */
    static double[] skin(Rng r) {
        Subject s = Subject.random(r.below(1 << 20));
        double[] c = new double[3];
        SkinOptics.colour(SkinOptics.melaninFor(s.ita(), s.blood()), s.blood(), c);
        double k = r.uniform(0.7, 1.25);
        return new double[] {c[0] * k, c[1] * k * r.normal(1, 0.06), c[2] * k * r.normal(1, 0.1)};
    }

    private static Backdrop plain(Rng r) {
        double[] c = colour(r);
        return new Backdrop.Paper(c[0], c[1], c[2], r.below(1 << 20));
    }

    private static Backdrop skinColoured(Rng r) {
        double[] c = skin(r);
        int seed = r.below(1 << 20);
        return switch (r.below(3)) {
            case 0 -> new Backdrop.Paper(c[0], c[1], c[2], seed);
            case 1 -> new Backdrop.Desk(c[0], c[1], c[2], r.uniform(0.02, 0.3), r.uniform(0.6, 20), seed);
            default -> new Backdrop.Cloth(c[0], c[1], c[2], r.uniform(0.5, 2.5), r.uniform(0.1, 0.4), seed);
        };
    }
}
