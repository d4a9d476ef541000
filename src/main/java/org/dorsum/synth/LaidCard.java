package org.dorsum.synth;

import java.util.List;
import java.util.stream.Stream;
import org.dorsum.image.Point;
import org.dorsum.reference.CardLayout;
import org.dorsum.reference.CardPicture;

/**
 * Dorsum's card on the surface beside the little finger, its top towards the fingertips.
 *
 * @param left its edge nearest to the hand, mm in the hand's frame
 * @param bottom its edge nearest to the wrist
 * @param mirrored whether the hand's frame appears mirrored in the picture, as of left hands: a card never is
 */
record LaidCard(double left, double bottom, boolean mirrored) {
    private static final double NEAR = 64; // mm of a mean hand from the middle finger to the card: fingers may spread
    private static final double WRIST = 8; // mm
    private static final double DRAWN = 8; // pixels a millimetre
    private static final Backdrop.Picture PICTURE = new Backdrop.Picture(CardPicture.of(DRAWN), DRAWN);

    /** Beside the hand of a scene. */
    static LaidCard beside(Anatomy anatomy, boolean mirrored) {
        return new LaidCard(NEAR * anatomy.scale(), WRIST, mirrored);
    }

    /** Its colour at a point of the surface, linear light, into {@code rgb}; false where there is no card. */
    boolean colour(double x, double y, double[] rgb) {
        double u = mirrored ? left + CardLayout.WIDTH_MM - x : x - left;
        double v = bottom + CardLayout.HEIGHT_MM - y;
        if (u < 0 || v < 0 || u >= CardLayout.WIDTH_MM || v >= CardLayout.HEIGHT_MM) {
            return false;
        }
        PICTURE.colour(u - 0.5 / DRAWN, v - 0.5 / DRAWN, 0, rgb);
        return true;
    }

    /** Its corners in a picture, from its own top left one clockwise, pixels. */
    List<Point> corners(Camera camera, double z) {
        double near = mirrored ? left + CardLayout.WIDTH_MM : left;
        double far = mirrored ? left : left + CardLayout.WIDTH_MM;
        double top = bottom + CardLayout.HEIGHT_MM;
        return Stream.of(new Vec(near, top, z), new Vec(far, top, z), new Vec(far, bottom, z), new Vec(near, bottom, z))
                .map(camera::project)
                .toList();
    }
}
