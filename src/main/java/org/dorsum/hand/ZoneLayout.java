package org.dorsum.hand;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
 */
public final class ZoneLayout {
    /** Distance kept to the outline of a finger. */
    static final double INSET_MM = 1;

    private static final double LEAST_BREADTH_MM =
            10; // between the knuckles of index and little finger: no child's is less

    private ZoneLayout() {}

    /**
     * The zones of a hand.
     *
     * @param landmarks 21 key points, wrist first, thumb to little finger, base to tip, pixels of the upright photo; they may
     *     lie off the photo. An empty list gives the dorsum alone
     * @param skin of the hand, at the size of the upright photo
     * @param dorsum outline of the back of the hand, pixels; it is kept as it is, and the knuckles stay clear of it
     * @return in the order of {@link Zone}; at least the dorsum
     */
    public static Map<Zone, Polygon> of(List<Landmark> landmarks, Mask skin, Scale scale, Polygon dorsum) {
        Map<Zone, Polygon> zones = new EnumMap<>(Zone.class);
        zones.put(Zone.DORSUM, dorsum);
        if (!landmarks.isEmpty()) {
            addFingers(zones, new HandBones(landmarks), skin, scale.pixelsPerMm(), dorsum);
        }
        return Collections.unmodifiableMap(zones);
    }

    private static void addFingers(
            Map<Zone, Polygon> zones, HandBones bones, Mask skin, double pixelsPerMm, Polygon dorsum) {
        if (!(bones.breadth() >= LEAST_BREADTH_MM * pixelsPerMm) || !bones.known(5) || !bones.known(17)) {
            return;
        }
        KnuckleZone knuckles = new KnuckleZone(bones, skin, pixelsPerMm, dorsum);
        FingerZone segments = new FingerZone(bones, skin, pixelsPerMm);
        for (Finger finger : Finger.ALL) {
            boolean straight = true;
            for (Finger.Segment s : finger.segments()) {
                straight = straight && seen(bones, s.from(), skin) && bones.flat(s) && !bones.folded(finger, s);
                if (straight && s.first()) {
                    knuckles.outline(finger).ifPresent(o -> zones.put(finger.knuckleZone(), o));
                }
                if (straight && seen(bones, s.to(), skin)) {
                    segments.outline(finger, s).ifPresent(o -> zones.put(s.zone(), o));
                }
            }
        }
    }

    private static boolean seen(HandBones bones, int i, Mask photo) {
        Point p = bones.at(i);
        return bones.known(i) && p.x() >= 0 && p.y() >= 0 && p.x() <= photo.width() - 1 && p.y() <= photo.height() - 1;
    }
}
