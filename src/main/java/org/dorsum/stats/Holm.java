package org.dorsum.stats;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Probabilities of several tests adjusted so that one false rejection or more among all of them is as rare as the level says.
 *
 * @see <a href="https://www.jstor.org/stable/4615733">Holm 1979</a>
 */
public final class Holm {
    private Holm() {}

    /** The adjusted probabilities, 0 … 1, in the order of {@code p}. */
    public static double[] adjust(double[] p) {
        int[] order = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[p.length];
        double most = 0;
        for (int i = 0; i < order.length; i++) {
            most = Math.max(most, Math.min(1, (order.length - i) * p[order[i]]));
            adjusted[order[i]] = most;
        }
        return adjusted;
    }
}
