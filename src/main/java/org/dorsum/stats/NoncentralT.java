package org.dorsum.stats;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;

/** The noncentral t distribution, as far as intervals of effect sizes need it. */
final class NoncentralT {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
    private static final double TAIL = 0.025;

    private NoncentralT() {}

    /** Noncentralities between which {@code t} is not unusual (95 %): what a t statistic says about its own centre. */
    static Estimate centre(double t, int freedom) {
        double reach = 8 + Math.abs(t); // the statistic scatters by little more than 1, and by a share of itself
        double low = solve(d -> cumulative(t, freedom, d) - (1 - TAIL), t, -reach);
        double high = solve(d -> cumulative(t, freedom, d) - TAIL, t, reach);
        return new Estimate(t, Math.min(low, t), Math.max(high, t));
    }

    private static double solve(UnivariateFunction f, double from, double reach) {
        double to = from + reach;
        return new BrentSolver(1e-7).solve(200, f, Math.min(from, to), Math.max(from, to));
    }

    /** P(T ≤ t): the mean of Φ(t·s − δ) over s, the root of chi-squared over its degrees of freedom. */
    static double cumulative(double t, int freedom, double delta) {
        ChiSquaredDistribution chi = new ChiSquaredDistribution(null, freedom);
        double reach = 9 / Math.sqrt(2.0 * freedom); // nine standard deviations of s
        UnivariateFunction share =
                s -> 2 * freedom * s * chi.density(freedom * s * s) * NORMAL.cumulativeProbability(t * s - delta);
        return new IterativeLegendreGaussIntegrator(40, 1e-8, 1e-9)
                .integrate(100_000, share, Math.max(1e-9, 1 - reach), 1 + reach);
    }
}
