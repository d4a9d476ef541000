package org.dorsum.hand;

import java.util.Arrays;
import org.dorsum.image.Mask;
import org.dorsum.image.Morphology;

/** Connected parts (four neighbours) of a small picture's mask: which of them are the hand. */
final class Parts {
    private static final double GAP = 0.016; // of the long side: half a ring's width on a hand that fills the photo
    private static final double CRUMB = 0.01; // of the hand's area: smaller than a fingertip beyond a ring
    private static final double PINHOLE = 0.002; // of the hand's area: a highlight or a mole, smaller than a nail

    private final int width;
    private final int height;
    private final int[] labels;
    private final int[] areas;

    private Parts(int width, int height, boolean[] set) {
        this.width = width;
        this.height = height;
        labels = new int[set.length];
        int[] queue = new int[set.length];
        int[] found = new int[16];
        int count = 0;
        for (int start = 0; start < set.length; start++) {
            if (set[start] && labels[start] == 0) {
                count++;
                if (count >= found.length) {
                    found = Arrays.copyOf(found, 2 * found.length);
                }
                found[count] = flood(set, start, count, queue);
            }
        }
        areas = Arrays.copyOf(found, count + 1);
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
        boolean[] all = new boolean[set.length];
        for (int y = 0; y < height; y++) {
            spread(set, rows, y * width, 1, width, reach);
        }
        for (int x = 0; x < width; x++) {
            spread(rows, all, x, width, height, reach);
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

    private static void spread(boolean[] from, boolean[] to, int start, int stride, int length, int reach) {
        int last = -reach - 1;
        for (int i = 0; i < length; i++) {
            last = from[start + i * stride] ? i : last;
            to[start + i * stride] = i - last <= reach;
        }
        last = length + reach;
        for (int i = length - 1; i >= 0; i--) {
            last = from[start + i * stride] ? i : last;
            to[start + i * stride] |= last - i <= reach;
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

    private int flood(boolean[] set, int start, int label, int[] queue) {
        int tail = 0;
        queue[tail++] = start;
        labels[start] = label;
        for (int head = 0; head < tail; head++) {
            int i = queue[head];
            int x = i % width;
            tail = visit(set, x > 0 ? i - 1 : -1, label, queue, tail);
            tail = visit(set, x < width - 1 ? i + 1 : -1, label, queue, tail);
            tail = visit(set, i - width, label, queue, tail);
            tail = visit(set, i + width < width * height ? i + width : -1, label, queue, tail);
        }
        return tail;
    }

    private int visit(boolean[] set, int i, int label, int[] queue, int tail) {
        if (i >= 0 && set[i] && labels[i] == 0) {
            labels[i] = label;
            queue[tail] = i;
            return tail + 1;
        }
        return tail;
    }
}
