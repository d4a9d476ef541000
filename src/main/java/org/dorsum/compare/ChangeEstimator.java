package org.dorsum.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.dorsum.measure.Metric;
import org.dorsum.measure.NotMeasuredReason;
import org.dorsum.measure.Outcome;
import org.dorsum.measure.Tiles;
import org.dorsum.stats.BlockBootstrap;

/**
 * Change of one metric between two sessions with its 95 % interval.
 *
 * <p>Only tiles that every photo of both sessions shows take part. The change is {@code 100·(a − b)/b} of the sessions' mean
 * values. Its error has two sources, joined in quadrature: which skin was seen (block bootstrap, the same blocks drawn for
 * every photo), and what re-photographing does (the metric's within-subject variation, divided by the number of photos).
 */
final class ChangeEstimator {
    private static final double Z95 = 1.959963984540054; // two-sided 95 % of the normal distribution
    private static final int FEWEST_TILES = 8;
    private static final double MOST_SPREAD = 75; // percent: a change so unsure would only mislead

    private final Repeatability repeatability;
    private final PairedVariation paired;

    ChangeEstimator(Repeatability repeatability) {
        this.repeatability = repeatability;
        this.paired = PairedVariation.load();
    }

    /** Variation of a metric's changes between photos equally sharp. */
    OptionalDouble variation(Metric metric) {
        return paired.of(metric, repeatability, 0, OptionalDouble.empty());
    }

    /**
     * The change of a metric.
     *
     * @param unlike how far the photos' sharpness differed before they were brought together, natural logarithm of the ratio
     * @param own what the photos themselves tell of how photographing again moves it, if they do
     */
    Change.Outcome estimate(
            Metric metric, List<Outcome> before, List<Outcome> after, double unlike, OptionalDouble own) {
        List<Outcome> all = new ArrayList<>(before);
        all.addAll(after);
        List<Tiles> tiles = new ArrayList<>();
        for (Outcome outcome : all) {
            if (outcome instanceof Outcome.NotMeasured none) {
                return new Change.Outcome.NotCompared(
                        none.reason().label(), none.reason().text());
            }
            tiles.add(((Outcome.Measured) outcome).tiles());
        }
        OptionalDouble variation = paired.of(metric, repeatability, unlike, own);
        if (variation.isEmpty()) {
            return new Change.Outcome.NotCompared(
                    "repeatability-unknown", "how much re-photographing moves it has not been measured");
        }
        List<Tiles> common = common(tiles);
        int n = common.get(0).tiles().size();
        if (n < FEWEST_TILES) {
            NotMeasuredReason few = NotMeasuredReason.TOO_LITTLE_SKIN;
            return new Change.Outcome.NotCompared(few.label(), few.text());
        }
        List<Tiles> commonBefore = common.subList(0, before.size());
        List<Tiles> commonAfter = common.subList(before.size(), common.size());
        int[] every = java.util.stream.IntStream.range(0, n).toArray();
        double b = mean(commonBefore, every);
        double a = mean(commonAfter, every);
        if (!(b > 0) || Double.isNaN(a)) {
            return new Change.Outcome.NotCompared(
                    "nothing-before", "there was none of it before, so a change in percent does not exist");
        }
        double spatial = BlockBootstrap.withDefaults()
                .standardError(common.get(0).blocks(), draw -> {
                    double drawnBefore = mean(commonBefore, draw);
                    return drawnBefore > 0 ? 100 * (mean(commonAfter, draw) - drawnBefore) / drawnBefore : Double.NaN;
                });
        if (Double.isNaN(spatial)) {
            NotMeasuredReason few = NotMeasuredReason.TOO_LITTLE_SKIN;
            return new Change.Outcome.NotCompared(few.label(), few.text());
        }
        if (spatial > MOST_SPREAD) {
            return new Change.Outcome.NotCompared(
                    "too-little-found", "too little of it was found to give its change in percent");
        }
        double cv = 100 * variation.getAsDouble();
        double reshot = cv * Math.sqrt(1.0 / before.size() + a * a / (b * b) / after.size());
        double change = 100 * (a - b) / b;
        double half = Z95 * Math.hypot(spatial, reshot);
        double mdc = Z95 * cv * Math.sqrt(1.0 / before.size() + 1.0 / after.size());
        if (mdc >= 100) {
            return new Change.Outcome.NotCompared(
                    "repeatability-too-poor", "photographing the same hand again can change it by more than all of it");
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
