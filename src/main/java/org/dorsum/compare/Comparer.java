package org.dorsum.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dorsum.assess.Assessment;
import org.dorsum.assess.Assessor;
import org.dorsum.assess.Examination;
import org.dorsum.assess.Measures;
import org.dorsum.hand.Hand;
import org.dorsum.hand.Zone;
import org.dorsum.image.Mask;
import org.dorsum.measure.Metric;
import org.dorsum.measure.Outcome;
import org.dorsum.photo.Finding;
import org.dorsum.photo.Photo;
import org.dorsum.skin.Flattener;
import org.dorsum.skin.Skin;

/**
 * Compares two sessions of the same hand: every photo is laid onto the first, all are brought to the sharpness of the
 * softest, and the same measures with the same settings are taken on the skin that all of them show. Immutable and safe
 * for use by many threads.
 */
public final class Comparer {
    private final Measures measures;
    private final Flattener flattener;
    private final ChangeEstimator estimator;
    private final Repeatability repeatability;

    private Comparer(Measures measures, Flattener flattener, Repeatability repeatability) {
        this.measures = measures;
        this.flattener = flattener;
        this.estimator = new ChangeEstimator(repeatability);
        this.repeatability = repeatability;
    }

    /** Compares with the measures of {@code assessor} and the table of repeatability that comes along. */
    public static Comparer with(Assessor assessor) {
        return new Comparer(assessor.measures(), assessor.flattener(), Repeatability.shippedTable());
    }

    /** The same with another table of repeatability; metrics that are not in it have no change given. */
    public Comparer withRepeatability(Repeatability table) {
        return new Comparer(measures, flattener, table);
    }

    /** The table of repeatability that changes are held against. */
    public Repeatability repeatability() {
        return repeatability;
    }

    /** What became of the skin. */
    private record Measured(List<Change> changes, ChangeMap map, double sharedRelief) {}

    /** The photos of both sessions laid onto the first. */
    private record Laid(List<Skin> before, List<Skin> after, double overlapPercent, Registrar.Result firstLater) {
        Registration registration(double sharedRelief) {
            return new Registration(
                    firstLater.beforeToAfter(),
                    overlapPercent,
                    firstLater.residualMm(),
                    firstLater.affineMm(),
                    sharedRelief);
        }
    }

    /**
     * The change from one session to another.
     *
     * @param before examinations of the earlier session's photos, at least one
     * @param after examinations of the later session's photos, at least one
     */
    public Comparison compare(List<Examination> before, List<Examination> after) {
        return compareDistinct(distinct(before), distinct(after), repeated(before, after));
    }

    private Comparison compareDistinct(List<Examination> before, List<Examination> after, Optional<String> repeated) {
        if (before.isEmpty() || after.isEmpty()) {
            throw new IllegalArgumentException("a comparison has at least one photo before and one after");
        }
        List<Finding> reasons = new ArrayList<>();
        Stream.concat(before.stream(), after.stream())
                .filter(e -> e.skin().isEmpty())
                .forEach(e -> reasons.add(ComparabilityCheck.rejected(e.assessment())));
        if (!reasons.isEmpty()) {
            return without(before, after, reasons);
        }
        List<Examination> all = Stream.concat(before.stream(), after.stream()).toList();
        repeated.ifPresent(name -> reasons.add(ComparabilityCheck.samePhoto(name)));
        all.stream().skip(1).forEach(e -> reasons.addAll(ComparabilityCheck.hands(hand(before.get(0)), hand(e))));
        Optional<Laid> laid = lay(before, after);
        if (laid.isEmpty()) {
            reasons.add(ComparabilityCheck.noMatch());
            return without(before, after, reasons);
        }
        Skin first = laid.get().before().get(0);
        double overlap = laid.get().overlapPercent();
        Stream.concat(laid.get().before().stream().skip(1), laid.get().after().stream())
                .forEach(s -> reasons.addAll(ComparabilityCheck.captures(first.capture(), s.capture(), overlap)));
        all.stream()
                .skip(1)
                .forEach(e ->
                        reasons.addAll(ComparabilityCheck.colours(before.get(0).assessment(), e.assessment())));
        if (ComparabilityCheck.judge(reasons).verdict() == Comparability.Verdict.NOT_COMPARABLE) {
            return without(before, after, reasons);
        }
        Measured measured = measured(laid.get());
        reasons.addAll(ComparabilityCheck.hiding(measured.changes()));
        return new Comparison(
                assessments(before),
                assessments(after),
                ComparabilityCheck.judge(once(reasons)),
                Optional.of(laid.get().registration(measured.sharedRelief())),
                measured.changes(),
                repeatability,
                measured.map());
    }

    /** Every photo once: a copy is no further photograph, and must not narrow an interval. */
    private static List<Examination> distinct(List<Examination> session) {
        Set<String> seen = new HashSet<>();
        return session.stream()
                .filter(e -> seen.add(e.photo().provenance().sha256()))
                .toList();
    }

