package org.dorsum.compare;

import java.util.List;
import java.util.Optional;
import org.dorsum.image.Affine;
import org.dorsum.image.Point;

/**
 * The map that most of a list of point pairs agree on. Every two pairs give a map of turn, scale and shift; the one with
 * most pairs within a tolerance wins; then least squares over those. No random draws: the same pairs, the same map.
 *
 * @see <a href="https://doi.org/10.1145/358669.358692">Fischler, Bolles 1981</a>, here with every draw
 */
final class ConsensusFit {
    private static final double LARGEST_SCALE = 1.35; // two scale estimates of one hand differ by 20 % at most
    private static final double LARGEST_TURN = Math.toRadians(35); // the hand's axis is known better than that

    private ConsensusFit() {}

    /** A point and where it went. */
    record Pair(Point from, Point to) {}

    /** A map and the pairs that agree with it. */
    record Fit(Affine map, List<Pair> agreeing) {}

    /** The consensus, or nothing if no two pairs give an admissible map. */
    static Optional<Fit> of(List<Pair> pairs, double tolerance) {
        Affine best = null;
        int most = 1;
        for (int i = 0; i < pairs.size(); i++) {
            for (int j = i + 1; j < pairs.size(); j++) {
                Affine map = similarity(pairs.get(i), pairs.get(j));
                if (map != null) {
                    int n = agreeing(pairs, map, tolerance).size();
                    if (n > most) {
                        most = n;
                        best = map;
                    }
                }
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        List<Pair> agreeing = agreeing(pairs, best, tolerance);
        return Optional.of(new Fit(leastSquares(agreeing), agreeing));
    }

    static double distance(Pair pair, Affine map) {
        return map.apply(pair.from()).distanceTo(pair.to());
    }

    private static List<Pair> agreeing(List<Pair> pairs, Affine map, double tolerance) {
        return pairs.stream().filter(p -> distance(p, map) <= tolerance).toList();
    }

    private static @org.jspecify.annotations.Nullable Affine similarity(Pair a, Pair b) {
        Point u = b.from().minus(a.from());
        Point v = b.to().minus(a.to());
        double uu = u.x() * u.x() + u.y() * u.y();
        if (uu == 0) {
            return null;
        }
        double c = (u.x() * v.x() + u.y() * v.y()) / uu;
        double s = (u.x() * v.y() - u.y() * v.x()) / uu;
        double scale = Math.hypot(c, s);
        if (!(scale < LARGEST_SCALE && scale > 1 / LARGEST_SCALE) || Math.abs(Math.atan2(s, c)) > LARGEST_TURN) {
            return null;
        }
        Point t = a.to();
        Point f = a.from();
        return new Affine(c, -s, t.x() - c * f.x() + s * f.y(), s, c, t.y() - s * f.x() - c * f.y());
    }

    /** Turn, scale and shift of least squared distance. */
    private static Affine leastSquares(List<Pair> pairs) {
        double n = pairs.size();
        double fx = pairs.stream().mapToDouble(p -> p.from().x()).sum() / n;
        double fy = pairs.stream().mapToDouble(p -> p.from().y()).sum() / n;
        double tx = pairs.stream().mapToDouble(p -> p.to().x()).sum() / n;
        double ty = pairs.stream().mapToDouble(p -> p.to().y()).sum() / n;
        double dot = 0;
        double cross = 0;
        double norm = 0;
        for (Pair p : pairs) {
            double ux = p.from().x() - fx;
            double uy = p.from().y() - fy;
            double vx = p.to().x() - tx;
            double vy = p.to().y() - ty;
            dot += ux * vx + uy * vy;
            cross += ux * vy - uy * vx;
            norm += ux * ux + uy * uy;
        }
        double c = dot / norm;
        double s = cross / norm;
        return new Affine(c, -s, tx - c * fx + s * fy, s, c, ty - s * fx - c * fy);
    }
}
