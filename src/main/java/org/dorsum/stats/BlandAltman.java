package org.dorsum.stats;

import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Agreement of two values of the same subjects: mean of the differences {@code first − second}, and the limits between which 95 % of
 * differences lie, each with its 95 % interval; in the values' unit.
 *
 * @param pairs how many subjects
 * @param bias mean difference
 * @param deviation standard deviation of the differences
 * @param lower lower limit of agreement, {@code bias − 1.96·deviation}
 * @param upper upper limit of agreement
 * @see <a href="https://doi.org/10.1177/096228029900800204">Bland, Altman 1999</a>, 2.1
 */
public record BlandAltman(int pairs, Estimate bias, double deviation, Estimate lower, Estimate upper) {
    private static final double Z95 = 1.959963984540054;

    /** Of pairs; absent for fewer than three. */
    public static Optional<BlandAltman> of(double[] first, double[] second) {
        int n = first.length;
        if (second.length != n) {
            throw new IllegalArgumentException("pairs have two values: " + n + " and " + second.length);
        }
        if (n < 3) {
            return Optional.empty();
        }
        double[] differences =
                IntStream.range(0, n).mapToDouble(i -> first[i] - second[i]).toArray();
        double mean = StatUtils.mean(differences);
        double sd = Math.sqrt(StatUtils.variance(differences));
        double t = new TDistribution(n - 1).inverseCumulativeProbability(0.975);
        double ofMean = t * sd / Math.sqrt(n);
        double ofLimit = t * sd * Math.sqrt(1.0 / n + Z95 * Z95 / (2 * (n - 1.0)));
        return Optional.of(new BlandAltman(
                n, around(mean, ofMean), sd, around(mean - Z95 * sd, ofLimit), around(mean + Z95 * sd, ofLimit)));
    }

    private static Estimate around(double value, double half) {
        return new Estimate(value, value - half, value + half);
    }
}
