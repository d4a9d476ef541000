package org.dorsum.synth;

import org.dorsum.image.Point;

/**
 * A pinhole camera in the hand's frame. Pixel (px, py) sees along {@code forward + right·(px − cx)/focal + down·(py −
 * cy)/focal}.
 *
 * @param eye mm
 * @param right unit vector towards larger columns; left-handed with the others when the picture shows a left hand
 * @param down unit vector towards larger rows
 * @param forward unit vector along the optical axis
 * @param focal pixels
 */
record Camera(Vec eye, Vec right, Vec down, Vec forward, double focal, double cx, double cy, int width, int height) {

    /**
     * A camera that looks at a point of the hand.
     *
     * @param target where the optical axis meets the hand, mm
     * @param offsetX column at which the target appears, as share of the width from the middle
     * @param offsetY row, as share of the height from the middle
     * @param turn direction of the fingers in the picture, radians, 0 up, clockwise
     * @param tiltX lean of the axis about the picture's x axis, radians
     * @param tiltY about its y axis
     * @param palm whether the camera looks at the palm
     * @param mirror whether the hand is a left one
     */
    static Camera lookAt(
            Vec target,
            double pixelsPerMm,
            double distance,
            double offsetX,
            double offsetY,
            double turn,
            double tiltX,
            double tiltY,
            boolean palm,
            boolean mirror,
            int width,
            int height) {
        double s = palm ? -1 : 1;
        Vec forward = new Vec(
                        StrictMath.sin(tiltY),
                        StrictMath.sin(tiltX),
                        -s * StrictMath.cos(tiltX) * StrictMath.cos(tiltY))
                .unit();
        Vec up = new Vec(0, 1, 0);
        Vec right0 = forward.cross(up).unit();
        Vec down0 = forward.cross(right0).unit();
        if (mirror) {
            right0 = right0.times(-1);
        }
        double c = StrictMath.cos(turn);
        double n = StrictMath.sin(turn);
        // Turning the picture clockwise by `turn` turns the camera's axes the other way.
        Vec right = right0.times(c).minus(down0.times(n));
        Vec down = down0.times(c).plus(right0.times(n));
        Vec eye = target.minus(forward.times(distance));
        return new Camera(
                eye,
                right,
                down,
                forward,
                pixelsPerMm * distance,
                (0.5 + offsetX) * width,
                (0.5 + offsetY) * height,
                width,
                height);
    }

    /** Distance of a point from the eye along the optical axis, mm. */
    double depth(Vec p) {
        return p.minus(eye).dot(forward);
    }

    /** Where a point appears, pixels. */
    Point project(Vec p) {
        Vec d = p.minus(eye);
        double z = d.dot(forward);
        return new Point(cx + focal * d.dot(right) / z, cy + focal * d.dot(down) / z);
    }

    /** The direction in which a pixel looks, of length 1 along the optical axis. */
    Vec ray(double px, double py) {
        double a = (px - cx) / focal;
        double b = (py - cy) / focal;
        return forward.plus(right.times(a)).plus(down.times(b));
    }
}
