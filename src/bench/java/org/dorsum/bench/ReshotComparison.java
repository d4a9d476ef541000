package org.dorsum.bench;

import java.io.IOException;
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
    private static final Comparer COMPARER = Comparer.with(ASSESSOR);

    private ReshotComparison() {}

    /** Prints a line a pair and a summary of either kind. */
    public static void main(String[] none) throws IOException, UnreadablePhotoException {
        List<Examination> firsts = new ArrayList<>();
        List<Comparison> same = new ArrayList<>();
        for (var photos : Hands11k.backsByHand().values()) {
            Examination first = ASSESSOR.examine(PhotoReader.withDefaults().read(photos.get(0)));
            firsts.add(first);
            if (photos.size() > 1) {
                same.add(compare(
                        first, ASSESSOR.examine(PhotoReader.withDefaults().read(photos.get(1)))));
            }
        }
        List<Comparison> other = new ArrayList<>();
        for (int step : new int[] {1, 7}) {
            for (int i = 0; i < firsts.size(); i++) {
                other.add(compare(firsts.get(i), firsts.get((i + step) % firsts.size())));
            }
        }
        summarise("same hand", same);
        summarise("other hand", other);
    }

    private static Comparison compare(Examination before, Examination after) {
        Comparison c = COMPARER.compare(List.of(before), List.of(after));
        System.out.printf(
                Locale.ROOT,
                "%s %s %s %s%n",
                before.photo().name(),
                after.photo().name(),
                c.comparability().verdict().label(),
                c.registration()
                        .map(r -> String.format(
                                Locale.ROOT, "overlap %.0f %% residual %.2f mm", r.overlapPercent(), r.residualMm()))
                        .orElse(""));
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
