package org.dorsum.hand;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.IntStream;
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
    /** Size at which edges are placed: half a pixel there is 0.2 mm on a hand that fills the photo. 768 and 1024 were no better. */
    static final int LONG_SIDE = 640;

    private static final double[] BANDS = {0.010, 0.005}; // half width of the band, of the long side: 2.5 search pixels
    private static final float LEAST_DIFFERENCE = 36; // squared; below 6 units colour says nothing about the edge
    private static final double WINDOW = 3; // reaches: half the side of the square over which colours are averaged
    private static final float NONE = 1e-4f; // a share that is rounding
    private static final float COARSE = 0.25f; // how much the coarse outline still counts: keeps it from fraying

    private EdgeRefinement() {}

    /**
     * The share of each pixel of {@code photo} that is hand, 0 … 1.
     *
     * @param small the same photo at the size at which the hand is searched
     * @param coarse hand pixels of {@code small}
     */
    static Plane refine(RgbImage photo, SearchImage small, boolean[] coarse) {
        int w = photo.width();
        int h = photo.height();
        Plane enlarged = Resampling.resize(
                Plane.of(small.width(), small.height(), (x, y) -> coarse[y * small.width() + x] ? 1 : 0), w, h);
        Box box = Box.around(enlarged, (int) (6 * BANDS[0] * Math.max(w, h)));
        int bw = box.width();
        float[] share = box.cut(enlarged);
        for (double band : BANDS) {
            share = sharpen(share, photo, small, box, (int) Math.max(1, Math.rint(band * Math.max(w, h))));
        }
        boolean[] kept = Parts.tidy(bw, box.height(), Parts.likely(share));
        boolean[] near = Parts.grown(bw, box.height(), kept, 1);
        for (int i = 0; i < share.length; i++) {
            share[i] = kept[i] ? Math.max(share[i], 0.51f) : near[i] ? Math.min(share[i], 0.49f) : 0;
        }
        return box.paste(share, w, h);
    }

    private static float[] sharpen(float[] share, RgbImage photo, SearchImage small, Box box, int reach) {
        float[] binary = new float[share.length];
        for (int i = 0; i < binary.length; i++) {
            binary[i] = share[i] > 0.5f ? 1 : 0;
        }
        ForkJoinTask<float[]> smooth =
                ForkJoinPool.commonPool().submit(() -> box.mean(box.mean(share, reach | 1), reach | 1));
        float[] cover = box.mean(binary, 2 * reach + 1);
        double factor = photo.width() / (double) small.width();
        NearbyColours nearby = nearby(small, box, cover, factor, reach);
        float[] coarse = smooth.join();
        float[] next = share.clone();
        IntStream.range(0, box.height()).parallel().forEach(y -> {
            NearbyColours.Split split = new NearbyColours.Split();
            float[] lab = new float[3];
            for (int x = 0; x < box.width(); x++) {
                int i = y * box.width() + x;
                if (cover[i] > NONE && cover[i] < 1 - NONE) {
                    int px = box.left() + x;
                    int py = box.top() + y;
                    nearby.at((px + 0.5) / factor - 0.5, (py + 0.5) / factor - 0.5, split);
                    if (split.squared > LEAST_DIFFERENCE) {
                        lab(photo.packed(px, py), lab);
                        float of = Math.max(0, Math.min(1, split.shareOf(lab)));
                        next[i] = (1 - COARSE) * of + COARSE * coarse[i];
                    }
                }
            }
        });
        return box.blur(next, 0.8);
    }

    /** What is at least {@code reach} within the outline is hand, what is as far without is ground. */
    private static NearbyColours nearby(SearchImage small, Box box, float[] cover, double factor, int reach) {
        boolean[] hand = new boolean[small.pixels()];
        boolean[] ground = new boolean[small.pixels()];
        for (int i = 0; i < hand.length; i++) {
            int x = (int) (factor * (i % small.width() + 0.5)) - box.left();
            int y = (int) (factor * (Math.floorDiv(i, small.width()) + 0.5)) - box.top();
            boolean within = x >= 0 && y >= 0 && x < box.width() && y < box.height();
            float c = within ? cover[y * box.width() + x] : 0;
            hand[i] = c > 1 - NONE;
            ground[i] = c < NONE;
        }
        int half = (int) Math.rint(WINDOW * reach / factor);
        return new NearbyColours(small, hand, ground, 2 * half + 1);
    }

    private static void lab(int rgb, float[] to) {
        ColourBins.lab(Srgb.toLinear(rgb >> 16 & 0xff), Srgb.toLinear(rgb >> 8 & 0xff), Srgb.toLinear(rgb & 0xff), to);
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

        /** The values of the box in a plane that is 0 elsewhere. */
        Plane paste(float[] values, int planeWidth, int planeHeight) {
            float[] all = new float[planeWidth * planeHeight];
            for (int y = 0; y < height; y++) {
                System.arraycopy(values, y * width, all, (top + y) * planeWidth + left, width);
            }
            return Plane.of(planeWidth, planeHeight, all);
        }

        float[] cut(Plane plane) {
            float[] v = new float[width * height];
            for (int y = 0, i = 0; y < height; y++) {
                for (int x = left; x < left + width; x++, i++) {
                    v[i] = plane.at(x, top + y);
                }
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
