package org.dorsum.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dorsum.assess.Assessor;
import org.dorsum.assess.Examination;
import org.dorsum.compare.Change;
import org.dorsum.compare.Comparability;
import org.dorsum.compare.Comparer;
import org.dorsum.compare.Comparison;
import org.dorsum.measure.Metric;
import org.dorsum.photo.Finding;
import org.dorsum.photo.PhotoReader;
import org.dorsum.photo.UnreadablePhotoException;
import org.dorsum.stats.Quantiles;
import org.dorsum.synth.Treatment.Effect;

/**
 * Comparison of rendered hands before and after known treatments ({@link PairPool}): error of the change, bias, coverage of the
 * 95 % interval, false calls and power.
 *
 * <p>Arguments: the folder of the pool, how many people, and {@code raw} for every change however unsure.
 */
public final class RenderedPairs {
    private static final List<Metric> JUDGED = List.of(
            Metric.ROUGHNESS_INDEX,
            Metric.LINE_CONTRAST_PERCENT,
            Metric.LINE_DENSITY_MM_PER_CM2,
            Metric.SPOT_LOAD,
            Metric.RELIEF_1MM_PERCENT,
            Metric.RELIEF_2MM_PERCENT);

    /** A change beside its truth. */
    private record Judged(
            String kind, boolean treated, Comparability.Verdict comparable, double truth, Change.Outcome outcome) {}

    private RenderedPairs() {}

    /** Prints a line a pair, then the tables. */
    public static void main(String[] args) throws IOException, UnreadablePhotoException {
        Assessor assessor = Assessor.with(Hands11k.finder());
        boolean raw = args.length > 2 && args[2].equals("raw");
        Comparer comparer = Comparer.with(assessor);
        if (raw) {
            comparer = comparer.withRepeatability(PairRatios.anyChange());
        }
        int people = args.length > 1 ? Integer.parseInt(args[1]) : PairPool.PEOPLE;
        Map<Metric, List<Judged>> judged = new TreeMap<>();
        Examination before = null;
        int last = -1;
        for (PairPool.Pair pair : PairPool.pairs(Path.of(args[0]), people)) {
            if (pair.person() != last || before == null) {
                before = survey(pair.before(), assessor);
                last = pair.person();
            }
            Comparison c = comparer.compare(List.of(before), List.of(survey(pair.after(), assessor)));
            System.out.printf(
                    Locale.ROOT,
                    "%d ita %.0f %s %s %s %s%s%n",
                    pair.person(),
                    pair.ita(),
                    pair.kind(),
                    c.comparability().verdict().label(),
                    c.comparability().reasons().stream().map(Finding::code).toList(),
                    c.registration()
                            .map(r -> String.format(
                                    Locale.ROOT,
                                    "overlap %.0f residual %.3f mm (affine %.3f)",
                                    r.overlapPercent(),
                                    r.residualMm(),
                                    r.affineResidualMm()))
                            .orElse("-"),
                    PairRatios.intervals(c));
            for (Change change : c.changes()) {
                Optional<Double> truth = truth(pair, change.metric());
                if (truth.isPresent()) {
                    judged.computeIfAbsent(change.metric(), m -> new ArrayList<>())
                            .add(new Judged(
                                    pair.kind().name(),
                                    pair.kind().treated,
                                    c.comparability().verdict(),
                                    truth.get(),
                                    change.outcome()));
                }
            }
        }
        judged.forEach(RenderedPairs::table);
    }

    private static Examination survey(Path file, Assessor assessor) throws UnreadablePhotoException {
        return assessor.survey(PhotoReader.withDefaults().read(file));
    }

    /** The change in percent; empty where the renderer does not know it. */
    static Optional<Double> truth(PairPool.Pair pair, Metric metric) throws IOException {
        if (!JUDGED.contains(metric)) {
            return pair.kind().treated ? Optional.empty() : Optional.of(0.0);
        }
        return switch (metric) {
            case ROUGHNESS_INDEX, RELIEF_1MM_PERCENT, RELIEF_2MM_PERCENT ->
                Optional.of(100 * (pair.treatment().factor(Effect.ROUGHNESS) - 1));
            case SPOT_LOAD -> Optional.of(spots(pair));
            default -> Optional.of(100 * (pair.treatment().factor(Effect.LINES) - 1));
        };
    }

