package org.dorsum.hand;

import java.util.ArrayList;
import java.util.List;
import org.dorsum.image.Point;

/**
 * The bone lines of a hand between its 21 key points, in pixels of the upright photo. Immutable.
 *
 * @param landmarks wrist, then thumb to little finger from base to tip; they may lie off the photo
 */
record HandBones(List<Landmark> landmarks) {
    /** A key point below this is a guess of the finder. */
    private static final double LEAST_CONFIDENCE = 0.3;

    /** Of the straight length: the bone then points 53° out of the picture, and its skin is seen aslant. */
    private static final double FORESHORTENED = 0.6;

    /** Of the straight length: longer than in any of 149 hands, so a key point is misplaced. */
    private static final double STRETCHED = 1.7;

    /** Of the length of a bone that the bone may point back at most before the finger counts as folded under. */
    private static final double BACKWARDS = 0;

    /** Checks that there are 21. */
    HandBones {
        landmarks = List.copyOf(landmarks);
        if (landmarks.size() != 21) {
            throw new IllegalArgumentException("a hand has 21 landmarks, not " + landmarks.size());
        }
    }

    Point at(int i) {
        return landmarks.get(i).position();
    }

    boolean known(int i) {
        return landmarks.get(i).confidence() >= LEAST_CONFIDENCE;
    }

    /** Distance of the base joints of index and little finger, pixels: the unit of proportions, about 55 mm in adults. */
    double breadth() {
        return at(Finger.INDEX.knuckle()).distanceTo(at(Finger.LITTLE.knuckle()));
    }

    /** Mean distance of the wrist to the four base joints, pixels. */
    double palmLength() {
        return (at(0).distanceTo(at(5)) + at(0).distanceTo(at(9)) + at(0).distanceTo(at(13)) + at(0).distanceTo(at(17)))
                / 4;
    }

    /** Unit vector from the wrist to the middle of the four base joints. */
    Point axis() {
        Point middle = at(5).plus(at(9)).plus(at(13)).plus(at(17)).times(0.25);
        return unit(middle.minus(at(0)));
    }

    /** Whether a bone is seen at a plausible length, not pointing into or out of the picture. */
    boolean flat(Finger.Segment s) {
        double length = at(s.from()).distanceTo(at(s.to())) / (s.length() * breadth());
        return length >= FORESHORTENED && length <= STRETCHED;
    }

    /** Whether some bone of a finger is foreshortened or points back to the wrist. The thumb points anywhere. */
    boolean bent(Finger finger) {
        return finger.segments().stream().anyMatch(s -> foreshortened(s) || folded(finger, s));
    }

    private boolean foreshortened(Finger.Segment s) {
        return at(s.from()).distanceTo(at(s.to())) < FORESHORTENED * s.length() * breadth();
    }

    /** Whether a bone points back to where the finger comes from. */
    boolean folded(Finger finger, Finger.Segment s) {
        Point way = at(s.to()).minus(at(s.from()));
        Point from = finger.is(Finger.THUMB) ? at(finger.knuckle()).minus(at(1)) : axis();
        return PalmGeometry.dot(way, from) < BACKWARDS;
    }

    /** Key points of the bones that belong to a finger, metacarpal first, as pairs. */
    List<int[]> bones(Finger finger) {
        List<int[]> bones = new ArrayList<>();
        bones.add(finger.is(Finger.THUMB) ? new int[] {1, 2} : new int[] {0, finger.knuckle()});
        finger.segments().forEach(s -> bones.add(new int[] {s.from(), s.to()}));
        return bones;
    }

    /** Distance of a point to the nearest bone of a finger, pixels. */
    double distance(Point p, Finger finger) {
        double least = Double.POSITIVE_INFINITY;
        for (int[] b : bones(finger)) {
            least = Math.min(least, distance(p, at(b[0]), at(b[1])));
        }
        return least;
    }

    /** Distance of a point to the line from {@code a} to {@code b}, ends included. */
    static double distance(Point p, Point a, Point b) {
        Point way = b.minus(a);
        double square = PalmGeometry.dot(way, way);
        double t = square > 0 ? Math.max(0, Math.min(1, PalmGeometry.dot(p.minus(a), way) / square)) : 0;
        return p.distanceTo(a.plus(way.times(t)));
    }

    static Point unit(Point p) {
        double length = Math.hypot(p.x(), p.y());
        return length > 1e-9 ? p.times(1 / length) : new Point(0, 1);
    }
}
