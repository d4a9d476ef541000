package org.dorsum.measure;

import org.dorsum.image.FloatSelection;
import org.dorsum.image.Mask;
import org.dorsum.image.Plane;
import org.dorsum.stats.Quantiles;

/**
 * The mix of red, green and blue density that shows melanin best above everything else that a photo shows at one scale: relief,
 * blood, chroma noise of JPEG. With C the covariance of the densities over plain skin and d the direction of melanin, weights
 * are {@code C⁻¹d / (dᵀC⁻¹d)}: melanin counts one, and of what is not melanin least is left (matched filter).
 *
 * <p>The direction is fixed by the skin's absorption; how much each channel is to be trusted is the photo's own. On light
 * skin with good colour it comes out as blue against red, which shading does not move; where compression spoils colour, or dark
 * skin has no blue left, as darkness.
 *
 * @see <a href="https://doi.org/10.1109/7.135446">Robey, Fuhrmann, Kelly, Nitzberg 1992</a> on the adaptive matched filter
 */
final class PigmentFilter {
    /** Absorption of melanin seen through sRGB's red, green and blue, unit length: what is left of λ^−3.33 (docs/methods.md). */
    private static final double[] MELANIN = {0.235, 0.465, 0.853};

    /** Light that the surface throws back uncoloured, of full light: it hides what lies below, most where least comes from there. */
    private static final double SURFACE = 0.035;

    private static final double LEAST_SEEN = 0.05; // of a channel's absorption: never nothing, whatever the exposure
    private static final double FLOOR = 0.004; // density that 8-bit samples and interpolation move by anyhow
    private static final int CLIPS = 3;
    private static final double FAR = 9; // squared distance of three standard deviations: beyond it is no plain skin
    private static final double CLIPPED_GAIN = 1.08; // what clipping three variables there takes off their variance

    private final double[] weights;
    private final double[] centre;
    private final double noise;

    private PigmentFilter(double[] weights, double[] centre, double noise) {
        this.weights = weights;
        this.centre = centre;
        this.noise = noise;
    }

    static String settings() {
        return SURFACE + " " + FLOOR + " " + FAR;
    }

    /** What melanin does to the density of each channel on skin of this light, per unit. */
    static double[] direction(double red, double green, double blue) {
        double[] light = {red, green, blue};
        double[] d = new double[3];
        double sum = 0;
        for (int c = 0; c < 3; c++) {
            d[c] = MELANIN[c] * Math.max(LEAST_SEEN, 1 - SURFACE / Math.max(light[c], SURFACE));
            sum += d[c] * d[c];
        }
        for (int c = 0; c < 3; c++) {
            d[c] /= Math.sqrt(sum);
        }
        return d;
    }

    /** The filter for densities whose plain skin is the mask's; at least one pixel. */
    static PigmentFilter of(Densities densities, Mask plain, double[] direction) {
        float[][] v = {
            densities.red().on(plain),
            densities.green().on(plain),
            densities.blue().on(plain)
        };
        double[] centre = new double[3];
        for (int c = 0; c < 3; c++) {
            centre[c] = FloatSelection.median(v[c], v[c].length);
        }
        double[][] inverse = spread(v, centre);
        for (int i = 0; i < CLIPS; i++) {
            inverse = inverse(covariance(v, centre, inverse, CLIPPED_GAIN));
        }
        double[] w = new double[3];
        double gain = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                w[i] += inverse[i][j] * direction[j];
            }
            gain += w[i] * direction[i];
        }
        for (int i = 0; i < 3; i++) {
            w[i] /= gain;
        }
        return new PigmentFilter(w, centre, 1 / Math.sqrt(gain));
    }

    /** Melanin density of each pixel above plain skin, in units along the melanin direction. */
    Plane amount(Densities densities) {
        double zero = weights[0] * centre[0] + weights[1] * centre[1] + weights[2] * centre[2];
        return densities.weighted(weights).plus(-zero);
    }

    /** The same without taking plain skin for zero. */
    Plane mix(Densities densities) {
        return densities.weighted(weights);
    }

    /** Standard deviation of the amount over plain skin, greater than 0. */
    double noise() {
        return noise;
    }

    /**
     * A first inverse covariance that a third of spotted skin cannot spoil: by the median absolute deviations, as if the channels
     * moved independently, each by a third of the squared distance, since mostly they move together.
     */
    private static double[][] spread(float[][] v, double[] centre) {
        double[][] inverse = new double[3][3];
        for (int c = 0; c < 3; c++) {
            float[] off = new float[v[c].length];
            for (int i = 0; i < off.length; i++) {
                off[i] = (float) Math.abs(v[c][i] - centre[c]);
            }
            double s = Quantiles.NORMAL_MAD * FloatSelection.median(off, off.length);
            inverse[c][c] = 1 / (3 * (s * s + FLOOR * FLOOR));
        }
        return inverse;
    }

    /** Covariance about the centre of the values that lie near by an earlier covariance. */
    private static double[][] covariance(float[][] v, double[] centre, double[][] before, double gain) {
        double xx = 0;
        double xy = 0;
        double xz = 0;
        double yy = 0;
        double yz = 0;
        double zz = 0;
        int n = 0;
        for (int k = 0; k < v[0].length; k++) {
            double x = v[0][k] - centre[0];
            double y = v[1][k] - centre[1];
            double z = v[2][k] - centre[2];
            double distance = before[0][0] * x * x
                    + before[1][1] * y * y
                    + before[2][2] * z * z
                    + 2 * (before[0][1] * x * y + before[0][2] * x * z + before[1][2] * y * z);
            double near = distance > FAR ? 0 : 1;
            n += (int) near;
            xx += near * x * x;
            xy += near * x * y;
            xz += near * x * z;
            yy += near * y * y;
            yz += near * y * z;
            zz += near * z * z;
        }
        double share = gain / Math.max(1, n);
        double floor = FLOOR * FLOOR;
        return new double[][] {
            {share * xx + floor, share * xy, share * xz},
            {share * xy, share * yy + floor, share * yz},
            {share * xz, share * yz, share * zz + floor}
        };
    }

    /** Inverse of a symmetric matrix of positive determinant. */
    private static double[][] inverse(double[][] a) {
        double[][] b = new double[3][3];
        double determinant = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                int r1 = (i + 1) % 3;
                int r2 = (i + 2) % 3;
                int c1 = (j + 1) % 3;
                int c2 = (j + 2) % 3;
                b[j][i] = a[r1][c1] * a[r2][c2] - a[r1][c2] * a[r2][c1];
            }
        }
        for (int j = 0; j < 3; j++) {
            determinant += a[0][j] * b[j][0];
        }
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                b[i][j] /= determinant;
            }
        }
        return b;
    }
}