    /** Change of area times contrast over the spots that both photos show; outlines stay. */
    private static double spots(PairPool.Pair pair) throws IOException {
        Map<Integer, double[]> before = spots(pair.before());
        Map<Integer, double[]> after = spots(pair.after());
        double b = 0;
        double a = 0;
        for (Map.Entry<Integer, double[]> e : before.entrySet()) {
            double[] later = after.get(e.getKey());
            if (later != null && e.getValue()[1] >= 2.5) {
                b += e.getValue()[0] * e.getValue()[1];
                a += e.getValue()[0] * later[1];
            }
        }
        return b > 0 ? 100 * (a / b - 1) : 0;
    }

    private static Map<Integer, double[]> spots(Path photo) throws IOException {
        Path truth = photo.resolveSibling(photo.getFileName().toString().replace(".jpg", ".json"));
        Map<Integer, double[]> spots = new TreeMap<>();
        for (JsonNode s : new ObjectMapper().readTree(truth.toFile()).get("spots")) {
            spots.put(
                    s.get("id").asInt(),
                    new double[] {s.get("areaMm2").asDouble(), s.get("deltaE00").asDouble()});
        }
        return spots;
    }

    private static void table(Metric metric, List<Judged> all) {
        Map<String, List<Judged>> groups = new TreeMap<>();
        for (Judged j : all) {
            String verdict = j.comparable() == Comparability.Verdict.COMPARABLE ? "comparable" : "limited";
            groups.computeIfAbsent(j.kind() + " all", k -> new ArrayList<>()).add(j);
            groups.computeIfAbsent(j.kind() + " " + verdict, k -> new ArrayList<>())
                    .add(j);
            String done = j.treated() ? "treated " : "untreated ";
            groups.computeIfAbsent(done + "all", k -> new ArrayList<>()).add(j);
            groups.computeIfAbsent(done + verdict, k -> new ArrayList<>()).add(j);
        }
        groups.forEach((name, list) -> row(metric, name, list));
    }

    private static void row(Metric metric, String name, List<Judged> list) {
        List<Judged> given = list.stream()
                .filter(j -> j.outcome() instanceof Change.Outcome.Compared)
                .toList();
        if (given.isEmpty()) {
            System.out.printf(Locale.ROOT, "%s | %s | %d of %d given%n", metric.label(), name, 0, list.size());
            return;
        }
        double[] errors = given.stream()
                .mapToDouble(j -> compared(j).changePercent() - j.truth())
                .toArray();
        double[] mdc = given.stream().mapToDouble(j -> compared(j).mdcPercent()).toArray();
        System.out.printf(
                Locale.ROOT,
                "%s | %s | %d of %d given | median |error| %.1f | bias %.1f | SD %.1f | covered %.0f %% | improved %.0f %% | worse %.0f %% | MDC %.0f%n",
                metric.label(),
                name,
                given.size(),
                list.size(),
                Quantiles.median(java.util.Arrays.stream(errors).map(Math::abs).toArray()),
                Quantiles.median(errors),
                Quantiles.robustDeviation(errors),
                share(
                        given,
                        j -> compared(j).lowPercent() <= j.truth()
                                && j.truth() <= compared(j).highPercent()),
                share(given, j -> compared(j).verdict() == Change.Verdict.IMPROVED),
                share(given, j -> compared(j).verdict() == Change.Verdict.WORSE),
                Quantiles.median(mdc));
    }

    private static double share(List<Judged> list, java.util.function.Predicate<Judged> test) {
        return 100.0 * list.stream().filter(test).count() / list.size();
    }

    private static Change.Outcome.Compared compared(Judged j) {
        return (Change.Outcome.Compared) j.outcome();
    }
}
