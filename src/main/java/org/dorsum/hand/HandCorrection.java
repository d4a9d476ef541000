package org.dorsum.hand;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;

/**
 * What a person drew in a photo where the finder erred. Immutable.
 *
 * @param skin outline of the hand, in pixels of the upright photo, if it was drawn
 * @param zones outlines of zones that were drawn, in the same pixels
 */
public record HandCorrection(Optional<Polygon> skin, Map<Zone, Polygon> zones) {
    private static final int MOST_CORNERS = 2000; // a hand's contour at a corner every few pixels

    /** Copies the zones and checks the corners. */
    public HandCorrection {
        Map<Zone, Polygon> copy = new EnumMap<>(Zone.class);
        copy.putAll(zones);
        zones = Collections.unmodifiableMap(copy);
        if (skin.isEmpty() && zones.isEmpty()) {
            throw new IllegalArgumentException("a correction has at least one outline");
        }
        skin.ifPresent(HandCorrection::check);
        zones.values().forEach(HandCorrection::check);
    }

    private static void check(Polygon outline) {
        if (outline.corners().size() > MOST_CORNERS) {
            throw new IllegalArgumentException("an outline has at most " + MOST_CORNERS + " corners");
        }
        for (Point p : outline.corners()) {
            if (!(Math.abs(p.x()) < 1e6 && Math.abs(p.y()) < 1e6)) {
                throw new IllegalArgumentException("a corner lies near the photo, not at " + p.x() + ", " + p.y());
            }
        }
        if (!(outline.area() >= 1)) {
            throw new IllegalArgumentException("an outline encloses something");
        }
    }
}
