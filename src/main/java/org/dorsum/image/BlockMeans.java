package org.dorsum.image;

import java.util.stream.IntStream;

/**
 * Pictures reduced by a whole number: each pixel is the mean of a square of pixels. A third of the time of averaging over areas
 * whose borders lie within pixels, and rows can be shared out among cores; sums are exact, so their order does not matter.
 */
final class BlockMeans {
    private BlockMeans() {}

    /** The picture reduced {@code n} times; what is left over at the right and below is cut. */
    static RgbImage of(RgbImage image, int n) {
        int width = image.width() / n;
        int height = image.height() / n;
        if (image.raw() instanceof RgbImage.Bytes b) {
            byte[] out = new byte[3 * width * height];
            IntStream.range(0, height).parallel().forEach(y -> row(b.rgb(), 3 * image.width(), n, y, width, out));
            return new RgbImage(width, height, new RgbImage.Bytes(out));
        }
        short[] in = ((RgbImage.Shorts) image.raw()).rgb();
        short[] out = new short[3 * width * height];
        IntStream.range(0, height).parallel().forEach(y -> row(in, 3 * image.width(), n, y, width, out));
        return new RgbImage(width, height, new RgbImage.Shorts(out));
    }

    private static void row(byte[] in, int stride, int n, int y, int width, byte[] out) {
        int[] sums = new int[3 * width];
        for (int v = 0; v < n; v++) {
            int from = (y * n + v) * stride;
            for (int x = 0, o = 0; x < width; x++, o += 3) {
                for (int u = 0; u < n; u++, from += 3) {
                    sums[o] += in[from] & 0xff;
                    sums[o + 1] += in[from + 1] & 0xff;
                    sums[o + 2] += in[from + 2] & 0xff;
                }
            }
        }
        int start = 3 * y * width;
        for (int i = 0; i < sums.length; i++) {
            out[start + i] = (byte) ((sums[i] + n * n / 2) / (n * n));
        }
    }

    private static void row(short[] in, int stride, int n, int y, int width, short[] out) {
        long[] sums = new long[3 * width];
        for (int v = 0; v < n; v++) {
            int from = (y * n + v) * stride;
            for (int i = 0; i < 3 * width * n; i++) {
                sums[i / (3 * n) * 3 + i % 3] += in[from + i] & 0xffff;
            }
        }
        int start = 3 * y * width;
        for (int i = 0; i < sums.length; i++) {
            out[start + i] = (short) ((sums[i] + n * n / 2) / (n * n));
        }
    }
}
