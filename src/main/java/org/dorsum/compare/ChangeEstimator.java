package org.dorsum.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.dorsum.compare.PairedVariation.Likeness;
import org.dorsum.measure.Metric;
import org.dorsum.measure.NotMeasuredReason;
import org.dorsum.measure.Outcome;
import org.dorsum.measure.SharedRelief;
import org.dorsum.measure.Tiles;
import org.dorsum.stats.BlockBootstrap;
import org.dorsum.stats.FewBlocks;

/**
 * Change of one metric between two sessions with its 95 % interval.
 *
 * <p>Only tiles that every photo of both sessions shows take part. The change is {@code 100·(a − b)/b} of the sessions' mean
 * values. Its error has two sources, joined in quadrature: which skin was seen (block bootstrap, the same blocks drawn for
 * every photo), and what re-photographing does (the metric's within-subject variation, pooled with how the photos of a session differ
 * among themselves where there are several, and divided by their number).
 */
final class ChangeEstimator {
    private static final double Z95 = 1.959963984540054; // two-sided 95 % of the normal distribution
    /** Reason where re-photographing hides any change. */
    static final String TOO_POOR = "repeatability-too-poor";

    private static final int FEWEST_TILES = 8;
    private static final double MOST_SPREAD = 75; // percent: a change so unsure would only mislead

    /**
     * Degrees of freedom that the table's variation is worth against what the photos of a session show among themselves: those of Student's t
     * that errors of pairs follow (docs/validation.md).
     */
    private static final double TABLE_FREEDOM = 4;

    private final Repeatability repeatability;
    private final PairedVariation paired;

    ChangeEstimator(Repeatability repeatability) {
        this.repeatability = repeatability;
        this.paired = PairedVariation.load();
    }

    /** What a photo pair says before re-photographing is weighed: values, and the error of which skin was seen, percent. */
    private record Seen(double before, double after, double spatial) {}

    /**
     * The change of a metric.
     *
     * @param likeness how the photos of both sessions go together
     */
    Change.Outcome estimate(Metric metric, List<Outcome> before, List<Outcome> after, Likeness likeness) {
        List<Outcome> all = new ArrayList<>(before);
        all.addAll(after);
        Optional<Change.Outcome> missing = missing(all);
        OptionalDouble variation = paired.of(metric, repeatability, likeness);
        if (missing.isPresent() || variation.isEmpty()) {
            return missing.orElseGet(ChangeEstimator::unknown);
        }
        List<Tiles> common =
                common(all.stream().map(o -> ((Outcome.Measured) o).tiles()).toList());
        int n = common.get(0).tiles().size();
        List<Tiles> commonBefore = common.subList(0, before.size());
        List<Tiles> commonAfter = common.subList(before.size(), common.size());
        double b = mean(commonBefore, every(n));
        double a = mean(commonAfter, every(n));
        double spatial = BlockBootstrap.withDefaults()
                .standardError(common.get(0).blocks(), draw -> {
                    double drawnBefore = mean(commonBefore, draw);
                    return drawnBefore > 0 ? 100 * (mean(commonAfter, draw) - drawnBefore) / drawnBefore : Double.NaN;
                });
        double few = FewBlocks.widening(common.get(0).blocks(), carried(commonBefore.get(0)));
        return judged(
                n,
                new Seen(b, a, few * spatial),
                before.size(),
                after.size(),
                pooled(variation.getAsDouble(), squares(commonBefore) + squares(commonAfter), all.size() - 2));
    }

    /** The table's variation and what the photos of each session show, by their degrees of freedom. */
    private static double pooled(double table, double squaresWithin, int freedom) {
        return Math.sqrt((TABLE_FREEDOM * table * table + squaresWithin) / (TABLE_FREEDOM + freedom));
    }

    /** Squares of the logarithm of a session's values about their mean; 0 for one photo, or where there is none of it. */
    private static double squares(List<Tiles> session) {
        int[] every = every(session.get(0).tiles().size());
        double[] logs = session.stream()
                .mapToDouble(t -> Math.log(t.value(every)))
                .filter(Double::isFinite)
                .toArray();
        double mean = Arrays.stream(logs).average().orElse(0);
        return Arrays.stream(logs).map(v -> (v - mean) * (v - mean)).sum();
    }

    /** How much of what is added up each tile carries; where tiles are averaged, all alike. */
    private static double[] carried(Tiles tiles) {
        boolean added = tiles.aggregation() == Tiles.Aggregation.RATIO || tiles.aggregation() == Tiles.Aggregation.SUM;
        return tiles.tiles().stream()
                .mapToDouble(t -> added ? Math.abs(t.sum()) : 1)
                .toArray();
    }

