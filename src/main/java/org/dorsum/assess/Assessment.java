package org.dorsum.assess;

import java.util.List;
import java.util.Optional;
import org.dorsum.hand.Hand;
import org.dorsum.hand.Zone;
import org.dorsum.measure.Mark;
import org.dorsum.measure.Measurement;
import org.dorsum.measure.Metric;
import org.dorsum.measure.NotMeasuredReason;
import org.dorsum.measure.Outcome;
import org.dorsum.photo.Finding;
import org.dorsum.photo.Provenance;

/**
 * What one photo says about one hand: values only, no pixels but the hand's mask. Immutable.
 *
 * @param photo how the user named the file
 * @param width columns of the upright photo
 * @param height rows of the upright photo
 * @param provenance where the pixels came from
 * @param status whether there are numbers
 * @param hand the hand, if one was found
 * @param measurements one per zone and metric; empty for a rejected photo
 * @param marks what was found where
 * @param findings what the user should know, most severe first
 * @param method with what it was measured
 * @param scores against norms, if there are norms
 */
public record Assessment(
        String photo,
        int width,
        int height,
        Provenance provenance,
        Status status,
        Optional<Hand> hand,
        List<Measurement> measurements,
        List<Mark> marks,
        List<Finding> findings,
        Method method,
        Scores scores) {

    /** Whether a photo gave numbers. */
    public enum Status {
        /** There are numbers. */
        MEASURED,
        /** The photo was read but shows no hand that could be measured; the findings say why. */
        REJECTED
    }

    /**
     * What a result depends on besides the photo.
     *
     * @param toolVersion release of Dorsum
     * @param settingsSha256 digest of every setting that changes a value
     * @param handFinder name and version of the hand finder, or digest of its model
     */
    public record Method(String toolVersion, String settingsSha256, String handFinder) {}

    /** Copies the lists. */
    public Assessment {
        measurements = List.copyOf(measurements);
        marks = List.copyOf(marks);
        findings = List.copyOf(findings);
    }

    /** An assessment without norms. */
    public Assessment(
            String photo,
            int width,
            int height,
            Provenance provenance,
            Status status,
            Optional<Hand> hand,
            List<Measurement> measurements,
            List<Mark> marks,
            List<Finding> findings,
            Method method) {
        this(photo, width, height, provenance, status, hand, measurements, marks, findings, method, Scores.none());
    }

    /** The same with scores. */
    Assessment with(Scores newScores) {
        return new Assessment(
                photo, width, height, provenance, status, hand, measurements, marks, findings, method, newScores);
    }

    /** The outcome of a metric in a zone; what is not in the list is not yet available. */
    public Outcome outcome(Zone zone, Metric metric) {
        return measurements.stream()
                .filter(m -> m.zone() == zone && m.metric() == metric)
                .map(Measurement::outcome)
                .findFirst()
                .orElse(new Outcome.NotMeasured(NotMeasuredReason.NOT_YET_AVAILABLE));
    }

    /** What the photo's colours rest on; empty if it has none or was rejected. */
    public Optional<Calibration> calibration() {
        return Calibration.of(findings);
    }

    /** What a metric's value rests on, if it is a value of colour. */
    public Optional<Calibration> calibration(Metric metric) {
        return metric.colour() ? calibration() : Optional.empty();
    }

    /** Why the photo was rejected: the message of its first error, if it was. */
    public Optional<String> rejection() {
        return status == Status.MEASURED
                ? Optional.empty()
                : findings.stream()
                        .filter(f -> f.severity() == Finding.Severity.ERROR)
                        .map(Finding::message)
                        .findFirst();
    }
}
