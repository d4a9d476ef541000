package org.dorsum.hand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dorsum.image.Mask;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;

/**
 * The skin along one bone of a finger: cut straight across near the joints, and along the sides a millimetre inside the
 * finger's outline or inside the line midway to the neighbouring bones where two fingers touch. Built of parallel rungs, so
 * that its outline cannot cross itself.
 */
final class FingerZone {
    private static final int RUNGS = 25; // a rung a millimetre on the longest segment
    private static final double PAST_KNUCKLE =
            0.30; // of the first bone: the knuckle's own zone and its creases end before
    private static final double PAST_JOINT =
            0.16; // of a bone: the creases over a joint reach about 5 mm to either side
    private static final double BEFORE_JOINT = 0.86;
    private static final double TIP = 1.0; // the key point of the tip lies over its pulp, some millimetres from the end
    private static final double BROADEST = 0.21; // half a finger, of the knuckles' breadth: 11.5 mm in adults
    private static final double LEAST_SEEN = 0.5; // of the rungs must meet skin: others cross a ring
    private static final double LEAST_SEEN_TIP = 0.3; // a long or painted nail hides more
    private static final double LEAST_BREADTH_MM = 4; // what is left of it after 2 mm of edge on both sides is nothing
    private static final double GAP_MM = 1; // specks of the mask (a hair, a highlight) do not end the finger
    private static final double FLARE = 1.15; // of the median rung: between the fingers the skin spreads into the web
    private static final double LEAST_HALF_MM = 0.2; // keeps the outline from touching itself
    private static final double FOLD_MM =
            1; // more where fingers touch: the dark fold between them is no line of the skin
    private static final double LIMIT_STEP_MM = 0.25; // a quarter of the distance that is kept anyway
    private static final int SMOOTHING = 2; // rungs to either side of the running median

    private final HandBones bones;
    private final Mask skin;
    private final double pixelsPerMm;
    private final Polygons.Area dorsum;

    FingerZone(HandBones bones, Mask skin, double pixelsPerMm, Polygon dorsum) {
        this.bones = bones;
        this.skin = skin;
        this.pixelsPerMm = pixelsPerMm;
        this.dorsum = Polygons.Area.of(dorsum);
    }

    /** Where the zone begins along its bone, 0 … 1. */
    static double start(Finger.Segment s) {
        return s.first() ? PAST_KNUCKLE : PAST_JOINT;
    }

    /** The outline, in pixels of the photo; empty where too little of the segment is seen. */
    Optional<Polygon> outline(Finger finger, Finger.Segment s) {
        Point from = bones.at(s.from());
        Point way = bones.at(s.to()).minus(from);
        Point across = HandBones.unit(new Point(-way.y(), way.x()));
        double end = s.last() ? TIP : BEFORE_JOINT;
        double[][] limit = new double[2][RUNGS];
        double[][] seen = new double[2][RUNGS];
        Point[] middle = new Point[RUNGS];
        for (int i = 0; i < RUNGS; i++) {
            middle[i] = from.plus(way.times(start(s) + (end - start(s)) * i / (RUNGS - 1)));
            for (int side = 0; side < 2; side++) {
                Point out = across.times(side == 0 ? -1 : 1);
                limit[side][i] = limit(middle[i], out, finger, s);
                seen[side][i] = skinEnd(middle[i], out, limit[side][i], s.last());
            }
        }
        double least = s.last() ? LEAST_SEEN_TIP : LEAST_SEEN;
        double[][] half = new double[2][];
        for (int side = 0; side < 2; side++) {
            if (Arrays.stream(seen[side]).filter(r -> r >= 0).count() < least * RUNGS) {
                return Optional.empty();
            }
            half[side] = halfBreadths(seen[side], limit[side]);
        }
        double[] breadth = new double[RUNGS];
        Arrays.setAll(breadth, i -> half[0][i] + half[1][i]);
        Arrays.sort(breadth);
        return breadth[RUNGS / 2] < LEAST_BREADTH_MM * pixelsPerMm
                ? Optional.empty()
                : Optional.of(polygon(middle, across, half));
    }

