package org.dorsum.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.Stream;
import org.dorsum.hand.Zone;
import org.dorsum.measure.FineLines;
import org.dorsum.measure.Hair;
import org.dorsum.measure.Mark;
import org.dorsum.measure.Measurement;
import org.dorsum.measure.Metric;
import org.dorsum.measure.NotMeasuredReason;
import org.dorsum.measure.Outcome;
import org.dorsum.measure.Redness;
import org.dorsum.measure.ReliefTexture;
import org.dorsum.measure.Roughness;
import org.dorsum.measure.Scaliness;
import org.dorsum.measure.Spots;
import org.dorsum.measure.Suitability;
import org.dorsum.measure.Tone;
import org.dorsum.measure.Veins;
import org.dorsum.skin.Skin;

/**
 * The measures that an assessment consists of, with their settings: the same value for all photos of a course, so that
 * its thresholds and bands are locked. Immutable.
 */
public record Measures(Roughness roughness, FineLines fineLines, Spots spots, Tone tone) {

    /** Every measure with its defaults. */
    public static Measures withDefaults() {
        return new Measures(
                Roughness.withDefaults(), FineLines.withDefaults(), Spots.withDefaults(), Tone.withDefaults());
    }

    /** The values and marks of one hand. */
    public record Taken(List<Measurement> measurements, List<Mark> marks) {
        /** Copies the lists. */
        public Taken {
            measurements = List.copyOf(measurements);
            marks = List.copyOf(marks);
        }

        /** These and the others. */
        Taken and(Taken other) {
            return new Taken(
                    Stream.concat(measurements.stream(), other.measurements.stream())
                            .toList(),
                    Stream.concat(marks.stream(), other.marks.stream()).toList());
        }
    }

    /**
     * Takes every measure of {@code zone}; hair, which lines and spots look under, and then lines, which cost as much as
     * all the others, beside them on another core.
     */
    public Taken take(Skin skin, Zone zone) {
        ForkJoinTask<Hair.Found> hair = ForkJoinPool.commonPool().submit(() -> Hair.find(skin, zone));
        ForkJoinTask<FineLines.Result> lines =
                ForkJoinPool.commonPool().submit(() -> fineLines.measure(skin, zone, hair::join));
        try {
            return take(skin, zone, hair, lines);
        } finally {
            hair.quietlyJoin(); // nothing goes on behind a result
            lines.quietlyJoin();
        }
    }

    private Taken take(
            Skin skin, Zone zone, ForkJoinTask<Hair.Found> hair, ForkJoinTask<FineLines.Result> linesBeside) {
        List<Measurement> relief = new ArrayList<>();
        relief.add(roughness.measure(skin, zone));
        relief.add(Scaliness.withDefaults().measure(skin, zone));
        relief.addAll(ReliefTexture.withDefaults().measure(skin, zone));
        Spots.Result pigmented = spots.measure(skin, zone, hair::join);
        Tone.Result colour = tone.measure(skin, zone);
        Redness.Result red = Redness.withDefaults().measure(skin, zone);
        Measurement veins = Veins.withDefaults().measure(skin, zone);
        List<Mark> clinician = List.copyOf(Suitability.withDefaults().find(skin, zone));
        FineLines.Result lines = linesBeside.join();

        List<Measurement> measurements = new ArrayList<>(relief);
        measurements.addAll(lines.measurements());
        measurements.addAll(pigmented.measurements());
        measurements.addAll(colour.measurements());
        measurements.addAll(red.measurements());
        measurements.add(veins);
        List<Mark> marks = new ArrayList<>(lines.lines());
        marks.addAll(lines.hairs());
        marks.addAll(pigmented.spots());
        marks.addAll(colour.areas());
        marks.addAll(red.patches());
        marks.addAll(clinician);
        return new Taken(measurements, marks);
    }

    /** Tone and what a clinician should see, alone. */
    Taken survey(Skin skin, Zone zone) {
        return new Taken(
                tone.measure(skin, zone).measurements(),
                List.copyOf(Suitability.withDefaults().find(skin, zone)));
    }

    /** The answer for a zone that the photo does not show: every metric, with that reason. */
    static List<Measurement> notSeen(Zone zone) {
        return Stream.of(Metric.values())
                .map(m -> new Measurement(zone, m, new Outcome.NotMeasured(NotMeasuredReason.ZONE_NOT_SEEN)))
                .toList();
    }

    /** Every setting that changes a value, in words. */
    public String settings() {
        return String.join(
                "; ",
                roughness.settings(),
                Scaliness.withDefaults().settings(),
                ReliefTexture.withDefaults().settings(),
                fineLines.settings(),
                spots.settings(),
                tone.settings(),
                Redness.withDefaults().settings(),
                Veins.withDefaults().settings(),
                Suitability.withDefaults().settings());
    }
}
