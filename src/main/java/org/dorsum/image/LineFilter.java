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
    /** Every 11 degrees: half a step moves the end of a window of ±1.5 mm by 0.15 mm, less than a line's width. */
    public static final int DIRECTIONS = 16;

    private static final double PEAK = 2 / Math.sqrt(27); // max over σ of σ²·s/(s² + σ²)^{3/2}, at σ = √2·s
    private static final float BEYOND = 0.125f; // of depth beyond the limit

    /** Quantile that stands for the texture: skin between lines, however many lines there are. */
    private static final double QUIET = 0.3;

    private static final int EVERY = 3; // pixels looked at for a quantile: neighbours say the same

    private final int width;
    private final float[] strength;
    private final byte[] direction;

    private LineFilter(int width, float[] strength, byte[] direction) {
        this.width = width;
        this.strength = strength;
        this.direction = direction;
    }

    /**
     * Strengths of dark and of bright lines at one scale, in the plane's own unit.
     *
     * @param sigma scale, pixels, at least 0.3
     * @param reach half the length of the window, pixels, at least 2: weights fall to 0 there
     */
    public static DarkAndBright both(Plane plane, double sigma, double reach) {
        int n = plane.width() * plane.height();
        float[][][] curvature = {curvature(plane, sigma)};
        LineFilter dark = new LineFilter(plane.width(), new float[n], new byte[n]);
        LineFilter bright = new LineFilter(plane.width(), new float[n], new byte[n]);
        float[] across = new float[n];
        LineMean mean = new LineMean(plane.width(), plane.height(), checked(reach));
        for (int k = 0; k < DIRECTIONS; k++) {
            across(curvature, k, Float.MAX_VALUE, across);
            mean.raise(across, k, dark.strength, dark.direction, bright.strength, bright.direction);
        }
        return new DarkAndBright(dark, bright);
    }

    /** Strengths of valleys and of ridges of one plane. */
    public record DarkAndBright(LineFilter dark, LineFilter bright) {}

    /**
     * Strengths relative to the plane's own texture: at each scale depths are divided by a low quantile (0.3) of the modulus of the
     * curvature's anisotropy over {@code where}, so that a photo of less contrast, or softer at one scale, has the same
     * strengths; then the greatest over scales counts.
     *
     * @param sigmas scales, pixels, each at least 0.3
     * @param where pixels whose texture is typical
     * @param least smallest texture that depths are divided by, in the plane's unit, greater than 0
     * @param reach half the length of the window, pixels, at least 2
     * @param limit relative depth of a pixel beyond which more depth counts an eighth, so that one deep pit does not pass
     *     for a line and a deep line still has a bottom
     */
    public static LineFilter relative(
            Plane plane, double[] sigmas, Mask where, double least, double reach, double limit) {
        if (!(least > 0 && limit > 0)) {
            throw new IllegalArgumentException("texture and limit are positive, not " + least + " and " + limit);
        }
        plane.checkSize(where.width(), where.height());
        float[][][] curvature = new float[sigmas.length][][];
        for (int s = 0; s < sigmas.length; s++) {
            curvature[s] = curvature(plane, sigmas[s]);
            float factor = (float) (1 / Math.max(least, texture(curvature[s], where)));
            for (float[] part : curvature[s]) {
                for (int i = 0; i < part.length; i++) {
                    part[i] *= factor;
                }
            }
        }
        return of(plane, curvature, reach, (float) limit);
    }

    private static LineFilter of(Plane plane, float[][][] curvature, double reach, float limit) {
        int n = plane.width() * plane.height();
        float[] strength = new float[n];
        byte[] direction = new byte[n];
        float[] across = new float[n];
        LineMean mean = new LineMean(plane.width(), plane.height(), checked(reach));
        for (int k = 0; k < DIRECTIONS; k++) {
            across(curvature, k, limit, across);
            mean.raise(across, k, strength, direction);
        }
        return new LineFilter(plane.width(), strength, direction);
    }

    private static double checked(double reach) {
        if (!(reach >= 2 && reach < 1000)) {
            throw new IllegalArgumentException("the window reaches 2 to 1000 pixels, not " + reach);
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

    /** Depth across direction {@code k}, the greatest over scales, compressed beyond {@code limit}. */
    private static void across(float[][][] curvature, int k, float limit, float[] out) {
        float c = (float) Math.cos(2 * angle(k));
        float s = (float) Math.sin(2 * angle(k));
        Arrays.fill(out, -limit);
        for (float[][] parts : curvature) {
            float[] a = parts[0];
            float[] b = parts[1];
            float[] d = parts[2];
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.max(out[i], a[i] - c * b[i] - s * d[i]);
            }
        }
        for (int i = 0; i < out.length; i++) {
            out[i] = out[i] <= limit ? out[i] : limit + BEYOND * (out[i] - limit);
        }
    }

    /** Angle of direction {@code k} from the rows towards the columns, radians, 0 … π. */
    public static double angle(int k) {
        return Math.PI * k / DIRECTIONS;
    }

    /** Mean depth along the best window through the pixel; 0 where there is no valley. */
    public float strength(int x, int y) {
        return strength[y * width + x];
    }

    /** The direction of that window, 0 … {@link #DIRECTIONS} − 1. */
    public int direction(int x, int y) {
        return direction[y * width + x];
    }
}
