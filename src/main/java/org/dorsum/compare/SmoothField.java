package org.dorsum.compare;

import java.util.List;
import org.dorsum.image.Displacement;
import org.dorsum.image.Plane;
import org.dorsum.image.Point;

/**
 * A smooth field of displacements through given ones: per axis the thin-plate spline of least bending plus squared misfit.
 * O(n³) for n places, of which a hand has some hundred.
 *
 * @see <a href="https://doi.org/10.1109/34.24792">Bookstein 1989</a> on thin-plate splines
 * @see <a href="https://doi.org/10.1137/1.9781611970128">Wahba 1990</a> on their smoothing
 */
final class SmoothField {
    private static final int GRID = 8; // pixels: the field bends over centimetres, between it runs straight

    private final double unit;
    private final double[] px;
    private final double[] py;
    private final double[] wx;
    private final double[] wy;

    private SmoothField(double unit, double[] px, double[] py, double[] wx, double[] wy) {
        this.unit = unit;
        this.px = px;
        this.py = py;
        this.wx = wx;
        this.wy = wy;
    }

    /**
     * The field through pairs of a place and the place displaced, at least three not on a line.
     *
     * @param stiffness weight of bending against misfit, in units of {@code unit}²; 0 goes through every pair
     * @param unit length in pixels on which stiffness rests: a millimetre
     */
    static SmoothField of(List<ConsensusFit.Pair> pairs, double stiffness, double unit) {
        int n = pairs.size();
        double[] px = new double[n];
        double[] py = new double[n];
        double[][] a = new double[n + 3][n + 5];
        for (int i = 0; i < n; i++) {
            Point p = pairs.get(i).from();
            px[i] = p.x() / unit;
            py[i] = p.y() / unit;
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = kernel(px[i] - px[j], py[i] - py[j]) + (i == j ? stiffness : 0);
            }
            double[] plane = {1, px[i], py[i]};
            for (int k = 0; k < 3; k++) {
                a[i][n + k] = plane[k];
                a[n + k][i] = plane[k];
            }
            Point d = pairs.get(i).to().minus(pairs.get(i).from());
            a[i][n + 3] = d.x() / unit;
            a[i][n + 4] = d.y() / unit;
        }
        solve(a);
        double[] wx = new double[n + 3];
        double[] wy = new double[n + 3];
        for (int i = 0; i < n + 3; i++) {
            wx[i] = a[i][n + 3];
            wy[i] = a[i][n + 4];
        }
        return new SmoothField(unit, px, py, wx, wy);
    }

    /** Displacement at a place, in pixels. */
    Point at(Point p) {
        double x = p.x() / unit;
        double y = p.y() / unit;
        int n = px.length;
        double dx = wx[n] + wx[n + 1] * x + wx[n + 2] * y;
        double dy = wy[n] + wy[n + 1] * x + wy[n + 2] * y;
        for (int i = 0; i < n; i++) {
            double k = kernel(x - px[i], y - py[i]);
            dx += wx[i] * k;
            dy += wy[i] * k;
        }
        return new Point(dx * unit, dy * unit);
    }

    /** The field over a picture. */
    Displacement over(int width, int height) {
        int columns = (width - 1) / GRID + 2;
        int rows = (height - 1) / GRID + 2;
        float[][] coarse = new float[2][columns * rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                Point d = at(new Point(column * GRID, row * GRID));
                coarse[0][row * columns + column] = (float) d.x();
                coarse[1][row * columns + column] = (float) d.y();
            }
        }
        return new Displacement(
                Plane.of(width, height, (x, y) -> between(coarse[0], columns, x, y)),
                Plane.of(width, height, (x, y) -> between(coarse[1], columns, x, y)));
    }

    private static float between(float[] coarse, int columns, int x, int y) {
        int left = x / GRID;
        int top = y / GRID;
        int i = top * columns + left;
        float u = (x - left * GRID) * (1f / GRID);
        float v = (y - top * GRID) * (1f / GRID);
        return (1 - v) * ((1 - u) * coarse[i] + u * coarse[i + 1])
                + v * ((1 - u) * coarse[i + columns] + u * coarse[i + columns + 1]);
    }

    private static double kernel(double x, double y) {
        double rr = x * x + y * y;
        return rr > 0 ? 0.5 * rr * Math.log(rr) : 0;
    }

    /** Gauss's elimination with pivots; the last two columns become the solutions. */
    private static void solve(double[][] a) {
        int n = a.length;
        for (int c = 0; c < n; c++) {
            int pivot = c;
            for (int r = c + 1; r < n; r++) {
                pivot = Math.abs(a[r][c]) > Math.abs(a[pivot][c]) ? r : pivot;
            }
            double[] top = a[pivot];
            a[pivot] = a[c];
            a[c] = top;
            for (int r = 0; r < n; r++) {
                double f = r == c ? 0 : a[r][c] / top[c];
                for (int k = c; f != 0 && k < n + 2; k++) {
                    a[r][k] -= f * top[k];
                }
            }
        }
        for (int r = 0; r < n; r++) {
            a[r][n] /= a[r][r];
            a[r][n + 1] /= a[r][r];
        }
    }
}
