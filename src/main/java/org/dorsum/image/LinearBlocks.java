package org.dorsum.image;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Light of squares of a picture's pixels: each sample is turned into light by a table first and averaged after, because light
 * adds and encoded samples do not. O(pixels), rows shared out among cores; a row is summed by one thread alone, in one order.
 */
public final class LinearBlocks {
    private LinearBlocks() {}

    /**
     * The mean light of squares of {@code n} × {@code n} pixels, {@code columns} × {@code rows} of them from (left, top): planes of
     * red, green and blue.
     *
     * @param light of each sample 0 … {@link RgbImage#whiteLevel()}
     */
    public static List<Plane> of(RgbImage image, int left, int top, int columns, int rows, int n, float[] light) {
        if (light.length <= image.whiteLevel()) {
            throw new IllegalArgumentException("every sample has a light: " + light.length + " are too few");
        }
        if (left < 0 || top < 0 || left + n * columns > image.width() || top + n * rows > image.height()) {
            throw new IllegalArgumentException(columns + " × " + rows + " squares are not within " + image);
        }
        float[][] sums = new float[3][columns * rows];
        int stride = 3 * image.width();
        int start = top * stride + 3 * left;
        if (image.raw() instanceof RgbImage.Bytes b) {
            IntStream.range(0, rows)
                    .parallel()
                    .forEach(y -> row(b.rgb(), start + y * n * stride, stride, n, columns, light, sums, y * columns));
        } else {
            short[] rgb = ((RgbImage.Shorts) image.raw()).rgb();
            IntStream.range(0, rows)
                    .parallel()
                    .forEach(y -> row(rgb, start + y * n * stride, stride, n, columns, light, sums, y * columns));
        }
        return List.of(
                new Plane(columns, rows, sums[0]),
                new Plane(columns, rows, sums[1]),
                new Plane(columns, rows, sums[2]));
    }

    private static void row(byte[] in, int from, int stride, int n, int columns, float[] light, float[][] out, int at) {
        float share = 1f / (n * n);
        for (int x = 0, square = from; x < columns; x++, square += 3 * n) {
            float r = 0;
            float g = 0;
            float b = 0;
            for (int v = 0, line = square; v < n; v++, line += stride) {
                for (int i = line; i < line + 3 * n; i += 3) {
                    r += light[in[i] & 0xff];
                    g += light[in[i + 1] & 0xff];
                    b += light[in[i + 2] & 0xff];
                }
            }
            out[0][at + x] = r * share;
            out[1][at + x] = g * share;
            out[2][at + x] = b * share;
        }
    }

    private static void row(
            short[] in, int from, int stride, int n, int columns, float[] light, float[][] out, int at) {
        float share = 1f / (n * n);
        for (int x = 0, square = from; x < columns; x++, square += 3 * n) {
            float r = 0;
            float g = 0;
            float b = 0;
            for (int v = 0, line = square; v < n; v++, line += stride) {
                for (int i = line; i < line + 3 * n; i += 3) {
                    r += light[in[i] & 0xffff];
                    g += light[in[i + 1] & 0xffff];
                    b += light[in[i + 2] & 0xffff];
                }
            }
            out[0][at + x] = r * share;
            out[1][at + x] = g * share;
            out[2][at + x] = b * share;
        }
    }
}
