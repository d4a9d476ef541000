package org.dorsum.measure;

import java.util.List;
import org.dorsum.hand.Zone;
import org.dorsum.image.Affine;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;

/** Something that was found and where, for drawing and for lists. Positions are in pixels of the upright photo. */
public sealed interface Mark {

    /**
     * A pigmented spot.
     *
     * @param outline in pixels of the upright photo
     * @param areaMm2 greater than 0
     * @param diameterMm of the disc of the same area
     * @param contrastDe00 colour difference to the ring of skin around it, CIEDE2000
     * @param contrastItaDeg individual typology angle less that of the ring, degrees; below 0 for what is darker
     * @param roundness 1 for a disc, towards 0 for what is long or ragged
     * @param kind by size and darkness
     * @param positionMm its centre in the hand's own coordinates: where to look for it next time
     */
    record Spot(
            Polygon outline,
            double areaMm2,
            double diameterMm,
            double contrastDe00,
            double contrastItaDeg,
            double roundness,
            SpotKind kind,
            Point positionMm)
            implements Mark {}

    /**
     * A line of the skin.
     *
     * @param path in pixels of the upright photo, at least two points
     * @param lengthMm greater than 0
     * @param widthMm full width at half depth; holds the photo's own blur
     * @param contrastPercent depth below the flanks, percent of luminance
     * @param directionDegrees from across the hand (0) over along it (90), 0 … 180
     * @param zone where it lies
     * @param kind what sort of line it is
     */
    record Line(
            List<Point> path,
            double lengthMm,
            double widthMm,
            double contrastPercent,
            double directionDegrees,
            Zone zone,
            LineKind kind)
            implements Mark {
        /** Copies the path. */
        public Line {
            path = List.copyOf(path);
        }
    }

    /**
     * A hair over the skin.
     *
     * @param path in pixels of the upright photo, at least two points
     * @param lengthMm greater than 0
     * @param bright whether it is brighter than the skin: white or grey
     * @param confidence that it is a hair and no line of the skin, 0.5 … 1
     */
    record Hair(List<Point> path, double lengthMm, boolean bright, double confidence) implements Mark {
        /** Copies the path. */
        public Hair {
            path = List.copyOf(path);
        }
    }

    /**
     * An area of skin of another colour, or one that a clinician should see.
     *
     * @param kind what it stands out by
     * @param outline in pixels of the upright photo
     * @param areaMm2 greater than 0
     * @param contrastDe00 colour difference to the skin it is compared with, CIEDE2000, at least 0
     */
    record Area(AreaKind kind, Polygon outline, double areaMm2, double contrastDe00) implements Mark {}

    /** Points of the laid-out planes seen in the photo. */
    static List<Point> through(List<Point> points, Affine toPhoto) {
        return points.stream().map(toPhoto::apply).toList();
    }
}
