package org.dorsum.image;

import java.util.stream.IntStream;

/**
 * A square seen anywhere in a picture, turned and enlarged, as networks read it. Each of its pixels is the mean of 1 × 1 or 2 × 2
 * points, linearly interpolated. O(points).
 */
public final class TurnedSquare {
    private TurnedSquare() {}

    /**
     * Red, green and blue planes of {@code side} × {@code side} pixels one after the other, {@code sample / 255 − 0.5} of samples of
     * 8 bits; points beyond the picture add 0.
     *
     * @param toPicture pixels of the square to those of the picture
     * @param points a side of a pixel
     */
    public static float[] sample(RgbImage picture, Affine toPicture, int side, int points) {
        if (points < 1 || side < 1) {
            throw new IllegalArgumentException(
                    "a square has pixels and a pixel has points, not " + side + ", " + points);
        }
        RgbImage eight = picture.toEightBits();
        byte[] rgb = ((RgbImage.Bytes) eight.raw()).rgb();
        int width = eight.width();
        int height = eight.height();
        int plane = side * side;
        float share = 1f / (points * points);
        float[] out = new float[3 * plane];
        IntStream.range(0, side).parallel().forEach(y -> {
            for (int x = 0, i = y * side; x < side; x++, i++) {
                float red = 0;
                float green = 0;
                float blue = 0;
                for (int q = 0; q < points; q++) {
                    double v = y + (q + 0.5) / points - 0.5;
                    for (int p = 0; p < points; p++) {
                        double u = x + (p + 0.5) / points - 0.5;
                        double px = toPicture.xx() * u + toPicture.xy() * v + toPicture.x0();
                        double py = toPicture.yx() * u + toPicture.yy() * v + toPicture.y0();
                        if (px > -0.5 && py > -0.5 && px < width - 0.5 && py < height - 0.5) {
                            double cx = Math.max(0, Math.min(width - 1, px));
                            double cy = Math.max(0, Math.min(height - 1, py));
                            int x0 = (int) cx;
                            int y0 = (int) cy;
                            float fx = (float) (cx - x0);
                            float fy = (float) (cy - y0);
                            int a = 3 * (y0 * width + x0);
                            int b = x0 + 1 < width ? a + 3 : a;
                            int below = y0 + 1 < height ? 3 * width : 0;
                            red += (between(rgb, a, b, below, fx, fy) / 255 - 0.5f) * share;
                            green += (between(rgb, a + 1, b + 1, below, fx, fy) / 255 - 0.5f) * share;
                            blue += (between(rgb, a + 2, b + 2, below, fx, fy) / 255 - 0.5f) * share;
                        }
                    }
                }
                out[i] = red;
                out[plane + i] = green;
                out[2 * plane + i] = blue;
            }
        });
        return out;
    }

    private static float between(byte[] v, int left, int right, int below, float fx, float fy) {
        float top = (v[left] & 0xff) * (1 - fx) + (v[right] & 0xff) * fx;
        float bottom = (v[left + below] & 0xff) * (1 - fx) + (v[right + below] & 0xff) * fx;
        return top * (1 - fy) + bottom * fy;
    }
}
