package org.dorsum.synth;

/**
 * A curve in the map of the skin: a line, fold, vein or tendon.
 *
 * @param u along the map's x axis, mm
 * @param v along the map's y axis, mm
 * @param width full width at half depth in the middle, mm
 * @param depth in the middle, mm; negative stands out of the skin
 * @param tapered whether width and depth run out towards both ends
 */
record Stroke(float[] u, float[] v, double width, double depth, boolean tapered) {
    private static final double HALF = 1.66511; // full width at half depth of exp(−(d/w)²), in w

    /** Length, mm. */
    double length() {
        double sum = 0;
        for (int i = 1; i < u.length; i++) {
            double du = u[i] - u[i - 1];
            double dv = v[i] - v[i - 1];
            sum += Math.sqrt(du * du + dv * dv);
        }
        return sum;
    }

    /** Scale w of the profile exp(−(d/w)²) in the middle, mm. */
    double scale() {
        return width / HALF;
    }

    /** Share of full depth at {@code t} of the way: 1 in between, running out over the last eighth at either end. */
    double strength(double t) {
        if (!tapered) {
            return 1;
        }
        double e = Math.min(t, 1 - t) * 8;
        return e >= 1 ? 1 : e <= 0 ? 0 : e * (2 - e);
    }

    /** The same curve of another depth. */
    Stroke deepened(double factor) {
        return new Stroke(u, v, width, depth * factor, tapered);
    }

    /** A smooth wandering curve from a point in a direction (radians from +x), with points every {@code pitch} mm. */
    static Stroke wander(
            Rng rng,
            double x,
            double y,
            double angle,
            double length,
            double pitch,
            double bend,
            double width,
            double depth) {
        int n = Math.max(3, (int) Math.ceil(length / pitch) + 1);
        float[] u = new float[n];
        float[] v = new float[n];
        double turn = rng.normal(0, bend);
        double step = length / (n - 1);
        for (int i = 0; i < n; i++) {
            u[i] = (float) x;
            v[i] = (float) y;
            x += step * StrictMath.cos(angle);
            y += step * StrictMath.sin(angle);
            turn = 0.85 * turn + rng.normal(0, bend * 0.5);
            angle += turn * step;
        }
        return new Stroke(u, v, width, depth, true);
    }
}
