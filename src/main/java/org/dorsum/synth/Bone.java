package org.dorsum.synth;

/**
 * A bone with flesh about it: a tapered capsule in the bone's own axes, as it lies in the photograph (posed) and as it lies
 * in the flat map of the skin (rest).
 *
 * @param group 0 body of the hand, 1 … 5 thumb to little finger
 * @param start the near end, mm, in the hand's frame
 * @param side unit vector across, towards the little finger
 * @param along unit vector from the near to the far end
 * @param up unit vector out of the back of the bone
 * @param length mm
 * @param radiusStart half the breadth of the flesh at the near end, mm
 * @param radiusEnd the same at the far end
 * @param waist by how much the middle is thinner than the mean of both ends, mm
 * @param flat breadth over thickness of the cross-section
 * @param mapX x of the near end in the map of the skin, mm
 * @param mapY y of the near end in the map of the skin, mm
 * @param mapAngle direction of the bone in the map, radians from +y towards +x
 */
record Bone(
        int group,
        Vec start,
        Vec side,
        Vec along,
        Vec up,
        double length,
        double radiusStart,
        double radiusEnd,
        double waist,
        double flat,
        double mapX,
        double mapY,
        double mapAngle) {

    private static final double PLATE = 2; // flatter than this: an even plate, the free edge of a nail
    private static final double PLATE_HALF = 0.35; // half its thickness, mm

    /** The far end, mm, in the hand's frame. */
    Vec end() {
        return start.plus(along.times(length));
    }

    /** Half the breadth at {@code t}, 0 at the near and 1 at the far end. */
    double radius(double t) {
        return radiusStart + t * (radiusEnd - radiusStart) - 4 * waist * t * (1 - t);
    }

    /** A point given along the bone (share of its length), across and out of it (mm). */
    Vec at(double t, double across, double out) {
        return start.plus(along.times(t * length)).plus(side.times(across)).plus(up.times(out));
    }

    /** Distance to the flesh, mm, negative inside; not exact where the taper is strong. */
    double distance(double x, double y, double z) {
        double dx = x - start.x();
        double dy = y - start.y();
        double dz = z - start.z();
        double a = along.x() * dx + along.y() * dy + along.z() * dz;
        double t = a <= 0 ? 0 : a >= length ? 1 : a / length;
        double rest = a - t * length;
        double w = up.x() * dx + up.y() * dy + up.z() * dz;
        double s2 = dx * dx + dy * dy + dz * dz - a * a - w * w;
        if (flat > PLATE) {
            double in = Math.sqrt(Math.max(0, s2) + rest * rest) - radius(t);
            double over = Math.abs(w) - PLATE_HALF;
            double ox = Math.max(in, 0);
            double oy = Math.max(over, 0);
            return Math.min(Math.max(in, over), 0) + Math.sqrt(ox * ox + oy * oy) - 0.1;
        }
        double wf = w * flat;
        return Math.sqrt(Math.max(0, s2) + wf * wf + rest * rest) - radius(t);
    }
}
