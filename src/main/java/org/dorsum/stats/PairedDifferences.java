package org.dorsum.stats;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.inference.TTest;
import org.apache.commons.math3.stat.ranking.NaturalRanking;

/** Tests and summary of paired differences, or of changes, of independent subjects: is their middle other than zero? Immutable. */
public final class PairedDifferences {
    private static final int MOST_EXACT = 200; // beyond, the normal approximation is exact to four digits

    private final double[] differences;

    private PairedDifferences(double[] differences) {
        this.differences = differences;
    }

    /** Of at least two differences. */
    public static PairedDifferences of(double[] differences) {
        if (differences.length < 2) {
            throw new IllegalArgumentException("at least two differences, not " + differences.length);
        }
        return new PairedDifferences(differences.clone());
    }

    /** How many. */
    public int n() {
        return differences.length;
    }

    /** Standard deviation. */
    public double deviation() {
        return Math.sqrt(StatUtils.variance(differences));
    }

    /** Mean with its interval from Student's t. */
    public Estimate mean() {
        double mean = StatUtils.mean(differences);
        double t = new TDistribution(n() - 1).inverseCumulativeProbability(0.975);
        double half = t * deviation() / Math.sqrt(n());
        return new Estimate(mean, mean - half, mean + half);
    }

    /** Two-sided probability of the paired t test; absent where all differences are equal. */
    public Optional<Double> tTest() {
        return deviation() > 0 ? Optional.of(new TTest().tTest(0, differences)) : Optional.empty();
    }

    /**
     * Two-sided probability of Wilcoxon's signed-rank test, zeros left out; ties get their mean rank. The distribution given these ranks is exact
     * up to 200 differences, normal with correction for continuity beyond.
     *
     * @return absent where all differences are zero
     * @see <a href="https://doi.org/10.2307/3001968">Wilcoxon 1945</a>
     */
    public Optional<Double> wilcoxon() {
        double[] some = Arrays.stream(differences).filter(d -> d != 0).toArray();
        if (some.length == 0) {
            return Optional.empty();
        }
        double[] ranks =
                new NaturalRanking().rank(Arrays.stream(some).map(Math::abs).toArray());
        double positive = 0;
        double squares = 0;
        double sum = 0;
        for (int i = 0; i < some.length; i++) {
            positive += some[i] > 0 ? ranks[i] : 0;
            squares += ranks[i] * ranks[i];
            sum += ranks[i];
        }
        double extreme = Math.min(positive, sum - positive);
        if (some.length > MOST_EXACT) {
            double z = (extreme - sum / 2 + 0.5) / Math.sqrt(squares / 4);
            return Optional.of(Math.min(1, 2 * new NormalDistribution(null, 0, 1).cumulativeProbability(z)));
        }
        return Optional.of(Math.min(1, 2 * atMost(ranks, extreme)));
    }

    /** Share of all choices of signs whose positive ranks sum to {@code limit} at most; ranks are halves at the finest. */
    private static double atMost(double[] ranks, double limit) {
        int[] twice = Arrays.stream(ranks).mapToInt(r -> (int) Math.rint(2 * r)).toArray();
        double[] share = new double[Arrays.stream(twice).sum() + 1];
        share[0] = 1;
        int reached = 0;
        for (int r : twice) {
            reached += r;
            for (int s = reached; s >= 0; s--) {
                share[s] = (share[s] + (s >= r ? share[s - r] : 0)) / 2;
            }
        }
        double below = 0;
        for (int s = 0; s <= (int) Math.rint(2 * limit); s++) {
            below += share[s];
        }
        return below;
    }

    /**
     * Hedges' g of the differences: their mean over their standard deviation, corrected for small samples by
     * {@code J = 1 − 3/(4(n−1) − 1)}; its interval from the noncentral t distribution, corrected alike.
     *
     * @return absent where all differences are equal
     * @see <a href="https://doi.org/10.3102/10769986006002107">Hedges 1981</a>
     */
    public Optional<Estimate> effectSize() {
        if (!(deviation() > 0)) {
            return Optional.empty();
        }
        double root = Math.sqrt(n());
        double t = StatUtils.mean(differences) / deviation() * root;
        double j = 1 - 3.0 / (4 * (n() - 1.0) - 1);
        Estimate centre = NoncentralT.centre(t, n() - 1);
        return Optional.of(new Estimate(t, centre.low(), centre.high()).map(v -> j * v / root));
    }
}
