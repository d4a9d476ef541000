package org.dorsum.compare;

import java.util.Locale;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;

/**
 * One pigmented spot in two sessions, measured within the same outline in all photos. Immutable.
 *
 * @param outline in pixels of the first earlier photo
 * @param positionMm its centre in the hand's own coordinates
 * @param areaBeforeMm2 mean area found in the earlier session's photos, 0 where none showed it
 * @param areaAfterMm2 the same, later
 * @param de00Before colour difference to the skin around it within the common outline, CIEDE2000, below 0 where lighter
 * @param de00After the same, later, under the earlier photo's light
 */
public record SpotChange(
        Polygon outline,
        Point positionMm,
        double areaBeforeMm2,
        double areaAfterMm2,
        double de00Before,
        double de00After,
        Fate fate) {

    /** What became of a spot. */
    public enum Fate {
        /** As before, as far as two photos can tell. */
        UNCHANGED,
        /** Paler by more than photographing again explains. */
        FADED,
        /** No longer stands out. */
        GONE,
        /** Darker or larger by more than photographing again explains. */
        GROWN,
        /** Stands out now and did not before. */
        NEW;

        /** The name in files: lower case. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Change of area times contrast, percent; the outline being one, that is the change of contrast. */
    public double changePercent() {
        return 100 * (de00After - de00Before) / de00Before;
    }
}
