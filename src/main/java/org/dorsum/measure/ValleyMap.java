package org.dorsum.measure;

import org.dorsum.image.Filters;
import org.dorsum.image.Plane;

/**
 * How much each pixel looks like the bottom of a valley of log-luminance, at the best of several scales.
 *
 * <p>At scale σ a straight valley has one large positive principal curvature across it and none along it. The strength is
 * {@code σ²·(κ₁ − |κ₂|)}, so that pits and saddles fall away, divided by its value 2/√27 for a valley of unit depth and
 * Gaussian profile of σ/√2, where it is largest: the result is the depth of that valley in units of log-luminance.
 *
 * @see <a href="https://doi.org/10.1023/A:1008097225773">Lindeberg 1998</a>, ridge detection with automatic scale selection
 */
final class ValleyMap {
    private static final double PEAK = 2 / Math.sqrt(27); // max over σ of σ²·s/(s² + σ²)^{3/2}, at σ = √2·s

    private final int width;
    private final int height;
    private final float[] depth;
    private final float[] sigma;
    private final float[] acrossX;
    private final float[] acrossY;
    private final Plane smooth;

    private ValleyMap(Plane smooth) {
        this.smooth = smooth;
        this.width = smooth.width();
        this.height = smooth.height();
        this.depth = new float[width * height];
        this.sigma = new float[width * height];
        this.acrossX = new float[width * height];
        this.acrossY = new float[width * height];
    }

    /** The map of {@code plane} over scales {@code sigmas}, in pixels, ascending. */
    static ValleyMap of(Plane plane, double[] sigmas) {
        ValleyMap map = new ValleyMap(Filters.gaussian(plane, sigmas[0]));
        float[][] all = new float[sigmas.length][];
        for (int s = 0; s < sigmas.length; s++) {
            all[s] = map.update(plane, sigmas[s]);
        }
        map.interpolateScale(all, sigmas);
        return map;
    }

    private float[] update(Plane plane, double s) {
        Plane[] h = Filters.hessian(plane, s);
        double norm = s * s / PEAK;
        float[] here = new float[depth.length];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                double xx = h[0].at(x, y);
                double xy = h[1].at(x, y);
                double yy = h[2].at(x, y);
                double mean = (xx + yy) / 2;
                double half = (xx - yy) / 2;
                double root = Math.sqrt(half * half + xy * xy);
                double across = mean + root;
                double strength = norm * (across - Math.abs(mean - root));
                here[i] = (float) Math.max(0, strength);
                if (strength > depth[i]) {
                    depth[i] = (float) strength;
                    sigma[i] = (float) s;
                    // eigenvector of the larger eigenvalue: the direction across the valley
                    double vx = half + root;
                    double vy = xy;
                    if (half < 0) {
                        vx = xy;
                        vy = root - half;
                    }
                    double length = Math.hypot(vx, vy);
                    acrossX[i] = (float) (length > 0 ? vx / length : 1);
                    acrossY[i] = (float) (length > 0 ? vy / length : 0);
                }
            }
        }
        return here;
    }

    /** Replaces the best scale by the vertex of the parabola through it and its neighbours over log σ. */
    private void interpolateScale(float[][] all, double[] sigmas) {
        for (int i = 0; i < sigma.length; i++) {
            for (int s = 1; s < sigmas.length - 1; s++) {
                if (sigma[i] == (float) sigmas[s]) {
                    double before = all[s - 1][i];
                    double at = all[s][i];
                    double after = all[s + 1][i];
                    double bend = before - 2 * at + after;
                    double shift = bend < 0 ? Math.max(-0.5, Math.min(0.5, (before - after) / (2 * bend))) : 0;
                    double step = Math.log(sigmas[shift < 0 ? s : s + 1] / sigmas[shift < 0 ? s - 1 : s]);
                    sigma[i] = (float) (sigmas[s] * Math.exp(shift * step));
                    break;
                }
            }
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Depth of the valley below its flanks in log-luminance, 0 where there is none. */
    double depth(int x, int y) {
        return depth[y * width + x];
    }

    /** Best scale, pixels; the valley's own Gaussian σ is √2 smaller. */
    double sigma(int x, int y) {
        return sigma[y * width + x];
    }

    /** Unit vector across the valley, x component. */
    double acrossX(int x, int y) {
        return acrossX[y * width + x];
    }

    /** Unit vector across the valley, y component. */
    double acrossY(int x, int y) {
        return acrossY[y * width + x];
    }

    /** Whether the depth at a pixel is a maximum across the valley, by linear interpolation one pixel to either side. */
    boolean isBottom(int x, int y) {
        double here = depth(x, y);
        if (here <= 0 || x < 1 || y < 1 || x >= width - 1 || y >= height - 1) {
            return false;
        }
        double dx = acrossX(x, y);
        double dy = acrossY(x, y);
        return here > interpolated(x + dx, y + dy) && here >= interpolated(x - dx, y - dy);
    }

    /**
     * How far the lower of the two flanks, two σ to either side, rises above the pixel, log-luminance: a valley rises on
     * both sides, the foot of a ridge and the edge of a shadow on one.
     */
    double lowerFlank(int x, int y) {
        double dx = 2 * sigma(x, y) * acrossX(x, y);
        double dy = 2 * sigma(x, y) * acrossY(x, y);
        return Math.min(smoothAt(x + dx, y + dy), smoothAt(x - dx, y - dy)) - smooth.at(x, y);
    }

    private double smoothAt(double x, double y) {
        int px = (int) Math.max(0, Math.min(width - 1, Math.rint(x)));
        int py = (int) Math.max(0, Math.min(height - 1, Math.rint(y)));
        return smooth.at(px, py);
    }

    private double interpolated(double x, double y) {
        int x0 = Math.max(0, Math.min(width - 2, (int) Math.floor(x)));
        int y0 = Math.max(0, Math.min(height - 2, (int) Math.floor(y)));
        double fx = x - x0;
        double fy = y - y0;
        return (1 - fy) * ((1 - fx) * depth(x0, y0) + fx * depth(x0 + 1, y0))
                + fy * ((1 - fx) * depth(x0, y0 + 1) + fx * depth(x0 + 1, y0 + 1));
    }
}
