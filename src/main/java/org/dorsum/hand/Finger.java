package org.dorsum.hand;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A finger with its key points and the zones along it.
 *
 * @param knuckleZone the zone over the base joint
 * @param knuckle key point of the base joint
 * @param segments from the base to the tip
 */
record Finger(Zone knuckleZone, int knuckle, List<Finger.Segment> segments) {
    static final Finger THUMB =
            of(Zone.KNUCKLE_THUMB, 2, new Zone[] {Zone.THUMB_PROXIMAL, Zone.THUMB_DISTAL}, 0.46, 0.39);
    static final Finger INDEX = of(
            Zone.KNUCKLE_INDEX,
            5,
            new Zone[] {Zone.INDEX_PROXIMAL, Zone.INDEX_MIDDLE, Zone.INDEX_DISTAL},
            0.66,
            0.40,
            0.32);
    static final Finger MIDDLE = of(
            Zone.KNUCKLE_MIDDLE,
            9,
            new Zone[] {Zone.MIDDLE_PROXIMAL, Zone.MIDDLE_MIDDLE, Zone.MIDDLE_DISTAL},
            0.72,
            0.46,
            0.35);
    static final Finger RING = of(
            Zone.KNUCKLE_RING,
            13,
            new Zone[] {Zone.RING_PROXIMAL, Zone.RING_MIDDLE, Zone.RING_DISTAL},
            0.66,
            0.43,
            0.34);
    static final Finger LITTLE = of(
            Zone.KNUCKLE_LITTLE,
            17,
            new Zone[] {Zone.LITTLE_PROXIMAL, Zone.LITTLE_MIDDLE, Zone.LITTLE_DISTAL},
            0.52,
            0.32,
            0.29);

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

    /** A finger whose segments follow one another from the knuckle, each of the length in its place. */
    private static Finger of(Zone knuckleZone, int knuckle, Zone[] zones, double... lengths) {
        return new Finger(
                knuckleZone,
                knuckle,
                IntStream.range(0, zones.length)
                        .mapToObj(i -> new Segment(zones[i], knuckle + i, knuckle + i + 1, lengths[i]))
                        .toList());
    }
}
