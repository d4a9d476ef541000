package org.dorsum.image;

/**
 * Cubic convolution at exact places. OpenCV's warp rounds places to 1/32 pixel and its cubic kernel (a = −0.75) bends even
 * a straight ramp by up to a twentieth of its slope, in a pattern that repeats with the grid: texture that is not skin's.
 * Keys' kernel (a = −0.5) reproduces ramps and parabolas. O(16 · pixels of the result).
 *
 * @see <a href="https://doi.org/10.1109/TASSP.1981.1163711">Keys 1981, cubic convolution interpolation</a>
 */
final class CubicWarp {
    private final float[] source;
    private final int width;
    private final int height;
    private final float[] across = new float[4];
    private final float[] down = new float[4];

    private CubicWarp(Plane plane) {
        source = plane.raw();
        width = plane.width();
        height = plane.height();
    }

    static Plane warp(Plane plane, Affine toSource, int width, int height) {
        CubicWarp warp = new CubicWarp(plane);
        float[] out = new float[width * height];
        for (int y = 0, i = 0; y < height; y++) {
            double x0 = toSource.xy() * y + toSource.x0();
            double y0 = toSource.yy() * y + toSource.y0();
            for (int x = 0; x < width; x++) {
                out[i++] = warp.at(toSource.xx() * x + x0, toSource.yx() * x + y0);
            }
        }
        return new Plane(width, height, out);
    }

    static Plane warp(Plane plane, Affine toSource, Displacement off) {
        CubicWarp warp = new CubicWarp(plane);
        int width = off.dx().width();
        int height = off.dx().height();
        return Plane.of(width, height, (x, y) -> {
            double u = x + off.dx().at(x, y);
            double v = y + off.dy().at(x, y);
            return warp.at(
                    toSource.xx() * u + toSource.xy() * v + toSource.x0(),
                    toSource.yx() * u + toSource.yy() * v + toSource.y0());
        });
    }

    private float at(double x, double y) {
        // Beyond the border its values repeat; clamping the place first keeps far places within the range of an int.
        double cx = Math.max(-2, Math.min(width + 1.0, x));
        double cy = Math.max(-2, Math.min(height + 1.0, y));
        int left = (int) Math.floor(cx);
        int top = (int) Math.floor(cy);
        weights((float) (cx - left), across);
        weights((float) (cy - top), down);
        boolean inner = left >= 1 && top >= 1 && left < width - 2 && top < height - 2;
        float sum = 0;
        for (int j = 0; j < 4; j++) {
            int row = width * (inner ? top + j - 1 : clamp(top + j - 1, height));
            float s;
            if (inner) {
                int k = row + left - 1;
                s = across[0] * source[k]
                        + across[1] * source[k + 1]
                        + across[2] * source[k + 2]
                        + across[3] * source[k + 3];
            } else {
                s = across[0] * source[row + clamp(left - 1, width)]
                        + across[1] * source[row + clamp(left, width)]
                        + across[2] * source[row + clamp(left + 1, width)]
                        + across[3] * source[row + clamp(left + 2, width)];
            }
            sum += down[j] * s;
        }
        return sum;
    }

    private static int clamp(int i, int n) {
        return Math.max(0, Math.min(n - 1, i));
    }

    /** Of the four pixels around a place {@code t} (0 … 1) behind the second of them; their sum is 1. */
    private static void weights(float t, float[] w) {
        float u = 1 - t;
        w[0] = -0.5f * t * u * u;
        w[1] = 1 + t * t * (1.5f * t - 2.5f);
        w[2] = 1 + u * u * (1.5f * u - 2.5f);
        w[3] = -0.5f * u * t * t;
    }
}
