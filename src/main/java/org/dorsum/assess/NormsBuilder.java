package org.dorsum.assess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dorsum.measure.Metric;
import org.dorsum.stats.BlockBootstrap;
import org.dorsum.stats.Quantiles;

/**
 * Norms from a table of measured photos: one value a hand (the median of its photos), quantiles over hands, their 95 % intervals by
 * a bootstrap that draws persons, since two hands of one person are alike. Immutable; the same rows give the same norms.
 */
public final class NormsBuilder {
    /** Below twenty hands a tenth is two hands: the outer quantiles would be single persons. */
    public static final int FEWEST_HANDS = 20;

    private static final double[] PROBABILITIES = {0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95};
    private static final int REPLICATES = 1000; // ends of a 95 % interval then rest on 25
    private static final double TAIL = 0.025;

    private NormsBuilder() {}

    /**
     * One measured photo.
     *
     * @param subject whose hand
     * @param hand which
     * @param pixelsPerMm of the photo
     * @param findings codes
     * @param values of the back of the hand
     * @param method with what they were measured
     */
    public record Row(
            String subject,
            String hand,
            double pixelsPerMm,
            Set<String> findings,
            Map<Metric, Double> values,
            Assessment.Method method) {}

    /** Rows that cannot become norms: one sentence for people. */
    public static final class UnusableRowsException extends Exception {
        private static final long serialVersionUID = 1;

        UnusableRowsException(String message) {
            super(message);
        }
    }

    /**
     * The norms of a cohort.
     *
     * @param ages by subject, those that are known
     */
    public static Norms of(String name, Collection<Row> rows, Map<String, Double> ages) throws UnusableRowsException {
        List<Row> sharp = rows.stream()
                .filter(r -> r.findings().stream().noneMatch(Scorer.UNSHARP::contains))
                .toList();
        if (sharp.isEmpty()) {
            throw new UnusableRowsException("no row is of a measured, sharp photo");
        }
        Assessment.Method method = sharp.get(0).method();
        if (sharp.stream().anyMatch(r -> !r.method().equals(method))) {
            throw new UnusableRowsException("rows were measured with different settings, models or releases");
        }
        boolean calibrated = sharp.get(0).findings().contains(Scorer.CARD);
        if (sharp.stream().anyMatch(r -> r.findings().contains(Scorer.CARD) != calibrated)) {
            throw new UnusableRowsException("some photos show the card and others do not: norms are of one kind");
        }
        Map<String, List<Row>> hands = sharp.stream()
                .collect(Collectors.groupingBy(r -> r.subject() + "\n" + r.hand(), TreeMap::new, Collectors.toList()));
        if (hands.size() < FEWEST_HANDS) {
            throw new UnusableRowsException("norms need at least " + FEWEST_HANDS + " hands; here are " + hands.size());
        }
        Map<Metric, Norms.Reference> references = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.headlines()) {
            reference(metric, hands).ifPresent(r -> references.put(metric, r));
        }
        List<String> people = sharp.stream().map(Row::subject).distinct().toList();
        return new Norms(
                name,
                new Norms.Cohort(people.size(), hands.size(), sharp.size(), ages(people, ages)),
                new Norms.Conditions(
                        sharp.stream().mapToDouble(Row::pixelsPerMm).min().orElseThrow(),
                        sharp.stream().mapToDouble(Row::pixelsPerMm).max().orElseThrow(),
                        calibrated),
                method,
                references);
    }

    private static Optional<Norms.Ages> ages(List<String> people, Map<String, Double> ages) {
        double[] known = people.stream()
                .map(ages::get)
                .filter(Objects::nonNull)
                .mapToDouble(a -> a)
                .sorted()
                .toArray();
        return known.length < people.size() // of some only: nobody could say what the cohort's ages are
                ? Optional.empty()
                : Optional.of(new Norms.Ages(known[0], Quantiles.median(known), known[known.length - 1]));
    }

    private static Optional<Norms.Reference> reference(Metric metric, Map<String, List<Row>> hands) {
        List<Double> values = new ArrayList<>();
        List<String> persons = new ArrayList<>();
        for (List<Row> photos : hands.values()) {
            OptionalDouble value = middle(metric, photos);
            if (value.isPresent()) {
                values.add(value.getAsDouble());
                persons.add(photos.get(0).subject());
            }
        }
        if (values.size() < FEWEST_HANDS) {
            return Optional.empty();
        }
        double[] sample = values.stream().mapToDouble(v -> v).toArray();
        List<String> names = persons.stream().distinct().toList();
        int[] blocks = persons.stream().mapToInt(names::indexOf).toArray();
        List<Norms.Quantile> quantiles = new ArrayList<>();
        double lowest = Double.NEGATIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (double p : PROBABILITIES) {
            double q = Quantiles.quantile(sample, p);
            double[] drawn = BlockBootstrap.withDefaults()
                    .withReplicates(REPLICATES)
                    .replicates(
                            blocks,
                            draw -> Quantiles.quantile(
                                    Arrays.stream(draw)
                                            .mapToDouble(i -> sample[i])
                                            .toArray(),
                                    p));
            lowest = Math.max(lowest, Math.min(q, Quantiles.quantile(drawn, TAIL)));
            highest = Math.max(highest, Math.max(q, Quantiles.quantile(drawn, 1 - TAIL)));
            quantiles.add(new Norms.Quantile(p, q, lowest, highest));
        }
        return Optional.of(new Norms.Reference(sample.length, quantiles));
    }

    private static OptionalDouble middle(Metric metric, List<Row> photos) {
        double[] values = photos.stream()
                .map(r -> r.values().get(metric))
                .filter(Objects::nonNull)
                .mapToDouble(v -> v)
                .toArray();
        return values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Quantiles.median(values));
    }
}
