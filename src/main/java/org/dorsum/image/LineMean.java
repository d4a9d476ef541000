package org.dorsum.image;

import org.jspecify.annotations.Nullable;

/**
 * Means along straight windows of one direction: the picture is read along digital lines, each a straight run of pixels with
 * one pixel for every step of the longer axis, and smoothed along them by two running means (a triangle).
 */
final class LineMean {
    private final int width;
    private final int height;
    private final double reach;

    LineMean(int width, int height, double reach) {
        this.width = width;
        this.height = height;
        this.reach = reach;
    }

    /** Writes the means of {@code values} along {@code angle} where they exceed {@code best}, and its number k beside them. */
    void raise(float[] values, double angle, int k, float[] best, byte[] which) {
        raise(values, angle, k, best, which, null, null);
    }

    /** The same, and the means turned round where they exceed {@code other}. */
    void raise(
            float[] values,
            double angle,
            int k,
            float[] best,
            byte[] which,
            float @Nullable [] other,
            byte @Nullable [] otherWhich) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        boolean flat = Math.abs(c) >= Math.abs(s);
        int length = flat ? width : height;
        int breadth = flat ? height : width;
        int along = flat ? 1 : width;
        int aside = flat ? width : 1;
        double slope = flat ? s / c : c / s;
        int half = Math.max(1, (int) Math.rint(0.5 * reach * Math.max(Math.abs(c), Math.abs(s))));
        int[] shift = new int[length];
        int[] offset = new int[length];
        for (int i = 0; i < length; i++) {
            shift[i] = (int) Math.floor(i * slope + 0.5);
            offset[i] = i * along + shift[i] * aside;
        }
        int low = Math.min(0, shift[length - 1]);
        int high = Math.max(0, shift[length - 1]);
        float[] run = new float[length];
        float[] once = new float[length];
        for (int j = -high; j < breadth - low; j++) {
            int from = 0;
            int to = length;
            while (from < to && outside(j + shift[from], breadth)) {
                from++;
            }
            while (to > from && outside(j + shift[to - 1], breadth)) {
                to--;
            }
            int n = to - from;
            int base = j * aside;
            for (int i = 0; i < n; i++) {
                run[i] = values[base + offset[from + i]];
            }
            smooth(run, once, n, half);
            smooth(once, run, n, half);
            for (int i = 0; i < n; i++) {
                int at = base + offset[from + i];
                float mean = run[i];
                if (mean > best[at]) {
                    best[at] = mean;
                    which[at] = (byte) k;
                }
                if (other != null && otherWhich != null && -mean > other[at]) {
                    other[at] = -mean;
                    otherWhich[at] = (byte) k;
                }
            }
        }
    }

    private static boolean outside(int i, int size) {
        return i < 0 || i >= size;
    }

    /** Running mean over 2·half + 1 values; beyond the ends nothing is counted, and the mean is over what is there. */
    private static void smooth(float[] in, float[] out, int n, int half) {
        double sum = 0;
        int entering = Math.min(half, n);
        for (int i = 0; i < entering; i++) {
            sum += in[i];
        }
        int inner = Math.max(0, n - half); // from here on nothing enters any more
        int early = Math.min(half + 1, inner); // up to here nothing leaves
        for (int i = 0; i < early; i++) {
            sum += in[i + half];
            out[i] = (float) (sum / (i + half + 1));
        }
        double share = 1.0 / (2 * half + 1);
        for (int i = early; i < inner; i++) {
            sum += in[i + half] - in[i - half - 1];
            out[i] = (float) (sum * share);
        }
        for (int i = inner; i < n; i++) {
            if (i - half > 0) {
                sum -= in[i - half - 1];
            }
            out[i] = (float) (sum / (n - 1 - Math.max(0, i - half) + 1));
        }
    }
}
