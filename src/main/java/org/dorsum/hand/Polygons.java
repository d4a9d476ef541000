package org.dorsum.hand;

import java.util.List;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;

/** What is asked of outlines. */
final class Polygons {
    private Polygons() {}

    /** Whether two simple outlines share no point. */
    static boolean apart(Polygon a, Polygon b) {
        double[] boxA = box(a);
        double[] boxB = box(b);
        if (boxA[0] > boxB[2] || boxB[0] > boxA[2] || boxA[1] > boxB[3] || boxB[1] > boxA[3]) {
            return true;
        }
        List<Point> c = a.corners();
        List<Point> d = b.corners();
        for (int i = 0; i < c.size(); i++) {
            for (int j = 0; j < d.size(); j++) {
                if (meet(c.get(i), c.get((i + 1) % c.size()), d.get(j), d.get((j + 1) % d.size()))) {
                    return false;
                }
            }
        }
        return !contains(a, d.get(0)) && !contains(b, c.get(0));
    }

    /** Left, top, right, bottom. */
    private static double[] box(Polygon polygon) {
        double[] box = {
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (Point p : polygon.corners()) {
            box[0] = Math.min(box[0], p.x());
            box[1] = Math.min(box[1], p.y());
            box[2] = Math.max(box[2], p.x());
            box[3] = Math.max(box[3], p.y());
        }
        return box;
    }

    /** Whether two sides cross or touch. */
    private static boolean meet(Point a, Point b, Point c, Point d) {
        double abc = PalmGeometry.cross(b.minus(a), c.minus(a));
        double abd = PalmGeometry.cross(b.minus(a), d.minus(a));
        double cda = PalmGeometry.cross(d.minus(c), a.minus(c));
        double cdb = PalmGeometry.cross(d.minus(c), b.minus(c));
        return abc * abd <= 0 && cda * cdb <= 0;
    }

    /** A polygon of which is asked again and again whether it contains a point. */
    record Area(Polygon polygon, double left, double top, double right, double bottom) {
        static Area of(Polygon polygon) {
            double[] box = box(polygon);
            return new Area(polygon, box[0], box[1], box[2], box[3]);
        }

        boolean contains(Point p) {
            boolean near = p.x() >= left && p.x() <= right && p.y() >= top && p.y() <= bottom;
            return near && Polygons.contains(polygon, p);
        }
    }

    /** Whether {@code p} lies inside, by the number of sides that a ray to the right crosses. */
    static boolean contains(Polygon polygon, Point p) {
        List<Point> c = polygon.corners();
        boolean inside = false;
        for (int i = 0, j = c.size() - 1; i < c.size(); j = i++) {
            Point a = c.get(i);
            Point b = c.get(j);
            if (a.y() > p.y() != b.y() > p.y() && p.x() < (b.x() - a.x()) * (p.y() - a.y()) / (b.y() - a.y()) + a.x()) {
                inside = !inside;
            }
        }
        return inside;
    }
}
