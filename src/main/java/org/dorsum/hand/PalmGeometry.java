package org.dorsum.hand;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.dorsum.image.Mask;
import org.dorsum.image.Morphology;
import org.dorsum.image.Plane;
import org.dorsum.image.Point;
import org.dorsum.image.Regions;
import org.dorsum.stats.Quantiles;

/**
 * Where the middle of the hand lies, which way the fingers point and how large the hand is, from its silhouette. Chosen for
 * repeating well when the same hand is photographed again with fingers spread or closed: sums over many pixels rather than
 * single contour points.
 *
 * @param solid the silhouette, holes filled
 * @param inside how far within the silhouette each pixel lies, the frame being an edge ({@link Morphology#distanceToOutside})
 * @param centre of the largest inscribed circle, pixels of {@code solid}
 * @param radius of that circle, pixels
 * @param axis unit vector from the wrist towards the fingers
 * @param size root of the silhouette's area from half a radius behind the centre to the fingertips and at most 1.1 radii
 *     to either side (so without forearm and thumb), pixels
 * @param anchor point on the axis near the knuckles: it moves with the fingertips more than with the inscribed circle,
 *     which slides along the palm
 */
record PalmGeometry(Mask solid, Plane inside, Point centre, double radius, Point axis, double size, Point anchor) {
    /** Size at which the silhouette is measured: a pixel is about 0.6 mm on a hand that fills the photo. */
    static final int LONG_SIDE = 384;

    private static final double RING_GAP = 0.016; // of the long side, as in Parts
    private static final int BEYOND = 40; // pixels by which an arm that leaves the photo is continued
    private static final double PLATEAU = 0.97; // of the largest radius: the circles whose centres are averaged
    private static final double LEAST_WRIST = 0.5; // of the radius: a shorter contact with the frame is a fingertip
    private static final double NEAR_WRIST = 2.5; // radii from the palm's centre
    private static final double ASIDE = 0.2; // cosine: a thumb alone points up to 75 degrees aside of the fingers
    private static final double FINGERTIP = 0.997; // quantile: all but a nail's corner
    private static final double TOWARDS_TIPS = 0.8; // share of the anchor that follows the fingertips

    /** Measures the largest part of {@code hand}; empty if nothing of a hand's shape is there. */
    static Optional<PalmGeometry> of(Mask hand) {
        Mask solid = solid(hand);
        if (solid.count() < 200) {
            return Optional.empty();
        }
        ForkJoinTask<Plane> inside = ForkJoinPool.commonPool().submit(() -> Morphology.distanceToOutside(solid));
        try {
            Plane depth = depthWithArm(solid);
            ThinParts thin = ThinParts.of(solid, deepest(depth, new Point(0, 0), Double.POSITIVE_INFINITY));
            Point palm = thin.palm(depth);
            double radius = deepest(depth, palm, depth.at((int) palm.x(), (int) palm.y()));
            Point centre = centre(depth, palm, radius);
            Point axis = axis(solid, thin, centre, radius);
            return measured(solid, inside, centre, radius, axis);
        } finally {
            inside.quietlyJoin(); // nothing goes on behind a result
        }
    }

    private static Optional<PalmGeometry> measured(
            Mask solid, ForkJoinTask<Plane> inside, Point centre, double radius, Point axis) {
        int area = 0;
        double[] heights = new double[solid.count()];
        int n = 0;
        for (int y = 0; y < solid.height(); y++) {
            for (int x = 0; x < solid.width(); x++) {
                if (solid.at(x, y)) {
                    double dx = x - centre.x(); // without objects: this is asked of each pixel
                    double dy = y - centre.y();
                    double along = dx * axis.x() + dy * axis.y();
                    double across = Math.abs(axis.x() * dy - axis.y() * dx);
                    area += along > -0.5 * radius && across < 1.1 * radius ? 1 : 0;
                    if (across < 1.2 * radius) {
                        heights[n++] = along;
                    }
                }
            }
        }
        if (n == 0 || area == 0) {
            return Optional.empty();
        }
        double tip = Quantiles.at(Arrays.copyOf(heights, n), (int) (FINGERTIP * (n - 1)));
        double size = Math.sqrt(area);
        Point anchor = centre.plus(axis.times(TOWARDS_TIPS * (tip - size)));
        return Optional.of(new PalmGeometry(solid, inside.join(), centre, radius, axis, size, anchor));
    }

    /** The largest part, fingers beyond a ring joined to it, holes filled. */
    static Mask solid(Mask hand) {
        Mask joined = Regions.label(hand).regions().size() > 1
                ? Morphology.close(hand, RING_GAP * Math.max(hand.width(), hand.height()))
                : hand;
        return Regions.fillHoles(Regions.largest(joined), hand.width() * hand.height());
    }

    /** Distance to the outside, where the frame is no edge: an arm that leaves the photo goes on as it leaves. */
    private static Plane depthWithArm(Mask solid) {
        int w = solid.width();
        int h = solid.height();
        Mask wide = Mask.of(
                w + 2 * BEYOND,
                h + 2 * BEYOND,
                (x, y) -> solid.at(Math.max(0, Math.min(w - 1, x - BEYOND)), Math.max(0, Math.min(h - 1, y - BEYOND))));
        Plane depth = Morphology.distanceToOutside(wide);
        return Plane.of(w, h, (x, y) -> depth.at(x + BEYOND, y + BEYOND));
    }

