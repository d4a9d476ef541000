package org.dorsum.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.dorsum.hand.HandFinder;
import org.dorsum.measure.Metric;
import org.dorsum.photo.Photo;
import org.dorsum.photo.PhotoReader;
import org.dorsum.photo.UnreadablePhotoException;
import org.dorsum.stats.Quantiles;

/**
 * Compares first with second photo of every hand of the 11K Hands set that was photographed twice (nothing changed between
 * them, so every "improved" or "worse" is false), and first photos of different people's hands (none should be comparable).
 */
public final class ReshotComparison {
    private static final HandFinder FINDER = Hands11k.finder();
    private static final Assessor ASSESSOR = Assessor.with(FINDER);

    private ReshotComparison() {}

    /** Prints a line a pair and a summary of either kind; with {@code raw} as argument of the same hands only, every change given. */
    public static void main(String[] args) throws IOException, UnreadablePhotoException {
        boolean raw = args.length > 0 && args[0].equals("raw");
        Comparer comparer = raw ? Comparer.with(ASSESSOR).expecting(PairRatios.anyChange()) : Comparer.with(ASSESSOR);
        List<Examination> firsts = new ArrayList<>();
        List<Comparison> same = new ArrayList<>();
        for (var photos : Hands11k.backsByHand().values()) {
            if (raw && photos.size() < 2) {
                continue;
            }
            Examination first = examine(photos.get(0), raw);
            firsts.add(first);
            if (photos.size() > 1) {
                same.add(compare(
                        comparer,
                        first, examine(photos.get(1), raw)));
            }
        }
        summarise("same hand", same);
        variation(same);
        if (raw) {
            return;
        }
        List<Comparison> other = new ArrayList<>();
        for (int step : new int[] {1, 7}) {
            for (int i = 0; i < firsts.size(); i++) {
                other.add(compare(comparer, firsts.get(i), firsts.get((i + step) % firsts.size())));
            }
        }
        summarise("other hand", other);
    }

    /** Standard deviation of the logarithm of after over before, over √2: what a comparison's smallest change rests on. */
    private static void variation(List<Comparison> pairs) {
        Map<Metric, List<Double>> ratios = new TreeMap<>();
        for (Comparison pair : pairs) {
            PairRatios.of(pair).forEach((metric, v) -> ratios.computeIfAbsent(metric, m -> new ArrayList<>())
                    .add(v));
        }
        ratios.forEach((metric, list) -> {
            double[] v = list.stream().mapToDouble(d -> d).toArray();
            double square = Arrays.stream(v).map(d -> d * d).average().orElseThrow();
            System.out.printf(
                    Locale.ROOT,
                    "%s=%.3f (%d pairs; robust %.3f)%n",
                    metric.label(),
                    Math.sqrt(square / 2),
                    v.length,
                    Quantiles.NORMAL_MAD
                            * Quantiles.median(Arrays.stream(v).map(Math::abs).toArray())
                            / Math.sqrt(2));
        });
    }

    private static Examination examine(Path file, boolean raw) throws UnreadablePhotoException {
        Photo photo = PhotoReader.withDefaults().read(file);
        return raw ? Unmeasured.of(photo, FINDER, ASSESSOR) : ASSESSOR.examine(photo);
    }

    private static Comparison compare(Comparer comparer, Examination before, Examination after) {
        Comparison c = comparer.compare(List.of(before), List.of(after));
        System.out.printf(
                Locale.ROOT,
                "%s %s %s %s sharpness %.2f%s%n",
                before.photo().name(),
                after.photo().name(),
                c.comparability().verdict().label(),
                c.registration()
                        .map(r -> String.format(
                                Locale.ROOT, "overlap %.0f %% residual %.3f mm (affine %.3f)", r.overlapPercent(), r.residualMm(), r.affineResidualMm()))
                        .orElse(""),
                Math.log(after.skin().orElseThrow().capture().sharpness()
                        / before.skin().orElseThrow().capture().sharpness()),
                PairRatios.line(c));
        return c;
    }

    private static void summarise(String kind, List<Comparison> comparisons) {
        long refused = comparisons.stream()
                .filter(c -> c.comparability().verdict() == Comparability.Verdict.NOT_COMPARABLE)
                .count();
        double[] residuals = comparisons.stream()
                .map(Comparison::registration)
                .flatMap(Optional::stream)
                .mapToDouble(r -> r.residualMm())
                .toArray();
        double[] overlaps = comparisons.stream()
                .map(Comparison::registration)
                .flatMap(Optional::stream)
                .mapToDouble(r -> r.overlapPercent())
                .toArray();
        List<Change.Outcome.Compared> given = comparisons.stream()
                .flatMap(c -> c.changes().stream())
                .filter(c -> c.outcome() instanceof Change.Outcome.Compared)
                .map(c -> (Change.Outcome.Compared) c.outcome())
                .toList();
        long claimed = given.stream()
                .filter(c -> c.verdict() != Change.Verdict.NO_DETECTABLE_CHANGE)
                .count();
        System.out.printf(
                Locale.ROOT,
                "%s: %d pairs, %d not comparable, changes given %d, of them improved or worse %d%s%n",
                kind,
                comparisons.size(),
                refused,
                given.size(),
                claimed,
                residuals.length == 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ", residual median %.2f mm, overlap median %.0f %%",
                                Quantiles.median(residuals),
                                Quantiles.median(overlaps)));
    }
}
