package org.dorsum.hand;

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

    /** Whether the four knuckles without the thumb's are known: without them nothing can be placed. */
    boolean knucklesKnown() {
        return Finger.LONG.stream().allMatch(f -> known(f.knuckle()));
    }

    /** Whether at least one of the four base joints is; of close-ups of fingers none is. */
    boolean anyKnuckleKnown() {
        return Finger.LONG.stream().anyMatch(f -> known(f.knuckle()));
    }

    /** Middle of the four base joints. */
    Point knuckles() {
        return at(5).plus(at(9)).plus(at(13)).plus(at(17)).times(0.25);
    }

    /**
     * The hand's size, pixels: geometric mean of the breadth and of the four fingers' length, the latter in such a measure that
     * both are the same on a mean hand, about 55 mm. Of bent fingers the length says nothing, and the breadth stands alone.
     * Breadth and length together vary less between photos of one hand than either (docs/finding-the-hand.md).
     */
    double unit() {
        double length = 0;
        double expected = 0;
        for (Finger finger : Finger.LONG) {
            if (bent(finger)) {
                return breadth();
            }
            for (Finger.Segment s : finger.segments()) {
                length += at(s.from()).distanceTo(at(s.to()));
                expected += s.length();
            }
        }
        return Math.sqrt(breadth() * length / expected);
    }

    /**
     * Unit vector from the wrist towards the fingers: mean of the directions from the wrist to the knuckles, from the knuckles to
     * the next joints, and straight across the row of knuckles, as far as each is known.
     */
    Point axis() {
        Point fromWrist = unit(knuckles().minus(at(0)));
        Point row = at(Finger.LITTLE.knuckle()).minus(at(Finger.INDEX.knuckle()));
        Point straight = unit(new Point(-row.y(), row.x()));
        Point sum = PalmGeometry.dot(straight, fromWrist) < 0 ? straight.times(-1) : straight;
        if (known(0)) {
            sum = sum.plus(fromWrist);
        }
        if (Finger.LONG.stream()
                .allMatch(f -> known(f.knuckle() + 1) && flat(f.segments().get(0)))) {
            Point joints = at(6).plus(at(10)).plus(at(14)).plus(at(18)).times(0.25);
            sum = sum.plus(unit(joints.minus(knuckles())));
        }
        return unit(sum);
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
        Point from = finger.is(Finger.THUMB)
                ? at(finger.knuckle()).minus(at(1))
                : knuckles().minus(at(0));
        return PalmGeometry.dot(way, from) < BACKWARDS;
    }

    /** Distance of a point to the nearest bone of a finger, its metacarpal included, pixels. */
    double distance(Point p, Finger finger) {
        double least = finger.is(Finger.THUMB) ? distance(p, 1, 2) : distance(p, 0, finger.knuckle());
        for (int i = finger.knuckle(); i < finger.tip(); i++) {
            least = Math.min(least, distance(p, i, i + 1));
        }
        return least;
    }

    /** Whether another finger lies nearer to a point than {@code own}, pixels. */
    boolean anotherNearer(Point p, double own, Finger finger) {
        for (Finger other : Finger.ALL) {
            if (!other.is(finger) && distance(p, other) < own) {
                return true;
            }
        }
        return false;
    }

    /** Distance of a point to the bone between two key points, ends included, pixels. */
    double distance(Point p, int from, int to) {
        Point a = at(from);
        Point b = at(to);
        double wx = b.x() - a.x(); // without objects: this is asked a million times
        double wy = b.y() - a.y();
        double px = p.x() - a.x();
        double py = p.y() - a.y();
        double square = wx * wx + wy * wy;
        double t = square > 0 ? Math.max(0, Math.min(1, (px * wx + py * wy) / square)) : 0;
        return Math.sqrt((px - t * wx) * (px - t * wx) + (py - t * wy) * (py - t * wy));
    }

    static Point unit(Point p) {
        double length = Math.hypot(p.x(), p.y());
        return length > 1e-9 ? p.times(1 / length) : new Point(0, 1);
    }
}
