package org.dorsum.hand;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.dorsum.image.Filters;
import org.dorsum.image.Plane;

/**
 * Mean colours of the hand and of the ground close to any place, from the small picture: they change slowly, so a quarter of
 * the resolution tells them as well. L*, a*, b* weighed for comparing.
 */
final class NearbyColours {
    private static final float[] CHANNELS = {.7f, 1.3f, 1.3f}; // L*, a*, b*: a soft shadow is mostly lightness
    private static final float LEAST_SHARE = 0.02f; // of the window, that hand and ground each fill

    private final int width;
    private final int height;
    private final float[][] hand; // sums of the three channels over the window, and the share it fills
    private final float[][] ground;

    /**
     * Means over squares.
     *
     * @param inHand whether a pixel of the small picture is surely hand
     * @param inGround whether it is surely ground
     * @param side of the square, pixels of the small picture, odd
     */
    NearbyColours(SearchImage image, boolean[] inHand, boolean[] inGround, int side) {
        width = image.width();
        height = image.height();
        ForkJoinTask<float[][]> beside = ForkJoinPool.commonPool().submit(() -> means(image, inGround, side));
        hand = means(image, inHand, side);
        ground = beside.join();
    }

    private static float[][] means(SearchImage image, boolean[] in, int side) {
        float[][] sums = new float[4][];
        for (int c = 0; c < 4; c++) {
            float[] v = new float[in.length];
            for (int i = 0; i < v.length; i++) {
                v[i] = !in[i] ? 0 : c == 3 ? 1 : CHANNELS[c] * image.lab()[c][i];
            }
            sums[c] = Filters.box(Plane.of(image.width(), image.height(), v), side)
                    .toArray();
        }
        return sums;
    }

    /** Room for what is known about a place. */
    static final class Split {
        private final float[] f = new float[4];
        private final float[] g = new float[4];

        /** Squared difference of hand and ground; negative where one of them is missing. */
        float squared;

        /** Share of the hand in a colour, not limited to 0 … 1. */
        float shareOf(float[] lab) {
            float along = 0;
            for (int c = 0; c < 3; c++) {
                along += (CHANNELS[c] * lab[c] - g[c]) * (f[c] - g[c]);
            }
            return along / squared;
        }
    }

    /** What lies close to (x, y), in pixels of the small picture. */
    void at(double x, double y, Split out) {
        double u = Math.max(0, Math.min(width - 1.001, x));
        double v = Math.max(0, Math.min(height - 1.001, y));
        int i = ((int) v) * width + (int) u;
        float fx = (float) (u - (int) u);
        float fy = (float) (v - (int) v);
        interpolate(hand, i, fx, fy, out.f);
        interpolate(ground, i, fx, fy, out.g);
        out.squared = -1;
        if (out.f[3] > LEAST_SHARE && out.g[3] > LEAST_SHARE) {
            out.squared = 0;
            for (int c = 0; c < 3; c++) {
                out.f[c] /= out.f[3];
                out.g[c] /= out.g[3];
                out.squared += (out.f[c] - out.g[c]) * (out.f[c] - out.g[c]);
            }
        }
    }

    private void interpolate(float[][] sums, int i, float fx, float fy, float[] to) {
        for (int c = 0; c < 4; c++) {
            float[] s = sums[c];
            float top = s[i] * (1 - fx) + s[i + 1] * fx;
            float bottom = s[i + width] * (1 - fx) + s[i + width + 1] * fx;
            to[c] = top * (1 - fy) + bottom * fy;
        }
    }
}
