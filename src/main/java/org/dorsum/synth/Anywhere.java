package org.dorsum.synth;

import java.util.List;
import org.dorsum.image.RgbImage;

/** Draws the circumstances of photographs as people take them. Shares are of all pictures. */
final class Anywhere {
    private static final double GESTURES = 0.35; // the other hands are open
    private static final double GESTURES_IN_ROOMS = 0.45; // of the gestures
    private static final double OPEN_IN_ROOMS = 0.15; // of the open hands
    private static final double STEEP = 0.1; // hands seen on edge
    private static final double PALMS = 0.25;
    private static final double GESTURE_PALMS = 0.4; // of the gestures
    private static final double CUT = 0.1; // close, and cut by the frame
    private static final double SMALL = 0.14; // a hand of 190 mm on 25 to 40 % of the frame's side
    private static final double NEAREST = 40; // mm across a picture of fingertips: one finger's end …
    private static final double FARTHEST = 150; // … to all fingers of a hand
    private static final double ASIDE = 0.15; // of such a picture's side
    private static final double SURFACE_PICTURES = 0.45; // where there are any

    private Anywhere() {}

    static Conditions.Setup setup(long seed, int width, int height, List<RgbImage> surfaces) {
        Rng r = Rng.of(seed, "anywhere");
        Rng g = Rng.of(seed, "gesture");
        boolean gesture = g.chance(GESTURES);
        boolean steep = g.chance(STEEP);
        boolean room = steep || g.chance(gesture ? GESTURES_IN_ROOMS : OPEN_IN_ROOMS);
        double extent = r.uniform(190, 330); // mm of table across the shorter side of the frame
        double aside = 0.08; // of the frame's side: standard deviation of the middle of the hand
        double framing = r.uniform(0, 1);
        if (framing < CUT) {
            extent = r.uniform(90, 180);
            aside = 0.22;
        } else if (framing < CUT + SMALL || (room && framing > 0.88)) {
            extent = r.uniform(475, 760);
            aside = 0.14;
        } else if (framing < CUT + SMALL + 0.1) {
            extent = r.uniform(120, 190);
        }
        double perMm = Math.min(width, height) / extent;
        double tilt = r.chance(0.3) ? 0.22 : 0.09;
        return new Conditions.Setup(
                seed,
                width,
                height,
                pose(g, seed, gesture, room),
                perMm,
                room ? Math.max(2 * extent, r.uniform(600, 1200)) : Math.max(extent, r.uniform(300, 700)),
                new Vec(0, gesture ? 70 : 90, 12),
                r.normal(0, aside),
                r.normal(0, aside),
                r.chance(0.5) ? r.normal(room ? 0 : Math.PI, 0.5) : r.uniform(-Math.PI, Math.PI),
                steep && g.chance(0.4) ? sign(g) * g.uniform(0.45, 1) : r.normal(0, tilt),
                steep ? sign(g) * g.uniform(0.7, 1.22) : r.normal(0, room ? 0.3 : tilt),
                r.chance(gesture ? GESTURE_PALMS : PALMS),
                light(r, seed),
                ground(seed, room, gesture, perMm, extent, surfaces),
                development(r, seed));
    }

    /** Aimed at the end of a finger; {@link Scene} scales the target by the hand's size, whence the mean hand's is right. */
    static Conditions.Setup closer(Conditions.Setup s) {
        Rng r = Rng.of(s.seed(), "fingertips");
        double extent = NEAREST * Fast.exp(r.uniform(0, 1) * Math.log(FARTHEST / NEAREST));
        Anatomy anatomy = Anatomy.random(s.seed());
        Bone tip = Skeleton.of(anatomy, s.pose()).tips()[r.chance(0.2) ? 0 : 1 + r.below(4)];
        Vec end = tip.at(0.6, 0, 0).times(1 / anatomy.scale());
        Vec at = new Vec(end.x(), end.y(), end.z() * anatomy.scale());
        double perMm = Math.min(s.width(), s.height()) / extent;
        return s.aimed(at, perMm, Math.max(2.5 * extent, r.uniform(150, 500)), r.normal(0, ASIDE), r.normal(0, ASIDE));
    }

    private static double sign(Rng r) {
        return r.chance(0.5) ? 1 : -1;
    }

    private static Pose pose(Rng g, long seed, boolean gesture, boolean room) {
        if (gesture) {
            return Gesture.random(g);
        }
        if (room) {
            return Gesture.open(g);
        }
        Pose flat = Pose.random(g, g.uniform(0, 1), g.chance(0.2) ? 0.5 : 0.2);
        return bent(g.chance(0.2) ? flat.withSplay(Gesture.touching(g)) : flat, Rng.of(seed, "arm"));
    }

    /**
     * A hand put down as it comes: bent at the wrist by up to 25° either way (its range is about 20° to the thumb's side, 30°
     * to the other), the thumb anywhere between laid beside the index finger and stretched out.
     */
    private static Pose bent(Pose flat, Rng r) {
        double wrist = Fast.clamp(r.normal(0, 0.22), -0.44, 0.44);
        if (r.chance(0.5)) {
            return flat.withArm(wrist, flat.thumb());
        }
        double out = r.uniform(-0.3, 1.4);
        double base = -0.22 - 0.55 * out + r.normal(0, 0.08);
        return flat.withArm(wrist, new double[] {-0.48 - 0.30 * out, base, base + r.uniform(-0.3, 0.25)});
    }

    private static Ground ground(
            long seed, boolean room, boolean gesture, double perMm, double extent, List<RgbImage> surfaces) {
        Rng r = Rng.of(seed, "ground");
        boolean picture = !surfaces.isEmpty() && r.chance(room ? 0.3 : SURFACE_PICTURES);
        Backdrop backdrop = picture
                ? Backdrop.Picture.of(surfaces.get(r.below(surfaces.size())), r.uniform(1.2, 3.5), perMm)
                : room ? Grounds.room(r, extent) : Grounds.surface(r, extent);
        backdrop = r.chance(0.4) ? Graded.random(r, backdrop) : backdrop;
        if (room) {
            return new Ground(backdrop, Double.POSITIVE_INFINITY, r.chance(0.6) ? r.uniform(0.3, 5) : 0);
        }
        boolean before = gesture && r.chance(0.5); // held before a wall or a chest
        return new Ground(backdrop, before ? r.uniform(5, 60) : 0, 0);
    }

    /** One light in five is harsh, one in eight coloured. */
    private static Light light(Rng r, long seed) {
        Light l = Light.random(r, false);
        Rng own = Rng.of(seed, "harsh light");
        boolean harsh = own.chance(0.2);
        boolean coloured = own.chance(0.125);
        return new Light(
                l.key(),
                harsh ? own.uniform(0.75, 0.94) : l.keyShare(),
                harsh ? own.uniform(0.02, 0.2) : l.softness(),
                coloured ? l.warmth() * Fast.exp(own.normal(0.1, 0.4)) : l.warmth());
    }

    private static Development development(Rng r, long seed) {
        Development d = Development.random(r);
        Rng own = Rng.of(seed, "poor exposure");
        double exposure = own.chance(0.12) ? own.uniform(1.3, 1.9) : own.chance(0.15) ? own.uniform(0.35, 0.75) : 1;
        boolean cast = own.chance(0.12); // a lamp's colour that the camera did not balance
        double red = cast ? Fast.exp(own.normal(0.1, 0.25)) : 1;
        double blue = cast ? Fast.exp(own.normal(-0.1, 0.3)) : 1;
        return d.strained(exposure, red, blue);
    }
}
