package org.dorsum.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dorsum.assess.Assessor;
import org.dorsum.assess.Examination;
import org.dorsum.compare.Change;
import org.dorsum.compare.Comparability;
import org.dorsum.compare.Comparer;
import org.dorsum.compare.Comparison;
import org.dorsum.photo.PhotoReader;
import org.dorsum.photo.UnreadablePhotoException;
import org.dorsum.stats.Quantiles;

/**
 * Compares first with second photo of every hand of the 11K Hands set that was photographed twice (nothing changed between
 * them, so every "improved" or "worse" is false), and first photos of different people's hands (none should be comparable).
 */
public final class ReshotComparison {
    private static final Assessor ASSESSOR = Assessor.with(Hands11k.finder());

    private ReshotComparison() {}

    /** Prints a line a pair and a summary of either kind; with {@code quick} as argument of the same hands only, with {@code raw} also every change given. */
    public static void main(String[] args) throws IOException, UnreadablePhotoException {
        boolean raw = args.length > 0 && args[0].equals("raw");
        boolean quick = args.length > 0;
        Comparer comparer =
                raw ? Comparer.with(ASSESSOR).withRepeatability(PairRatios.anyChange()) : Comparer.with(ASSESSOR);
        List<Examination> firsts = new ArrayList<>();
        List<Comparison> same = new ArrayList<>();
        for (var photos : Hands11k.backsByHand().values()) {
            if (quick && photos.size() < 2) {
                continue;
            }
            Examination first = survey(photos.get(0));
            firsts.add(first);
            if (photos.size() > 1) {
                Examination second = survey(photos.get(1));
                same.add(compare(comparer, first, second));
            }
        }
        summarise("same hand", same);
        if (quick) {
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

    private static Examination survey(Path file) throws UnreadablePhotoException {
        return ASSESSOR.survey(PhotoReader.withDefaults().read(file));
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
                                Locale.ROOT,
                                "overlap %.0f %% residual %.3f mm (affine %.3f)",
                                r.overlapPercent(),
                                r.residualMm(),
                                r.affineResidualMm()))
                        .orElse(""),
                unlike(before, after),
                PairRatios.line(c) + PairRatios.intervals(c));
        c.map()
                .spots()
                .forEach(s -> System.out.printf(
                        Locale.ROOT,
                        "spot %.2f mm2 contrast %.2f then %.2f %s%n",
                        Math.max(s.areaBeforeMm2(), s.areaAfterMm2()),
                        s.de00Before(),
                        s.de00After(),
                        s.fate().label()));
        return c;
    }

    private static double unlike(Examination before, Examination after) {
        return before.skin().isEmpty() || after.skin().isEmpty()
                ? 0
                : Math.log(after.skin().get().capture().sharpness()
                        / before.skin().get().capture().sharpness());
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
