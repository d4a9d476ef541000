package org.dorsum.measure;

import java.util.Arrays;
import org.dorsum.image.Mask;
import org.dorsum.image.Morphology;
import org.dorsum.image.Plane;

/**
 * Takes spots that touch apart: an outline is cut where its pigment dips between two maxima to less than a share of the lower one,
 * and where it is waisted, that is where the largest disc that fits through is that much smaller than those on both sides.
 *
 * <p>Both are watersheds by persistence: pixels are flooded from the highest down, two floods that meet at less than that share of
 * the lower one's top stay apart if both are as large as a spot, else become one. O(n log n) in the pixels of the outline.
 *
 * @see <a href="https://doi.org/10.1109/34.87344">Vincent, Soille 1991</a> on watersheds by immersion
 */
final class SpotParts {
    private static final double DIP = 0.7; // of the lower maximum: the skin's own grain dips less, and two photos agree
    private static final double WAIST = 0.7; // of the radius of the smaller disc: uneven borders waist less
    private static final double LEAST_MM2 = 0.5; // the disc of the smallest spot

    private SpotParts() {}

    static String settings() {
        return DIP + " " + WAIST + " " + LEAST_MM2;
    }

    /**
     * The part of the outline that holds a pixel, or else the nearest one: by pigment and then by waist; all of it if nothing parts it.
     *
     * @param outline at least one pixel
     * @param density of melanin above plain skin, the outline's window
     */
    static Mask holding(Mask outline, Plane density, int x, int y, double pixelsPerMm) {
        double least = LEAST_MM2 * pixelsPerMm * pixelsPerMm;
        int seed = nearest(outline, x, y);
        Mask part = part(outline, density, DIP, least, seed);
        return part(part, Morphology.distanceToOutside(part), WAIST, least, seed);
    }

    /** The pixel of the mask that is nearest to (x, y); the first of equally near ones. */
    private static int nearest(Mask mask, int x, int y) {
        int best = y * mask.width() + x;
        long least = Long.MAX_VALUE;
        for (int v = 0; v < mask.height(); v++) {
            for (int u = 0; u < mask.width(); u++) {
                long d = (long) (u - x) * (u - x) + (long) (v - y) * (v - y);
                if (d < least && mask.at(u, v)) {
                    least = d;
                    best = v * mask.width() + u;
                }
            }
        }
        return best;
    }

    private static Mask part(Mask mask, Plane height, double share, double least, int seedPixel) {
        int w = mask.width();
        int h = mask.height();
        Floods floods = new Floods(w * h);
        for (long key : fromTheHighest(mask, height)) {
            int i = (int) key;
            floods.add(i, w, h, height.at(i % w, i / w), share, least);
        }
        int seed = floods.of(seedPixel);
        return seed < 0 ? mask : Mask.of(w, h, (u, v) -> floods.of(v * w + u) == seed);
    }

    /** Pixels of the mask, the highest first and of equal ones the first in raster order; the pixel is a key's lower half. */
    private static long[] fromTheHighest(Mask mask, Plane height) {
        int w = mask.width();
        long[] keys = new long[mask.count()];
        int n = 0;
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < w; x++) {
                if (mask.at(x, y)) {
                    int bits = Float.floatToIntBits(height.at(x, y));
                    int ascending = bits >= 0 ? bits : bits ^ Integer.MAX_VALUE; // orders as the values do
                    keys[n++] = ((long) ~ascending << Integer.SIZE) | (y * w + x);
                }
            }
        }
        Arrays.sort(keys);
        return keys;
    }

    /** The floods so far: a forest of pixels, each flood's root carrying its size and top. */
    private static final class Floods {
        private final int[] parent;
        private final int[] size;
        private final float[] top;

        Floods(int pixels) {
            parent = new int[pixels];
            Arrays.fill(parent, -1);
            size = new int[pixels];
            top = new float[pixels];
        }

        /** Root of the flood that has the pixel, −1 for none. */
        int of(int pixel) {
            int i = pixel;
            if (parent[i] < 0) {
                return -1;
            }
            while (parent[i] != i) {
                parent[i] = parent[parent[i]];
                i = parent[i];
            }
            return i;
        }

        /** Floods a pixel: it joins its highest neighbour's flood, and joins others to that which are too small or not parted. */
        void add(int pixel, int w, int h, float value, double share, double least) {
            int own = -1;
            int u = pixel % w;
            int v = pixel / w;
            for (int dv = -1; dv <= 1; dv++) {
                for (int du = -1; du <= 1; du++) {
                    if (u + du < 0 || u + du >= w || v + dv < 0 || v + dv >= h) {
                        continue;
                    }
                    int other = of(pixel + dv * w + du);
                    if (other >= 0 && other != own) {
                        own = own < 0 ? other : met(own, other, value, share, least);
                    }
                }
            }
            if (own < 0) {
                own = pixel;
                top[own] = value;
            }
            parent[pixel] = own;
            size[own]++;
        }

        /** Two floods meet: one flood if it is no real dip; the higher one in any case. */
        private int met(int one, int other, float value, double share, double least) {
            boolean first = top[one] > top[other] || (top[one] == top[other] && one < other);
            int higher = first ? one : other;
            int lower = first ? other : one;
            if (value >= share * top[lower] || Math.min(size[one], size[other]) < least) {
                parent[lower] = higher;
                size[higher] += size[lower];
            }
            return higher;
        }
    }
}
