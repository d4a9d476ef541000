package org.dorsum.synth;

import java.util.ArrayList;
import java.util.List;

/**
 * The 21 joints of a posed hand and the flesh about its bones. Frame: mm, origin at the wrist, x towards the little finger,
 * y towards the fingers, z out of the back of the hand; the hand is a right one lying on the plane z = 0.
 *
 * @param joints wrist, then thumb to little finger from base to tip
 * @param bones flesh, in no particular order
 * @param tips the end segment of each finger, which bears the nail
 */
record Skeleton(Vec[] joints, List<Bone> bones, Bone[] tips) {
    private static final double[][] KNUCKLES = {{-26.5, 85}, {-6.5, 87}, {12, 83}, {28, 75.5}}; // index … little, mm
    private static final double[] MAP_ANGLE = {-0.17, -0.02, 0.13, 0.34}; // fingers in the map of the skin
    private static final double KNUCKLE_HEIGHT = 17; // axis of the knuckles above the table, mm
    private static final double[] THUMB_LAID = {0.02, 0.05, 0.06
    }; // fall of the segments of a thumb on the table, radians
    private static final double[][] RADII = { // MCP, PIP, DIP, tip: half finger breadths of adults, mm
        {11.8, 0, 10.0, 8.3}, {10.4, 9.4, 8.3, 7.2}, {10.6, 9.7, 8.6, 7.4}, {10.0, 9.0, 8.0, 7.0}, {8.9, 7.9, 7.0, 6.2}
    };

    static Skeleton of(Anatomy a, Pose pose) {
        List<Bone> bones = new ArrayList<>();
        Vec[] joints = new Vec[21];
        Bone[] tips = new Bone[5];
        joints[0] = new Vec(0, 0, 15 * a.scale());
        Vec[] knuckles = new Vec[4];
        for (int f = 0; f < 4; f++) {
            knuckles[f] = new Vec(
                    KNUCKLES[f][0] * a.handBreadth(),
                    KNUCKLES[f][1] * a.scale(),
                    (KNUCKLE_HEIGHT - (f == 3 ? 2 : 0)) * a.scale());
        }
        for (int f = 0; f < 4; f++) {
            finger(a, pose, f, knuckles[f], bones, joints, tips);
        }
        Palm.add(a, pose, knuckles, bones);
        thumb(a, pose, knuckles[0], bones, joints, tips);
        return new Skeleton(joints, List.copyOf(bones), tips);
    }

    private static void finger(Anatomy a, Pose pose, int f, Vec knuckle, List<Bone> bones, Vec[] joints, Bone[] tips) {
        double[] length = a.phalanges()[f + 1].clone();
        double[] r = radii(a, f + 1);
        double bend = pose.bend()[f];
        double[] pitch = {0, bend, 1.7 * bend};
        boolean held = pose.held().isPresent();
        double fall = held ? pose.held().get().knuckles()[f] : settle(length, pitch, knuckle.z() - r[3] / 1.08);
        // A bent finger cannot be spread.
        double angle = pose.splay()[f] * (held ? Math.max(0.1, StrictMath.cos(fall)) : 1);
        double mapX = knuckle.x();
        double mapY = knuckle.y();
        Vec at = knuckle;
        joints[5 + 4 * f] = at;
        double s = StrictMath.sin(angle);
        double c = StrictMath.cos(angle);
        Vec side = new Vec(c, -s, 0);
        for (int i = 0; i < 3; i++) {
            double p = fall + pitch[i];
            double cp = StrictMath.cos(p);
            Vec along = new Vec(s * cp, c * cp, -StrictMath.sin(p));
            Bone bone = new Bone(
                    f + 2,
                    at,
                    side,
                    along,
                    side.cross(along),
                    length[i],
                    r[i],
                    r[i + 1],
                    i == 0 ? 0.3 : i == 1 ? 0.3 : 0.05,
                    i == 2 ? 1.12 : 1.05,
                    mapX,
                    mapY,
                    MAP_ANGLE[f]);
            bones.add(bone);
            mapX += StrictMath.sin(MAP_ANGLE[f]) * length[i];
            mapY += StrictMath.cos(MAP_ANGLE[f]) * length[i];
            at = bone.end();
            joints[6 + 4 * f + i] = at;
            tips[f + 1] = bone;
        }
    }

