package org.dorsum.hand;

import java.util.Arrays;
import org.dorsum.image.Mask;
import org.dorsum.image.Morphology;

/** Connected parts (four neighbours) of a small picture's mask: which of them are the hand. */
final class Parts {
    private static final double GAP = 0.016; // of the long side: half a ring's width on a hand that fills the photo
    private static final double CRUMB = 0.01; // of the hand's area: smaller than a fingertip beyond a ring
    private static final double PINHOLE = 0.002; // of the hand's area: a highlight or a mole, smaller than a nail

    private final int[] labels;
    private final int[] areas;

    /** Labels runs of pixels row by row and joins those that touch; numbers parts in the order of their first pixel. */
    private Parts(int width, int height, boolean[] set) {
        labels = new int[set.length];
        int[] parent = new int[64];
        int count = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                if (!set[i]) {
                    continue;
                }
                int own = x > 0 ? labels[i - 1] : 0;
                int above = y > 0 ? labels[i - width] : 0;
                if (own == 0 && above == 0) {
                    count++;
                    if (count == parent.length) {
                        parent = Arrays.copyOf(parent, 2 * parent.length);
                    }
                    parent[count] = count;
                    own = count;
                } else if (own == 0) {
                    own = above;
                } else if (above != 0 && above != own) {
                    join(parent, own, above);
                }
                labels[i] = own;
            }
        }
        areas = renumber(parent, count);
    }

    /** The smallest label of a part stands for it. */
    private static void join(int[] parent, int a, int b) {
        int p = root(parent, a);
        int q = root(parent, b);
        parent[Math.max(p, q)] = Math.min(p, q);
    }

    private static int root(int[] parent, int label) {
        int r = label;
        while (parent[r] != r) {
            parent[r] = parent[parent[r]];
            r = parent[r];
        }
        return r;
    }

    /** Gives the parts the numbers 1, 2, 3 … and answers the area of each. */
    private int[] renumber(int[] parent, int count) {
        int[] number = new int[count + 1];
        int parts = 0;
        for (int k = 1; k <= count; k++) {
            int r = root(parent, k); // never after k
            number[k] = r == k ? ++parts : number[r];
        }
        int[] counted = new int[parts + 1];
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] != 0) {
                labels[i] = number[labels[i]];
                counted[labels[i]]++;
            }
        }
        return counted;
    }

    /** The pixels above one half. */
    static boolean[] likely(float[] probability) {
        boolean[] set = new boolean[probability.length];
        for (int i = 0; i < set.length; i++) {
            set[i] = probability[i] > 0.5f;
        }
        return set;
    }

    /** The part with the largest sum of {@code weight}; of equal ones the first in raster order. */
    static boolean[] heaviest(int width, int height, boolean[] set, float[] weight) {
        Parts parts = new Parts(width, height, set);
        int best = parts.heaviest(set, weight);
        boolean[] one = new boolean[set.length];
        for (int i = 0; i < one.length; i++) {
            one[i] = best > 0 && parts.labels[i] == best;
        }
        return one;
    }

    /**
     * The heaviest part together with parts that only a narrow gap (a ring) parts from it, without crumbs, its pinholes
     * filled.
     */
    static boolean[] joined(int width, int height, boolean[] set, float[] weight) {
        Mask closed = Morphology.close(
                Mask.of(width, height, (x, y) -> set[y * width + x]),
                Math.max(1, Math.rint(GAP * Math.max(width, height))));
        boolean[] bridged = new boolean[set.length];
        for (int i = 0; i < set.length; i++) {
            bridged[i] = closed.at(i % width, i / width);
        }
        Parts groups = new Parts(width, height, bridged);
        int best = groups.heaviest(set, weight);
        boolean[] group = new boolean[set.length];
        for (int i = 0; i < set.length; i++) {
            group[i] = best > 0 && set[i] && groups.labels[i] == best;
        }
        return tidy(width, height, group);
    }

    /** The parts of which at least {@code share} lies in {@code other}, without crumbs, pinholes filled. */
    static boolean[] within(int width, int height, boolean[] set, boolean[] other, double share) {
        Parts parts = new Parts(width, height, set);
        int[] common = new int[parts.areas.length];
        for (int i = 0; i < set.length; i++) {
            common[parts.labels[i]] += set[i] && other[i] ? 1 : 0;
        }
        boolean[] kept = new boolean[set.length];
        for (int i = 0; i < set.length; i++) {
            int part = parts.labels[i];
            kept[i] = set[i] && common[part] >= share * parts.areas[part];
        }
        return tidy(width, height, kept);
    }

    /** The set without parts smaller than a fingertip, with pinholes filled. */
    static boolean[] tidy(int width, int height, boolean[] set) {
        Parts parts = new Parts(width, height, set);
        int total = count(set);
        boolean[] kept = new boolean[set.length];
        boolean[] rest = new boolean[set.length];
        for (int i = 0; i < set.length; i++) {
            kept[i] = set[i] && parts.areas[parts.labels[i]] >= CRUMB * total;
            rest[i] = !kept[i];
        }
        Parts holes = new Parts(width, height, rest);
        for (int i = 0; i < set.length; i++) {
            kept[i] |= rest[i] && holes.areas[holes.labels[i]] < PINHOLE * total;
        }
        return kept;
    }

    /** Number of pixels in the set. */
    static int count(boolean[] set) {
        int n = 0;
        for (boolean b : set) {
            n += b ? 1 : 0;
        }
        return n;
    }

    /** Intersection over union, 0 … 1; 0 if both are empty. */
    static double overlap(boolean[] a, boolean[] b) {
        int both = 0;
        int either = 0;
        for (int i = 0; i < a.length; i++) {
            both += a[i] && b[i] ? 1 : 0;
            either += a[i] || b[i] ? 1 : 0;
        }
        return both / (double) Math.max(1, either);
    }

    /** The set grown by a square of {@code 2·reach + 1} pixels. */
    static boolean[] grown(int width, int height, boolean[] set, int reach) {
        boolean[] rows = new boolean[set.length];
        for (int y = 0; y < height; y++) {
            spread(set, rows, y * width, width, reach);
        }
        // Along the columns, all of them at once: how far above the nearest row that is set lies, then how far below.
        boolean[] all = new boolean[set.length];
        int[] away = new int[width];
        Arrays.fill(away, reach + 1);
        for (int y = 0; y < height; y++) {
            for (int x = 0, i = y * width; x < width; x++, i++) {
                away[x] = rows[i] ? 0 : away[x] + 1;
                all[i] = away[x] <= reach;
            }
        }
        Arrays.fill(away, reach + 1);
        for (int y = height - 1; y >= 0; y--) {
            for (int x = 0, i = y * width; x < width; x++, i++) {
                away[x] = rows[i] ? 0 : away[x] + 1;
                all[i] |= away[x] <= reach;
            }
        }
        return all;
    }

    /** The set shrunk by a square of {@code 2·reach + 1} pixels; beyond the frame it is thought to go on. */
    static boolean[] shrunk(int width, int height, boolean[] set, int reach) {
        boolean[] outside = new boolean[set.length];
        for (int i = 0; i < set.length; i++) {
            outside[i] = !set[i];
        }
        boolean[] grown = grown(width, height, outside, reach);
        for (int i = 0; i < set.length; i++) {
            grown[i] = !grown[i];
        }
        return grown;
    }

    private static void spread(boolean[] from, boolean[] to, int start, int length, int reach) {
        int away = reach + 1;
        for (int i = start; i < start + length; i++) {
            away = from[i] ? 0 : away + 1;
            to[i] = away <= reach;
        }
        away = reach + 1;
        for (int i = start + length - 1; i >= start; i--) {
            away = from[i] ? 0 : away + 1;
            to[i] |= away <= reach;
        }
    }

    private int heaviest(boolean[] set, float[] weight) {
        double[] sums = new double[areas.length];
        for (int i = 0; i < set.length; i++) {
            sums[labels[i]] += set[i] ? weight[i] : 0;
        }
        int best = 0;
        for (int k = 1; k < sums.length; k++) {
            best = best == 0 || sums[k] > sums[best] ? k : best;
        }
        return best;
    }
}
