package org.dorsum.hand;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dorsum.image.Affine;
import org.dorsum.image.Mask;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;

/**
 * Where the zones of a hand lie in its photo: the back of the hand, the knuckles, and the segments of the fingers.
 *
 * <p>Outlines are simple, inside the photo, apart from one another, and 1 mm inside the outline of the hand, because skin bends
 * away from view there. They may cover nails and jewellery: those are holes in the skin, and what is measured is the skin. A
 * zone is left out, rather than guessed, where a key point is uncertain or off the photo, where the bone points out of the
 * picture (a bent finger) and beyond such a bone, and where hardly any skin is seen.
 *
 * @param frame the hand's own coordinates: origin in the middle of the dorsum, axis from wrist to fingers
 * @param zones outlines in pixels of the upright photo, in the order of {@link Zone}; at least the dorsum
 */
public record ZoneLayout(HandFrame frame, Map<Zone, Polygon> zones) {
    /** Distance kept to the outline of a finger. */
    static final double INSET_MM = 1;

    private static final double LEAST_BREADTH_MM =
            10; // between the knuckles of index and little finger: no child's is less

    /** Copies the zones. */
    public ZoneLayout {
        zones = Collections.unmodifiableMap(new EnumMap<>(zones));
    }

    /**
     * The zones of a hand.
     *
     * @param landmarks 21 key points, wrist first, thumb to little finger, base to tip, pixels of the upright photo; they may
     *     lie off the photo. None: the answer is empty
     * @param skin of the hand, at the size of the upright photo
     * @return at least the dorsum; empty where a knuckle of the four fingers is uncertain, or no skin lies behind them
     */
    public static Optional<ZoneLayout> of(List<Landmark> landmarks, Mask skin, Scale scale) {
        if (landmarks.isEmpty()) {
            return Optional.empty();
        }
        HandBones bones = new HandBones(landmarks);
        if (!bones.knucklesKnown() || !(bones.breadth() >= LEAST_BREADTH_MM * scale.pixelsPerMm())) {
            return Optional.empty();
        }
        return DorsumZone.outline(bones, skin).map(dorsum -> {
            Map<Zone, Polygon> zones = new EnumMap<>(Zone.class);
            zones.put(Zone.DORSUM, dorsum);
            addFingers(zones, bones, skin, scale.pixelsPerMm(), dorsum);
            Point axis = bones.axis();
            return new ZoneLayout(new HandFrame(DorsumZone.centre(bones), Math.atan2(axis.y(), axis.x())), zones);
        });
    }

    /** Outline of the back of the hand. */
    Polygon dorsum() {
        return Objects.requireNonNull(zones.get(Zone.DORSUM), "every layout has one");
    }

    /** The same in a photo enlarged without turning it. */
    ZoneLayout through(Affine enlargement) {
        Map<Zone, Polygon> moved = new EnumMap<>(Zone.class);
        zones.forEach((zone, outline) -> moved.put(zone, outline.through(enlargement)));
        return new ZoneLayout(new HandFrame(enlargement.apply(frame.origin()), frame.direction()), moved);
    }

    private static void addFingers(
            Map<Zone, Polygon> zones, HandBones bones, Mask skin, double pixelsPerMm, Polygon dorsum) {
        KnuckleZone knuckles = new KnuckleZone(bones, skin, pixelsPerMm, dorsum);
        FingerZone segments = new FingerZone(bones, skin, pixelsPerMm, dorsum);
        for (Finger finger : Finger.ALL) {
            boolean straight = true;
            for (Finger.Segment s : finger.segments()) {
                straight = straight && seen(bones, s.from(), skin) && bones.flat(s) && !bones.folded(finger, s);
                if (straight && s.first()) {
                    knuckles.outline(finger).ifPresent(o -> add(zones, finger.knuckleZone(), o));
                }
                if (straight && seen(bones, s.to(), skin)) {
                    segments.outline(finger, s).ifPresent(o -> add(zones, s.zone(), o));
                }
            }
        }
    }

    /** Adds a zone that meets no other. Zones are built apart; where misplaced key points defeat that, the later one is left out. */
    private static void add(Map<Zone, Polygon> zones, Zone zone, Polygon outline) {
        if (zones.values().stream().allMatch(other -> Polygons.apart(other, outline))) {
            zones.put(zone, outline);
        }
    }

    private static boolean seen(HandBones bones, int i, Mask photo) {
        Point p = bones.at(i);
        return bones.known(i) && p.x() >= 0 && p.y() >= 0 && p.x() <= photo.width() - 1 && p.y() <= photo.height() - 1;
    }
}
