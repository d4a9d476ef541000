package org.dorsum.compare;

import java.util.List;
import org.dorsum.image.Polygon;

/**
 * Where on the hand what has changed. Immutable.
 *
 * @param spots one by one, measured within one outline in all photos
 * @param relief squares of skin that all photos show; empty where relief could not be compared
 */
public record ChangeMap(List<SpotChange> spots, List<Square> relief) {

    /**
     * Change of relief on a square of 5 mm, taken together with its neighbours: one alone moves by a fifth when the hand is
     * photographed again.
     *
     * @param outline in pixels of the first earlier photo
     * @param changePercent of the roughness index, median over the square and the up to eight around it
     */
    public record Square(Polygon outline, double changePercent) {}

    /** Copies the lists. */
    public ChangeMap {
        spots = List.copyOf(spots);
        relief = List.copyOf(relief);
    }

    /** Nothing to draw. */
    public static ChangeMap none() {
        return new ChangeMap(List.of(), List.of());
    }
}