    /** The z of the plane that the hand touches with the side away from the camera, forearm left out, mm. */
    double lowest(boolean palm) {
        double low = 1e9;
        for (Bone b : bones) {
            if (b.group() > 0 || b.length() < Palm.FOREARM / 2) {
                double start = palm ? -b.start().z() : b.start().z();
                double end = palm ? -b.end().z() : b.end().z();
                low = Math.min(low, Math.min(start - b.radiusStart(), end - b.radiusEnd()));
            }
        }
        return palm ? -low : low;
    }

    private static double[] radii(Anatomy a, int f) {
        double[] r = RADII[f].clone();
        for (int i = 0; i < r.length; i++) {
            r[i] *= a.fingerBreadth() * (0.97 + 0.06 * a.fleshiness());
        }
        return r;
    }

    /** The slope of the first segment at which a finger bent like this touches the table with its end, radians. */
    private static double settle(double[] length, double[] pitch, double drop) {
        double low = -0.6;
        double high = 0.6;
        for (int i = 0; i < 40; i++) {
            double mid = (low + high) / 2;
            double sum = 0;
            for (int k = 0; k < length.length; k++) {
                sum += length[k] * StrictMath.sin(mid + pitch[k]);
            }
            if (sum < drop) {
                low = mid;
            } else {
                high = mid;
            }
        }
        return (low + high) / 2;
    }

    private static void thumb(Anatomy a, Pose pose, Vec index, List<Bone> bones, Vec[] joints, Bone[] tips) {
        double[] r = radii(a, 0);
        double[] length = {47 * a.scale(), a.phalanges()[0][0], a.phalanges()[0][2]};
        double[] radius = {14.5 * a.fingerBreadth(), r[0], r[2], r[3]};
        double[] drop = pose.held().map(Pose.Held::thumbDrop).orElse(THUMB_LAID);
        Vec at = new Vec(-19 * a.handBreadth(), 17.5 * a.scale(), 15 * a.scale());
        double mapX = at.x();
        double mapY = at.y();
        double[] mapAngle = {-0.66, -0.62, -0.62};
        joints[1] = at;
        for (int i = 0; i < 3; i++) {
            double angle = pose.thumb()[i];
            double s = StrictMath.sin(angle);
            double c = StrictMath.cos(angle);
            double cp = StrictMath.cos(drop[i]);
            Vec along = new Vec(s * cp, c * cp, -StrictMath.sin(drop[i]));
            Vec level = new Vec(c, -s, 0);
            Vec up = level.cross(along);
            double roll = -pose.roll() * (i == 0 ? 0.3 : 1); // the nail looks away from the fingers
            Vec out = up.times(StrictMath.cos(roll)).plus(level.times(StrictMath.sin(roll)));
            Vec side = along.cross(out);
            Bone bone = new Bone(
                    1,
                    at,
                    side,
                    along,
                    out,
                    length[i],
                    radius[i],
                    radius[i + 1],
                    i == 0 ? 0 : i == 1 ? 0.7 : 0.1,
                    i == 2 ? 1.18 : i == 1 ? 1.05 : 1,
                    mapX,
                    mapY,
                    mapAngle[i]);
            bones.add(i == 0 ? Palm.asBody(bone) : bone);
            mapX += StrictMath.sin(mapAngle[i]) * length[i];
            mapY += StrictMath.cos(mapAngle[i]) * length[i];
            at = bone.end();
            joints[2 + i] = at;
            tips[0] = bone;
        }
        Palm.addFirstWeb(a, index, joints[1], joints[2], bones);
    }
}
