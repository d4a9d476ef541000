package org.dorsum.image;

import java.util.Arrays;

/**
 * One order statistic of non-negative numbers, exact: their bits order as they do, so that the upper half of the bits, counted,
 * tells which few share the wanted one's, and only those are sorted.
 */
public final class FloatSelection {
    private static final int LOWER = 16;

    private FloatSelection() {}

    /** The value at {@code rank}, 0 … n − 1 in ascending order, of the first {@code n} of {@code values}, each at least 0. */
    public static float at(float[] values, int n, int rank) {
        int[] counts = new int[1 << (Integer.SIZE - 1 - LOWER)];
        for (int i = 0; i < n; i++) {
            counts[upper(values[i])]++;
        }
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
        return (Float.floatToRawIntBits(value) & Integer.MAX_VALUE) >>> LOWER; // without the sign of a zero
    }
}
