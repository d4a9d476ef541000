package org.dorsum.synth;

/**
 * Things that cover each other before a ground: boxes, discs, bars, each of one colour with a gradient, sharp or out of
 * focus. Some have the colour of skin, as faces and arms far away.
 *
 * @param ground behind the things
 * @param things from the farthest to the nearest
 */
record Clutter(Backdrop ground, Thing[] things) implements Backdrop {
    private static final double FIELD = 0.9; // of the frame: half the side of the square over which things are strewn

    /**
     * One thing.
     *
     * @param x middle, mm
     * @param y middle, mm
     * @param cos of its turn
     * @param sin of its turn
     * @param halfLength mm
     * @param halfBreadth mm
     * @param round whether it is an ellipse, not a box
     * @param soft breadth of its edge, mm
     * @param colour linear light, 0 … 1
     * @param shading change of light across it, share of it
     * @param stripes period of bars across it, mm; 0 for none
     */
    record Thing(
            double x,
            double y,
            double cos,
            double sin,
            double halfLength,
            double halfBreadth,
            boolean round,
            double soft,
            double[] colour,
            double shading,
            double stripes) {}

    /** @param blur the most that an edge is softened, as share of the thing's half breadth
     * @param extent of the frame's shorter side, mm */
    static Clutter random(Rng r, Backdrop ground, double blur, double extent) {
        Thing[] things = new Thing[6 + r.below(18)];
        for (int i = 0; i < things.length; i++) {
            double turn = r.chance(0.5) ? r.normal(0, 0.08) + (r.chance(0.5) ? 1.5708 : 0) : r.uniform(0, 3.1416);
            double length = extent * (0.03 + 0.5 * r.uniform(0, 1) * r.uniform(0.2, 1));
            double breadth = length * (r.chance(0.3) ? r.uniform(0.03, 0.2) : r.uniform(0.25, 1));
            things[i] = new Thing(
                    extent * r.uniform(-FIELD, FIELD),
                    extent * r.uniform(-FIELD, FIELD),
                    StrictMath.cos(turn),
                    StrictMath.sin(turn),
                    length,
                    breadth,
                    r.chance(0.4),
                    0.6 + blur * breadth * r.uniform(0, 1),
                    r.chance(0.2) ? Grounds.skin(r) : Grounds.colour(r),
                    r.normal(0, 0.3),
                    r.chance(0.2) ? r.uniform(6, 40) : 0);
        }
        return new Clutter(ground, things);
    }

    @Override
    public boolean placed() {
        return true;
    }

    @Override
    public void colour(double x, double y, double finest, double[] rgb) {
        ground.colour(x, y, finest, rgb);
        for (Thing t : things) {
            double dx = x - t.x;
            double dy = y - t.y;
            double a = t.cos * dx + t.sin * dy;
            double b = t.cos * dy - t.sin * dx;
            double soft = Math.max(t.soft, finest);
            if (Math.abs(a) > t.halfLength + soft || Math.abs(b) > t.halfBreadth + soft) {
                continue;
            }
            double p = a / t.halfLength;
            double q = b / t.halfBreadth;
            double d = t.round
                    ? (Math.sqrt(p * p + q * q) - 1) * t.halfBreadth
                    : Math.max(Math.abs(a) - t.halfLength, Math.abs(b) - t.halfBreadth);
            double on = 1 - Fast.step(-soft, soft, d);
            if (on <= 0) {
                continue;
            }
            double k = Math.max(0.2, 1 + t.shading * (p + 0.5 * q));
            if (t.stripes > 0) {
                double f = a / t.stripes - Math.floor(a / t.stripes);
                k *= 1 - 0.55 * Fast.step(0.45, 0.55, f) * (1 - Fast.step(0.9, 1, f));
            }
            for (int c = 0; c < 3; c++) {
                rgb[c] += on * (t.colour[c] * k - rgb[c]);
            }
        }
    }
}
