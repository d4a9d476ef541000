package org.dorsum.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * How much a value moves when the same subject is measured again.
 *
 * @param groups groups with two values and more
 * @param values values in them
 * @param mean mean of the groups' means, in the values' unit
 * @param standardDeviation within-subject standard deviation: root of the pooled variance, weighted by degrees of freedom. It is the
 *     standard error of measurement (SEM) of a single value
 * @param variation within-subject coefficient of variation, a fraction: root of the mean of squared coefficients {@code (sᵢ/mᵢ)²} of the
 *     groups, weighted by degrees of freedom; groups that are all zero say nothing about shares and are left out; absent where a value is below 0
 * @see <a href="https://doi.org/10.1136/bmj.313.7048.41">Bland, Altman 1996</a> on measurement error
 * @see <a href="https://doi.org/10.2165/00007256-200030010-00001">Hopkins 2000</a> on its interval
 */
public record WithinSubject(
        int groups, int values, double mean, Estimate standardDeviation, Optional<Estimate> variation) {

    /** What two single values of one subject differ by in 5 % of cases though nothing changed, over the SEM: 1.96·√2. */
    public static final double DETECTABLE = 1.959963984540054 * Math.sqrt(2);

    /**
     * Of groups of repeats; groups of one value say nothing and are left out. Intervals from the chi-squared distribution, which takes
     * the error to be alike and normal in all groups.
     *
     * @return absent if no group has a repeat
     */
    public static Optional<WithinSubject> of(List<double[]> all) {
        List<double[]> groups = all.stream().filter(g -> g.length >= 2).toList();
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        int values = groups.stream().mapToInt(g -> g.length).sum();
        int freedom = values - groups.size();
        double squares = 0;
        double relative = 0;
        int relativeFreedom = 0;
        double means = 0;
        for (double[] g : groups) {
            double mean = StatUtils.mean(g);
            double sum = StatUtils.variance(g, mean) * (g.length - 1);
            squares += sum;
            means += mean / groups.size();
            if (mean != 0) {
                relative += sum / (mean * mean);
                relativeFreedom += g.length - 1;
            }
        }
        boolean ratios = groups.stream().flatMapToDouble(Arrays::stream).allMatch(v -> v >= 0);
        return Optional.of(new WithinSubject(
                groups.size(),
                values,
                means,
                root(squares, freedom),
                ratios && relativeFreedom > 0 && relative > 0
                        ? Optional.of(root(relative, relativeFreedom))
                        : Optional.empty()));
    }

    private static Estimate root(double squares, int freedom) {
        ChiSquaredDistribution chi = new ChiSquaredDistribution(freedom);
        return new Estimate(
                Math.sqrt(squares / freedom),
                Math.sqrt(squares / chi.inverseCumulativeProbability(0.975)),
                Math.sqrt(squares / chi.inverseCumulativeProbability(0.025)));
    }

    /** Minimal detectable change of two single values, in the values' unit: 1.96·√2·SEM. */
    public Estimate detectableChange() {
        return standardDeviation.map(s -> DETECTABLE * s);
    }

    /** The same as a fraction of the value. */
    public Optional<Estimate> detectableShare() {
        return variation.map(e -> e.map(s -> DETECTABLE * s));
    }
}
