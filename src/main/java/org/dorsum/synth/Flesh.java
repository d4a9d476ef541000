package org.dorsum.synth;

import java.util.List;

/**
 * The surface of hand and worn things as a signed distance field: capsules joined smoothly within the body, sharply between
 * fingers.
 */
final class Flesh {
    private static final double BODY_BLEND = 10; // mm over which parts of the palm melt into each other
    private static final double JOINT_BLEND = 2.2; // between segments of one finger
    private static final double FINGER_BLEND = 0.9; // between neighbouring fingers: skin on skin
    private static final double ROOT_BLEND = 6.5; // between fingers and palm: the webs
    private static final double MAP_BLEND = 1.5; // mm of distance over which one bone's map gives way to another's

    private final Bone[] bones; // grouped: body first, then finger by finger
    private final Worn[] worn;
    private final boolean palm;
    private final boolean held;

    /** @param held whether fingers may touch the palm, with which only their roots melt */
    Flesh(List<Bone> bones, List<Worn> worn, boolean palm, boolean held) {
        this.bones = bones.stream()
                .sorted(java.util.Comparator.comparingInt(Bone::group))
                .toArray(Bone[]::new);
        this.worn = worn.toArray(Worn[]::new);
        this.palm = palm;
        this.held = held;
    }

    int boneCount() {
        return bones.length;
    }

    Bone bone(int i) {
        return bones[i];
    }

    int wornCount() {
        return worn.length;
    }

    Worn worn(int i) {
        return worn[i];
    }

    private static double blend(double a, double b, double k) {
        double h = Math.max(k - Math.abs(a - b), 0) / k;
        return Math.min(a, b) - h * h * k * 0.25;
    }

    /** Distance to skin, mm, by the bones of {@code active}, whose indices ascend. */
    double distance(double x, double y, double z, int[] active) {
        double body = 1e3;
        double fingers = 1e3;
        double finger = 1e3;
        double roots = 1e3;
        int group = 0;
        for (int i : active) {
            Bone b = bones[i];
            double d = b.distance(x, y, z);
            if (b.group() == 0) {
                body = blend(body, d, BODY_BLEND);
                continue;
            }
            if (b.group() != group) {
                fingers = blend(fingers, finger, FINGER_BLEND);
                finger = 1e3;
                group = b.group();
            }
            if (isRoot(i)) {
                roots = Math.min(roots, d);
            }
            finger = blend(finger, d, JOINT_BLEND);
        }
        fingers = blend(fingers, finger, FINGER_BLEND);
        return held
                ? Math.min(blend(body, fingers, FINGER_BLEND), blend(body, roots, ROOT_BLEND))
                : blend(body, fingers, ROOT_BLEND);
    }

    /** Whether a bone is the first of its finger. */
    private boolean isRoot(int i) {
        return i == 0 || bones[i - 1].group() != bones[i].group();
    }

    /** Distance to the nearest worn thing of {@code active}, and which it is, into {@code which[0]}. */
    double wornDistance(double x, double y, double z, int[] active, int[] which) {
        double best = 1e3;
        for (int i : active) {
            double d = worn[i].distance(x, y, z);
            if (d < best) {
                best = d;
                which[0] = i;
            }
        }
        return best;
    }

    /** The place of a point of the surface in the flat map of the skin, mm, into {@code uv}. */
    void map(double x, double y, double z, int[] active, double[] uv) {
        double body = 1e3;
        double nearest = 1e3;
        double[] d = new double[active.length];
        for (int n = 0; n < active.length; n++) {
            Bone b = bones[active[n]];
            d[n] = b.distance(x, y, z);
            if (b.group() == 0) {
                body = blend(body, d[n], BODY_BLEND);
            } else {
                nearest = Math.min(nearest, d[n]);
            }
        }
        nearest = Math.min(nearest, body);
        double w = Fast.expMinus((body - nearest) / MAP_BLEND);
        double sum = w;
        double u = w * x;
        double v = w * y;
        for (int n = 0; n < active.length; n++) {
            Bone b = bones[active[n]];
            if (b.group() == 0) {
                continue;
            }
            w = Fast.expMinus((d[n] - nearest) / MAP_BLEND);
            if (w < 1e-4) {
                continue;
            }
            Vec p = new Vec(x, y, z).minus(b.start());
            double along = p.dot(b.along());
            double t = Fast.clamp(along / b.length(), 0, 1);
            double out = p.dot(b.up()) * b.flat() * (palm ? -1 : 1);
            double arc = Fast.clamp(StrictMath.atan2(p.dot(b.side()), out), -1.9, 1.9) * b.radius(t);
            double c = StrictMath.cos(b.mapAngle());
            double s = StrictMath.sin(b.mapAngle());
            u += w * (b.mapX() + c * arc + s * along);
            v += w * (b.mapY() - s * arc + c * along);
            sum += w;
        }
        uv[0] = u / sum;
        uv[1] = v / sum;
    }
}
