package org.dorsum.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;

/** Times work after warming up. */
final class WarmTime {
    private WarmTime() {}

    /** Prints median and fastest of so many rounds; returns the median in milliseconds. */
    static double print(String what, int warm, int rounds, Supplier<?> work) {
        double[] ms = new double[rounds];
        int sum = 0;
        for (int i = -warm; i < rounds; i++) {
            long start = System.nanoTime();
            sum += work.get().hashCode() & 1; // the result is used, so the work is done
            if (i >= 0) {
                ms[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(ms);
        System.out.printf(
                Locale.ROOT,
                "%-40s median %.0f ms, fastest %.0f ms (%d)%n",
                what,
                ms[rounds / 2],
                ms[0],
                Math.min(1, sum));
        return ms[rounds / 2];
    }
}
