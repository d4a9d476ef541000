package org.dorsum.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * A common slope of several subjects, each with a level of its own: {@code y = α + aᵢ + βt + e}, aᵢ normal with its own variance, e with
 * equal variance and, where the residuals ask for it, correlation {@code ρ^lag} between the lag-th neighbours of a subject. Variances by
 * restricted maximum likelihood; the slope's interval from Student's t with as many degrees of freedom as values exceed subjects and
 * slope.
 *
 * <p>Correlation is taken in only if it raises twice the restricted log-likelihood by more than 3.84 (5 % of chance): in short courses its estimate is
 * worse than none.
 *
 * @param intercept mean level at time 0
 * @param slope rise in one unit of time
 * @param between standard deviation of the subjects' levels
 * @param residual standard deviation of e
 * @param correlation ρ, 0 where it was not taken in
 * @see <a href="https://doi.org/10.2307/2529876">Laird, Ware 1982</a>
 */
public record MixedTrend(double intercept, Estimate slope, double between, double residual, double correlation) {
    private static final double CHANCE = 3.841458820694124;
    private static final double MOST_CORRELATED = 0.95;
    private static final double MOST_RATIO = 100; // of between to residual deviation

    /** One subject's values, times ascending. */
    public record Subject(double[] time, double[] value) {
        /** Checks the lengths. */
        public Subject {
            if (time.length != value.length) {
                throw new IllegalArgumentException("each value has its time");
            }
        }
    }

    /**
     * The fit.
     *
     * @return absent for fewer than two subjects with two values and more, or times that are all the same
     */
    public static Optional<MixedTrend> of(List<Subject> all) {
        List<Subject> subjects = all.stream().filter(s -> s.time().length >= 2).toList();
        int n = subjects.stream().mapToInt(s -> s.time().length).sum();
        boolean moves = subjects.stream().anyMatch(s -> s.time()[s.time().length - 1] > s.time()[0]);
        if (subjects.size() < 2 || !moves || n - subjects.size() < 2) {
            return Optional.empty();
        }
        Model model = new Model(subjects, n);
        Fit plain = model.best(0);
        if (!(plain.scale() > 0)) {
            return Optional.empty();
        }
        double rho = minimum(r -> model.best(r).deviance(), -MOST_CORRELATED, MOST_CORRELATED);
        Fit correlated = model.best(rho);
        Fit fit = plain.deviance() - correlated.deviance() > CHANCE ? correlated : plain;
        double t = new TDistribution(n - subjects.size() - 1).inverseCumulativeProbability(0.975);
        double slope = fit.line().coefficient(1);
        double half = t * Math.sqrt(fit.scale() * fit.line().variance(1));
        double sd = Math.sqrt(fit.scale());
        return Optional.of(new MixedTrend(
                fit.line().coefficient(0),
                new Estimate(slope, slope - half, slope + half),
                fit.ratio() * sd,
                sd,
                fit.correlation()));
    }

    private static double minimum(UnivariateFunction f, double from, double to) {
        return new BrentOptimizer(1e-10, 1e-10)
                .optimize(
                        new MaxEval(500),
                        new UnivariateObjectiveFunction(f),
                        GoalType.MINIMIZE,
                        new SearchInterval(from, to))
                .getPoint();
    }

    /** A fit at given ratio and correlation; {@code scale} is the residual variance. */
    private record Fit(LeastSquares line, double scale, double ratio, double correlation, double deviance) {}

    /** Minus twice the restricted log-likelihood, up to a constant, of ratio and correlation. */
    private record Model(List<Subject> subjects, int n) {

        /** The ratio is sought as an angle, so that "hardly any" and "nearly all" are as easy to find. */
        Fit best(double correlation) {
            double widest = Math.atan(MOST_RATIO);
            double angle = minimum(a -> at(Math.tan(a), correlation).deviance(), 0, widest);
            Fit inner = at(Math.tan(angle), correlation);
            Fit none = at(0, correlation);
            return none.deviance() <= inner.deviance() ? none : inner;
        }

        Fit at(double ratio, double correlation) {
            List<LeastSquares.Block> blocks = new ArrayList<>();
            for (Subject s : subjects) {
                int size = s.time().length;
                double[][] design = new double[size][];
                double[][] v = new double[size][size];
                for (int i = 0; i < size; i++) {
                    design[i] = new double[] {1, s.time()[i]};
                    for (int j = 0; j < size; j++) {
                        v[i][j] = ratio * ratio + (i == j ? 1 : Math.pow(correlation, Math.abs(i - j)));
                    }
                }
                blocks.add(new LeastSquares.Block(design, s.value(), v));
            }
            LeastSquares line = LeastSquares.fit(blocks);
            double scale = line.misfit() / (n - 2);
            return new Fit(line, scale, ratio, correlation, (n - 2) * Math.log(scale) + line.logDeterminant());
        }
    }
}
