package org.dorsum.colour;

import java.util.List;
import java.util.Optional;

/**
 * What undoes a camera's exposure, white balance, tone curve and saturation, found on patches of known colour: linear light as
 * the photo has it becomes linear light under D65 with white at 1. Immutable.
 *
 * <p>First a curve for each channel, {@code ln t = a + b·ln p + c·(ln p)²}, least squares over the grey patches, beyond the
 * darkest and the lightest of them along its tangent; a pure change of light is {@code b = 1, c = 0}, to which a weak prior holds
 * the fit. Then one matrix that leaves greys grey, least squares over the coloured patches, for saturation and the camera's
 * primaries, held weakly to the identity. Errors of patches count relative to their lightness. Cost: microseconds.
 *
 * <p>Known limits: colours are those the patches are meant to have, so a bad print makes bad colours; the light is taken to
 * be the same on patches and hand.
 *
 * @see <a href="https://doi.org/10.1109/TIP.2015.2405336">Finlayson, Mackiewicz, Hurlbert 2015</a> on correction by a chart and
 *     what exposure does to it
 */
public final class ColourCorrection {
    private static final int FEWEST_GREYS = 4; // the curve has three numbers
    private static final double CLIPPED = 0.93; // of full scale: a channel above may have been cut off
    private static final double DARK = 0.006; // of full scale: 2 of 255, where rounding makes colour
    private static final double CURVE_PRIOR = 1e-3; // per patch: moves b and c by less than 2 % of what six greys say
    private static final double MATRIX_PRIOR = 3e-4; // per patch, likewise
    private static final double FLATTEST = 0.3; // slope of a curve; flatter or steeper is no camera's, or not this card
    private static final double STEEPEST = 3;
    private static final double MOST_ERROR = 4; // ΔE00 over all patches: beyond it these are not the patches

    private final double[][] curves;
    private final double darkest;
    private final double lightest;
    private final double[][] matrix;
    private final double residual;
    private final int greys;

    private ColourCorrection(
            double[][] curves, double darkest, double lightest, double[][] matrix, double residual, int greys) {
        this.curves = curves;
        this.darkest = darkest;
        this.lightest = lightest;
        this.matrix = matrix;
        this.residual = residual;
        this.greys = greys;
    }

    /**
     * A patch of known colour in a photo.
     *
     * @param seen linear light as the photo has it, 0 … 1
     * @param meant linear light that the patch is meant to have under D65
     * @param weight greater than 0: how much it says about the colours that matter
     */
    public record Patch(LinearRgb seen, LinearRgb meant, double weight) {
        boolean usable() {
            double most = Math.max(seen.red(), Math.max(seen.green(), seen.blue()));
            double least = Math.min(seen.red(), Math.min(seen.green(), seen.blue()));
            return most < CLIPPED && least > DARK;
        }
    }

    /**
     * The correction that these patches tell; empty if fewer than four greys can be used (a channel clipped or nearly black), if
     * a curve comes out that no camera has, or if the patches do not agree.
     *
     * @param greys patches without colour
     * @param coloured the others
     */
    public static Optional<ColourCorrection> of(List<Patch> greys, List<Patch> coloured) {
        List<Patch> steps = greys.stream().filter(Patch::usable).toList();
        List<Patch> colours = coloured.stream().filter(Patch::usable).toList();
        if (steps.size() < FEWEST_GREYS) {
            return Optional.empty();
        }
        double darkest =
                steps.stream().mapToDouble(p -> p.seen.luminance()).min().orElse(1);
        double lightest =
                steps.stream().mapToDouble(p -> p.seen.luminance()).max().orElse(1);
        double[][] curves = new double[3][];
        for (int c = 0; c < 3; c++) {
            curves[c] = curve(steps, c);
            if (!camera(curves[c], Math.log(darkest)) || !camera(curves[c], Math.log(lightest))) {
                return Optional.empty();
            }
        }
        double[][] identity = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        ColourCorrection without = new ColourCorrection(curves, darkest, lightest, identity, 0, steps.size());
        double[][] matrix = matrix(without, colours);
        ColourCorrection fitted = new ColourCorrection(curves, darkest, lightest, matrix, 0, steps.size());
        double sum = 0;
        double weight = 0;
        for (List<Patch> patches : List.of(steps, colours)) {
            for (Patch p : patches) {
                double d = Ciede2000.difference(Lab.of(fitted.apply(p.seen)), Lab.of(p.meant));
                sum += p.weight * d * d;
                weight += p.weight;
            }
        }
        double residual = Math.sqrt(sum / weight);
        return residual <= MOST_ERROR
                ? Optional.of(new ColourCorrection(curves, darkest, lightest, matrix, residual, steps.size()))
                : Optional.empty();
    }

