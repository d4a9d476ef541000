package org.dorsum.hand;

import java.util.List;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;

/** What is asked of outlines. */
final class Polygons {
    private Polygons() {}

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
