package org.dorsum.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.dorsum.image.Affine;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;

/**
 * Paths with fewer corners that look the same.
 *
 * @see <a href="https://doi.org/10.3138/FM57-6770-U75U-7727">Douglas, Peucker 1973</a> on reducing the points of a line
 */
final class Paths {
    private Paths() {}

    static List<Point> through(List<Point> path, Affine transform) {
        return path.stream().map(transform::apply).toList();
    }

    /** The open path with the corners left out that lie within {@code tolerance} of the chord; both ends stay. */
    static List<Point> simplify(List<Point> path, double tolerance) {
        int n = path.size();
        if (n < 3) {
            return path;
        }
        boolean[] keep = new boolean[n];
        keep[0] = true;
        keep[n - 1] = true;
        Deque<int[]> spans = new ArrayDeque<>();
        spans.push(new int[] {0, n - 1});
        while (!spans.isEmpty()) {
            int[] span = spans.pop();
            int farthest = farthest(path, span[0], span[1], tolerance);
            if (farthest > 0) {
                keep[farthest] = true;
                spans.push(new int[] {span[0], farthest});
                spans.push(new int[] {farthest, span[1]});
            }
        }
        List<Point> kept = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            if (keep[i]) {
                kept.add(path.get(i));
            }
        }
        return kept;
    }

    /** The closed outline simplified in two halves; itself where fewer than three corners would be left. */
    static Polygon simplify(Polygon outline, double tolerance) {
        List<Point> corners = outline.corners();
        int middle = corners.size() / 2;
        List<Point> second = new ArrayList<>(corners.subList(middle, corners.size()));
        second.add(corners.get(0));
        List<Point> kept = new ArrayList<>(simplify(corners.subList(0, middle + 1), tolerance));
        List<Point> rest = simplify(second, tolerance);
        kept.addAll(rest.subList(1, rest.size() - 1));
        return kept.size() < 3 ? outline : new Polygon(kept);
    }

    /** The corner between two others that lies farthest from their chord, if farther than the tolerance; else 0. */
    private static int farthest(List<Point> path, int from, int to, double tolerance) {
        int farthest = 0;
        double most = tolerance;
        for (int i = from + 1; i < to; i++) {
            double d = distance(path.get(i), path.get(from), path.get(to));
            if (d > most) {
                most = d;
                farthest = i;
            }
        }
        return farthest;
    }

    private static double distance(Point p, Point a, Point b) {
        Point along = b.minus(a);
        double length2 = along.x() * along.x() + along.y() * along.y();
        if (length2 == 0) {
            return p.distanceTo(a);
        }
        Point ap = p.minus(a);
        double t = Math.max(0, Math.min(1, (ap.x() * along.x() + ap.y() * along.y()) / length2));
        return p.distanceTo(a.plus(along.times(t)));
    }
}
