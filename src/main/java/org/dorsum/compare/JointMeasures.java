package org.dorsum.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.dorsum.assess.Measures;
import org.dorsum.hand.Zone;
import org.dorsum.measure.FineLines;
import org.dorsum.measure.Hair;
import org.dorsum.measure.Mark;
import org.dorsum.measure.Measurement;
import org.dorsum.measure.Redness;
import org.dorsum.measure.ReliefTexture;
import org.dorsum.measure.Scaliness;
import org.dorsum.measure.Spots;
import org.dorsum.measure.Veins;
import org.dorsum.skin.Skin;

/**
 * The measures that a comparison takes of photos laid onto each other: lines of all photos, counted in the unit of strength of the
 * first, on one core, and everything else beside them on another. What a single photo is warned of is not looked for.
 */
final class JointMeasures {
    private final Measures measures;
    private final List<Skin> photos;
    private final Zone zone;
    private final List<Once<Hair.Found>> hairs;
    private final List<Once<FineLines.Result>> lines = new ArrayList<>();

    /** What one photo showed. */
    record Taken(List<Measurement> measurements, List<Mark.Line> lines, List<Mark.Spot> spots) {}

    private JointMeasures(Measures measures, List<Skin> photos, Zone zone) {
        this.measures = measures;
        this.photos = photos;
        this.zone = zone;
        this.hairs = photos.stream()
                .map(skin -> new Once<>(() -> Hair.find(skin, zone)))
                .toList();
        for (int i = 0; i < photos.size(); i++) {
            int photo = i;
            lines.add(new Once<>(() -> inUnitOfFirst(photo).measure(photos.get(photo), zone, hairs.get(photo))));
        }
    }

    /** Takes them. */
    static List<Taken> take(Measures measures, List<Skin> photos, Zone zone) {
        return new JointMeasures(measures, photos, zone).take();
    }

    private List<Taken> take() {
        ForkJoinTask<?> beside = ForkJoinPool.commonPool().submit(() -> lines.forEach(Once::get));
        try {
            List<List<Measurement>> others = new ArrayList<>();
            List<Spots.Result> spots = new ArrayList<>();
            for (int i = 0; i < photos.size(); i++) {
                others.add(withoutLinesAndSpots(photos.get(i)));
                spots.add(measures.spots().measure(photos.get(i), zone, hairs.get(i)));
            }
            List<Taken> taken = new ArrayList<>();
            for (int i = 0; i < photos.size(); i++) {
                List<Measurement> all = new ArrayList<>(others.get(i));
                all.addAll(lines.get(i).get().measurements());
                all.addAll(spots.get(i).measurements());
                taken.add(new Taken(
                        List.copyOf(all),
                        lines.get(i).get().lines(),
                        spots.get(i).spots()));
            }
            return taken;
        } finally {
            beside.quietlyJoin(); // nothing goes on behind a result
        }
    }

    private List<Measurement> withoutLinesAndSpots(Skin skin) {
        List<Measurement> values = new ArrayList<>();
        values.add(measures.roughness().measure(skin, zone));
        values.add(Scaliness.withDefaults().measure(skin, zone));
        values.addAll(ReliefTexture.withDefaults().measure(skin, zone));
        values.addAll(measures.tone().measure(skin, zone).measurements());
        values.addAll(Redness.withDefaults().measure(skin, zone).measurements());
        values.add(Veins.withDefaults().measure(skin, zone));
        return values;
    }

    /** Lines as they are counted in a photo: the later ones' furrows must not move what counts. */
    private FineLines inUnitOfFirst(int photo) {
        if (photo == 0 || lines.get(0).get().unit().isEmpty()) {
            return measures.fineLines();
        }
        return measures.fineLines().lockedTo(lines.get(0).get().unit().getAsDouble());
    }
}
