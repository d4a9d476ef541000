package org.dorsum.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dorsum.image.Point;

/**
 * A straight line: a point on it and a unit direction.
 */
record Line(Point point, Point direction) {

    static Line through(Point a, Point b) {
        return new Line(a, b.minus(a).times(1 / a.distanceTo(b)));
    }

    /** Perpendicular to the line, the direction turned by 90° from x towards y. */
    Point normal() {
        return new Point(-direction.y(), direction.x());
    }

    /** Signed distance of {@code p} from the line, along the normal. */
    double offset(Point p) {
        Point n = normal();
        return (p.x() - point.x()) * n.x() + (p.y() - point.y()) * n.y();
    }

    /** Sine of the angle to another line, 0 … 1. */
    double sine(Line other) {
        return Math.abs(direction.x() * other.direction.y() - direction.y() * other.direction.x());
    }

    /** Where two lines meet; empty if they are parallel within 0.1°. */
    Optional<Point> meets(Line other) {
        double sine = direction.x() * other.direction.y() - direction.y() * other.direction.x();
        if (Math.abs(sine) < 2e-3) {
            return Optional.empty();
        }
        Point d = other.point.minus(point);
        double t = (d.x() * other.direction.y() - d.y() * other.direction.x()) / sine;
        return Optional.of(point.plus(direction.times(t)));
    }

    /** A line and the root mean square distance of the points it was fitted to, pixels. */
    record Fit(Line line, double rms, int points) {}

    /**
     * The line with the least squared distances (orthogonal regression) to {@code points}, those farther away than 2.5
     * times the median distance left out, five times anew.
     */
    static Fit fitted(List<Point> points) {
        List<Point> kept = points;
        Fit fit = leastSquares(kept);
        for (int round = 0; round < 5; round++) {
            Line line = fit.line();
            double[] distances = points.stream()
                    .mapToDouble(p -> Math.abs(line.offset(p)))
                    .sorted()
                    .toArray();
            double limit = Math.max(0.3, 2.5 * distances[distances.length / 2]);
            kept = new ArrayList<>(points.stream()
                    .filter(p -> Math.abs(line.offset(p)) <= limit)
                    .toList());
            fit = leastSquares(kept);
        }
        return fit;
    }

    private static Fit leastSquares(List<Point> points) {
        double n = points.size();
        double mx = points.stream().mapToDouble(Point::x).sum() / n;
        double my = points.stream().mapToDouble(Point::y).sum() / n;
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (Point p : points) {
            xx += (p.x() - mx) * (p.x() - mx);
            xy += (p.x() - mx) * (p.y() - my);
            yy += (p.y() - my) * (p.y() - my);
        }
        double angle = Math.atan2(2 * xy, xx - yy) / 2;
        Line line = new Line(new Point(mx, my), new Point(Math.cos(angle), Math.sin(angle)));
        double sum = points.stream()
                .mapToDouble(p -> line.offset(p) * line.offset(p))
                .sum();
        return new Fit(line, Math.sqrt(sum / n), points.size());
    }
}