    /** Largest depth within {@code distance} of {@code place}. */
    private static double deepest(Plane depth, Point place, double distance) {
        double most = 0;
        for (int y = 0; y < depth.height(); y++) {
            for (int x = 0; x < depth.width(); x++) {
                double dx = x - place.x();
                double dy = y - place.y();
                if (dx * dx + dy * dy <= distance * distance) {
                    most = Math.max(most, depth.at(x, y));
                }
            }
        }
        return most;
    }

    private static Point centre(Plane depth, Point palm, double radius) {
        double sx = 0;
        double sy = 0;
        int n = 0;
        for (int y = 0; y < depth.height(); y++) {
            for (int x = 0; x < depth.width(); x++) {
                if (depth.at(x, y) > PLATEAU * radius && Math.hypot(x - palm.x(), y - palm.y()) <= 2 * radius) {
                    sx += x;
                    sy += y;
                    n++;
                }
            }
        }
        return new Point(sx / n, sy / n);
    }

    private static Point axis(Mask solid, ThinParts thin, Point centre, double radius) {
        Point axis = firstAxis(solid, thin, centre, radius);
        for (int round = 0; round < 4; round++) { // towards the middle of the fingers, thumb left out
            double sumX = 0;
            double sumY = 0;
            int n = 0;
            for (int y = 0; y < solid.height(); y++) {
                for (int x = 0; x < solid.width(); x++) {
                    if (solid.at(x, y)) {
                        double dx = x - centre.x();
                        double dy = y - centre.y();
                        double along = dx * axis.x() + dy * axis.y();
                        double across = Math.abs(axis.x() * dy - axis.y() * dx);
                        if (along > 1.2 * radius && along < 4.2 * radius && across < 0.9 * along) {
                            sumX += dx;
                            sumY += dy;
                            n++;
                        }
                    }
                }
            }
            if (n < 20) {
                break;
            }
            axis = unit(new Point(sumX, sumY));
        }
        return axis;
    }

    /**
     * Away from the wrist on the frame, or towards the farther end of the silhouette where the arm ends in a sleeve. A wrist
     * far away belongs to a forearm that may be bent, and the farther end may be an elbow: there the thin parts overrule a
     * direction that leaves them aside or behind. (They do not give it by themselves: of a closed hand only the thumb is thin.)
     */
    private static Point firstAxis(Mask solid, ThinParts thin, Point centre, double radius) {
        Optional<Point> wrist = wrist(solid, radius);
        Point base = wrist.map(w -> unit(centre.minus(w))).orElseGet(() -> fartherEnd(solid, centre, radius));
        boolean near = wrist.isPresent() && wrist.get().distanceTo(centre) < NEAR_WRIST * radius;
        Point fingers = thin.offsetFrom(centre, radius);
        double length = Math.hypot(fingers.x(), fingers.y());
        boolean overruled = thin.telling() && length > 0.5 * radius && dot(fingers, base) < ASIDE * length;
        return !near && overruled ? unit(fingers) : base;
    }

    /** Middle of the longest stretch of the frame that the silhouette touches, if it is broad enough for a wrist. */
    private static Optional<Point> wrist(Mask solid, double radius) {
        int w = solid.width();
        int h = solid.height();
        int length = 2 * (w + h) - 4;
        int best = 0;
        int bestEnd = 0;
        int run = 0;
        for (int i = 0; i < 2 * length; i++) { // twice around, so that a stretch over the start is whole
            int[] p = framePixel(i % length, w, h);
            run = solid.at(p[0], p[1]) ? Math.min(run + 1, length) : 0;
            if (run > best) {
                best = run;
                bestEnd = i;
            }
        }
        if (best <= LEAST_WRIST * radius) {
            return Optional.empty();
        }
        double sx = 0;
        double sy = 0;
        for (int i = bestEnd - best + 1; i <= bestEnd; i++) {
            int[] p = framePixel((i + length) % length, w, h);
            sx += p[0];
            sy += p[1];
        }
        return Optional.of(new Point(sx / best, sy / best));
    }

    /** The i-th pixel of the frame, clockwise from the top left. */
    private static int[] framePixel(int i, int w, int h) {
        if (i < w) {
            return new int[] {i, 0};
        }
        if (i < w + h - 1) {
            return new int[] {w - 1, i - w + 1};
        }
        if (i < 2 * w + h - 2) {
            return new int[] {2 * w + h - 3 - i, h - 1};
        }
        return new int[] {0, 2 * (w + h) - 4 - i};
    }

    /** Where most of the silhouette beyond the palm lies: closed fingers, if the arm ends in a sleeve. */
    private static Point fartherEnd(Mask solid, Point centre, double radius) {
        double sumX = 0;
        double sumY = 0;
        for (int y = 0; y < solid.height(); y++) {
            for (int x = 0; x < solid.width(); x++) {
                double dx = x - centre.x();
                double dy = y - centre.y();
                if (solid.at(x, y) && dx * dx + dy * dy > 1.69 * radius * radius) {
                    sumX += dx;
                    sumY += dy;
                }
            }
        }
        return unit(new Point(sumX, sumY));
    }

    static double dot(Point a, Point b) {
        return a.x() * b.x() + a.y() * b.y();
    }

    static double cross(Point a, Point b) {
        return a.x() * b.y() - a.y() * b.x();
    }

    private static Point unit(Point p) {
        double length = Math.hypot(p.x(), p.y());
        return length > 1e-9 ? p.times(1 / length) : new Point(0, 1);
    }
}
