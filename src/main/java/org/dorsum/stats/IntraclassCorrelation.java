package org.dorsum.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Share of the variance of single values that lies between subjects, at most 1; 1 is perfect agreement of repeated values. Below 0 where
 * subjects differ less than repeats would have them differ by chance. Intervals from the F distribution.
 *
 * @see <a href="https://doi.org/10.1037/0033-2909.86.2.420">Shrout, Fleiss 1979</a> for the cases
 * @see <a href="https://doi.org/10.1037/1082-989X.1.1.30">McGraw, Wong 1996</a> for the intervals
 */
public final class IntraclassCorrelation {
    private static final double UPPER = 0.975; // two-sided 95 %

    private IntraclassCorrelation() {}

    /**
     * ICC(1,1): repeats of a subject are exchangeable. Groups may differ in size; the mean size is then
     * {@code n0 = (N − Σnᵢ²/N)/(k − 1)}, which makes the between-groups mean square unbiased (Searle 1992, 3.6).
     *
     * @param groups repeats by subject
     * @return absent for fewer than two groups, no group with a repeat, or values without any variation within groups
     */
    public static Optional<Estimate> oneWay(List<double[]> groups) {
        int k = groups.size();
        double n = groups.stream().mapToInt(g -> g.length).sum();
        if (k < 2 || n <= k) {
            return Optional.empty();
        }
        double grand = groups.stream().mapToDouble(StatUtils::sum).sum() / n;
        double between = 0;
        double within = 0;
        double squares = 0;
        for (double[] g : groups) {
            double mean = StatUtils.mean(g);
            between += g.length * (mean - grand) * (mean - grand);
            within += StatUtils.variance(g, mean) * (g.length - 1);
            squares += (double) g.length * g.length;
        }
        between /= k - 1;
        within /= n - k;
        if (!(within > 0)) {
            return Optional.empty();
        }
        double n0 = (n - squares / n) / (k - 1);
        double f = between / within;
        double fLow = f / new FDistribution(k - 1, n - k).inverseCumulativeProbability(UPPER);
        double fHigh = f * new FDistribution(n - k, k - 1).inverseCumulativeProbability(UPPER);
        return Optional.of(new Estimate(share(f, n0), share(fLow, n0), share(fHigh, n0)));
    }

    private static double share(double f, double size) {
        return (f - 1) / (f + size - 1);
    }

    /**
     * ICC(2,1), absolute agreement: repeats have an order, such as first and second photo, whose systematic difference counts as
     * disagreement.
     *
     * @param table one row a subject, one column a repeat; all rows of one length
     * @return absent for fewer than two rows or columns, or values without residual variation
     */
    public static Optional<Estimate> twoWay(double[][] table) {
        int n = table.length;
        int k = n == 0 ? 0 : table[0].length;
        if (n < 2 || k < 2) {
            return Optional.empty();
        }
        double grand = Arrays.stream(table).mapToDouble(StatUtils::mean).sum() / n;
        double rows = 0;
        double total = 0;
        double[] columns = new double[k];
        for (double[] row : table) {
            rows += k * Math.pow(StatUtils.mean(row) - grand, 2);
            for (int j = 0; j < k; j++) {
                total += (row[j] - grand) * (row[j] - grand);
                columns[j] += row[j] / n;
            }
        }
        double cols =
                n * Arrays.stream(columns).map(c -> (c - grand) * (c - grand)).sum();
        double msr = rows / (n - 1);
        double msc = cols / (k - 1);
        double mse = (total - rows - cols) / ((n - 1.0) * (k - 1));
        if (!(mse > 0)) {
            return Optional.empty();
        }
        double icc = (msr - mse) / (msr + (k - 1) * mse + k / (double) n * (msc - mse));
        double a = k * icc / (n * (1 - icc));
        double b = 1 + k * icc * (n - 1) / (n * (1 - icc));
        double v = Math.pow(a * msc + b * mse, 2)
                / (Math.pow(a * msc, 2) / (k - 1) + Math.pow(b * mse, 2) / ((n - 1.0) * (k - 1)));
        double rest = k * msc + ((double) k * n - k - n) * mse;
        double down = new FDistribution(n - 1, v).inverseCumulativeProbability(UPPER);
        double up = new FDistribution(v, n - 1).inverseCumulativeProbability(UPPER);
        double low = n * (msr - down * mse) / (down * rest + n * msr);
        double high = n * (up * msr - mse) / (rest + n * up * msr);
        return Optional.of(new Estimate(icc, Math.min(low, icc), Math.max(high, icc)));
    }
}