    /**
     * The change of roughness by what relief the photos share.
     *
     * @param before roughness of each photo; its mean is the value that the change starts from
     * @param relief how much stronger or weaker the shared relief is after
     */
    Change.Outcome estimate(
            Metric metric, List<Outcome> before, List<Outcome> after, Likeness likeness, SharedRelief relief) {
        List<Outcome> all = new ArrayList<>(before);
        all.addAll(after);
        Optional<Change.Outcome> missing = missing(all);
        OptionalDouble variation = paired.of(metric, repeatability, likeness);
        if (missing.isPresent() || variation.isEmpty()) {
            return missing.orElseGet(ChangeEstimator::unknown);
        }
        List<Tiles> common =
                common(all.stream().map(o -> ((Outcome.Measured) o).tiles()).toList());
        double b = mean(
                common.subList(0, before.size()), every(common.get(0).tiles().size()));
        double factor = relief.factor(every(relief.size()));
        double spatial =
                BlockBootstrap.withDefaults().standardError(relief.blocks(), draw -> 100 * (relief.factor(draw) - 1));
        double few = FewBlocks.widening(relief.blocks(), relief.carried());
        int n = Double.isNaN(b) ? 0 : relief.size();
        return judged(
                n,
                new Seen(b, b * factor, few * spatial),
                before.size(),
                after.size(),
                pooled(variation.getAsDouble(), relief.squaresWithin(), all.size() - 2));
    }

    /** Why there is no change where a photo has no value. */
    private static Optional<Change.Outcome> missing(List<Outcome> all) {
        return all.stream()
                .filter(o -> o instanceof Outcome.NotMeasured)
                .map(o -> none(((Outcome.NotMeasured) o).reason()))
                .findFirst();
    }

    private static Change.Outcome none(NotMeasuredReason reason) {
        return new Change.Outcome.NotCompared(reason.label(), reason.text());
    }

    private static Change.Outcome unknown() {
        return new Change.Outcome.NotCompared(
                "repeatability-unknown", "how much re-photographing moves it has not been measured");
    }

    private static int[] every(int n) {
        return IntStream.range(0, n).toArray();
    }

    private static Change.Outcome judged(int tiles, Seen seen, int photosBefore, int photosAfter, double variation) {
        double b = seen.before();
        double a = seen.after();
        if (tiles < FEWEST_TILES) {
            return none(NotMeasuredReason.TOO_LITTLE_SKIN);
        }
        if (!(b > 0) || Double.isNaN(a)) {
            return new Change.Outcome.NotCompared(
                    "nothing-before", "there was none of it before, so a change in percent does not exist");
        }
        if (Double.isNaN(seen.spatial())) {
            return none(NotMeasuredReason.TOO_LITTLE_SKIN);
        }
        if (seen.spatial() > MOST_SPREAD) {
            return new Change.Outcome.NotCompared(
                    "too-little-found", "too little of it was found to give its change in percent");
        }
        double cv = 100 * variation;
        double reshot = cv * Math.sqrt(1.0 / photosBefore + a * a / (b * b) / photosAfter);
        double change = 100 * (a - b) / b;
        double half = Z95 * Math.hypot(seen.spatial(), reshot);
        double again = cv * Math.sqrt(1.0 / photosBefore + 1.0 / photosAfter);
        double mdc = Z95 * Math.hypot(seen.spatial(), again); // tiles move by themselves when photographed again
        if (Z95 * again >= 100) {
            return new Change.Outcome.NotCompared(
                    TOO_POOR, "photographing the same hand again can change it by more than all of it");
        }
        double low = Math.max(-100, change - half);
        double high = change + half;
        return new Change.Outcome.Compared(b, a, change, low, high, mdc, verdict(change, low, high, mdc));
    }

    private static Change.Verdict verdict(double change, double low, double high, double mdc) {
        if (Math.abs(change) <= mdc || (low <= 0 && high >= 0)) {
            return Change.Verdict.NO_DETECTABLE_CHANGE;
        }
        return change < 0 ? Change.Verdict.IMPROVED : Change.Verdict.WORSE;
    }

    private static double mean(List<Tiles> photos, int[] draw) {
        double sum = 0;
        for (Tiles tiles : photos) {
            sum += tiles.value(draw);
        }
        return sum / photos.size();
    }

    /** The tiles that all have, in the same order. */
    private static List<Tiles> common(List<Tiles> all) {
        Set<Long> shared = new LinkedHashSet<>(byPlace(all.get(0)).keySet());
        for (Tiles tiles : all) {
            shared.retainAll(byPlace(tiles).keySet());
        }
        return all.stream()
                .map(tiles -> {
                    Map<Long, Tiles.Tile> places = byPlace(tiles);
                    return new Tiles(
                            tiles.aggregation(),
                            shared.stream().map(places::get).toList());
                })
                .toList();
    }

    private static Map<Long, Tiles.Tile> byPlace(Tiles tiles) {
        Map<Long, Tiles.Tile> places = new TreeMap<>();
        for (Tiles.Tile t : tiles.tiles()) {
            places.put(((long) t.row() << 32) + t.column(), t);
        }
        return places;
    }
}
