package org.dorsum.synth;

/**
 * Something worn: a band around a stretch of a bone (ring, bracelet, watch strap) or a wide tube (sleeve), with a colour.
 *
 * @param bone what it is worn on
 * @param at share of the bone's length at which its middle lies
 * @param halfWidth half its extent along the bone, mm
 * @param radius of the middle of its wall about the bone's axis, mm
 * @param wall half the thickness of the wall, mm
 * @param stretch breadth over thickness of the cross-section: 1 a circle, more for a wrist
 * @param taper growth of the radius along the bone, mm a mm: a sleeve widens towards the elbow
 * @param folds depth of the folds of cloth, mm; 0 for metal
 * @param cell class in the truth picture
 * @param red linear light, 0 … 1
 * @param green linear light, 0 … 1
 * @param blue linear light, 0 … 1
 * @param metal 0 dull … 1 polished
 */
record Worn(
        Bone bone,
        double at,
        double halfWidth,
        double radius,
        double wall,
        double stretch,
        double taper,
        double folds,
        CellClass cell,
        double red,
        double green,
        double blue,
        double metal) {

    /** Radius of the middle of its wall where it is widest, mm. */
    double widest() {
        return radius + 2 * halfWidth * taper;
    }

    /** The stretch of the bone's line that it covers. */
    Bone extent() {
        Vec from = bone.start().plus(bone.along().times(at * bone.length() - halfWidth));
        return new Bone(0, from, bone.side(), bone.along(), bone.up(), 2 * halfWidth, 1, 1, 0, 1, 0, 0, 0);
    }

    /** Distance to its surface, mm, negative inside. */
    double distance(double x, double y, double z) {
        double dx = x - bone.start().x();
        double dy = y - bone.start().y();
        double dz = z - bone.start().z();
        Vec a = bone.along();
        double l = a.x() * dx + a.y() * dy + a.z() * dz;
        double w = bone.up().x() * dx + bone.up().y() * dy + bone.up().z() * dz;
        double s2 = dx * dx + dy * dy + dz * dz - l * l - w * w;
        double rho = Math.sqrt(Math.max(0, s2) / (stretch * stretch) + w * w);
        double t = l - at * bone.length();
        double r = radius + taper * (t + halfWidth);
        double clear = Math.abs(rho - r) - 1.1 * folds - wall; // at least so far away, whatever the folds
        if (folds > 0 && clear > 2) {
            double end = Math.max(Math.abs(t) - halfWidth, 0);
            return 0.7 * Math.sqrt(end * end + clear * clear);
        }
        if (folds > 0) {
            double around = 3 * w / radius;
            r += folds
                    * (Noise.gradient(t * 0.09 + 40, around, 71)
                            + 0.5 * Noise.gradient(t * 0.22, around * 1.7 + 9, 72));
        }
        double ax = Math.abs(t) - halfWidth;
        double ar = Math.abs(rho - r) - wall;
        double inside = Math.min(Math.max(ax, ar), 0);
        double ox = Math.max(ax, 0);
        double or = Math.max(ar, 0);
        return (inside + Math.sqrt(ox * ox + or * or) - 0.25) * (folds > 0 ? 0.7 : 0.95);
    }
}