    /** Name of a photo whose very bytes were given before. */
    private static Optional<String> repeated(List<Examination> before, List<Examination> after) {
        Set<String> seen = new HashSet<>();
        return Stream.concat(before.stream(), after.stream())
                .map(Examination::photo)
                .filter(p -> !seen.add(p.provenance().sha256()))
                .map(Photo::name)
                .findFirst();
    }

    /** The first finding of each code: several photos of a session often share one fault. */
    private static List<Finding> once(List<Finding> findings) {
        Set<String> seen = new HashSet<>();
        return findings.stream().filter(f -> seen.add(f.code())).toList();
    }

    private Optional<Laid> lay(List<Examination> before, List<Examination> after) {
        Skin first = before.get(0).skin().orElseThrow();
        List<Skin> earlier = new ArrayList<>(List.of(first));
        List<Skin> later = new ArrayList<>();
        Optional<Registrar.Result> firstLater = Optional.empty();
        for (int i = 1; i < before.size() + after.size(); i++) {
            boolean isLater = i >= before.size();
            Examination e = isLater ? after.get(i - before.size()) : before.get(i);
            Optional<Registrar.Result> fit = Registrar.register(first, e, hand(e), flattener)
                    .filter(r -> r.agreement() >= ComparabilityCheck.LEAST_AGREEMENT
                            && r.agreeing() >= ComparabilityCheck.FEWEST_AGREEING);
            if (fit.isEmpty()) {
                return Optional.empty();
            }
            (isLater ? later : earlier).add(fit.get().after());
            firstLater = isLater && firstLater.isEmpty() ? fit : firstLater;
        }
        double overlap = 100.0
                * common(earlier, later).count()
                / first.usable(Zone.DORSUM).count();
        return firstLater.map(r -> new Laid(earlier, later, overlap, r));
    }

    /** What all photos of both sessions show well. */
    private static Mask common(List<Skin> before, List<Skin> after) {
        return Stream.concat(before.stream(), after.stream())
                .map(s -> s.usable(Zone.DORSUM))
                .reduce(Mask::and)
                .orElseThrow();
    }

    private Measured measured(Laid laid) {
        List<Skin> all = new ArrayList<>(laid.before());
        all.addAll(laid.after());
        PairedMeasures paired =
                PairedMeasures.take(measures, all, laid.before().size(), common(laid.before(), laid.after()));
        PairedVariation.Likeness likeness =
                new PairedVariation.Likeness(unlike(all), 1 - paired.relief().coherence());
        int n = laid.before().size();
        List<Change> changes = new ArrayList<>();
        for (Metric metric : compared()) {
            List<Outcome> outcomes = paired.outcomes(metric);
            List<Outcome> before = outcomes.subList(0, n);
            List<Outcome> after = outcomes.subList(n, outcomes.size());
            changes.add(new Change(
                    Zone.DORSUM,
                    metric,
                    metric == Metric.ROUGHNESS_INDEX
                            ? estimator.estimate(metric, before, after, likeness, paired.relief())
                            : estimator.estimate(metric, before, after, likeness)));
        }
        List<Outcome> relief = paired.outcomes(Metric.ROUGHNESS_INDEX);
        return new Measured(
                changes,
                new ChangeMap(
                        paired.spots(),
                        ReliefSquares.of(relief.subList(0, n), relief.subList(n, relief.size()), all.get(0))),
                paired.relief().coherence());
    }

    /** How far the sharpness of photos differs from that of the first, at most: natural logarithm of the ratio. */
    private static double unlike(List<Skin> photos) {
        double first = photos.get(0).capture().sharpness();
        return photos.stream()
                .mapToDouble(s -> s.capture().sharpness())
                .map(s -> s > 0 && first > 0 ? Math.abs(Math.log(s / first)) : 0)
                .max()
                .orElse(0);
    }

    private static List<Metric> compared() {
        return Stream.of(Metric.values())
                .filter(m -> m.better() != Metric.Better.NEITHER || PairedMeasures.RELIEF.contains(m))
                .toList();
    }

    private Comparison without(List<Examination> before, List<Examination> after, List<Finding> reasons) {
        List<Change> none = compared().stream()
                .map(m -> new Change(
                        Zone.DORSUM,
                        m,
                        new Change.Outcome.NotCompared("not-comparable", "the photos cannot be compared")))
                .toList();
        return new Comparison(
                assessments(before),
                assessments(after),
                ComparabilityCheck.judge(once(reasons)),
                Optional.empty(),
                none,
                repeatability);
    }

    private static List<Assessment> assessments(List<Examination> examinations) {
        return examinations.stream().map(Examination::assessment).toList();
    }

    private static Hand hand(Examination e) {
        return e.assessment().hand().orElseThrow();
    }
}
