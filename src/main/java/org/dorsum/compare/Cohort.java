package org.dorsum.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.dorsum.measure.Metric;
import org.dorsum.stats.Estimate;
import org.dorsum.stats.Holm;
import org.dorsum.stats.MixedTrend;
import org.dorsum.stats.PairedDifferences;

/**
 * A study's tables: per arm, treatment, later session and metric the changes of all subjects. Each subject counts once: two hands of one
 * group are averaged. Fewer than five subjects give no test.
 */
public final class Cohort {
    private static final int FEWEST = 5; // below it Wilcoxon's smallest two-sided probability is above 0.05

    private Cohort() {}

    /** What a row is about. */
    public enum Kind {
        /** Changes of a group against the first session, percent. */
        CHANGE,
        /** Treated less untreated hand, percentage points. */
        TREATED_LESS_UNTREATED,
        /** Slope of the logarithm common to a group, percent in one unit of time. */
        TREND;

        /** The name in files. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A row.
     *
     * @param arm of the study, or empty
     * @param treated {@code yes}, {@code no} or empty
     * @param session which later session counted from 2; 0 for a trend, which has all
     * @param n subjects
     * @param before mean and standard deviation of the first session's values
     * @param after of the later session's
     * @param mean of the changes, or the slope
     * @param tests absent with fewer than five subjects, and for a trend
     * @param reason why there are no tests, or empty
     */
    public record Row(
            Kind kind,
            String arm,
            String treated,
            int session,
            Metric metric,
            int n,
            Optional<Spread> before,
            Optional<Spread> after,
            Optional<Estimate> mean,
            Optional<Tests> tests,
            String reason) {}

    /** Mean and standard deviation. */
    public record Spread(double mean, double deviation) {}

    /**
     * Tests of the changes against zero.
     *
     * @param deviation standard deviation of the changes
     * @param t two-sided probability, paired t test
     * @param tHolm adjusted over the metrics of this group and session
     * @param wilcoxon two-sided probability, signed ranks
     * @param wilcoxonHolm adjusted alike
     * @param effect Hedges' g of the changes
     */
    public record Tests(
            double deviation,
            double t,
            double tHolm,
            double wilcoxon,
            double wilcoxonHolm,
            Optional<Estimate> effect) {}

    /** One subject's numbers in a group and session, averaged over hands. */
    private record Value(double before, double after, double change) {}

    private record Key(Kind kind, String arm, String treated, int session) {}

    /** The tables of all hands. */
    public static List<Row> of(List<HandCourse> hands, List<Control> controls) {
        Map<Key, Map<Metric, Map<String, List<Value>>>> groups = new LinkedHashMap<>();
        for (HandCourse h : hands) {
            for (HandCourse.Step step : h.steps()) {
                Key key = new Key(
                        Kind.CHANGE,
                        h.hand().arm(),
                        treated(h),
                        index(h, step.session().label()));
                for (Metric metric : Metric.values()) {
                    step.change(metric)
                            .ifPresent(c -> values(groups, key, metric, h.hand().subject())
                                    .add(new Value(c.before(), c.after(), c.changePercent())));
                }
            }
        }
        for (Control c : controls) {
            HandCourse h = hands.stream()
                    .filter(x -> x.hand().subject().equals(c.subject())
                            && x.hand().treated().equals(Optional.of(true)))
                    .findFirst()
                    .orElseThrow();
            Key key = new Key(Kind.TREATED_LESS_UNTREATED, h.hand().arm(), "", index(h, c.session()));
            double d = c.difference().value();
            values(groups, key, c.metric(), c.subject()).add(new Value(Double.NaN, Double.NaN, d));
        }
        List<Row> rows = new ArrayList<>();
        groups.forEach((key, metrics) -> rows.addAll(rows(key, metrics)));
        rows.addAll(trends(hands));
        return rows;
    }

    private static String treated(HandCourse h) {
        return h.hand().treated().map(t -> t ? "yes" : "no").orElse("");
    }

    private static int index(HandCourse h, String label) {
        return 1
                + h.hand().sessions().stream()
                        .map(CoursePlan.Session::label)
                        .toList()
                        .indexOf(label);
    }

    private static List<Value> values(
            Map<Key, Map<Metric, Map<String, List<Value>>>> groups, Key key, Metric metric, String subject) {
        return groups.computeIfAbsent(key, k -> new TreeMap<>())
                .computeIfAbsent(metric, k -> new LinkedHashMap<>())
                .computeIfAbsent(subject, k -> new ArrayList<>());
    }

