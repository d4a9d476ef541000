package org.dorsum.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dorsum.compare.Change.Outcome.Compared;
import org.dorsum.compare.MetricCourse.Levelling;
import org.dorsum.compare.MetricCourse.Verdict;
import org.dorsum.measure.Metric;
import org.dorsum.stats.Estimate;
import org.dorsum.stats.Quantiles;
import org.dorsum.stats.Trend;

/**
 * Trend and levelling-off of one metric from its changes against the first session.
 *
 * <p>In logarithms the first session is 0 and a later one {@code ln(1 + change)}. The first session's error, the within-subject
 * variation over the root of its photos, is shared by all changes; in a change's interval it stands in percent of the first value, so it is divided by
 * what is left. What remains of the interval, and no less than the later session's own re-shot error, is the later session's. Fitted
 * with a free level, these independent errors are the same as correlated changes through zero.
 */
final class CourseStatistics {
    private static final double Z95 = 1.959963984540054;
    private static final double NOTHING = 0.001; // 0.1 %: what no session could be said to bring

    private CourseStatistics() {}

    /** A session's change. */
    record Point(double time, int photos, Compared change) {}

    /**
     * The course of a metric.
     *
     * @param variation its within-subject coefficient of variation, if known
     * @param start time of the first session
     * @param points later sessions with a change, in order
     * @param photosBefore photos of the first session
     * @param step time from one session to the next
     */
    static MetricCourse of(
            Metric metric, OptionalDouble variation, double start, int photosBefore, List<Point> points, double step) {
        List<Point> usable = points.stream().filter(p -> p.change().after() > 0).toList();
        Levelling none = new Levelling(Verdict.NOT_ENOUGH_SESSIONS, Optional.empty(), Optional.empty());
        if (variation.isEmpty() || usable.isEmpty()) {
            return new MetricCourse(metric, usable.isEmpty() ? 0 : usable.size() + 1, Optional.empty(), 0, 1, none);
        }
        double cv = variation.getAsDouble();
        int n = usable.size() + 1;
        double[] time = new double[n];
        double[] value = new double[n];
        double[] error = new double[n];
        time[0] = start;
        error[0] = cv / Math.sqrt(photosBefore);
        for (int i = 1; i < n; i++) {
            Point p = usable.get(i - 1);
            time[i] = p.time();
            value[i] = log(p.change().changePercent());
            double whole = error(p.change());
            double least = cv / Math.sqrt(p.photos());
            double shared = error[0] * p.change().before() / p.change().after();
            error[i] = Math.sqrt(Math.max(least * least, whole * whole - shared * shared));
        }
        Trend trend = Trend.of(time, value, error);
        Trend.Line line = trend.line();
        Levelling levelling = trend.approach(step)
                .map(a -> levelling(
                        a, Z95 * cv * Math.sqrt(2.0 / usable.get(n - 2).photos())))
                .orElse(none);
        return new MetricCourse(
                metric,
                n,
                Optional.of(percent(line.slope())),
                100 * Math.expm1(line.level()),
                line.scatter(),
                levelling);
    }

    /** For metrics of which less is better, as all are that are compared. */
    private static Levelling levelling(Trend.Approach a, double detectable) {
        Verdict verdict;
        if (a.total().high() >= 0) {
            verdict = Verdict.NO_IMPROVEMENT_YET;
        } else if (a.next().high() < -NOTHING) {
            verdict = Verdict.STILL_IMPROVING;
        } else if (a.better() && a.next().low() > -detectable) {
            verdict = Verdict.LEVELLED_OFF;
        } else {
            verdict = Verdict.CANNOT_TELL;
        }
        return new Levelling(verdict, Optional.of(percent(a.next())), Optional.of(percent(a.total())));
    }

    private static double log(double percent) {
        return Math.log1p(percent / 100);
    }

    private static Estimate percent(Estimate logarithm) {
        return logarithm.map(v -> 100 * Math.expm1(v));
    }

    /** Standard error of the logarithm of a change, from its interval; an end at −100 % has no logarithm and is left out. */
    private static double error(Compared c) {
        double up = (log(c.highPercent()) - log(c.changePercent())) / Z95;
        double down = c.lowPercent() > -100 ? (log(c.changePercent()) - log(c.lowPercent())) / Z95 : up;
        return Math.max(up, (up + down) / 2);
    }

    /** Median time between neighbouring sessions: when the next one would be. */
    static double step(List<Double> times) {
        List<Double> steps = new ArrayList<>();
        for (int i = 1; i < times.size(); i++) {
            steps.add(times.get(i) - times.get(i - 1));
        }
        return Quantiles.median(steps.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
