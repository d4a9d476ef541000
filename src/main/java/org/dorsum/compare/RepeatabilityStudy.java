package org.dorsum.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dorsum.measure.Metric;
import org.dorsum.stats.BlandAltman;
import org.dorsum.stats.Estimate;
import org.dorsum.stats.IntraclassCorrelation;
import org.dorsum.stats.WithinSubject;

/**
 * Repeatability of every metric from hands that were photographed two times and more without anything having changed. Immutable.
 *
 * <p>All photos of one hand in one session are repeats of each other; several sessions of a hand are several groups for the within-subject
 * variation. Correlations and agreement use the first session of each hand that has two measured photos, so that every hand counts
 * once; ICC(2,1) and Bland–Altman use its first two photos.
 *
 * @param source on what it was measured
 * @param rows one a metric, in the order of the metrics
 */
public record RepeatabilityStudy(Repeatability.Source source, List<Row> rows) {

    /**
     * A photo's values.
     *
     * @param subject whose hand
     * @param session at which visit
     * @param hand {@code left}, {@code right} or empty
     * @param values by metric, those that were measured
     */
    public record Reshot(String subject, String session, String hand, Map<Metric, Double> values) {
        /** Copies the values. */
        public Reshot {
            values = Map.copyOf(values);
        }
    }

    /**
     * A metric.
     *
     * @param within absent where no hand has two values
     * @param pairs first and second value of each hand, for drawing
     */
    public record Row(
            Metric metric,
            Optional<WithinSubject> within,
            Optional<Estimate> icc11,
            Optional<Estimate> icc21,
            Optional<BlandAltman> agreement,
            List<Pair> pairs) {
        /** Copies the pairs. */
        public Row {
            pairs = List.copyOf(pairs);
        }
    }

    /** First and second value of a hand. */
    public record Pair(double first, double second) {}

    /** Copies the rows. */
    public RepeatabilityStudy {
        rows = List.copyOf(rows);
    }

    /** The study of these photos; counts of hands and photos in {@code source} are replaced by those found. */
    public static RepeatabilityStudy of(Repeatability.Source source, List<Reshot> photos) {
        List<Row> rows = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            rows.add(row(metric, photos));
        }
        Map<String, Integer> perHand = new LinkedHashMap<>();
        photos.forEach(p -> perHand.merge(hand(p) + "\t" + p.session(), 1, Integer::sum));
        long hands = perHand.entrySet().stream()
                .filter(e -> e.getValue() >= 2)
                .map(e -> e.getKey().substring(0, e.getKey().lastIndexOf('\t')))
                .distinct()
                .count();
        int repeated =
                perHand.values().stream().filter(n -> n >= 2).mapToInt(n -> n).sum();
        return new RepeatabilityStudy(
                new Repeatability.Source(
                        source.name(),
                        source.date(),
                        source.camera(),
                        source.conditions(),
                        (int) hands,
                        repeated,
                        source.toolVersion(),
                        source.settingsSha256()),
                rows);
    }

    private static String hand(Reshot p) {
        return p.subject() + "\t" + p.hand();
    }

    private static Row row(Metric metric, List<Reshot> photos) {
        Map<String, Map<String, List<Double>>> hands = new LinkedHashMap<>();
        for (Reshot p : photos) {
            Double value = p.values().get(metric);
            if (value != null) {
                hands.computeIfAbsent(hand(p), k -> new LinkedHashMap<>())
                        .computeIfAbsent(p.session(), k -> new ArrayList<>())
                        .add(value);
            }
        }
        List<double[]> groups = new ArrayList<>();
        List<double[]> once = new ArrayList<>();
        hands.values().forEach(sessions -> {
            sessions.values().forEach(v -> groups.add(array(v)));
            sessions.values().stream().filter(v -> v.size() >= 2).findFirst().ifPresent(v -> once.add(array(v)));
        });
        double[] first = once.stream().mapToDouble(v -> v[0]).toArray();
        double[] second = once.stream().mapToDouble(v -> v[1]).toArray();
        return new Row(
                metric,
                WithinSubject.of(groups),
                IntraclassCorrelation.oneWay(once),
                IntraclassCorrelation.twoWay(
                        once.stream().map(v -> new double[] {v[0], v[1]}).toArray(double[][]::new)),
                BlandAltman.of(first, second),
                once.stream().map(v -> new Pair(v[0], v[1])).toList());
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
