package org.dorsum.bench;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.dorsum.compare.Change;
import org.dorsum.compare.Comparison;
import org.dorsum.compare.Repeatability;
import org.dorsum.measure.Metric;
import org.dorsum.stats.Estimate;

/** Changes of a comparison as natural logarithms of after over before, however unsure they are. */
final class PairRatios {
    private PairRatios() {}

    /** A table in which nothing varies by more than 5 %: every change is given. */
    static Repeatability anyChange() {
        Repeatability shipped = Repeatability.shippedTable();
        Map<Metric, Repeatability.Entry> entries = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            entries.put(metric, new Repeatability.Entry(36, new Estimate(0.05, 0.05, 0.05)));
        }
        return new Repeatability(shipped.source(), false, entries);
    }

    /** By metric; only those that were given. */
    static Map<Metric, Double> of(Comparison comparison) {
        Map<Metric, Double> ratios = new EnumMap<>(Metric.class);
        for (Change change : comparison.changes()) {
            if (change.outcome() instanceof Change.Outcome.Compared c && c.before() > 0 && c.after() > 0) {
                ratios.put(change.metric(), Math.log(c.after() / c.before()));
            }
        }
        return ratios;
    }

    /** One line. */
    static String line(Comparison comparison) {
        StringBuilder line = new StringBuilder();
        of(comparison).forEach((metric, v) -> line.append(String.format(Locale.ROOT, " %s=%.3f", metric.label(), v)));
        return line.toString();
    }

    /** The same with intervals and smallest changes, percent. */
    static String intervals(Comparison comparison) {
        StringBuilder line = new StringBuilder();
        for (Change change : comparison.changes()) {
            if (change.outcome() instanceof Change.Outcome.Compared c) {
                line.append(String.format(
                        Locale.ROOT,
                        " %s %.2f (%.2f %.2f) %.2f",
                        change.metric().label(),
                        c.changePercent(),
                        c.lowPercent(),
                        c.highPercent(),
                        c.mdcPercent()));
            }
        }
        return line.toString();
    }
}