    /** The light under D65 with white at 1 that the photo shows as {@code seen}. */
    public LinearRgb apply(LinearRgb seen) {
        double r = curved(0, seen.red());
        double g = curved(1, seen.green());
        double b = curved(2, seen.blue());
        return new LinearRgb(mixed(0, r, g, b), mixed(1, r, g, b), mixed(2, r, g, b));
    }

    /** ΔE00 that is left on the patches, root mean square, at least 0. */
    public double residual() {
        return residual;
    }

    /** How many grey patches it rests on, 4 or more. */
    public int greys() {
        return greys;
    }

    /** Factor that green light of middle grey gets: what the photo is exposed away from full light, greater than 0. */
    public double exposure() {
        double middle = Math.sqrt(darkest * lightest);
        return curved(1, middle) / middle;
    }

    /** Factor that red gets over what green gets at middle grey, greater than 0. */
    public double red() {
        return curved(0, Math.sqrt(darkest * lightest)) / curved(1, Math.sqrt(darkest * lightest));
    }

    /** Factor that blue gets over what green gets at middle grey, greater than 0. */
    public double blue() {
        return curved(2, Math.sqrt(darkest * lightest)) / curved(1, Math.sqrt(darkest * lightest));
    }

    private double curved(int channel, double seen) {
        double[] c = curves[channel];
        double x = Math.log(Math.max(seen, 1e-4));
        double inside = Math.max(Math.log(darkest), Math.min(Math.log(lightest), x));
        return Math.exp(c[0] + c[1] * inside + c[2] * inside * inside + (x - inside) * slope(c, inside));
    }

    private double mixed(int row, double r, double g, double b) {
        return matrix[row][0] * r + matrix[row][1] * g + matrix[row][2] * b;
    }

    private static double slope(double[] curve, double x) {
        return curve[1] + 2 * curve[2] * x;
    }

    private static boolean camera(double[] curve, double x) {
        double slope = slope(curve, x);
        return slope >= FLATTEST && slope <= STEEPEST;
    }

    private static double channel(LinearRgb c, int i) {
        return i == 0 ? c.red() : i == 1 ? c.green() : c.blue();
    }

    private static double[] curve(List<Patch> steps, int channel) {
        double[][] a = new double[3][3];
        double[] y = new double[3];
        for (Patch p : steps) {
            double x = Math.log(channel(p.seen, channel));
            double[] row = {1, x, x * x};
            double t = Math.log(channel(p.meant, channel));
            for (int i = 0; i < 3; i++) {
                y[i] += row[i] * t;
                for (int j = 0; j < 3; j++) {
                    a[i][j] += row[i] * row[j];
                }
            }
        }
        double prior = CURVE_PRIOR * steps.size();
        a[1][1] += prior;
        y[1] += prior;
        a[2][2] += prior;
        return solve(a, y);
    }

    /** Rows sum to one, so two numbers a row: what the two other channels lend to it. */
    private static double[][] matrix(ColourCorrection curves, List<Patch> colours) {
        double[][] matrix = new double[3][3];
        for (int r = 0; r < 3; r++) {
            int[] others = {(r + 1) % 3, (r + 2) % 3};
            double[][] a = {{MATRIX_PRIOR * colours.size() + 1e-12, 0}, {0, MATRIX_PRIOR * colours.size() + 1e-12}};
            double[] y = new double[2];
            for (Patch p : colours) {
                double level =
                        (p.meant.red() + p.meant.green() + p.meant.blue()) / 3; // errors count relative to lightness
                double w = p.weight / level;
                double own = curves.curved(r, channel(p.seen, r));
                double[] row = new double[2];
                for (int i = 0; i < 2; i++) {
                    row[i] = w * (curves.curved(others[i], channel(p.seen, others[i])) - own);
                }
                double t = w * (channel(p.meant, r) - own);
                for (int i = 0; i < 2; i++) {
                    y[i] += row[i] * t;
                    for (int j = 0; j < 2; j++) {
                        a[i][j] += row[i] * row[j];
                    }
                }
            }
            double[] lent = solve(a, y);
            matrix[r][others[0]] = lent[0];
            matrix[r][others[1]] = lent[1];
            matrix[r][r] = 1 - lent[0] - lent[1];
        }
        return matrix;
    }

    /** Solution of a small positive definite system, by elimination. */
    private static double[] solve(double[][] a, double[] y) {
        int n = y.length;
        for (int k = 0; k < n; k++) {
            for (int i = k + 1; i < n; i++) {
                double f = a[i][k] / a[k][k];
                for (int j = k; j < n; j++) {
                    a[i][j] -= f * a[k][j];
                }
                y[i] -= f * y[k];
            }
        }
        double[] x = new double[n];
        for (int k = n - 1; k >= 0; k--) {
            double sum = y[k];
            for (int j = k + 1; j < n; j++) {
                sum -= a[k][j] * x[j];
            }
            x[k] = sum / a[k][k];
        }
        return x;
    }
}
