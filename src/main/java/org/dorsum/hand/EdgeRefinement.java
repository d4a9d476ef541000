package org.dorsum.hand;

import java.util.Arrays;
import java.util.List;
import org.dorsum.colour.Srgb;
import org.dorsum.image.Filters;
import org.dorsum.image.Plane;
import org.dorsum.image.Resampling;
import org.dorsum.image.RgbImage;

/**
 * Moves a coarse outline onto the exact edge. In a band around the outline each pixel's colour is split between the mean
 * colour of the hand close by and that of the ground close by; the pixel belongs to the hand by its share. Twice, with a
 * band that narrows. Where hand and ground hardly differ the coarse outline stays.
 *
 * <p>Works on the hand's bounding box at {@link #LONG_SIDE}; cost O(pixels of the box).
 *
 * @see <a href="https://doi.org/10.1109/CVPR.2001.990970">Chuang et al. 2001</a> for splitting a colour between two
 */
final class EdgeRefinement {
    /** Size at which edges are placed: half a pixel there is 0.1 mm on a hand that fills the photo. */
    static final int LONG_SIDE = 1024;

    private static final double[] BANDS = {0.010, 0.005}; // half width of the band, of the long side: 2.5 search pixels
    private static final float[] CHANNELS = {.7f, 1.3f, 1.3f}; // L*, a*, b*: a soft shadow is mostly lightness
    private static final float LEAST_DIFFERENCE = 36; // squared; below 6 units colour says nothing about the edge
    private static final float LEAST_SHARE = 0.02f; // of the window, that hand and ground each fill
    private static final float COARSE = 0.25f; // how much the coarse outline still counts: keeps it from fraying

    private EdgeRefinement() {}

    /**
     * The share of each pixel of {@code photo} that is hand, 0 … 1.
     *
     * @param coarse hand pixels of the same photo at {@code coarseWidth} × {@code coarseHeight}
     */
    static Plane refine(RgbImage photo, boolean[] coarse, int coarseWidth, int coarseHeight) {
        int w = photo.width();
        int h = photo.height();
        Plane enlarged = Resampling.resize(
                Plane.of(coarseWidth, coarseHeight, (x, y) -> coarse[y * coarseWidth + x] ? 1 : 0), w, h);
        Box box = Box.around(enlarged, (int) (6 * BANDS[0] * Math.max(w, h)));
        int bw = box.width();
        float[][] lab = lab(photo, box);
        float[] share = box.cut(enlarged);
        for (double band : BANDS) {
            share = sharpen(share, lab, box, (int) Math.max(1, Math.rint(band * Math.max(w, h))));
        }
        boolean[] kept = Parts.tidy(bw, box.height(), Parts.likely(share));
        boolean[] near = Parts.grown(bw, box.height(), kept, 1);
        for (int i = 0; i < share.length; i++) {
            share[i] = kept[i] ? Math.max(share[i], 0.51f) : near[i] ? Math.min(share[i], 0.49f) : 0;
        }
        float[] out = share;
        return Plane.of(w, h, (x, y) -> box.contains(x, y) ? out[(y - box.top()) * bw + x - box.left()] : 0);
    }

    private static float[] sharpen(float[] share, float[][] lab, Box box, int reach) {
        int n = share.length;
        float[] binary = new float[n];
        for (int i = 0; i < n; i++) {
            binary[i] = share[i] > 0.5f ? 1 : 0;
        }
        float[] cover = box.mean(binary, 2 * reach + 1);
        float[] hand = new float[n];
        float[] ground = new float[n];
        for (int i = 0; i < n; i++) {
            hand[i] = cover[i] > 1 - 1e-4f ? 1 : 0;
            ground[i] = cover[i] < 1e-4f ? 1 : 0;
        }
        int window = 6 * reach + 1;
        float[] handShare = box.mean(hand, window);
        float[] groundShare = box.mean(ground, window);
        // Channels are apart from each other until they are summed, in their order.
        List<float[][]> parts = Arrays.stream(lab)
                .parallel()
                .map(channel -> compared(channel, hand, ground, handShare, groundShare, box, window))
                .toList();
        float[] along = new float[n];
        float[] squared = new float[n];
        for (float[][] part : parts) {
            for (int i = 0; i < n; i++) {
                along[i] += part[0][i];
                squared[i] += part[1][i];
            }
        }
        float[] coarse = box.blur(share, 0.5 * reach);
        float[] next = share.clone();
        for (int i = 0; i < n; i++) {
            boolean inBand = hand[i] == 0 && ground[i] == 0;
            boolean known = handShare[i] > LEAST_SHARE && groundShare[i] > LEAST_SHARE;
            if (inBand && known && squared[i] > LEAST_DIFFERENCE) {
                float split = Math.max(0, Math.min(1, along[i] / squared[i]));
                next[i] = (1 - COARSE) * split + COARSE * coarse[i];
            }
        }
        return box.blur(next, 0.8);
    }