    private static List<Row> rows(Key key, Map<Metric, Map<String, List<Value>>> metrics) {
        List<Row> rows = new ArrayList<>();
        metrics.forEach((metric, subjects) -> rows.add(row(key, metric, subjects)));
        List<Row> tested = rows.stream().filter(r -> r.tests().isPresent()).toList();
        double[] t = Holm.adjust(
                tested.stream().mapToDouble(r -> r.tests().orElseThrow().t()).toArray());
        double[] w = Holm.adjust(tested.stream()
                .mapToDouble(r -> r.tests().orElseThrow().wilcoxon())
                .toArray());
        return rows.stream()
                .map(r -> r.tests().isEmpty() ? r : adjusted(r, t[tested.indexOf(r)], w[tested.indexOf(r)]))
                .toList();
    }

    private static Row adjusted(Row r, double t, double w) {
        Tests s = r.tests().orElseThrow();
        Tests with = new Tests(s.deviation(), s.t(), t, s.wilcoxon(), w, s.effect());
        return new Row(
                r.kind(),
                r.arm(),
                r.treated(),
                r.session(),
                r.metric(),
                r.n(),
                r.before(),
                r.after(),
                r.mean(),
                Optional.of(with),
                r.reason());
    }

    private static Row row(Key key, Metric metric, Map<String, List<Value>> subjects) {
        double[] change = mean(subjects, Value::change);
        boolean both = key.kind() == Kind.CHANGE;
        Optional<Spread> before = both ? spread(mean(subjects, Value::before)) : Optional.empty();
        Optional<Spread> after = both ? spread(mean(subjects, Value::after)) : Optional.empty();
        Optional<PairedDifferences> d =
                change.length < FEWEST ? Optional.empty() : Optional.of(PairedDifferences.of(change));
        Optional<Tests> tests = d.flatMap(Cohort::tests);
        return new Row(
                key.kind(),
                key.arm(),
                key.treated(),
                key.session(),
                metric,
                change.length,
                before,
                after,
                d.map(PairedDifferences::mean),
                tests,
                d.isEmpty() ? "fewer-than-5-subjects" : tests.isEmpty() ? "all-alike" : "");
    }

    private static Optional<Tests> tests(PairedDifferences d) {
        return d.tTest().flatMap(t -> d.wilcoxon().map(w -> new Tests(d.deviation(), t, t, w, w, d.effectSize())));
    }

    private static double[] mean(Map<String, List<Value>> subjects, ToDoubleFunction<Value> of) {
        return subjects.values().stream()
                .mapToDouble(list -> list.stream().mapToDouble(of).average().orElseThrow())
                .toArray();
    }

    private static Optional<Spread> spread(double[] values) {
        if (values.length < 2) {
            return Optional.empty();
        }
        PairedDifferences d = PairedDifferences.of(values);
        return Optional.of(new Spread(d.mean().value(), d.deviation()));
    }

    /** Slopes with a level for each subject; of two hands of one subject in one group the first listed counts. */
    private static List<Row> trends(List<HandCourse> hands) {
        Map<Key, Map<Metric, Map<String, MixedTrend.Subject>>> groups = new LinkedHashMap<>();
        for (HandCourse h : hands) {
            Key key = new Key(Kind.TREND, h.hand().arm(), treated(h), 0);
            for (Metric metric : Metric.values()) {
                logarithms(h, metric)
                        .ifPresent(s -> groups.computeIfAbsent(key, k -> new TreeMap<>())
                                .computeIfAbsent(metric, k -> new LinkedHashMap<>())
                                .putIfAbsent(h.hand().subject(), s));
            }
        }
        List<Row> rows = new ArrayList<>();
        groups.forEach((key, metrics) -> metrics.forEach((metric, subjects) -> {
            int n = subjects.size();
            Optional<Estimate> slope = n < FEWEST
                    ? Optional.empty()
                    : MixedTrend.of(List.copyOf(subjects.values()))
                            .map(m -> m.slope().map(v -> 100 * Math.expm1(v)));
            rows.add(new Row(
                    key.kind(),
                    key.arm(),
                    key.treated(),
                    0,
                    metric,
                    n,
                    Optional.empty(),
                    Optional.empty(),
                    slope,
                    Optional.empty(),
                    n < FEWEST ? "fewer-than-5-subjects" : slope.isEmpty() ? "all-alike" : ""));
        }));
        return rows;
    }

    private static Optional<MixedTrend.Subject> logarithms(HandCourse h, Metric metric) {
        List<double[]> points = new ArrayList<>();
        for (HandCourse.Step step : h.steps()) {
            step.change(metric).filter(c -> c.after() > 0).ifPresent(c -> {
                if (points.isEmpty()) {
                    points.add(new double[] {h.hand().sessions().get(0).time(), Math.log(c.before())});
                }
                double level = points.get(0)[1] + Math.log1p(c.changePercent() / 100);
                points.add(new double[] {step.session().time(), level});
            });
        }
        return points.size() < 2
                ? Optional.empty()
                : Optional.of(new MixedTrend.Subject(
                        points.stream().mapToDouble(p -> p[0]).toArray(),
                        points.stream().mapToDouble(p -> p[1]).toArray()));
    }
}
