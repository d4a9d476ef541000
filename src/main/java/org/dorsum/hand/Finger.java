package org.dorsum.hand;

import java.util.List;

/**
 * A finger with its key points and the zones along it.
 *
 * @param knuckleZone the zone over the base joint
 * @param knuckle key point of the base joint
 * @param segments from the base to the tip
 */
record Finger(Zone knuckleZone, int knuckle, List<Finger.Segment> segments) {
    static final Finger THUMB = new Finger(
            Zone.KNUCKLE_THUMB,
            2,
            List.of(new Segment(Zone.THUMB_PROXIMAL, 2, 3, 0.46), new Segment(Zone.THUMB_DISTAL, 3, 4, 0.39)));
    static final Finger INDEX = new Finger(
            Zone.KNUCKLE_INDEX,
            5,
            List.of(
                    new Segment(Zone.INDEX_PROXIMAL, 5, 6, 0.66),
                    new Segment(Zone.INDEX_MIDDLE, 6, 7, 0.40),
                    new Segment(Zone.INDEX_DISTAL, 7, 8, 0.32)));
    static final Finger MIDDLE = new Finger(
            Zone.KNUCKLE_MIDDLE,
            9,
            List.of(
                    new Segment(Zone.MIDDLE_PROXIMAL, 9, 10, 0.72),
                    new Segment(Zone.MIDDLE_MIDDLE, 10, 11, 0.46),
                    new Segment(Zone.MIDDLE_DISTAL, 11, 12, 0.35)));
    static final Finger RING = new Finger(
            Zone.KNUCKLE_RING,
            13,
            List.of(
                    new Segment(Zone.RING_PROXIMAL, 13, 14, 0.66),
                    new Segment(Zone.RING_MIDDLE, 14, 15, 0.43),
                    new Segment(Zone.RING_DISTAL, 15, 16, 0.34)));
    static final Finger LITTLE = new Finger(
            Zone.KNUCKLE_LITTLE,
            17,
            List.of(
                    new Segment(Zone.LITTLE_PROXIMAL, 17, 18, 0.52),
                    new Segment(Zone.LITTLE_MIDDLE, 18, 19, 0.32),
                    new Segment(Zone.LITTLE_DISTAL, 19, 20, 0.29)));

    /** Thumb to little finger. */
    static final List<Finger> ALL = List.of(THUMB, INDEX, MIDDLE, RING, LITTLE);

    /** The four fingers without the thumb. */
    static final List<Finger> LONG = List.of(INDEX, MIDDLE, RING, LITTLE);

    /**
     * A bone of a finger.
     *
     * @param from key point nearer to the wrist
     * @param to key point nearer to the tip
     * @param length from one to the other seen straight from above, as a multiple of the distance of the base joints of index
     *     and little finger: medians over 116 flat hands (docs/methods.md); one person differs from the next by 7 %
     */
    record Segment(Zone zone, int from, int to, double length) {
        boolean last() {
            return to % 4 == 0;
        }

        boolean first() {
            return from == 2 || from % 4 == 1;
        }

        boolean is(Segment other) {
            return from == other.from;
        }
    }

    /** Key point of the tip. */
    int tip() {
        return segments.get(segments.size() - 1).to();
    }

    boolean is(Finger other) {
        return knuckle == other.knuckle;
    }
}
