package org.dorsum.image;

/**
 * An affine map of the plane: {@code x' = xx·x + xy·y + x0}, {@code y' = yx·x + yy·y + y0}.
 *
 * <p>Immutable; pixel centres are whole numbers, so a change of scale by {@link #scaling} maps centres of corner pixels
 * the way areas do (half a pixel is taken care of).
 */
public record Affine(double xx, double xy, double x0, double yx, double yy, double y0) {

    /** Checks that the map is finite and can be inverted. */
    public Affine {
        double determinant = xx * yy - xy * yx;
        if (!(Math.abs(determinant) > 1e-12) || !(Math.abs(x0) + Math.abs(y0) < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("an affine map is finite and invertible");
        }
    }

    /** The map that leaves every point where it is. */
    public static Affine identity() {
        return new Affine(1, 0, 0, 0, 1, 0);
    }

    /** Shift by (dx, dy). */
    public static Affine shift(double dx, double dy) {
        return new Affine(1, 0, dx, 0, 1, dy);
    }

    /** Turn by {@code radians} about the origin, x axis towards y axis (clockwise on the screen), then scale. */
    public static Affine turnAndScale(double radians, double scale) {
        double c = scale * Math.cos(radians);
        double s = scale * Math.sin(radians);
        return new Affine(c, -s, 0, s, c, 0);
    }

    /** Pixel coordinates of a picture to those of the same picture resized by {@code factor}. */
    public static Affine scaling(double factor) {
        double half = 0.5 * factor - 0.5;
        return new Affine(factor, 0, half, 0, factor, half);
    }

    /** Where {@code p} goes. */
    public Point apply(Point p) {
        return new Point(xx * p.x() + xy * p.y() + x0, yx * p.x() + yy * p.y() + y0);
    }

    /** This map first, {@code next} after it. */
    public Affine then(Affine next) {
        return new Affine(
                next.xx * xx + next.xy * yx,
                next.xx * xy + next.xy * yy,
                next.xx * x0 + next.xy * y0 + next.x0,
                next.yx * xx + next.yy * yx,
                next.yx * xy + next.yy * yy,
                next.yx * x0 + next.yy * y0 + next.y0);
    }

    /** The map back. */
    public Affine inverse() {
        double d = xx * yy - xy * yx;
        return new Affine(yy / d, -xy / d, (xy * y0 - yy * x0) / d, -yx / d, xx / d, (yx * x0 - xx * y0) / d);
    }

    /** Length of the image of a unit length, geometric mean over directions; greater than 0. */
    public double scale() {
        return Math.sqrt(Math.abs(xx * yy - xy * yx));
    }

    /** Whether the map turns a left hand into a right one. */
    public boolean mirrors() {
        return xx * yy - xy * yx < 0;
    }
}
