package org.dorsum.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dorsum.image.Homography;
import org.dorsum.image.Markers;
import org.dorsum.image.Markers.Marker;
import org.dorsum.image.Point;
import org.dorsum.image.RgbImage;

/**
 * Bare ArUco markers of stated side in a photo, of the dictionaries 4×4_50, 5×5, 6×6 and original. The largest stands for
 * all: what is farther away from the camera or tilted away is smaller.
 */
public final class SquareMarkers {
    private static final List<Markers.Dictionary> DICTIONARIES = List.of(Markers.Dictionary.values());
    private static final double SMALLEST_PX = 24; // side: below it a corner's error is more than 1 % of the scale
    private static final double ERROR_PX = 0.25; // of a corner: blur moves the corners of a lone square inwards

    private SquareMarkers() {}

    /** The marker in the picture that is seen largest, if there is one, as a square of {@code sideMm}. */
    public static Optional<PlaneView> find(RgbImage image, double sideMm) {
        List<PlaneView> views = new ArrayList<>();
        List<Point> mm =
                List.of(new Point(0, 0), new Point(sideMm, 0), new Point(sideMm, sideMm), new Point(0, sideMm));
        for (Marker m : Markers.find(image, DICTIONARIES)) {
            PlaneView view = new PlaneView(Homography.between(mm, m.corners()), sideMm, sideMm, ERROR_PX);
            if (view.pixelsPerMm() * sideMm >= SMALLEST_PX) {
                views.add(view);
            }
        }
        return views.stream().max(Comparator.comparingDouble(PlaneView::pixelsPerMm));
    }
}
