package org.dorsum.hand;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.dorsum.colour.Srgb;
import org.dorsum.image.Filters;
import org.dorsum.image.Plane;
import org.dorsum.image.Resampling;
import org.dorsum.image.RgbImage;

/**
 * A photo at the size at which the hand is searched, with everything about a pixel that tells skin from its
 * surroundings. Arrays run row by row from the top left and are not to be written to.
 *
 * @param width columns
 * @param height rows
 * @param lab L*, a*, b* of the slightly smoothed picture, one array each
 * @param linear linear red, green and blue, 0 … 1, one array each
 * @param colour bin of {@link ColourBins}
 * @param grain bin of {@link GrainHistogram}: how rough the surface looks
 * @param skin how well the colour agrees with skin in general, 0 … 1, by {@link SkinPrior}
 */
record SearchImage(int width, int height, float[][] lab, float[][] linear, int[] colour, int[] grain, float[] skin) {
    private static final int GRAIN_SIDE = 7; // pixels over which roughness is averaged: about half a finger's breadth
    private static final double DARK_GUARD =
            8; // of 255, added before the logarithm so that sensor noise does not count

    /** Everything about {@code image}, which is already small. */
    static SearchImage of(RgbImage image) {
        int width = image.width();
        int height = image.height();
        int n = width * height;
        float[][] linear = new float[3][n];
        float[][] lab = new float[3][n];
        int[] colour = new int[n];
        float[] skin = new float[n];
        float[] out = new float[3];
        ForkJoinTask<int[]> grain = ForkJoinPool.commonPool().submit(() -> grain(image));
        for (int c = 0; c < 3; c++) {
            smoothed(image, c, linear[c]);
        }
        for (int i = 0; i < n; i++) {
            ColourBins.lab(linear[0][i], linear[1][i], linear[2][i], out);
            for (int c = 0; c < 3; c++) {
                lab[c][i] = out[c];
            }
            colour[i] = ColourBins.of(out);
            skin[i] = SkinPrior.of(out[0], out[1], out[2]);
        }
        return new SearchImage(width, height, lab, linear, colour, grain.join(), skin);
    }

    /** The photo reduced to {@code longSide} pixels, areas averaged; itself if it is not larger. */
    static RgbImage reduced(RgbImage image, int longSide) {
        double factor = longSide / (double) Math.max(image.width(), image.height());
        return factor >= 1
                ? image
                : Resampling.resize(image, (int) Math.max(1, Math.rint(image.width() * factor)), (int)
                        Math.max(1, Math.rint(image.height() * factor)));
    }

    int pixels() {
        return width * height;
    }

    /** Longer side in pixels. */
    int longSide() {
        return Math.max(width, height);
    }

    /** One channel, smoothed by the weights 1 2 1 along rows and columns, as linear light. */
    private static void smoothed(RgbImage image, int channel, float[] to) {
        int w = image.width();
        int h = image.height();
        int shift = image.bitsPerSample() - 8;
        int[] rows = new int[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                rows[y * w + x] = image.sample(Math.max(x - 1, 0), y, channel)
                        + 2 * image.sample(x, y, channel)
                        + image.sample(Math.min(x + 1, w - 1), y, channel);
            }
        }
        for (int y = 0; y < h; y++) {
            int up = Math.max(y - 1, 0) * w;
            int down = Math.min(y + 1, h - 1) * w;
            for (int x = 0; x < w; x++) {
                int sum = rows[up + x] + 2 * rows[y * w + x] + rows[down + x];
                to[y * w + x] = Srgb.toLinear(Math.min(255, (sum + (8 << shift)) >> (4 + shift)));
            }
        }
    }

    /** Logarithm of the mean relative deviation from the neighbours: hands are smooth, bark and carpet are not. */
    private static int[] grain(RgbImage image) {
        double toBytes = 255.0 / image.whiteLevel();
        Plane log = Plane.of(
                image.width(),
                image.height(),
                (x, y) -> Math.log(toBytes
                                * (0.299 * image.sample(x, y, 0)
                                        + 0.587 * image.sample(x, y, 1)
                                        + 0.114 * image.sample(x, y, 2))
                        + DARK_GUARD));
        Plane deviation = log.with(Filters.box(log, 3), (a, b) -> Math.abs(a - b));
        float[] mean = Filters.box(deviation, GRAIN_SIDE).toArray();
        int[] bins = new int[mean.length];
        for (int i = 0; i < bins.length; i++) {
            bins[i] = GrainHistogram.bin(mean[i]);
        }
        return bins;
    }
}
