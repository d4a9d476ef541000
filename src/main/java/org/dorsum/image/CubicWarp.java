package org.dorsum.image;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Cubic convolution at exact places. OpenCV's warp rounds places to 1/32 pixel and its cubic kernel (a = −0.75) bends even
 * a straight ramp by up to a twentieth of its slope, in a pattern that repeats with the grid: texture that is not skin's.
 * Keys' kernel (a = −0.5) reproduces ramps and parabolas. O(16 · pixels of the result); rows are shared out among cores, and
 * planes that are seen through the same map share its weights.
 *
 * @see <a href="https://doi.org/10.1109/TASSP.1981.1163711">Keys 1981, cubic convolution interpolation</a>
 */
final class CubicWarp {
    private final float[][] source;
    private final float[][] out;
    private final int width;
    private final int height;

    private CubicWarp(List<Plane> planes, int newPixels) {
        Plane first = planes.get(0);
        width = first.width();
        height = first.height();
        planes.forEach(p -> p.checkSize(width, height));
        source = planes.stream().map(Plane::raw).toArray(float[][]::new);
        out = new float[source.length][newPixels];
    }

    /** Planes of one size on the grid that {@code toSource} maps onto them. */
    static List<Plane> warp(List<Plane> planes, Affine toSource, int newWidth, int newHeight) {
        CubicWarp warp = new CubicWarp(planes, newWidth * newHeight);
        IntStream.range(0, newHeight).parallel().forEach(y -> {
            double x0 = toSource.xy() * y + toSource.x0();
            double y0 = toSource.yy() * y + toSource.y0();
            for (int x = 0, i = y * newWidth; x < newWidth; x++, i++) {
                warp.place(toSource.xx() * x + x0, toSource.yx() * x + y0, i);
            }
        });
        return warp.planes(newWidth, newHeight);
    }

    /** The same where the grid is bent. */
    static List<Plane> warp(List<Plane> planes, Affine toSource, Displacement off) {
        int newWidth = off.dx().width();
        int newHeight = off.dx().height();
        CubicWarp warp = new CubicWarp(planes, newWidth * newHeight);
        IntStream.range(0, newHeight).parallel().forEach(y -> {
            for (int x = 0, i = y * newWidth; x < newWidth; x++, i++) {
                double u = x + off.dx().at(x, y);
                double v = y + off.dy().at(x, y);
                warp.place(
                        toSource.xx() * u + toSource.xy() * v + toSource.x0(),
                        toSource.yx() * u + toSource.yy() * v + toSource.y0(),
                        i);
            }
        });
        return warp.planes(newWidth, newHeight);
    }

    private List<Plane> planes(int newWidth, int newHeight) {
        return Stream.of(out).map(v -> new Plane(newWidth, newHeight, v)).toList();
    }

    /** Writes the values at (x, y) of the source to the {@code i}-th pixel. */
    private void place(double x, double y, int i) {
        if (x >= 1 && y >= 1 && x < width - 2 && y < height - 2) {
            int left = (int) x;
            int top = (int) y;
            inner(left, top, (float) (x - left), (float) (y - top), i);
        } else {
            // Beyond the border its values repeat; clamping the place first keeps far places within the range of an
            // int.
            double cx = Math.max(-2, Math.min(width + 1.0, x));
            double cy = Math.max(-2, Math.min(height + 1.0, y));
            int left = (int) Math.floor(cx);
            int top = (int) Math.floor(cy);
            border(left, top, (float) (cx - left), (float) (cy - top), i);
        }
    }

    private void inner(int left, int top, float t, float s, int i) {
        float a0 = first(t);
        float a1 = middle(t);
        float a2 = middle(1 - t);
        float a3 = last(t);
        float d0 = first(s);
        float d1 = middle(s);
        float d2 = middle(1 - s);
        float d3 = last(s);
        int k = (top - 1) * width + left - 1;
        for (int c = 0; c < source.length; c++) {
            float[] v = source[c];
            int j = k;
            float sum = d0 * (a0 * v[j] + a1 * v[j + 1] + a2 * v[j + 2] + a3 * v[j + 3]);
            j += width;
            sum += d1 * (a0 * v[j] + a1 * v[j + 1] + a2 * v[j + 2] + a3 * v[j + 3]);
            j += width;
            sum += d2 * (a0 * v[j] + a1 * v[j + 1] + a2 * v[j + 2] + a3 * v[j + 3]);
            j += width;
            sum += d3 * (a0 * v[j] + a1 * v[j + 1] + a2 * v[j + 2] + a3 * v[j + 3]);
            out[c][i] = sum;
        }
    }

    private void border(int left, int top, float t, float s, int i) {
        float[] across = {first(t), middle(t), middle(1 - t), last(t)};
        float[] down = {first(s), middle(s), middle(1 - s), last(s)};
        int[] columns = new int[4];
        Arrays.setAll(columns, k -> clamp(left + k - 1, width));
        for (int c = 0; c < source.length; c++) {
            float[] v = source[c];
            float sum = 0;
            for (int j = 0; j < 4; j++) {
                int row = width * clamp(top + j - 1, height);
                sum += down[j]
                        * (across[0] * v[row + columns[0]]
                                + across[1] * v[row + columns[1]]
                                + across[2] * v[row + columns[2]]
                                + across[3] * v[row + columns[3]]);
            }
            out[c][i] = sum;
        }
    }

    private static int clamp(int i, int n) {
        return Math.max(0, Math.min(n - 1, i));
    }

    // Weights of the four pixels around a place t (0 … 1) behind the second of them, whose sum is 1; the third one's is
    // the
    // second one's of 1 − t.

    private static float first(float t) {
        float u = 1 - t;
        return -0.5f * t * u * u;
    }

    private static float middle(float t) {
        return 1 + t * t * (1.5f * t - 2.5f);
    }

    private static float last(float t) {
        float u = 1 - t;
        return -0.5f * u * t * t;
    }
}
