package org.dorsum.hand;

import org.dorsum.image.Affine;
import org.dorsum.image.Point;

/**
 * The hand's own coordinates: origin at the centre of the back of the hand, y axis from the wrist towards the fingers,
 * unit 1 mm; x completes it as seen in the photo (to the right when the fingers point down in a picture whose y axis
 * points down, that is: x is y turned by −90°).
 *
 * @param origin centre of the back of the hand, in pixels of the upright photo
 * @param direction angle of the wrist-to-fingers axis in the photo, radians, 0 along x, growing towards y (clockwise on
 *     the screen)
 */
public record HandFrame(Point origin, double direction) {

    /** Coordinates in millimetres on the hand to pixels of the upright photo. */
    public Affine toPhoto(Scale scale) {
        return Affine.turnAndScale(direction - Math.PI / 2, scale.pixelsPerMm())
                .then(Affine.shift(origin.x(), origin.y()));
    }
}
