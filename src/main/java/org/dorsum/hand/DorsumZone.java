package org.dorsum.hand;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dorsum.image.Affine;
import org.dorsum.image.Mask;
import org.dorsum.image.Morphology;
import org.dorsum.image.Plane;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;
import org.dorsum.image.Resampling;

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
    private static final double BEHIND_KNUCKLES = 0.62; // centre, in units of HandBones: about 55 mm
    private static final double HALF_LENGTH_OF_UNIT =
            0.46; // ends 9 mm short of the knuckles, where their own zones begin
    private static final double HALF_BREADTH_OF_UNIT =
            0.52; // from one outer knuckle to the other, edges bend away from view
    private static final double INSET_OF_UNIT = 0.09; // least distance to the outline: about 5 mm
    private static final double SURELY_SKIN = 0.3; // behind the knuckles, even where the frame cuts the hand
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
        return outline(
                hand.inside(),
                new Oval(
                        centre(hand),
                        hand.axis(),
                        HALF_LENGTH * hand.size(),
                        HALF_BREADTH * hand.size(),
                        INSET * hand.size()),
                hand.centre());
    }

    /** Centre of the zone of a hand whose knuckles are known, in pixels of the photo. */
    static Point centre(HandBones bones) {
        return bones.knuckles().minus(bones.axis().times(BEHIND_KNUCKLES * bones.unit()));
    }

    /** Outline of the zone of a hand whose knuckles are known, in pixels of the photo; empty if skin is missing there. */
    static Optional<Polygon> outline(HandBones bones, Mask skin) {
        double factor = PalmGeometry.LONG_SIDE / (double) Math.max(skin.width(), skin.height());
        Mask small = Resampling.resize(skin, (int) Math.max(1, Math.rint(skin.width() * factor)), (int)
                Math.max(1, Math.rint(skin.height() * factor)));
        Affine toSmall = Affine.scaling(small.width() / (double) skin.width());
        double unit = bones.unit() * toSmall.scale();
        Point behind = toSmall.apply(bones.knuckles().minus(bones.axis().times(SURELY_SKIN * bones.unit())));
        Mask solid = PalmGeometry.solid(small);
        Plane depth = Morphology.distanceToOutside(solid);
        if (!deep(depth, behind, 2 * INSET_OF_UNIT * unit)) {
            return Optional.empty();
        }
        Oval oval = new Oval(
                toSmall.apply(centre(bones)),
                bones.axis(),
                HALF_LENGTH_OF_UNIT * unit,
                HALF_BREADTH_OF_UNIT * unit,
                INSET_OF_UNIT * unit);
        return Optional.of(outline(depth, oval, behind).through(toSmall.inverse()));
    }

    /** Places spread evenly over the zone as it should be, 9 by 9 in its box without the corners; they may lie off the photo. */
    static List<Point> lattice(HandBones bones) {
        Point across = new Point(-bones.axis().y(), bones.axis().x());
        List<Point> places = new ArrayList<>();
        for (int i = -4; i <= 4; i++) {
            for (int j = -4; j <= 4; j++) {
                if (i * i + j * j <= 20) {
                    places.add(centre(bones)
                            .plus(bones.axis().times(i / 4.0 * HALF_LENGTH_OF_UNIT * bones.unit()))
                            .plus(across.times(j / 4.0 * HALF_BREADTH_OF_UNIT * bones.unit())));
                }
            }
        }
        return places;
    }

    /** Where the zone would lie if the hand were large enough. */
    private record Oval(Point centre, Point axis, double halfLength, double halfBreadth, double inset) {}

    private static Polygon outline(Plane depth, Oval oval, Point surelySkin) {
        Point start = inside(depth, oval, surelySkin);
        Point across = new Point(-oval.axis().y(), oval.axis().x());
        List<Point> corners = new ArrayList<>(CORNERS);
        for (int i = 0; i < CORNERS; i++) {
            double t = 2 * Math.PI * i / CORNERS;
            Point goal = oval.centre()
                    .plus(oval.axis().times(oval.halfLength() * superellipse(Math.cos(t))))
                    .plus(across.times(oval.halfBreadth() * superellipse(Math.sin(t))));
            corners.add(reach(depth, start, goal, oval.inset()));
        }
        return new Polygon(corners);
    }

    /** The zone's centre, or the point nearest to it on the way to {@code surelySkin} that is well inside. */
    private static Point inside(Plane depth, Oval oval, Point surelySkin) {
        Point way = surelySkin.minus(oval.centre());
        for (int k = 0; k <= 20; k++) {
            Point p = oval.centre().plus(way.times(k / 20.0));
            if (deep(depth, p, 2 * oval.inset())) {
                return p;
            }
        }
        return surelySkin;
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
