package org.dorsum.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import org.dorsum.assess.Measures;
import org.dorsum.assess.Shared;
import org.dorsum.hand.Zone;
import org.dorsum.image.Mask;
import org.dorsum.measure.LineKind;
import org.dorsum.measure.Mark;
import org.dorsum.measure.Measurement;
import org.dorsum.measure.Metric;
import org.dorsum.measure.NotMeasuredReason;
import org.dorsum.measure.Outcome;
import org.dorsum.measure.SharedRelief;
import org.dorsum.skin.Sharpness;
import org.dorsum.skin.Skin;

/**
 * The values of photos laid onto each other: all brought to the sharpness of the softest, lines counted in the unit of the
 * first, then spots within joined outlines ({@link PairedSpots}) and the depth of lines along joined paths ({@link
 * PairedLines}).
 */
final class PairedMeasures {
    /** What one photo does not show may yet be measured in pairs. */
    private static final Set<NotMeasuredReason> ABSENCE =
            Set.of(NotMeasuredReason.NOTHING_FOUND, NotMeasuredReason.TOO_FEW_FOUND);

    /** Relief finer than the roughness index sees, which treatments reach first. */
    static final Set<Metric> RELIEF = Set.of(Metric.RELIEF_1MM_PERCENT, Metric.RELIEF_2MM_PERCENT);

    /** Outlines of one hand photographed again look this much more blurred by chance (hands11k: robust SD of the logarithm 0.25). */
    private static final double BY_CHANCE = 1.3;

    private final List<JointMeasures.Taken> taken;
    private final List<Map<Metric, Outcome>> lines;
    private final PairedSpots spots;
    private final SharedRelief relief;

    private PairedMeasures(
            List<JointMeasures.Taken> taken, List<Map<Metric, Outcome>> lines, PairedSpots spots, SharedRelief relief) {
        this.relief = relief;
        this.taken = taken;
        this.lines = lines;
        this.spots = spots;
    }

    /**
     * Measures the photos.
     *
     * @param photos of both sessions, earlier ones first, on one grid
     * @param earlier how many photos are earlier ones
     * @param common the skin that all show
     */
    static PairedMeasures take(Measures measures, List<Skin> photos, int earlier, Mask common) {
        double softest =
                photos.stream().mapToDouble(p -> p.capture().sharpness()).min().orElseThrow();
        List<Skin> alike = photos.stream()
                .map(p -> Sharpness.lower(p.withUsable(Map.of(Zone.DORSUM, common)), softest, blurrier(p, photos)))
                .toList();
        Shared work = new Shared();
        JointMeasures joint = JointMeasures.of(measures, alike, Zone.DORSUM, work);
        Supplier<SharedRelief> relief = work.add(
                () -> SharedRelief.of(alike.subList(0, earlier), alike.subList(earlier, alike.size()), Zone.DORSUM));
        work.run();
        List<JointMeasures.Taken> taken = joint.taken();
        return new PairedMeasures(
                taken,
                PairedLines.outcomes(alike, lines(taken), earlier, common),
                PairedSpots.of(
                        alike, taken.stream().map(JointMeasures.Taken::spots).toList(), earlier, common),
                relief.get());
    }

    /**
     * How much blur, σ in mm, the outlines of the hands say that a photo lacks against the blurriest; 0 where they differ by no more than
     * they do by chance. Contrast of skin alone cannot tell blur from skin that a treatment has made smoother, nor sharpness
     * from harder light.
     */
    static double blurrier(Skin photo, List<Skin> photos) {
        OptionalDouble own = photo.capture().physics().outlineBlurMm();
        double most = photos.stream()
                .map(p -> p.capture().physics().outlineBlurMm())
                .mapToDouble(b -> b.orElse(Double.POSITIVE_INFINITY)) // unknown: skin is the only witness
                .max()
                .orElseThrow();
        double surely = most / BY_CHANCE;
        return own.isEmpty() ? most : Math.sqrt(Math.max(0, surely * surely - own.getAsDouble() * own.getAsDouble()));
    }

    /** Lines without the stretches that are the skin's own furrows: those are roughness. */
    private static List<List<Mark.Line>> lines(List<JointMeasures.Taken> taken) {
        return taken.stream()
                .map(t -> t.lines().stream()
                        .filter(line -> line.kind() != LineKind.FURROW)
                        .toList())
                .toList();
    }

    /** The relief that both sessions show. */
    SharedRelief relief() {
        return relief;
    }

    /** Spots one by one. */
    List<SpotChange> spots() {
        return spots.spots();
    }

    /** The outcome of each photo, in pairs where the metric is one of spots or of the depth of lines. */
    List<Outcome> outcomes(Metric metric) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < taken.size(); i++) {
            Outcome alone = alone(taken.get(i).measurements(), metric);
            Outcome roughness = alone(taken.get(i).measurements(), Metric.ROUGHNESS_INDEX);
            if (RELIEF.contains(metric) && roughness instanceof Outcome.NotMeasured) {
                alone = roughness; // what is too blurred for the coarsest relief is too blurred for finer
            }
            if (alone instanceof Outcome.NotMeasured none && !ABSENCE.contains(none.reason())) {
                outcomes.add(alone); // what the photo cannot show is not there in pairs either
            } else {
                Outcome line = lines.get(i).get(metric);
                Outcome spot = spots.outcomes().get(i).get(metric);
                outcomes.add(line != null ? line : spot != null ? spot : alone);
            }
        }
        return outcomes;
    }

    private static Outcome alone(List<Measurement> list, Metric metric) {
        return list.stream()
                .filter(m -> m.metric() == metric)
                .map(Measurement::outcome)
                .findFirst()
                .orElse(new Outcome.NotMeasured(NotMeasuredReason.NOT_YET_AVAILABLE));
    }
}
