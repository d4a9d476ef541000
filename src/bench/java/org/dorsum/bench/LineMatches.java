package org.dorsum.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dorsum.image.Affine;
import org.dorsum.image.Point;
import org.dorsum.measure.Mark;

/** Widths and contrasts of found lines beside widths and depths of the true lines that at least half of them follow. */
final class LineMatches {
    private static final double LEAST_SHARE = 0.5;
    private static final int EVERY = 3; // points looked at: they lie half a pixel apart

    private final double nearMm;
    private final List<double[]> widths = new ArrayList<>();
    private final List<double[]> depths = new ArrayList<>();

    LineMatches(double nearMm) {
        this.nearMm = nearMm;
    }

    /** Adds a found line, {@code points} on the laid-out skin, if a true line runs along it. */
    void add(Mark.Line found, List<Point> points, List<RenderedLines.Line> truth, Affine toSkin, double pixelsPerMm) {
        double most = LEAST_SHARE;
        RenderedLines.Line best = null;
        for (RenderedLines.Line line : truth) {
            List<Point> path = line.path().stream().map(toSkin::apply).toList();
            int n = 0;
            int near = 0;
            for (int i = 0; i < points.size(); i += EVERY, n++) {
                near += distance(points.get(i), path) <= nearMm * pixelsPerMm ? 1 : 0;
            }
            if (n > 0 && near >= most * n) {
                most = (double) near / n;
                best = line;
            }
        }
        if (best != null) {
            widths.add(new double[] {best.widthMm(), found.widthMm()});
            depths.add(new double[] {best.depthMm(), found.contrastPercent()});
        }
    }

    private static double distance(Point p, List<Point> path) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < path.size(); i++) {
            Point a = path.get(i - 1);
            Point d = path.get(i).plus(a.times(-1));
            Point e = p.plus(a.times(-1));
            double length2 = d.x() * d.x() + d.y() * d.y();
            double t = length2 > 0 ? Math.max(0, Math.min(1, (e.x() * d.x() + e.y() * d.y()) / length2)) : 0;
            least = Math.min(least, p.distanceTo(a.plus(d.times(t))));
        }
        return least;
    }

    void print() {
        System.out.printf(
                Locale.ROOT,
                "%d found lines follow a true one: rank correlation of width %.2f, of contrast with depth %.2f%n",
                widths.size(),
                LineAccuracy.rank(widths),
                LineAccuracy.rank(depths));
    }
}
