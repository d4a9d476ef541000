package org.dorsum.hand;

import java.util.Optional;

/**
 * Turn, scale and shift that lay one figure onto another with the least weighted squares (Gower 1975, doi:10.1007/BF02291478). In
 * complex numbers p ↦ a p + b. Figures are x, y, x, y …
 */
public record Alignment(double ax, double ay, double bx, double by) {

    /** Empty for a figure whose weighted points all coincide. */
    public static Optional<Alignment> of(double[] from, double[] onto, double[] weights) {
        double sum = 0;
        double[] centre = new double[4];
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k];
            centre[0] += weights[k] * from[2 * k];
            centre[1] += weights[k] * from[2 * k + 1];
            centre[2] += weights[k] * onto[2 * k];
            centre[3] += weights[k] * onto[2 * k + 1];
        }
        for (int c = 0; c < 4; c++) {
            centre[c] /= sum;
        }
        double re = 0;
        double im = 0;
        double square = 0;
        for (int k = 0; k < weights.length; k++) {
            double x = from[2 * k] - centre[0];
            double y = from[2 * k + 1] - centre[1];
            double u = onto[2 * k] - centre[2];
            double v = onto[2 * k + 1] - centre[3];
            re += weights[k] * (x * u + y * v);
            im += weights[k] * (x * v - y * u);
            square += weights[k] * (x * x + y * y);
        }
        double ax = re / square;
        double ay = im / square;
        if (!(Math.hypot(ax, ay) > 1e-12 && Math.hypot(ax, ay) < 1e12)) {
            return Optional.empty();
        }
        return Optional.of(new Alignment(
                ax, ay, centre[2] - ax * centre[0] + ay * centre[1], centre[3] - ay * centre[0] - ax * centre[1]));
    }

    /** The figure laid on. */
    public double[] apply(double[] figure) {
        double[] out = new double[figure.length];
        for (int k = 0; k < figure.length; k += 2) {
            out[k] = ax * figure[k] - ay * figure[k + 1] + bx;
            out[k + 1] = ay * figure[k] + ax * figure[k + 1] + by;
        }
        return out;
    }

    /** The figure before it was laid on. */
    public double[] undo(double[] figure) {
        double square = ax * ax + ay * ay;
        double[] out = new double[figure.length];
        for (int k = 0; k < figure.length; k += 2) {
            double x = figure[k] - bx;
            double y = figure[k + 1] - by;
            out[k] = (ax * x + ay * y) / square;
            out[k + 1] = (ax * y - ay * x) / square;
        }
        return out;
    }
}
