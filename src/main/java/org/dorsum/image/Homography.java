package org.dorsum.image;

import java.util.List;
import org.opencv.calib3d.Calib3d;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint2f;

/**
 * A projective map of one plane onto another, as a camera without lens distortion makes it: {@code x' = (xx·x + xy·y + x0) / w},
 * {@code y' = (yx·x + yy·y + y0) / w} with {@code w = wx·x + wy·y + 1}. Immutable.
 */
public record Homography(double xx, double xy, double x0, double yx, double yy, double y0, double wx, double wy) {

    /** Checks that the map is finite and can be inverted. */
    public Homography {
        double d = xx * (yy - y0 * wy) - xy * (yx - y0 * wx) + x0 * (yx * wy - yy * wx);
        if (!(Math.abs(d) > 1e-12 && Math.abs(d) < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a homography is finite and invertible");
        }
    }

    /**
     * The map that brings {@code from} nearest to {@code to}, least squares of the distances; at least four points of
     * which no three lie on a line.
     */
    public static Homography between(List<Point> from, List<Point> to) {
        if (from.size() < 4 || from.size() != to.size()) {
            throw new IllegalArgumentException("a homography needs four pairs of points or more");
        }
        try (Mats mats = new Mats()) {
            Mat h = mats.own(Calib3d.findHomography(points(mats, from), points(mats, to)));
            double[] v = new double[9];
            if (h.empty()) {
                throw new IllegalArgumentException("three of the points lie on a line");
            }
            h.get(0, 0, v);
            return of(v);
        }
    }

    private static MatOfPoint2f points(Mats mats, List<Point> points) {
        MatOfPoint2f m = mats.own(new MatOfPoint2f());
        m.fromArray(points.stream()
                .map(p -> new org.opencv.core.Point(p.x(), p.y()))
                .toArray(org.opencv.core.Point[]::new));
        return m;
    }

    private static Homography of(double[] v) {
        double s = v[8];
        return new Homography(v[0] / s, v[1] / s, v[2] / s, v[3] / s, v[4] / s, v[5] / s, v[6] / s, v[7] / s);
    }

    /** Where {@code p} goes. */
    public Point apply(Point p) {
        double w = wx * p.x() + wy * p.y() + 1;
        return new Point((xx * p.x() + xy * p.y() + x0) / w, (yx * p.x() + yy * p.y() + y0) / w);
    }

    /** The map back. */
    public Homography inverse() {
        return of(new double[] {
            yy - y0 * wy, x0 * wy - xy, xy * y0 - x0 * yy,
            y0 * wx - yx, xx - x0 * wx, x0 * yx - xx * y0,
            yx * wy - yy * wx, xy * wx - xx * wy, xx * yy - xy * yx
        });
    }

    /** The affine map that agrees with this one at {@code p} to first order. */
    public Affine at(Point p) {
        double w = wx * p.x() + wy * p.y() + 1;
        Point q = apply(p);
        double a = (xx - q.x() * wx) / w;
        double b = (xy - q.x() * wy) / w;
        double c = (yx - q.y() * wx) / w;
        double d = (yy - q.y() * wy) / w;
        return new Affine(a, b, q.x() - a * p.x() - b * p.y(), c, d, q.y() - c * p.x() - d * p.y());
    }
}
