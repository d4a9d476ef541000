package org.dorsum.synth;

/**
 * A patch of more melanin in the map of the skin.
 *
 * @param u of its centre, mm
 * @param v of its centre, mm
 * @param radius mean radius, mm
 * @param stretch length over breadth, at least 1
 * @param angle of its length, radians from +x
 * @param irregularity of the border, share of the radius
 * @param excess melanin above the skin's own, as share of it
 * @param edge breadth of the border over which the pigment runs out, share of the radius
 * @param seed of the border's shape
 */
record Spot(
        double u,
        double v,
        double radius,
        double stretch,
        double angle,
        double irregularity,
        double excess,
        double edge,
        int seed) {

    /** The distance from its centre beyond which it ends, mm. */
    double reach() {
        return radius * stretch * (1 + irregularity + edge);
    }

    /** Share of the full excess at a point: 1 inside, 0 outside, 1/2 on the outline. */
    double weight(double x, double y) {
        double dx = x - u;
        double dy = y - v;
        double c = StrictMath.cos(angle);
        double s = StrictMath.sin(angle);
        double root = Math.sqrt(stretch);
        double a = (c * dx + s * dy) / (radius * root);
        double b = (c * dy - s * dx) * root / radius;
        double r = Math.sqrt(a * a + b * b);
        double bulge = irregularity * 2 * Noise.fractal(1.6 * a + 7, 1.6 * b + 3, seed, 2, 0.5);
        return 1 - Fast.step(1 - edge, 1 + edge, r + bulge);
    }

    /** Area within its outline on the skin, mm², by counting. */
    double area() {
        double step = radius / 24;
        int n = (int) Math.ceil(reach() / step);
        int inside = 0;
        for (int j = -n; j <= n; j++) {
            for (int i = -n; i <= n; i++) {
                inside += weight(u + i * step, v + j * step) >= 0.5 ? 1 : 0;
            }
        }
        return inside * step * step;
    }

    /** The same spot with {@code factor} of the pigment. */
    Spot faded(double factor) {
        return new Spot(u, v, radius, stretch, angle, irregularity, excess * factor, edge, seed);
    }
}