    private static Polygon polygon(Point[] middle, Point across, double[][] half) {
        List<Point> corners = new ArrayList<>(2 * RUNGS);
        for (int i = 0; i < RUNGS; i++) {
            corners.add(middle[i].plus(across.times(half[1][i])));
        }
        for (int i = RUNGS - 1; i >= 0; i--) {
            corners.add(middle[i].minus(across.times(half[0][i])));
        }
        return new Polygon(corners);
    }

    /** How far a rung may reach before it meets another bone's share, the photo's frame, the dorsum, or a finger's breadth. */
    private double limit(Point start, Point out, Finger finger, Finger.Segment s) {
        double most = BROADEST * bones.breadth();
        double step = LIMIT_STEP_MM * pixelsPerMm;
        double r = 0;
        for (double stride : new double[] {4 * step, step}) { // what it may meet is broader than four steps
            while (r + stride <= most && free(start.plus(out.times(r + stride)), finger, s)) {
                r += stride;
            }
        }
        return r;
    }

    private boolean free(Point p, Finger finger, Finger.Segment s) {
        boolean inPhoto = p.x() >= 0 && p.y() >= 0 && p.x() <= skin.width() - 1 && p.y() <= skin.height() - 1;
        return inPhoto && nearest(p, finger, s) && !dorsum.contains(p);
    }

    /** Whether no other bone is nearer. */
    private boolean nearest(Point p, Finger finger, Finger.Segment s) {
        double own = bones.distance(p, s.from(), s.to());
        if (bones.anotherNearer(p, own, finger)) {
            return false;
        }
        for (Finger.Segment other : finger.segments()) {
            if (!other.is(s) && bones.distance(p, other.from(), other.to()) < own) {
                return false;
            }
        }
        return true;
    }

    /**
     * Where the skin met on a rung ends; −1 if it meets none. A nail under the rung's start is stepped over, anywhere on the
     * rung if {@code nail}.
     */
    private double skinEnd(Point start, Point out, double limit, boolean nail) {
        double last = -1;
        for (double r = 0; r <= limit; r += 0.5) {
            Point p = start.plus(out.times(r));
            if (skin.contains((int) Math.rint(p.x()), (int) Math.rint(p.y()))) {
                last = r;
            } else if (!nail && last >= 0 && r - last > GAP_MM * pixelsPerMm) {
                break;
            }
        }
        return last;
    }

    /** Rungs without skin take the nearest one's breadth; a running median evens out; the edge is kept away from. */
    private double[] halfBreadths(double[] seen, double[] limit) {
        double[] filled = new double[RUNGS];
        for (int i = 0; i < RUNGS; i++) {
            int nearest = -1;
            for (int j = 0; j < RUNGS; j++) {
                if (seen[j] >= 0 && (nearest < 0 || Math.abs(j - i) < Math.abs(nearest - i))) {
                    nearest = j;
                }
            }
            filled[i] = seen[nearest];
        }
        double[] sorted = filled.clone();
        Arrays.sort(sorted);
        double broadest = FLARE * sorted[RUNGS / 2];
        double[] half = new double[RUNGS];
        for (int i = 0; i < RUNGS; i++) {
            double[] window =
                    Arrays.copyOfRange(filled, Math.max(0, i - SMOOTHING), Math.min(RUNGS, i + SMOOTHING + 1));
            Arrays.sort(window);
            double even = Math.min(Math.min(window[window.length / 2], broadest), limit[i] - FOLD_MM * pixelsPerMm);
            half[i] = Math.max(LEAST_HALF_MM * pixelsPerMm, even - ZoneLayout.INSET_MM * pixelsPerMm);
        }
        return half;
    }
}
