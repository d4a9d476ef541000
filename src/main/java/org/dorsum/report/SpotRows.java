package org.dorsum.report;

import java.util.Comparator;
import java.util.List;
import org.dorsum.assess.Assessment;
import org.dorsum.compare.SpotChange;
import org.dorsum.image.Point;
import org.dorsum.measure.Mark;
import org.dorsum.measure.SpotKind;

/** Spots as tables: the largest of a photo, and one by one what became of them. */
final class SpotRows {
    private static final int MOST_FOUND = 10;
    private static final int MOST_CHANGED = 24;

    private SpotRows() {}

    /** The largest spots of a photo, and how many smaller ones are not listed. */
    record Found(List<FoundRow> rows, int more) {}

    /** A spot of a photo. */
    record FoundRow(String place, String diameter, String contrast, String ita, String kind) {}

    /** Spots of a comparison, the largest first, and how many are not listed. */
    record Changed(List<ChangedRow> rows, int more) {}

    /** A spot of a comparison. */
    record ChangedRow(String place, String area, String contrast, String change, String fate, String kind) {}

    static Found found(Assessment a, Words words) {
        List<Mark.Spot> spots = spots(a);
        List<FoundRow> rows = spots.stream()
                .sorted(Comparator.comparingDouble(Mark.Spot::areaMm2).reversed())
                .limit(MOST_FOUND)
                .map(s -> new FoundRow(
                        place(s.positionMm(), words),
                        words.fixed(s.diameterMm(), 1),
                        words.fixed(s.contrastDe00(), 1),
                        words.fixed(s.contrastItaDeg(), 0),
                        words.get("kind." + s.kind().label())))
                .toList();
        return new Found(rows, spots.size() - rows.size());
    }

    static Changed changed(List<SpotChange> spots, Words words) {
        List<ChangedRow> rows = spots.stream()
                .sorted(Comparator.comparingDouble((SpotChange s) -> Math.max(s.areaBeforeMm2(), s.areaAfterMm2()))
                        .reversed())
                .limit(MOST_CHANGED)
                .map(s -> new ChangedRow(
                        place(s.positionMm(), words),
                        area(s.areaBeforeMm2(), words) + " → " + area(s.areaAfterMm2(), words),
                        pair(s.de00Before(), s.de00After(), words),
                        s.de00Before() > 0 ? words.signedPercent(s.changePercent()) : "–",
                        words.get("fate." + s.fate().label()),
                        s.fate().label()))
                .toList();
        return new Changed(rows, spots.size() - rows.size());
    }

    /** Whether a spot should be shown to a clinician. */
    static boolean dark(Assessment a) {
        return spots(a).stream().anyMatch(s -> s.kind() == SpotKind.RAISED_OR_VERY_DARK);
    }

    private static List<Mark.Spot> spots(Assessment a) {
        return a.marks().stream()
                .filter(Mark.Spot.class::isInstance)
                .map(Mark.Spot.class::cast)
                .toList();
    }

    private static String place(Point mm, Words words) {
        return words.fixed(mm.x(), 0) + " / " + words.fixed(mm.y(), 0);
    }

    /** A dash for a spot that was too faint there to be found: its outline is that of another photo, and has an area all the same. */
    private static String area(double mm2, Words words) {
        return mm2 > 0 ? words.fixed(mm2, 1) : "–";
    }

    private static String pair(double before, double after, Words words) {
        return words.fixed(before, 1) + " → " + words.fixed(after, 1);
    }
}
