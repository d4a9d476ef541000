package org.dorsum.clinic.work;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dorsum.hand.HandCorrection;
import org.dorsum.hand.Zone;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;

/** Drawn outlines as text for a column: {@code {"hand": [[x, y], …], "dorsum": …}}. */
final class CorrectionText {
    private static final String HAND = "hand";

    private CorrectionText() {}

    static String of(HandCorrection correction) {
        Map<String, List<List<Double>>> tree = new LinkedHashMap<>();
        correction.skin().ifPresent(o -> tree.put(HAND, points(o)));
        correction.zones().forEach((zone, o) -> tree.put(zone.label(), points(o)));
        return FindingsText.json(tree);
    }

    private static List<List<Double>> points(Polygon outline) {
        return outline.corners().stream().map(p -> List.of(p.x(), p.y())).toList();
    }

    static HandCorrection read(String text) {
        Optional<Polygon> hand = Optional.empty();
        Map<Zone, Polygon> zones = new EnumMap<>(Zone.class);
        for (Map.Entry<String, List<List<Double>>> e : FindingsText.read(
                        text, new TypeReference<Map<String, List<List<Double>>>>() {})
                .entrySet()) {
            Polygon outline = new Polygon(e.getValue().stream()
                    .map(p -> new Point(p.get(0), p.get(1)))
                    .toList());
            if (e.getKey().equals(HAND)) {
                hand = Optional.of(outline);
            } else {
                zones.put(Zone.valueOf(e.getKey().toUpperCase(Locale.ROOT)), outline);
            }
        }
        return new HandCorrection(hand, zones);
    }
}
