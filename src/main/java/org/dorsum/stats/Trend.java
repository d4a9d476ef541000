package org.dorsum.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * A line, and a curve that levels off, through values in time of which each has a known standard error; in the values' unit. The first
 * value is an observation like the others: its error enters once, which is what makes changes against it correlated.
 *
 * <p>Where the values scatter about the fitted line or curve by more than their errors do in one of twenty, all errors are widened by Birge's ratio, the root of chi-squared over its degrees of
 * freedom; they are never narrowed. Immutable; a few milliseconds.
 *
 * @see <a href="https://doi.org/10.1103/PhysRev.40.207">Birge 1932</a>
 */
public final class Trend {
    private static final double Z95 = 1.959963984540054;
    private static final double LIKELY = Z95 * Z95; // fall of the deviance that one parameter explains by chance in 5 %
    private static final double CHANCE = 0.05;
    private static final int RATES = 100; // neighbours a tenth apart
    private static final double SLOWEST =
            0.02; // share of a whole course's length-times-rate at which a curve is a line
    private static final double FASTEST =
            8; // per shortest interval: 99.97 % of what is to come is there at the next value

    private final double[] time;
    private final double[] value;
    private final double[] error;

    private Trend(double[] time, double[] value, double[] error) {
        this.time = time;
        this.value = value;
        this.error = error;
    }

    /**
     * Values in time.
     *
     * @param time ascending, all different
     * @param error standard errors, greater than 0, of the values independently of each other
     */
    public static Trend of(double[] time, double[] value, double[] error) {
        int n = time.length;
        if (n < 2 || value.length != n || error.length != n) {
            throw new IllegalArgumentException("a trend has two values and more, each with its time and error");
        }
        for (int i = 0; i < n; i++) {
            if (!(error[i] > 0) || (i > 0 && !(time[i] > time[i - 1]))) {
                throw new IllegalArgumentException("times ascend and errors are greater than 0: "
                        + Arrays.toString(time) + " " + Arrays.toString(error));
            }
        }
        return new Trend(time.clone(), value.clone(), error.clone());
    }

    /**
     * A straight line.
     *
     * @param slope rise in one unit of time
     * @param level where the line stands at the first time
     * @param scatter Birge's ratio by which errors were widened, at least 1
     */
    public record Line(Estimate slope, double level, double scatter) {}

    /** The line that fits best. */
    public Line line() {
        LeastSquares fit = fit(x -> x);
        int freedom = time.length - 2;
        double scatter = Math.sqrt(excess(fit.misfit(), freedom));
        double half = Z95 * scatter * Math.sqrt(fit.variance(1));
        double slope = fit.coefficient(1);
        return new Line(new Estimate(slope, slope - half, slope + half), fit.coefficient(0), scatter);
    }

    /**
     * What one more step would bring, if the values approach a level exponentially: {@code v(t) = α + A·(1 − e^(−κt))}, κ ≥ 0; the line is its slowest case.
     *
     * @param next rise from the last time to one step later, with its interval by profile likelihood over κ
     * @param total rise from the first time to the last
     * @param better whether the curve fits better than the line by more than chance does in 2.5 % of straight courses
     */
    public record Approach(Estimate next, Estimate total, boolean better) {}

    /**
     * The approach to a level; absent for fewer than three values.
     *
     * @param step length of time to the next value, greater than 0
     */
    public Optional<Approach> approach(double step) {
        if (!(step > 0)) {
            throw new IllegalArgumentException("the next value comes later");
        }
        int n = time.length;
        if (n < 3) {
            return Optional.empty();
        }
        double[] rates = rates();
        LeastSquares[] fits = new LeastSquares[rates.length];
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < rates.length; i++) {
            double rate = rates[i];
            fits[i] = fit(x -> risen(rate, x));
            least = Math.min(least, fits[i].misfit());
        }
        double widen = excess(least, n - 3);
        Profile next = new Profile();
        Profile total = new Profile();
        double whole = time[n - 1] - time[0];
        for (int i = 0; i < rates.length; i++) {
            double excess = (fits[i].misfit() - least) / widen;
            double rise = risen(rates[i], whole);
            next.add(fits[i], risen(rates[i], whole + step) - rise, excess, widen);
            total.add(fits[i], rise, excess, widen);
        }
        boolean better = (fits[0].misfit() - least) / widen > LIKELY;
        return Optional.of(new Approach(next.estimate(), total.estimate(), better));
    }

    /** Chi-squared over its degrees of freedom, at least 1; 1 where chance would make it as large in one of twenty. */
    private static double excess(double misfit, int freedom) {
        if (freedom < 1
                || misfit <= new ChiSquaredDistribution(null, freedom).inverseCumulativeProbability(1 - CHANCE)) {
            return 1;
        }
        return misfit / freedom;
    }

    /** Estimate and interval of a multiple of the rise, whatever the rate. */
    private static final class Profile {
        private double best = Double.POSITIVE_INFINITY;
        private double value;
        private double low = Double.POSITIVE_INFINITY;
        private double high = Double.NEGATIVE_INFINITY;

        void add(LeastSquares fit, double factor, double excess, double widen) {
            double v = factor * fit.coefficient(1);
            if (excess < best) {
                best = excess;
                value = v;
            }
            if (excess <= LIKELY) {
                double half = Math.abs(factor) * Math.sqrt(widen * fit.variance(1) * (LIKELY - excess));
                low = Math.min(low, v - half);
                high = Math.max(high, v + half);
            }
        }

        Estimate estimate() {
            return new Estimate(value, low, high);
        }
    }

    /** Rates from as good as a line to a jump, in equal ratios; the first is 0, the line itself. */
    private double[] rates() {
        double whole = time[time.length - 1] - time[0];
        double shortest = whole;
        for (int i = 1; i < time.length; i++) {
            shortest = Math.min(shortest, time[i] - time[i - 1]);
        }
        double slow = SLOWEST / whole;
        double fast = FASTEST / shortest;
        double[] rates = new double[RATES];
        for (int i = 1; i < RATES; i++) {
            rates[i] = slow * Math.pow(fast / slow, (i - 1) / (RATES - 2.0));
        }
        return rates;
    }

    private static double risen(double rate, double x) {
        return rate == 0 ? x : -Math.expm1(-rate * x) / rate;
    }

    private LeastSquares fit(DoubleUnaryOperator shape) {
        int n = time.length;
        double[][] design = new double[n][];
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            design[i] = new double[] {1, shape.applyAsDouble(time[i] - time[0])};
            covariance[i][i] = error[i] * error[i];
        }
        return LeastSquares.fit(List.of(new LeastSquares.Block(design, value, covariance)));
    }
}
