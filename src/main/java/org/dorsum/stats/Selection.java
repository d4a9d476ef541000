package org.dorsum.stats;

import java.util.Arrays;

/**
 * Order statistics of a sample, exact and in a time that grows as the sample does: values are counted into bins between the least
 * and the greatest, and only those of the bins that hold the wanted places are sorted; a bin that holds many is taken apart in
 * the same way. Beside quickselect no comparison's outcome has to be guessed. Lives within one call.
 */
final class Selection {
    private static final int FEW = 32; // as many are sorted right away
    private static final int MOST_BINS = 1024;
    private static final int A_BIN = 4; // values, if they are spread evenly

    private final double[] values;
    private final int n;

    /** Selects among the first {@code n} of {@code values}, at least one and none of them NaN, which are left as they are. */
    Selection(double[] values, int n) {
        this.values = values;
        this.n = n;
    }

    /** The value at {@code rank}, 0 … n − 1 in ascending order, and that at the next rank (of the last rank, itself). */
    double[] pair(int rank) {
        double least = values[0];
        double greatest = values[0];
        for (int i = 1; i < n; i++) {
            // rarely true, and less and less: guessed right, unlike a minimum that waits for the one before
            if (values[i] < least) {
                least = values[i];
            } else if (values[i] > greatest) {
                greatest = values[i];
            }
        }
        double width = greatest - least;
        int bins = Math.min(MOST_BINS, n / A_BIN);
        double scale = bins / width;
        if (n <= FEW || !(scale < Double.MAX_VALUE && width < Double.MAX_VALUE)) {
            return sorted(rank);
        }
        int[] counts = new int[bins + 1]; // the greatest value has a bin of its own
        short[] binOf = new short[n];
        for (int i = 0; i < n; i++) {
            int b = (int) ((values[i] - least) * scale);
            binOf[i] = (short) b;
            counts[b]++;
        }
        int bin = 0;
        int below = 0;
        while (below + counts[bin] <= rank) {
            below += counts[bin++];
        }
        int last = bin;
        int within = counts[bin];
        while (rank + 1 < n && below + within <= rank + 1) {
            within += counts[++last];
        }
        double[] near = new double[within];
        int k = 0;
        for (int i = 0; i < n; i++) {
            int b = binOf[i];
            if (b >= bin && b <= last) {
                near[k++] = values[i];
            }
        }
        Selection rest = new Selection(near, within);
        return within < n ? rest.pair(rank - below) : rest.sorted(rank - below);
    }

    private double[] sorted(int rank) {
        double[] all = Arrays.copyOf(values, n);
        Arrays.sort(all);
        return new double[] {all[rank], all[Math.min(n - 1, rank + 1)]};
    }
}
