package org.dorsum.image;

/**
 * A point of the plane, x to the right and y downwards; the unit (pixels or millimetres) is the owner's. The centre of
 * the top left pixel is (0, 0).
 */
public record Point(double x, double y) {

    /** Checks that both coordinates are finite. */
    public Point {
        if (!(Math.abs(x) < Double.POSITIVE_INFINITY && Math.abs(y) < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a point's coordinates are finite, not (" + x + ", " + y + ")");
        }
    }

    /** Euclidean distance to {@code other}, in the points' own unit. */
    public double distanceTo(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }

    /** The sum of the two position vectors. */
    public Point plus(Point other) {
        return new Point(x + other.x, y + other.y);
    }

    /** The vector from {@code other} to this point. */
    public Point minus(Point other) {
        return new Point(x - other.x, y - other.y);
    }

    /** The position vector times {@code factor}. */
    public Point times(double factor) {
        return new Point(x * factor, y * factor);
    }
}
