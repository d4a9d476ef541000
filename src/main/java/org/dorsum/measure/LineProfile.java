package org.dorsum.measure;

import org.dorsum.image.Mask;
import org.dorsum.image.Plane;

/**
 * What a line looks like across, averaged along it: a valley of Gaussian profile on sloping ground, fitted by least squares.
 *
 * <p>The slope takes up what light does over half a millimetre, so that the edge of a shadow has little depth left.
 *
 * @param depth of the valley below its ground, log-luminance; negative for a ridge
 * @param sigmaMm of its Gaussian profile, which holds the photo's own blur
 * @param slope change of the ground per millimetre, log-luminance, absolute
 * @param lowerFlank how far the lower of its two sides rises above its bottom within reach, log-luminance: an edge or the
 *     foot of a ridge rises on one side only
 * @param explained share of the profile's variation about its slope that the valley explains, 0 … 1
 */
record LineProfile(double depth, double sigmaMm, double slope, double lowerFlank, double explained) {
    private static final double REACH_MM =
            1.1; // to either side: three σ of the broadest line, and the next furrow begins
    private static final double[] SIGMAS_MM = {0.08, 0.1, 0.125, 0.155, 0.195, 0.245, 0.305, 0.38, 0.475};

    private static final int BOTTOM =
            2; // pixels to either side of the chain: it follows the bottom to a quarter of a mm

    /** A fit for one σ. */
    private record Fit(double depth, double slope, double left, double about) {}

    /**
     * The profile of a line.
     *
     * @param hidden pixels that show something else than skin and are left out
     */
    static LineProfile of(Curve curve, Plane plane, Mask hidden, double pixelsPerMm) {
        double[] x = curve.x();
        double[] y = curve.y();
        int half = (int) Math.ceil(REACH_MM * pixelsPerMm);
        double[] sum = new double[2 * half + 1];
        double[] count = new double[sum.length];
        for (int i = 0; i < x.length; i++) {
            int a = Math.max(0, i - 3);
            int b = Math.min(x.length - 1, i + 3);
            double dx = x[b] - x[a];
            double dy = y[b] - y[a];
            double l = Math.sqrt(dx * dx + dy * dy);
            if (l == 0) {
                continue;
            }
            double nx = -dy / l;
            double ny = dx / l;
            for (int k = -half; k <= half; k++) {
                double px = x[i] + k * nx;
                double py = y[i] + k * ny;
                int cx = (int) Math.floor(px);
                int cy = (int) Math.floor(py);
                if (cx >= 0 && cy >= 0 && cx + 1 < plane.width() && cy + 1 < plane.height() && !hidden.at(cx, cy)) {
                    double fx = px - cx;
                    double fy = py - cy;
                    double v = (1 - fy) * ((1 - fx) * plane.at(cx, cy) + fx * plane.at(cx + 1, cy))
                            + fy * ((1 - fx) * plane.at(cx, cy + 1) + fx * plane.at(cx + 1, cy + 1));
                    sum[k + half] += v;
                    count[k + half]++;
                }
            }
        }
        for (int k = 0; k < sum.length; k++) {
            sum[k] = count[k] > 0 ? sum[k] / count[k] : Double.NaN;
        }
        return best(sum, half, pixelsPerMm);
    }

    private static LineProfile best(double[] profile, int half, double pixelsPerMm) {
        Fit[] fits = new Fit[SIGMAS_MM.length];
        int best = -1;
        for (int s = 0; s < fits.length; s++) {
            fits[s] = fit(profile, half, SIGMAS_MM[s] * pixelsPerMm);
            if (best < 0 || fits[s].left < fits[best].left) {
                best = s;
            }
        }
        double sigma = SIGMAS_MM[best];
        if (best > 0 && best < fits.length - 1) {
            double before = fits[best - 1].left;
            double at = fits[best].left;
            double after = fits[best + 1].left;
            double bend = before - 2 * at + after;
            double shift = bend > 0 ? Math.max(-0.5, Math.min(0.5, (before - after) / (2 * bend))) : 0;
            sigma *= Math.pow(SIGMAS_MM[best + 1] / SIGMAS_MM[best], shift);
        }
        Fit f = fits[best];
        double bottom = highest(profile, half, -BOTTOM, BOTTOM, -1);
        double left = highest(profile, half, -half, -BOTTOM - 1, 1);
        double right = highest(profile, half, BOTTOM + 1, half, 1);
        return new LineProfile(
                f.depth,
                sigma,
                Math.abs(f.slope) * pixelsPerMm,
                Math.min(left, right) + bottom,
                f.about > 0 ? Math.max(0, 1 - f.left / f.about) : 0);
    }

    /** The highest of {@code sign} times the profile from offset {@code from} to {@code to}; what is unknown is skipped. */
    private static double highest(double[] profile, int half, int from, int to, int sign) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int k = from; k <= to; k++) {
            double v = sign * profile[k + half];
            highest = v > highest ? v : highest;
        }
        return highest;
    }

    /** Least squares of offset + slope·k − depth·g(k); the offset and slope are symmetric and odd, so only depth and offset mix. */
    private static Fit fit(double[] profile, int half, double sigma) {
        double n = 0;
        double sk = 0;
        double skk = 0;
        double sv = 0;
        double skv = 0;
        for (int k = -half; k <= half; k++) {
            double v = profile[k + half];
            if (!Double.isNaN(v)) {
                n++;
                sk += k;
                skk += k * k;
                sv += v;
                skv += k * v;
            }
        }
        double det = n * skk - sk * sk;
        if (!(n > 4 && det > 0)) {
            return new Fit(0, 0, 1, 0);
        }
        // residuals of profile and of the valley's shape about their own straight lines: what is left is
        // one-dimensional
        double vSlope = (n * skv - sk * sv) / det;
        double vBase = (sv - vSlope * sk) / n;
        double sg = 0;
        double skg = 0;
        for (int k = -half; k <= half; k++) {
            if (!Double.isNaN(profile[k + half])) {
                double g = Math.exp(-k * k / (2 * sigma * sigma));
                sg += g;
                skg += k * g;
            }
        }
        double gSlope = (n * skg - sk * sg) / det;
        double gBase = (sg - gSlope * sk) / n;
        double gg = 0;
        double gv = 0;
        double vv = 0;
        for (int k = -half; k <= half; k++) {
            double v = profile[k + half];
            if (!Double.isNaN(v)) {
                double g = Math.exp(-k * k / (2 * sigma * sigma)) - gBase - gSlope * k;
                double r = v - vBase - vSlope * k;
                gg += g * g;
                gv += g * r;
                vv += r * r;
            }
        }
        double depth = gg > 0 ? -gv / gg : 0;
        return new Fit(depth, vSlope + depth * gSlope, vv - depth * depth * gg, vv);
    }
}
