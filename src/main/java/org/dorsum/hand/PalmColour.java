package org.dorsum.hand;

import org.dorsum.image.Filters;
import org.dorsum.image.Mask;
import org.dorsum.image.Morphology;
import org.dorsum.image.Plane;

/**
 * Which pixels of a mask have the colour of the hand's middle. A Gaussian in L*a*b* starts from the largest inscribed circle,
 * which rings, nails, sleeves and shadows hardly reach, and is refitted to the pixels that agree with it.
 */
final class PalmColour {
    private static final int ROUNDS = 4;
    private static final double CUT = 9; // squared Mahalanobis distance: three standard deviations
    private static final double GROWTH = 1.2; // a Gaussian cut at three standard deviations comes out too narrow
    private static final double[] LEAST_SD = {4, 2, 2.2}; // noise and shading of any skin, L* a* b*
    private static final double[] MOST_SD = {9, 5, 6}; // more than this is not one person's skin in one light

    private PalmColour() {}

    /** The pixels of {@code mask} that look like the middle of it. */
    static boolean[] agreeing(SearchImage image, boolean[] mask) {
        boolean[] sample = core(image, mask);
        double[] mean = new double[3];
        double[][] covariance = new double[3][3];
        fit(image, sample, 1, 1, mean, covariance);
        boolean[] agree = near(image, mask, mean, covariance);
        for (int round = 0; round < ROUNDS && Parts.count(agree) >= 30; round++) {
            fit(image, agree, GROWTH, 0.25, mean, covariance);
            for (int i = 0; i < 3; i++) {
                double shrink = Math.min(1, MOST_SD[i] / Math.sqrt(covariance[i][i]));
                for (int j = 0; j < 3; j++) {
                    covariance[i][j] *= shrink;
                    covariance[j][i] *= shrink;
                }
            }
            agree = near(image, mask, mean, covariance);
        }
        return agree;
    }

    /** The inscribed circle where breadth times skin likeness is greatest. */
    private static boolean[] core(SearchImage image, boolean[] mask) {
        int w = image.width();
        int h = image.height();
        Plane depth = Morphology.distanceToOutside(Mask.of(w, h, (x, y) -> mask[y * w + x]));
        Plane skin = Filters.box(Plane.of(w, h, image.skin()), 9);
        int best = 0;
        double most = -1;
        for (int i = 0; i < mask.length; i++) {
            double s = depth.at(i % w, i / w) * (skin.at(i % w, i / w) + 0.05);
            if (s > most) {
                most = s;
                best = i;
            }
        }
        int cx = best % w;
        int cy = best / w;
        double r = 0.9 * Math.max(3, depth.at(cx, cy));
        boolean[] core = new boolean[mask.length];
        for (int i = 0; i < mask.length; i++) {
            double dx = i % w - cx;
            double dy = Math.floorDiv(i, w) - cy;
            core[i] = mask[i] && dx * dx + dy * dy < r * r;
        }
        return core;
    }

    private static void fit(
            SearchImage image, boolean[] sample, double growth, double noise, double[] mean, double[][] covariance) {
        int n = Math.max(1, Parts.count(sample));
        float[][] lab = image.lab();
        double[] sums = new double[3];
        double[][] products = new double[3][3];
        for (int i = 0; i < sample.length; i++) {
            if (sample[i]) {
                for (int c = 0; c < 3; c++) {
                    sums[c] += lab[c][i];
                    for (int d = c; d < 3; d++) {
                        products[c][d] += (double) lab[c][i] * lab[d][i];
                    }
                }
            }
        }
        for (int c = 0; c < 3; c++) {
            mean[c] = sums[c] / n;
        }
        for (int c = 0; c < 3; c++) {
            for (int d = c; d < 3; d++) {
                double floor = c == d ? noise * LEAST_SD[c] * LEAST_SD[c] : 0;
                covariance[c][d] = growth * (products[c][d] / n - mean[c] * mean[d]) + floor;
                covariance[d][c] = covariance[c][d];
            }
        }
    }

    private static boolean[] near(SearchImage image, boolean[] mask, double[] mean, double[][] covariance) {
        double[][] inverse = inverse(covariance);
        float[][] lab = image.lab();
        boolean[] near = new boolean[mask.length];
        for (int i = 0; i < mask.length; i++) {
            if (mask[i]) {
                double l = lab[0][i] - mean[0];
                double a = lab[1][i] - mean[1];
                double b = lab[2][i] - mean[2];
                double distance = inverse[0][0] * l * l
                        + inverse[1][1] * a * a
                        + inverse[2][2] * b * b
                        + 2 * (inverse[0][1] * l * a + inverse[0][2] * l * b + inverse[1][2] * a * b);
                near[i] = distance < CUT;
            }
        }
        return near;
    }

    /** Inverse of a symmetric positive matrix of three rows, by cofactors. */
    private static double[][] inverse(double[][] m) {
        double[][] inverse = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                int p = (j + 1) % 3;
                int q = (j + 2) % 3;
                int r = (i + 1) % 3;
                int s = (i + 2) % 3;
                inverse[i][j] = m[p][r] * m[q][s] - m[p][s] * m[q][r];
            }
        }
        double determinant = m[0][0] * inverse[0][0] + m[0][1] * inverse[1][0] + m[0][2] * inverse[2][0];
        for (double[] row : inverse) {
            for (int j = 0; j < 3; j++) {
                row[j] /= determinant;
            }
        }
        return inverse;
    }
}
