package org.dorsum.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.dorsum.assess.Measures;
import org.dorsum.assess.Shared;
import org.dorsum.hand.Zone;
import org.dorsum.measure.FineLines;
import org.dorsum.measure.Hair;
import org.dorsum.measure.Mark;
import org.dorsum.measure.Measurement;
import org.dorsum.measure.Redness;
import org.dorsum.measure.ReliefTexture;
import org.dorsum.measure.Scaliness;
import org.dorsum.measure.SkinZone;
import org.dorsum.measure.Spots;
import org.dorsum.measure.Veins;
import org.dorsum.skin.Skin;

/**
 * The measures that a comparison takes of photos laid onto each other, as pieces of work that two cores share; lines of all photos are
 * counted in the unit of strength of the first. What a single photo is warned of is not looked for.
 */
final class JointMeasures {
    private final Measures measures;
    private final List<Pieces> photos = new ArrayList<>();

    /** What one photo showed. */
    record Taken(List<Measurement> measurements, List<Mark.Line> lines, List<Mark.Spot> spots) {}

    /** The work on one photo. */
    private record Pieces(
            Supplier<FineLines.Result> lines, Supplier<Spots.Result> spots, List<Supplier<List<Measurement>>> others) {
        Taken taken() {
            List<Measurement> all = new ArrayList<>();
            others.forEach(o -> all.addAll(o.get()));
            all.addAll(lines.get().measurements());
            all.addAll(spots.get().measurements());
            return new Taken(List.copyOf(all), lines.get().lines(), spots.get().spots());
        }
    }

    private JointMeasures(Measures measures) {
        this.measures = measures;
    }

    /** Adds the pieces to {@code work}; the results are there once it has run. */
    static JointMeasures of(Measures measures, List<Skin> photos, Zone zone, Shared work) {
        JointMeasures joint = new JointMeasures(measures);
        List<SkinZone> zones = photos.stream().map(s -> SkinZone.of(s, zone)).toList();
        List<Supplier<Hair.Found>> hairs = zones.stream()
                .map(z -> work.<Hair.Found>add(() -> Hair.find(z)))
                .toList();
        for (int i = 0; i < zones.size(); i++) {
            joint.add(zones.get(i), hairs.get(i), work);
        }
        return joint;
    }

    /** Pieces of one photo, the longest first; they ask for what was added before. */
    private void add(SkinZone of, Supplier<Hair.Found> hair, Shared work) {
        Supplier<FineLines> counted = photos.isEmpty() ? measures::fineLines : this::inUnitOfFirst;
        photos.add(new Pieces(
                work.add(() -> counted.get().measure(of, hair)),
                work.add(() -> measures.spots().measure(of, hair)),
                List.of(
                        work.add(() -> ReliefTexture.withDefaults().measure(of)),
                        work.add(() -> List.of(
                                measures.roughness().measure(of),
                                Scaliness.withDefaults().measure(of),
                                Veins.withDefaults().measure(of))),
                        work.add(() -> measures.tone().measure(of).measurements()),
                        work.add(() -> Redness.withDefaults().measure(of).measurements()))));
    }

    /** Lines as they are counted in a later photo: its furrows must not move what counts. */
    private FineLines inUnitOfFirst() {
        FineLines.Result first = photos.get(0).lines().get();
        return first.unit().isPresent()
                ? measures.fineLines().lockedTo(first.unit().getAsDouble())
                : measures.fineLines();
    }

    /** What each photo showed, once the work has run. */
    List<Taken> taken() {
        return photos.stream().map(Pieces::taken).toList();
    }
}
