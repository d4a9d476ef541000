package org.dorsum.measure;

import java.util.Arrays;
import org.dorsum.image.Mask;
import org.dorsum.image.Plane;
import org.jspecify.annotations.Nullable;

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
     * @param hidden pixels that show something else than skin and are left out; null for none
     */
    static LineProfile of(Curve curve, Plane plane, @Nullable Mask hidden, double pixelsPerMm) {
        double[] x = curve.x();
        double[] y = curve.y();
        int width = plane.width();
        int height = plane.height();
        int half = (int) Math.ceil(REACH_MM * pixelsPerMm);
        double[] sum = new double[2 * half + 1];
        int[] count = new int[sum.length];
        int whole = 0; // points all of whose profile lies on the plane
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
            boolean within = Math.min(x[i], width - 2 - x[i]) >= half * Math.abs(nx)
                    && Math.min(y[i], height - 2 - y[i]) >= half * Math.abs(ny);
            if (within) {
                if (hidden == null) {
                    add(plane, x[i], y[i], nx, ny, half, sum);
                    whole++;
                } else {
                    addSeen(plane, hidden, x[i], y[i], nx, ny, half, sum, count);
                }
                continue;
            }
            for (int k = -half; k <= half; k++) {
                double px = x[i] + k * nx;
                double py = y[i] + k * ny;
                int cx = (int) Math.floor(px);
                int cy = (int) Math.floor(py);
                if (cx >= 0 && cy >= 0 && cx + 1 < width && cy + 1 < height) {
                    int at = cy * width + cx;
                    if (hidden == null || !hidden.at(at)) {
                        double fx = px - cx;
                        double fy = py - cy;
                        sum[k + half] += (1 - fy) * ((1 - fx) * plane.at(at) + fx * plane.at(at + 1))
                                + fy * ((1 - fx) * plane.at(at + width) + fx * plane.at(at + width + 1));
                        count[k + half]++;
                    }
                }
            }
        }
        for (int k = 0; k < sum.length; k++) {
            int n = whole + count[k];
            sum[k] = n > 0 ? sum[k] / n : Double.NaN;
        }
        return best(sum, half, pixelsPerMm);
    }

    /** Adds the profile through one point, all of which lies on the plane. */
    private static void add(Plane plane, double x, double y, double nx, double ny, int half, double[] sum) {
        int width = plane.width();
        for (int k = -half; k <= half; k++) {
            double px = x + k * nx;
            double py = y + k * ny;
            int cx = (int) px;
            int cy = (int) py;
            double fx = px - cx;
            double fy = py - cy;
            int at = cy * width + cx;
            sum[k + half] += (1 - fy) * ((1 - fx) * plane.at(at) + fx * plane.at(at + 1))
                    + fy * ((1 - fx) * plane.at(at + width) + fx * plane.at(at + width + 1));
        }
    }

    /** The same where some of it may be hidden. */
    private static void addSeen(
            Plane plane, Mask hidden, double x, double y, double nx, double ny, int half, double[] sum, int[] count) {
        int width = plane.width();
        for (int k = -half; k <= half; k++) {
            double px = x + k * nx;
            double py = y + k * ny;
            int cx = (int) px;
            int cy = (int) py;
            int at = cy * width + cx;
            if (!hidden.at(at)) {
                double fx = px - cx;
                double fy = py - cy;
                sum[k + half] += (1 - fy) * ((1 - fx) * plane.at(at) + fx * plane.at(at + 1))
                        + fy * ((1 - fx) * plane.at(at + width) + fx * plane.at(at + width + 1));
                count[k + half]++;
            }
        }
    }

    private static LineProfile best(double[] profile, int half, double pixelsPerMm) {
        Fit[] fits = new Fit[SIGMAS_MM.length];
        int best = -1;
        Straightened straightened = Straightened.of(profile, half);
        Shapes shapes = Shapes.at(pixelsPerMm, half);
        for (int s = 0; s < fits.length; s++) {
            fits[s] = straightened.fit(shapes.values[s]);
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

    /** The valleys that are tried, as their depth falls off from the middle: the same for all profiles at one scale. */
    private record Shapes(double pixelsPerMm, double[][] values) {
        private static volatile Shapes last = new Shapes(0, new double[0][]); // planes have one scale, all of them

        /** Each shape from its middle to {@code half}. */
        static Shapes at(double pixelsPerMm, int half) {
            Shapes known = last;
            if (known.pixelsPerMm == pixelsPerMm) {
                return known;
            }
            double[][] values = new double[SIGMAS_MM.length][half + 1];
            for (int s = 0; s < values.length; s++) {
                double sigma = SIGMAS_MM[s] * pixelsPerMm;
                for (int k = 0; k <= half; k++) {
                    values[s][k] = Math.exp(-k * k / (2 * sigma * sigma));
                }
            }
            Shapes shapes = new Shapes(pixelsPerMm, values);
            last = shapes;
            return shapes;
        }
    }

    /**
     * A profile about its own straight line: fitting offset + slope·k − depth·g(k) by least squares is then one-dimensional, once
     * the valley's shape g is taken about its own line, too.
     *
     * @param k offsets that are known
     * @param off the profile less its line there
     * @param slope of that line
     * @param about sum of the squares of {@code off}
     * @param sk sum of the offsets; {@code skk} of their squares
     */
    private record Straightened(int[] k, double[] off, double slope, double about, double sk, double skk) {
        static Straightened of(double[] profile, int half) {
            int[] k = new int[profile.length];
            int n = 0;
            double sk = 0;
            double skk = 0;
            double sv = 0;
            double skv = 0;
            for (int i = -half; i <= half; i++) {
                double v = profile[i + half];
                if (!Double.isNaN(v)) {
                    k[n++] = i;
                    sk += i;
                    skk += i * i;
                    sv += v;
                    skv += i * v;
                }
            }
            double det = n * skk - sk * sk;
            if (!(n > 4 && det > 0)) {
                return new Straightened(new int[0], new double[0], 0, 0, 0, 0);
            }
            double slope = (n * skv - sk * sv) / det;
            double base = (sv - slope * sk) / n;
            double[] off = new double[n];
            double about = 0;
            for (int i = 0; i < n; i++) {
                off[i] = profile[k[i] + half] - base - slope * k[i];
                about += off[i] * off[i];
            }
            return new Straightened(Arrays.copyOf(k, n), off, slope, about, sk, skk);
        }

        /** The fit of a valley of this shape, given from its middle. */
        Fit fit(double[] shape) {
            int n = k.length;
            if (n == 0) {
                return new Fit(0, 0, 1, 0);
            }
            double sg = 0;
            double skg = 0;
            for (int i : k) {
                double g = shape[Math.abs(i)];
                sg += g;
                skg += i * g;
            }
            double gSlope = (n * skg - sk * sg) / (n * skk - sk * sk);
            double gBase = (sg - gSlope * sk) / n;
            double gg = 0;
            double gv = 0;
            for (int i = 0; i < n; i++) {
                double g = shape[Math.abs(k[i])] - gBase - gSlope * k[i];
                gg += g * g;
                gv += g * off[i];
            }
            double depth = gg > 0 ? -gv / gg : 0;
            return new Fit(depth, slope + depth * gSlope, about - depth * depth * gg, about);
        }
    }
}
