package org.dorsum.image;

import java.util.Arrays;

/**
 * Order statistics of many numbers, exact: their bits, once those of negative numbers are turned round, order as they do, so that
 * the upper half of the bits, counted, tells which few share the wanted one's, and only those are sorted.
 */
public final class FloatSelection {
    private static final int FEW = 2048; // as many are sorted sooner than the counts of all bins are cleared
    private static final int LOWER = 16;
    private static final int SIGN =
            1 << (Integer.SIZE - 1 - LOWER); // turns ascending signed keys into ascending places

    private FloatSelection() {}

    /** The value at {@code rank}, 0 … n − 1 in ascending order, of the first {@code n} of {@code values}, none of them NaN. */
    public static float at(float[] values, int n, int rank) {
        if (n <= FEW) {
            float[] sorted = Arrays.copyOf(values, n);
            Arrays.sort(sorted);
            return sorted[rank];
        }
        return at(values, n, rank, counts(values, n));
    }

    /** The middle value of the first {@code n} of {@code values}, at least one and none of them NaN; the mean of the two middle ones for an even number. */
    public static double median(float[] values, int n) {
        int[] counts = counts(values, n);
        double lower = at(values, n, (n - 1) / 2, counts);
        return n % 2 == 1 ? lower : lower + 0.5 * (at(values, n, n / 2, counts) - lower);
    }

    private static int[] counts(float[] values, int n) {
        int[] counts = new int[2 * SIGN];
        for (int i = 0; i < n; i++) {
            counts[upper(values[i])]++;
        }
        return counts;
    }

    private static float at(float[] values, int n, int rank, int[] counts) {
        int bin = 0;
        int below = 0;
        while (below + counts[bin] <= rank) {
            below += counts[bin++];
        }
        float[] near = new float[counts[bin]];
        int k = 0;
        for (int i = 0; i < n; i++) {
            if (upper(values[i]) == bin) {
                near[k++] = values[i];
            }
        }
        Arrays.sort(near);
        return near[rank - below];
    }

    private static int upper(float value) {
        int bits = Float.floatToRawIntBits(value);
        return ((bits ^ ((bits >> (Integer.SIZE - 1)) & Integer.MAX_VALUE)) >> LOWER) + SIGN;
    }
}
