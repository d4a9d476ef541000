package org.dorsum.reference;

import org.dorsum.image.Affine;
import org.dorsum.image.Homography;
import org.dorsum.image.Point;

/**
 * How a flat object of known size lies in a photo, and so how large a millimetre of its plane is anywhere in the photo.
 * Immutable.
 *
 * <p>The scale at a point is the geometric mean of the two singular values of the map's Jacobian there: the root of how much
 * an area is enlarged. Far from the object it hangs on the object's perspective, which a small object hardly shows: where the
 * scale changes over the object by less than three standard errors of that change, the scale at the object's centre holds
 * everywhere.
 *
 * @param toPhoto millimetres on the object, origin at its top left corner, to pixels of the upright photo
 * @param widthMm of the object, greater than 0
 * @param heightMm of the object, greater than 0
 * @param errorPx standard error of a corner's position, pixels, greater than 0
 */
public record PlaneView(Homography toPhoto, double widthMm, double heightMm, double errorPx) {
    private static final double SIGNIFICANT = 3; // standard errors: chance alone exceeds it in one photo of 300

    /** Checks the numbers. */
    public PlaneView {
        if (!(widthMm > 0 && heightMm > 0 && errorPx > 0)) {
            throw new IllegalArgumentException("sizes and errors are greater than 0");
        }
    }

    /** Pixels per millimetre at the object's centre, greater than 0. */
    public double pixelsPerMm() {
        return scale(new Point(widthMm / 2, heightMm / 2));
    }

    /** Pixels per millimetre of the object's plane at {@code place}, pixels of the photo; greater than 0. */
    public double pixelsPerMmAt(Point place) {
        return perspectiveShows() ? scale(toPhoto.inverse().apply(place)) : pixelsPerMm();
    }

    /** Standard error of {@link #pixelsPerMmAt} as a share of it, at least 0: that of the corners alone. */
    public double relativeErrorAt(Point place) {
        double sizePx = Math.sqrt(widthMm * heightMm) * pixelsPerMm();
        double there = errorPx / sizePx;
        if (!perspectiveShows()) {
            return there;
        }
        Point centre = toPhoto.apply(new Point(widthMm / 2, heightMm / 2));
        return Math.hypot(there, slopeError() * centre.distanceTo(place) / sizePx);
    }

    /**
     * Angle between the object's normal and the optical axis, degrees, 0 … 90. At the point where the axis meets the photo,
     * which is its centre unless it was cropped, a tilt by θ shortens lengths in its direction by cos θ whatever the
     * focal length: the ratio of the Jacobian's singular values there.
     *
     * @param photoCentre in pixels of the upright photo
     */
    public double tiltDegrees(Point photoCentre) {
        Point at = perspectiveShows() ? toPhoto.inverse().apply(photoCentre) : new Point(widthMm / 2, heightMm / 2);
        Affine j = toPhoto.at(at);
        double sum = j.xx() * j.xx() + j.xy() * j.xy() + j.yx() * j.yx() + j.yy() * j.yy();
        double product = 2 * j.scale() * j.scale();
        double difference = Math.sqrt(Math.max(0, sum * sum - product * product));
        return Math.toDegrees(Math.acos(Math.sqrt(Math.max(0, (sum - difference) / (sum + difference)))));
    }

    private double scale(Point onObject) {
        return toPhoto.at(onObject).scale();
    }

    private boolean perspectiveShows() {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (Point p : new Point[] {
            new Point(0, 0), new Point(widthMm, 0), new Point(widthMm, heightMm), new Point(0, heightMm)
        }) {
            double s = scale(p);
            least = Math.min(least, s);
            most = Math.max(most, s);
        }
        return most / least - 1 > SIGNIFICANT * slopeError();
    }

    /** Standard error of the relative change of scale over the object: two opposite sides, two corners each. */
    private double slopeError() {
        return 2 * errorPx / (Math.sqrt(widthMm * heightMm) * pixelsPerMm());
    }
}
