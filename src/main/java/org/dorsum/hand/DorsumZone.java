package org.dorsum.hand;

import java.util.ArrayList;
import java.util.List;
import org.dorsum.image.Morphology;
import org.dorsum.image.Plane;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;

/**
 * The back of the hand from the wrist to just short of the knuckles: a rounded rectangle that sits on the hand's own axis and
 * has the hand's own size, so that a second photo of the hand gets the same piece of skin. Only where it would come too near
 * to the outline or leave the photo is it drawn in.
 */
final class DorsumZone {
    private static final double BEHIND_ANCHOR =
            0.24; // centre, in hand sizes behind the anchor; knuckles lie 0.09 before it
    private static final double HALF_LENGTH =
            0.26; // in hand sizes: ends 0.07 short of the knuckles, at the wrist's crease
    private static final double HALF_BREADTH =
            0.30; // in hand sizes: 70 % of the hand's breadth, edges bend away from view
    private static final double ROUNDNESS = 0.8; // exponent of the superellipse; 1 is an ellipse, 0 a rectangle
    private static final double INSET = 0.05; // least distance to the outline, in hand sizes: about 5 mm
    private static final int CORNERS = 48;

    private DorsumZone() {}

    /** Centre of the zone, in pixels of the silhouette. */
    static Point centre(PalmGeometry hand) {
        return hand.anchor().minus(hand.axis().times(BEHIND_ANCHOR * hand.size()));
    }

    /** Outline of the zone, in pixels of the silhouette. */
    static Polygon outline(PalmGeometry hand) {
        Plane depth = Morphology.distanceToOutside(hand.solid());
        Point start = inside(depth, hand);
        Point across = new Point(-hand.axis().y(), hand.axis().x());
        Point centre = centre(hand);
        List<Point> corners = new ArrayList<>(CORNERS);
        for (int i = 0; i < CORNERS; i++) {
            double t = 2 * Math.PI * i / CORNERS;
            Point goal = centre.plus(hand.axis().times(HALF_LENGTH * hand.size() * superellipse(Math.cos(t))))
                    .plus(across.times(HALF_BREADTH * hand.size() * superellipse(Math.sin(t))));
            corners.add(reach(depth, start, goal, INSET * hand.size()));
        }
        return new Polygon(corners);
    }

    /** The zone's centre, or the point nearest to it on the way to the inscribed circle's that is well inside. */
    private static Point inside(Plane depth, PalmGeometry hand) {
        Point way = hand.centre().minus(centre(hand));
        for (int k = 0; k <= 20; k++) {
            Point p = centre(hand).plus(way.times(k / 20.0));
            if (deep(depth, p, 2 * INSET * hand.size())) {
                return p;
            }
        }
        return hand.centre();
    }

    /** The last point on the way from {@code start} to {@code goal} that keeps its distance to the outline. */
    private static Point reach(Plane depth, Point start, Point goal, double distance) {
        Point way = goal.minus(start);
        int steps = (int) Math.ceil(2 * goal.distanceTo(start)) + 1;
        Point last = start;
        for (int k = 1; k <= steps; k++) {
            Point p = start.plus(way.times(k / (double) steps));
            if (!deep(depth, p, distance)) {
                // a corner never falls on the start itself: a polygon needs an area
                return k == 1 ? start.plus(way.times(0.5 / steps)) : last;
            }
            last = p;
        }
        return last;
    }

    private static boolean deep(Plane depth, Point p, double distance) {
        int x = (int) Math.rint(p.x());
        int y = (int) Math.rint(p.y());
        return x >= 0 && y >= 0 && x < depth.width() && y < depth.height() && depth.at(x, y) > distance;
    }

    private static double superellipse(double c) {
        return Math.signum(c) * Math.pow(Math.abs(c), ROUNDNESS);
    }
}