    /** How far each pixel lies from the ground towards the hand, times their difference; and that difference squared. */
    private static float[][] compared(
            float[] channel,
            float[] hand,
            float[] ground,
            float[] handShare,
            float[] groundShare,
            Box box,
            int window) {
        float[] inHand = box.mean(product(channel, hand), window);
        float[] inGround = box.mean(product(channel, ground), window);
        float[] along = new float[channel.length];
        float[] squared = new float[channel.length];
        for (int i = 0; i < channel.length; i++) {
            float f = inHand[i] / (handShare[i] + 1e-4f);
            float g = inGround[i] / (groundShare[i] + 1e-4f);
            along[i] = (channel[i] - g) * (f - g);
            squared[i] = (f - g) * (f - g);
        }
        return new float[][] {along, squared};
    }

    private static float[] product(float[] a, float[] b) {
        float[] p = new float[a.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = a[i] * b[i];
        }
        return p;
    }

    private static float[][] lab(RgbImage photo, Box box) {
        float[][] lab = new float[3][box.width() * box.height()];
        float[] out = new float[3];
        for (int y = 0, i = 0; y < box.height(); y++) {
            for (int x = 0; x < box.width(); x++, i++) {
                int rgb = photo.packed(box.left() + x, box.top() + y);
                ColourBins.lab(
                        Srgb.toLinear(rgb >> 16 & 0xff),
                        Srgb.toLinear(rgb >> 8 & 0xff),
                        Srgb.toLinear(rgb & 0xff),
                        out);
                for (int c = 0; c < 3; c++) {
                    lab[c][i] = CHANNELS[c] * out[c];
                }
            }
        }
        return lab;
    }

    /** The part of the photo that is worked on. */
    private record Box(int left, int top, int width, int height) {

        /** The smallest box around the values above 0, with a margin. */
        static Box around(Plane plane, int margin) {
            int left = plane.width();
            int right = -1;
            int top = plane.height();
            int bottom = -1;
            for (int y = 0; y < plane.height(); y++) {
                for (int x = 0; x < plane.width(); x++) {
                    if (plane.at(x, y) > 0) {
                        left = Math.min(left, x);
                        right = Math.max(right, x);
                        top = Math.min(top, y);
                        bottom = Math.max(bottom, y);
                    }
                }
            }
            left = Math.max(0, Math.min(left, right) - margin);
            top = Math.max(0, Math.min(top, bottom) - margin);
            right = Math.min(plane.width() - 1, Math.max(0, right) + margin);
            bottom = Math.min(plane.height() - 1, Math.max(0, bottom) + margin);
            return new Box(left, top, right - left + 1, bottom - top + 1);
        }

        boolean contains(int x, int y) {
            return x >= left && y >= top && x < left + width && y < top + height;
        }

        float[] cut(Plane plane) {
            float[] v = new float[width * height];
            for (int i = 0; i < v.length; i++) {
                v[i] = plane.at(left + i % width, top + i / width);
            }
            return v;
        }

        float[] mean(float[] values, int side) {
            return Filters.box(Plane.of(width, height, values), side).toArray();
        }

        float[] blur(float[] values, double sigma) {
            return Filters.gaussian(Plane.of(width, height, values), sigma).toArray();
        }
    }
}
