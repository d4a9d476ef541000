package org.dorsum.synth;

import java.util.List;

/** The flesh of the palm, the webs, the wrist and the forearm; mm. */
final class Palm {
    static final double FOREARM = 330; // what can come into a picture beyond the wrist, mm

    private Palm() {}

    static void add(Anatomy a, Pose pose, Vec[] k, List<Bone> bones) {
        double s = a.scale();
        double plump = 0.4 * a.fleshiness();
        double[] r = {11.2, 11.5, 10.8, 9.8};
        for (int f = 0; f < 4; f++) {
            Vec base = new Vec(0.6 * k[f].x(), 8 * s, 15.5 * s);
            bones.add(body(base, k[f], (13.2 + plump) * s, (r[f] + plump) * s));
        }
        for (int f = 0; f < 3; f++) { // between the metacarpals, up to the web
            Vec mid = k[f].plus(k[f + 1]).times(0.5);
            Vec base = new Vec(0.6 * mid.x(), 12 * s, 15 * s);
            Vec web = new Vec(mid.x() * 1.03, mid.y() + (f == 2 ? 5 : 6.5) * s, 13.2 * s);
            bones.add(body(base, web, 13 * s, 5 * s));
            bones.add(body(
                    base.plus(new Vec(0, 25 * s, 1.3 * s)), mid.plus(new Vec(0, -4 * s, 0.5 * s)), 11 * s, 10 * s));
        }
        bones.add(body(
                new Vec(20 * a.handBreadth(), 14 * s, 13 * s),
                new Vec(29 * a.handBreadth(), 56 * s, 13 * s),
                12.5 * s,
                12 * s));
        double sin = StrictMath.sin(pose.wrist());
        double cos = StrictMath.cos(pose.wrist());
        double lift = pose.held().map(Pose.Held::lift).orElse(0.0);
        double level = FOREARM * StrictMath.cos(lift);
        double fall = FOREARM * StrictMath.sin(lift);
        for (int i = -1; i <= 1; i += 2) {
            double x = i * 11.5 * a.handBreadth();
            Vec near = new Vec(x, 6 * s, 16 * s);
            double dx = i * 24 * a.handBreadth();
            Vec far = new Vec(dx * cos - level * sin, dx * sin - level * cos, 32 * s - fall);
            bones.add(body(near, far, 15.6 * s, 33 * s));
        }
        if (pose.held().isPresent()) { // seen from all sides: no furrow between radius and ulna
            Vec far = new Vec(-level * sin, -level * cos, 32 * s - fall);
            bones.add(body(new Vec(0, 6 * s, 16 * s), far, 15.6 * s, 32 * s));
        }
        // The head of the ulna, a bump on the little finger's side of the wrist.
        Vec ulna = new Vec(17 * a.handBreadth() * cos + 12 * sin, -12 * s, 23 * s);
        bones.add(body(ulna, ulna.plus(new Vec(0, -8 * s, 0)), 9.6 * s, 8 * s));
    }

    /** The fold of skin and muscle between thumb and index finger. */
    static void addFirstWeb(Anatomy a, Vec index, Vec thumbBase, Vec thumbKnuckle, List<Bone> bones) {
        double s = a.scale();
        Vec from = thumbBase.plus(thumbKnuckle.minus(thumbBase).times(0.72));
        Vec to = new Vec(index.x() - 1, index.y() - 24 * s, index.z() - 2.5 * s);
        bones.add(body(from, to, 9.5 * s, 10.5 * s));
        Vec from2 = thumbBase.plus(thumbKnuckle.minus(thumbBase).times(0.4));
        Vec to2 = new Vec(index.x() * 0.8, index.y() * 0.5, index.z() - 1.5 * s);
        bones.add(body(from2, to2, 12.5 * s, 12.5 * s));
    }

    /** The bone as part of the body of the hand: its skin lies in the map where it lies in space. */
    static Bone asBody(Bone b) {
        return body(b.start(), b.end(), b.radiusStart(), b.radiusEnd());
    }

    private static Bone body(Vec from, Vec to, double radiusFrom, double radiusTo) {
        Vec d = to.minus(from);
        double length = Math.max(d.length(), 1e-6);
        Vec along = d.times(1 / length);
        Vec side = along.cross(new Vec(0, 0, 1));
        side = side.length() > 1e-6 ? side.unit() : new Vec(1, 0, 0);
        return new Bone(0, from, side, along, side.cross(along), length, radiusFrom, radiusTo, 0, 1, 0, 0, 0);
    }
}
