package org.dorsum.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
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
import org.dorsum.measure.SkinZone;
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
     * Takes every measure of {@code zone} on two cores: the next that is not taken yet, whoever is free, hair first, which lines and
     * spots look under, and of the others the longest first.
     */
    public Taken take(Skin skin, Zone zone) {
        SkinZone of = SkinZone.of(skin, zone);
        Shared shared = new Shared();
        Supplier<Hair.Found> hair = shared.add(() -> Hair.find(of));
        Supplier<List<Measurement>> texture =
                shared.add(() -> ReliefTexture.withDefaults().measure(of));
        Supplier<Measurement> rough = shared.add(() -> roughness.measure(of));
        Supplier<FineLines.Result> fine = shared.add(() -> fineLines.measure(of, hair));
        Supplier<Spots.Result> pigmented = shared.add(() -> spots.measure(of, hair));
        Supplier<Measurement> scaly = shared.add(() -> Scaliness.withDefaults().measure(of));
        Supplier<Measurement> veins = shared.add(() -> Veins.withDefaults().measure(of));
        Supplier<Tone.Result> colour = shared.add(() -> tone.measure(of));
        Supplier<List<Mark.Area>> clinician =
                shared.add(() -> Suitability.withDefaults().find(of));
        Supplier<Redness.Result> red = shared.add(() -> Redness.withDefaults().measure(of));
        shared.run();

        List<Measurement> measurements = new ArrayList<>();
        measurements.add(rough.get());
        measurements.add(scaly.get());
        measurements.addAll(texture.get());
        measurements.addAll(fine.get().measurements());
        measurements.addAll(pigmented.get().measurements());
        measurements.addAll(colour.get().measurements());
        measurements.addAll(red.get().measurements());
        measurements.add(veins.get());
        List<Mark> marks = new ArrayList<>(fine.get().lines());
        marks.addAll(fine.get().hairs());
        marks.addAll(pigmented.get().spots());
        marks.addAll(colour.get().areas());
        marks.addAll(red.get().patches());
        marks.addAll(clinician.get());
        return new Taken(measurements, marks);
    }

    /** Tone and what a clinician should see, alone. */
    Taken survey(Skin skin, Zone zone) {
        SkinZone of = SkinZone.of(skin, zone);
        return new Taken(
                tone.measure(of).measurements(),
                List.copyOf(Suitability.withDefaults().find(of)));
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
