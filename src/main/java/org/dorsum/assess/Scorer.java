package org.dorsum.assess;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dorsum.assess.Scores.Family;
import org.dorsum.assess.Scores.Score;
import org.dorsum.hand.Zone;
import org.dorsum.measure.Metric;
import org.dorsum.measure.Outcome;

/** Reads the values of the back of the hand against norms. Immutable. */
final class Scorer {
    private static final double TOLERANCE =
            1.15; // the scale is known to 9 % where it is estimated; both ends allow for it
    private static final double NORMAL_95 = 1.959964;

    /** A norm's photos have none of these, and neither may a photo that is scored by it: fine structure is lost or added. */
    static final Set<String> UNSHARP = Set.of("soft-focus", "strong-compression");

    /** What says that colours were read by the card. */
    static final String CARD = Calibration.CALIBRATED.code();

    private final Norms norms;

    Scorer(Norms norms) {
        this.norms = norms;
    }

    /**
     * The scores of a measured photo.
     *
     * @param settings digests of settings under which the same values come out
     */
    Scores of(Assessment assessment, Set<String> settings) {
        Map<Family, Score> all = new EnumMap<>(Family.class);
        double sum = 0;
        double low = 0;
        double high = 0;
        Optional<Score.Absent> missing = Optional.empty();
        for (Family family : Family.values()) {
            if (family == Family.OVERALL) {
                continue;
            }
            Score score = score(family, assessment);
            all.put(family, score);
            if (score instanceof Score.Given g) {
                sum += g.value() / 4;
                low += g.low() / 4;
                high += g.high() / 4;
            } else if (missing.isEmpty()) {
                Score.Absent why = (Score.Absent) score;
                missing = Optional.of(new Score.Absent(why.code(), family.label() + " is missing: " + why.text()));
            }
        }
        Score overall = missing.<Score>map(m -> m).orElse(new Score.Given(sum, low, high));
        all.put(Family.OVERALL, overall);
        return new Scores(
                Optional.of(norms),
                all,
                Scores.notes(norms, settings.contains(norms.method().settingsSha256())));
    }

    private Score score(Family family, Assessment assessment) {
        Optional<Score.Absent> obstacle = obstacle(family, assessment);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        double value = 0;
        double low = 0;
        double high = 0;
        int n = family.metrics().size();
        for (Metric metric : family.metrics()) {
            Norms.Reference reference = norms.references().get(metric);
            if (reference == null) {
                return new Score.Absent("metric-not-in-norms", "the norms have no " + metric.label());
            }
            if (!(assessment.outcome(Zone.DORSUM, metric) instanceof Outcome.Measured m)) {
                return new Score.Absent("not-measured", metric.label() + " was not measured");
            }
            double error = NORMAL_95 * m.standardError();
            value += standing(reference, m.value()) / n;
            low += 100 * (1 - Standing.of(reference, Norms.Quantile::low).below(m.value() + error)) / n;
            high += 100 * (1 - Standing.of(reference, Norms.Quantile::high).below(m.value() - error)) / n;
        }
        return new Score.Given(value, low, high);
    }

    /** 100 less the percentage of hands that have less of it. */
    static double standing(Norms.Reference reference, double value) {
        return 100 * (1 - Standing.of(reference, Norms.Quantile::value).below(value));
    }

    /** Why the norms do not cover the photo's conditions, as far as they matter to a family. */
    private Optional<Score.Absent> obstacle(Family family, Assessment assessment) {
        Norms.Conditions c = norms.conditions();
        double scale = assessment.hand().map(h -> h.scale().pixelsPerMm()).orElse(Double.NaN);
        if (!(scale >= c.leastPixelsPerMm() / TOLERANCE)) {
            return Optional.of(new Score.Absent(
                    "scale-not-covered", "the photo has fewer pixels per millimetre than those of the norms"));
        }
        boolean fine = family == Family.LINES; // finer photos show finer lines; other measures end above a millimetre
        if (fine && !(scale <= c.mostPixelsPerMm() * TOLERANCE)) {
            return Optional.of(new Score.Absent(
                    "scale-not-covered", "the photo has more pixels per millimetre than those of the norms"));
        }
        boolean colour = family == Family.SPOTS || family == Family.TONE;
        boolean unsharp = assessment.findings().stream().anyMatch(f -> UNSHARP.contains(f.code()));
        if (unsharp && family != Family.TONE) {
            return Optional.of(new Score.Absent(
                    "sharpness-not-covered", "the photo is softer or more compressed than those of the norms"));
        }
        boolean calibrated = assessment.calibration().equals(Optional.of(Calibration.CALIBRATED));
        if (colour && calibrated != c.calibrated()) {
            return Optional.of(new Score.Absent(
                    "calibration-not-covered",
                    calibrated
                            ? "the photo's colours are calibrated, those of the norms are not"
                            : "the photo's colours are not calibrated, those of the norms are"));
        }
        return Optional.empty();
    }
}
