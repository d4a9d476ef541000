package org.dorsum.measure;

import org.dorsum.image.Mask;
import org.dorsum.image.Plane;

/**
 * The plane {@code c + x·dx + y·dy} that fits values best, least squares over a mask; coordinates from the mask's centre of mass.
 */
record PlaneFit(double x0, double y0, double c, double dx, double dy) {

    /** The fit; flat where the mask has no extent. */
    static PlaneFit of(Plane plane, Mask where) {
        double n = Math.max(1, where.count());
        double[] mean = new double[3];
        each(plane, where, (x, y, v) -> {
            mean[0] += x / n;
            mean[1] += y / n;
            mean[2] += v / n;
        });
        double[] s = new double[5];
        each(plane, where, (x, y, v) -> {
            double a = x - mean[0];
            double b = y - mean[1];
            s[0] += a * a;
            s[1] += a * b;
            s[2] += b * b;
            s[3] += a * v;
            s[4] += b * v;
        });
        double determinant = s[0] * s[2] - s[1] * s[1];
        boolean flat = !(determinant > 1e-9 * s[0] * s[2]);
        return new PlaneFit(
                mean[0],
                mean[1],
                mean[2],
                flat ? 0 : (s[3] * s[2] - s[4] * s[1]) / determinant,
                flat ? 0 : (s[4] * s[0] - s[3] * s[1]) / determinant);
    }

    /** Values less the fit. */
    Plane residual(Plane plane) {
        return Plane.of(plane.width(), plane.height(), (x, y) -> plane.at(x, y) - c - (x - x0) * dx - (y - y0) * dy);
    }

    private interface Visitor {
        void at(int x, int y, double value);
    }

    private static void each(Plane plane, Mask where, Visitor visitor) {
        for (int y = 0; y < where.height(); y++) {
            for (int x = 0; x < where.width(); x++) {
                if (where.at(x, y)) {
                    visitor.at(x, y, plane.at(x, y));
                }
            }
        }
    }
}
