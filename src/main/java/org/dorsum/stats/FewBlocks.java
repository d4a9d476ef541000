package org.dorsum.stats;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * By how much a block bootstrap's standard error errs low where few blocks carry what is measured; a factor, at least 1.
 *
 * <p>Of n equal blocks the bootstrap's variance is (n − 1)/n of the true one, and Student's t takes the place of the normal
 * quantile: {@code t₀.₉₇₅(n − 1)/1.96 · √(n/(n − 1))}. Of unequal ones n is Kish's effective number, {@code (Σw)²/Σw²}.
 *
 * @see "Kish 1965, Survey Sampling, section 11.7, on the effective number"
 */
public final class FewBlocks {
    private static final double NORMAL = 1.959963984540054;

    private FewBlocks() {}

    /**
     * The factor; infinite where one block carries all.
     *
     * @param blockOf for each item the name of its block
     * @param carried for each item how much of the measured it carries, at least 0
     */
    public static double widening(int[] blockOf, double[] carried) {
        double n = effective(blockOf, carried);
        return n > 1
                ? new TDistribution(n - 1).inverseCumulativeProbability(0.975) / NORMAL * Math.sqrt(n / (n - 1))
                : Double.POSITIVE_INFINITY;
    }

    /** Effective number of blocks, 1 … their number; 0 where nothing is carried. */
    static double effective(int[] blockOf, double[] carried) {
        Map<Integer, Double> sums = new TreeMap<>();
        for (int i = 0; i < blockOf.length; i++) {
            sums.merge(blockOf[i], carried[i], Double::sum);
        }
        double[] w = sums.values().stream().mapToDouble(v -> v).toArray();
        double sum = Arrays.stream(w).sum();
        double squares = Arrays.stream(w).map(v -> v * v).sum();
        return squares > 0 ? sum * sum / squares : 0;
    }
}
