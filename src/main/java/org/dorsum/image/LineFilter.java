package org.dorsum.image;

import java.util.Arrays;

/**
 * How much each pixel lies on a long dark line: the depth of the valley below it, averaged along the best of several
 * straight directions.
 *
 * <p>At scale σ the second derivative across a direction, scale-normalised so that it equals the depth of a matching valley
 * of Gaussian profile, is averaged over a window of triangular weight along that direction; the greatest average over all
 * directions is the strength. Borders of the skin's small cells, pits and noise do not keep their depth along a straight
 * window; lines do. Immutable; O(pixels · directions).
 *
 * @see <a href="https://doi.org/10.1109/34.93808">Freeman, Adelson 1991</a>, steerable filters
 * @see <a href="https://doi.org/10.1023/A:1008097225773">Lindeberg 1998</a>, scale-normalised ridge strength
 */
public final class LineFilter {
    private static final double PEAK = 2 / Math.sqrt(27); // max over σ of σ²·s/(s² + σ²)^{3/2}, at σ = √2·s
    private static final float BEYOND = 0.125f; // of depth beyond the limit

    /** Quantile that stands for the texture: skin between lines, however many lines there are. */
    private static final double QUIET = 0.3;

    private static final int EVERY = 3; // pixels looked at for a quantile: neighbours say the same

    private final int width;
    private final int directions;
    private final float[] strength;
    private final byte[] direction;

    private LineFilter(int width, int directions, float[] strength, byte[] direction) {
        this.width = width;
        this.directions = directions;
        this.strength = strength;
        this.direction = direction;
    }

    /**
     * Strengths of dark and of bright lines, in the plane's own unit.
     *
     * @param sigma scale, pixels, at least 0.3
     * @param reach half the length of the window, pixels, at least 2: weights fall to 0 there
     * @param directions how many, evenly over half a turn, 4 … 64: half a step should move a window's end by less than σ
     */
    public static DarkAndBright both(Plane plane, double sigma, double reach, int directions) {
        int n = plane.width() * plane.height();
        float[][] curvature = curvature(plane, sigma);
        LineFilter dark = new LineFilter(plane.width(), directions, new float[n], new byte[n]);
        LineFilter bright = new LineFilter(plane.width(), directions, new float[n], new byte[n]);
        float[] across = new float[n];
        LineMean mean = new LineMean(plane.width(), plane.height(), checked(reach, directions));
        for (int k = 0; k < directions; k++) {
            across(curvature, step(k, directions), Float.MAX_VALUE, across);
            mean.raise(
                    across, step(k, directions), k, dark.strength, dark.direction, bright.strength, bright.direction);
        }
        return new DarkAndBright(dark, bright);
    }

    /** Strengths of valleys and of ridges of one plane. */
    public record DarkAndBright(LineFilter dark, LineFilter bright) {}

    /**
     * Strengths of dark lines, in the plane's own unit, where no pixel counts for more than a few times the plane's texture:
     * the 0.3 quantile of the modulus of the curvature's anisotropy over {@code where}.
     *
     * @param sigma scale, pixels, at least 0.3
     * @param reach half the length of the window, pixels, at least 2: weights fall to 0 there
     * @param directions how many, evenly over half a turn, 4 … 64
     * @param where pixels whose texture is typical
     * @param least smallest texture that counts, in the plane's unit, greater than 0
     * @param limit depth of a pixel over the texture, greater than 0, beyond which more depth counts an eighth, so that one
     *     deep pit does not pass for a line and a deep line still has a bottom
     */
    public static LineFilter limited(
            Plane plane, double sigma, double reach, int directions, Mask where, double least, double limit) {
        if (!(least > 0 && limit > 0)) {
            throw new IllegalArgumentException("texture and limit are positive, not " + least + " and " + limit);
        }
        plane.checkSize(where.width(), where.height());
        int n = plane.width() * plane.height();
        float[][] curvature = curvature(plane, sigma);
        float most = (float) (limit * Math.max(least, texture(curvature, where)));
        LineFilter dark = new LineFilter(plane.width(), directions, new float[n], new byte[n]);
        float[] across = new float[n];
        LineMean mean = new LineMean(plane.width(), plane.height(), checked(reach, directions));
        for (int k = 0; k < directions; k++) {
            across(curvature, step(k, directions), most, across);
            mean.raise(across, step(k, directions), k, dark.strength, dark.direction);
        }
        return dark;
    }

    private static double checked(double reach, int directions) {
        if (!(reach >= 2 && reach < 1000 && directions >= 4 && directions <= 64)) {
            throw new IllegalArgumentException(
                    "the window reaches 2 to 1000 pixels in 4 to 64 directions, not " + reach + " in " + directions);
        }
        return reach;
    }

    /** Mean and the two parts of the difference of the second derivatives, normalised: what steering needs. */
    private static float[][] curvature(Plane plane, double sigma) {
        Plane[] h = Filters.hessian(plane, sigma);
        float[] xx = h[0].raw();
        float[] xy = h[1].raw();
        float[] yy = h[2].raw();
        float norm = (float) (sigma * sigma / PEAK);
        float[][] parts = new float[3][xx.length];
        for (int i = 0; i < xx.length; i++) {
            parts[0][i] = norm * 0.5f * (xx[i] + yy[i]);
            parts[1][i] = norm * 0.5f * (xx[i] - yy[i]);
            parts[2][i] = norm * xy[i];
        }
        return parts;
    }

    private static double texture(float[][] curvature, Mask where) {
        float[] b = curvature[1];
        float[] c = curvature[2];
        float[] moduli = new float[b.length / EVERY + 1];
        int n = 0;
        for (int i = 0; i < b.length; i += EVERY) {
            if (where.at(i % where.width(), i / where.width())) {
                moduli[n++] = (float) Math.sqrt(b[i] * b[i] + c[i] * c[i]);
            }
        }
        Arrays.sort(moduli, 0, n);
        return n == 0 ? 0 : moduli[(int) (QUIET * n)];
    }

    /** Depth across a direction, compressed beyond {@code limit}. */
    private static void across(float[][] curvature, double angle, float limit, float[] out) {
        float c = (float) Math.cos(2 * angle);
        float s = (float) Math.sin(2 * angle);
        float[] a = curvature[0];
        float[] b = curvature[1];
        float[] d = curvature[2];
        for (int i = 0; i < out.length; i++) {
            float v = Math.max(-limit, a[i] - c * b[i] - s * d[i]);
            out[i] = v <= limit ? v : limit + BEYOND * (v - limit);
        }
    }

    private static double step(int k, int directions) {
        return Math.PI * k / directions;
    }

    /** Mean depth along the best window through the pixel; 0 where there is no valley. */
    public float strength(int x, int y) {
        return strength[y * width + x];
    }

    /** The angle of that window from the rows towards the columns, radians, 0 … π. */
    public double angle(int x, int y) {
        return step(direction[y * width + x], directions);
    }
}
