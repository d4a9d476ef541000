package org.dorsum.image;

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

    /** Quantile that stands for the texture: skin between lines, however many lines there are. */
    private static final double QUIET = 0.3;

    private static final int EVERY = 3; // pixels looked at for a quantile: neighbours say the same

    private final int width;
    private final int directions;
    private final float[] strength;
    private final byte[] direction;

    private final double[] acrossX; // one pixel across each direction
    private final double[] acrossY;

    private LineFilter(int width, int directions, float[] strength, byte[] direction) {
        acrossX = new double[directions];
        acrossY = new double[directions];
        for (int k = 0; k < directions; k++) {
            acrossX[k] = -Math.sin(step(k, directions));
            acrossY[k] = Math.cos(step(k, directions));
        }
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
        checked(reach, directions);
        LineStrengths strengths = new LineStrengths(curvature(plane, sigma), plane.width(), Float.MAX_VALUE, true);
        strengths.raise(reach, directions);
        return new DarkAndBright(
                new LineFilter(plane.width(), directions, strengths.dark(), strengths.direction()),
                new LineFilter(plane.width(), directions, strengths.bright(), strengths.brightDirection()));
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
        checked(reach, directions);
        float[][] curvature = curvature(plane, sigma);
        float most = (float) (limit * Math.max(least, texture(curvature, where)));
        LineStrengths strengths = new LineStrengths(curvature, plane.width(), most, false);
        strengths.raise(reach, directions);
        return new LineFilter(plane.width(), directions, strengths.dark(), strengths.direction());
    }

    private static void checked(double reach, int directions) {
        if (!(reach >= 2 && reach < 1000 && directions >= 4 && directions <= 64)) {
            throw new IllegalArgumentException(
                    "the window reaches 2 to 1000 pixels in 4 to 64 directions, not " + reach + " in " + directions);
        }
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
            if (where.at(i)) {
                moduli[n++] = b[i] * b[i] + c[i] * c[i];
            }
        }
        return n == 0 ? 0 : Math.sqrt(FloatSelection.at(moduli, n, (int) (QUIET * n)));
    }

    static double step(int k, int directions) {
        return Math.PI * k / directions;
    }

    /** Mean depth along the best window through the pixel; 0 where there is no valley. */
    public float strength(int x, int y) {
        return strength[y * width + x];
    }

    /** The same of pixel {@code i}, row by row. */
    public float strength(int i) {
        return strength[i];
    }

    /** The angle of that window from the rows towards the columns, radians, 0 … π. */
    public double angle(int x, int y) {
        return step(direction[y * width + x], directions);
    }

    /** Whether the strength at a pixel within the frame is a maximum across the line, by linear interpolation one pixel to either side. */
    public boolean isBottom(int x, int y) {
        int k = direction[y * width + x];
        double here = strength[y * width + x];
        return here > at(x + acrossX[k], y + acrossY[k]) && here >= at(x - acrossX[k], y - acrossY[k]);
    }

    private double at(double x, double y) {
        int x0 = (int) x;
        int y0 = (int) y;
        double fx = x - x0;
        double fy = y - y0;
        int i = y0 * width + x0;
        double v = (1 - fx) * (1 - fy) * strength[i];
        if (fx > 0) {
            v += fx * (1 - fy) * strength[i + 1];
        }
        if (fy > 0) {
            v += (1 - fx) * fy * strength[i + width];
        }
        if (fx > 0 && fy > 0) {
            v += fx * fy * strength[i + width + 1];
        }
        return v;
    }
}
