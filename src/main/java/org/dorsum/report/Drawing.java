package org.dorsum.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dorsum.assess.Assessment;
import org.dorsum.hand.Hand;
import org.dorsum.hand.Zone;
import org.dorsum.image.Affine;
import org.dorsum.image.Mask;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;
import org.dorsum.image.Regions;
import org.dorsum.image.Resampling;
import org.dorsum.measure.AreaKind;
import org.dorsum.measure.LineKind;
import org.dorsum.measure.Mark;

/**
 * What is drawn over a photo, in pixels of the view, thinned out to what can be seen there. Immutable.
 *
 * @param hand closed outlines of the hand's skin
 * @param zones closed outline of the back of the hand
 * @param parts closed outlines of knuckles and finger segments
 * @param points key points of the hand
 * @param lines open paths of lines; the skin's own furrows, which hardly stand out, are not drawn
 * @param hairs open paths
 * @param spots closed outlines
 * @param areas closed outlines of patches of another colour
 * @param suspects closed outlines of what a clinician should see
 */
record Drawing(
        List<Polygon> hand,
        List<Polygon> zones,
        List<Polygon> parts,
        List<Point> points,
        List<List<Point>> lines,
        List<List<Point>> hairs,
        List<Polygon> spots,
        List<Polygon> areas,
        List<Polygon> suspects) {
    private static final int LONGEST_MASK_SIDE = 1600;
    private static final double OUTLINE_TOLERANCE = 1.0; // pixels of the view: steps of the mask's pixels go
    private static final double PATH_TOLERANCE = 0.4; // pixels of the view: thinner than any stroke
    private static final double SMALLEST_PART = 0.002; // of the view: specks of the mask would only be noise on paper

    /** Zone and lines alone. */
    Drawing linesOnly() {
        return new Drawing(List.of(), zones, List.of(), List.of(), lines, hairs, List.of(), List.of(), List.of());
    }

    /** Zone, spots and areas alone. */
    Drawing spotsOnly() {
        return new Drawing(List.of(), zones, List.of(), List.of(), List.of(), List.of(), spots, areas, suspects);
    }

    /** The marks of {@code assessment} in a view of its photo. */
    static Drawing of(Assessment assessment, Affine photoToView) {
        List<List<Point>> lines = new ArrayList<>();
        List<List<Point>> hairs = new ArrayList<>();
        List<Polygon> spots = new ArrayList<>();
        List<Polygon> areas = new ArrayList<>();
        List<Polygon> suspects = new ArrayList<>();
        for (Mark mark : assessment.marks()) {
            if (mark instanceof Mark.Line line && line.kind() != LineKind.FURROW) {
                lines.add(Paths.simplify(Paths.through(line.path(), photoToView), PATH_TOLERANCE));
            } else if (mark instanceof Mark.Hair hair) {
                hairs.add(Paths.simplify(Paths.through(hair.path(), photoToView), PATH_TOLERANCE));
            } else if (mark instanceof Mark.Spot spot) {
                spots.add(Paths.simplify(spot.outline().through(photoToView), PATH_TOLERANCE));
            } else if (mark instanceof Mark.Area area) {
                (area.kind() == AreaKind.SUSPECT ? suspects : areas)
                        .add(Paths.simplify(area.outline().through(photoToView), PATH_TOLERANCE));
            }
        }
        // Of a rejected photo only the outline is shown: zones and key points would look as if they had been used.
        Optional<Hand> hand = assessment.hand();
        Optional<Hand> measured = hand.filter(h -> assessment.status() == Assessment.Status.MEASURED);
        return new Drawing(
                hand.map(h -> outlines(h.skin(), photoToView)).orElse(List.of()),
                measured.map(h -> zones(h, photoToView, true)).orElse(List.of()),
                measured.map(h -> zones(h, photoToView, false)).orElse(List.of()),
                measured.map(Hand::landmarks).orElse(List.of()).stream()
                        .map(l -> photoToView.apply(l.position()))
                        .toList(),
                List.copyOf(lines),
                List.copyOf(hairs),
                List.copyOf(spots),
                List.copyOf(areas),
                List.copyOf(suspects));
    }

    private static List<Polygon> zones(Hand hand, Affine photoToView, boolean dorsum) {
        Map<Zone, Polygon> inOrder = new TreeMap<>(hand.zones());
        return inOrder.entrySet().stream()
                .filter(e -> (e.getKey() == Zone.DORSUM) == dorsum)
                .map(e -> Paths.simplify(e.getValue().through(photoToView), PATH_TOLERANCE))
                .toList();
    }

    private static List<Polygon> outlines(Mask skin, Affine photoToView) {
        double factor = Math.min(1, (double) LONGEST_MASK_SIDE / Math.max(skin.width(), skin.height()));
        Mask small = factor == 1
                ? skin
                : Resampling.resize(skin, Math.max(1, (int) Math.round(skin.width() * factor)), Math.max(1, (int)
                        Math.round(skin.height() * factor)));
        Affine toView = Affine.scaling((double) skin.width() / small.width()).then(photoToView);
        double smallest = SMALLEST_PART * small.width() * small.height();
        return Regions.outlines(small).stream()
                .filter(o -> o.area() >= smallest)
                .map(o -> Paths.simplify(o.through(toView), OUTLINE_TOLERANCE))
                .toList();
    }
}
