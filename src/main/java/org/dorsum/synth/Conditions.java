package org.dorsum.synth;

import java.util.List;
import org.dorsum.image.RgbImage;

/**
 * The circumstances of one photograph: pose, framing, light, what the hand lies on, camera. Immutable; the same hand may be
 * rendered under many. Pictures are from 64 × 64 to 8000 × 8000 pixels.
 */
public final class Conditions {
    private static final double CLINIC_ACROSS = 196; // mm of table along the longer side of the frame
    private static final double CLINIC_DOWN = 150; // and along the shorter one
    private static final Vec BESIDE_CARD = new Vec(44, 95, 12); // the middle of a hand with the card at its side
    private static final double CARD_ACROSS = 272; // mm of table along the longer side of a frame that shows both
    private static final double CARD_DOWN = 204;

    /** The numbers behind it. */
    record Setup(
            long seed,
            int width,
            int height,
            Pose pose,
            double pixelsPerMm,
            double distance,
            Vec target,
            double offsetX,
            double offsetY,
            double turn,
            double tiltX,
            double tiltY,
            boolean palm,
            Light light,
            Ground ground,
            Development development) {

        /** Seen so large from so far, with this point of the hand near the middle. */
        Setup aimed(Vec at, double newPixelsPerMm, double newDistance, double x, double y) {
            return new Setup(
                    seed,
                    width,
                    height,
                    pose,
                    newPixelsPerMm,
                    newDistance,
                    at,
                    x,
                    y,
                    turn,
                    tiltX,
                    tiltY,
                    palm,
                    light,
                    ground,
                    development);
        }

        /** Turned so, from above this point, on another ground. */
        Setup seen(Vec newTarget, double newPixelsPerMm, double newTurn, Ground newGround) {
            return new Setup(
                    seed,
                    width,
                    height,
                    pose,
                    newPixelsPerMm,
                    distance,
                    newTarget,
                    offsetX,
                    offsetY,
                    newTurn,
                    tiltX,
                    tiltY,
                    palm,
                    light,
                    newGround,
                    development);
        }

        Setup with(boolean newPalm, Light newLight, Development newDevelopment) {
            return new Setup(
                    seed,
                    width,
                    height,
                    pose,
                    pixelsPerMm,
                    distance,
                    target,
                    offsetX,
                    offsetY,
                    turn,
                    tiltX,
                    tiltY,
                    newPalm,
                    newLight,
                    ground,
                    newDevelopment);
        }
    }

    private final Setup setup;

    private Conditions(Setup setup) {
        this.setup = setup;
    }

    Setup setup() {
        return setup;
    }

    /** A careful clinic: the whole hand on white paper, fingers to the right, even light, camera straight above. */
    public static Conditions clinic(long seed, int width, int height) {
        checkSize(width, height);
        Rng r = Rng.of(seed, "clinic");
        double perMm = Math.min(Math.max(width, height) / CLINIC_ACROSS, Math.min(width, height) / CLINIC_DOWN);
        boolean portrait = height > width;
        return new Conditions(new Setup(
                seed,
                width,
                height,
                Pose.random(r, r.uniform(0.35, 0.6), 0.12),
                perMm * r.uniform(0.98, 1.02),
                r.uniform(420, 520),
                new Vec(-16, 99, 12),
                r.normal(0, 0.006),
                r.normal(0, 0.006),
                (portrait ? 0 : Math.PI / 2) + r.normal(0, 0.03),
                r.normal(0, 0.02),
                r.normal(0, 0.02),
                false,
                Light.random(r, true),
                Ground.under(Backdrop.whitePaper(r)),
                Development.clinic(r)));
    }

    /**
     * A photograph as people take them: any surface or room, light, turn, distance and camera; laid flat or held in a
     * gesture; back or palm; parts cut by the frame.
     *
     * @param surfaces pictures of surfaces to lay the hand on, now and then; may be empty
     */
    public static Conditions anywhere(long seed, int width, int height, List<RgbImage> surfaces) {
        checkSize(width, height);
        return new Conditions(Anywhere.setup(seed, width, height, surfaces));
    }

    /**
     * The same from close by: one finger's end, or a few, fill the frame.
     *
     * @param surfaces as for {@link #anywhere}
     */
    public static Conditions fingertips(long seed, int width, int height, List<RgbImage> surfaces) {
        checkSize(width, height);
        return new Conditions(Anywhere.closer(Anywhere.setup(seed, width, height, surfaces)));
    }

    /** The next photograph of the same hand by the same people: nearly the same pose, framing and light. */
    public Conditions again(long seed) {
        Rng r = Rng.of(seed, "again");
        Setup s = setup;
        return new Conditions(new Setup(
                seed,
                s.width,
                s.height,
                s.pose.again(r),
                s.pixelsPerMm * r.normal(1, 0.012),
                s.distance,
                s.target,
                s.offsetX + r.normal(0, 0.008),
                s.offsetY + r.normal(0, 0.008),
                s.turn + r.normal(0, 0.04),
                s.tiltX + r.normal(0, 0.02),
                s.tiltY + r.normal(0, 0.02),
                s.palm,
                s.light.again(r),
                s.ground,
                s.development.again(r)));
    }

    /** Whether the hand is laid down with its fingers straight, not held in a gesture. */
    public boolean laidFlat() {
        return setup.pose().held().isEmpty();
    }

    /** The same with the palm up or down. */
    public Conditions palm(boolean up) {
        return new Conditions(setup.with(up, setup.light(), setup.development()));
    }

    /**
     * The same with Dorsum's card flat on the surface beside the little finger, under the same light: the camera turns by a
     * quarter and steps back until hand and card fill the frame. Of hands laid flat on a surface, as in a clinic.
     */
    public Conditions withCard() {
        Setup s = setup;
        if (!laidFlat() || s.ground().far()) {
            throw new IllegalArgumentException("a card lies beside a hand that lies flat on a surface");
        }
        double perMm = Math.min(Math.max(s.width, s.height) / CARD_ACROSS, Math.min(s.width, s.height) / CARD_DOWN);
        double turn = s.turn + (s.height > s.width ? Math.PI / 2 : -Math.PI / 2);
        return new Conditions(s.seen(BESIDE_CARD, perMm, turn, s.ground().withCard()));
    }

    /**
     * The same with another camera.
     *
     * @param contrast of its curve, 0 none … 1 strong
     * @param saturation 0.5 … 1.5, 1 as it is
     */
    public Conditions developed(double contrast, double saturation) {
        if (!(contrast >= 0 && contrast <= 1 && saturation >= 0.5 && saturation <= 1.5)) {
            throw new IllegalArgumentException("contrast is 0 to 1, saturation 0.5 to 1.5");
        }
        return new Conditions(
                setup.with(setup.palm(), setup.light(), setup.development().rendering(contrast, saturation)));
    }

    /** The same out of focus and shaken, mm on the hand. */
    public Conditions blurred(double defocusMm, double motionMm) {
        if (!(defocusMm >= 0 && defocusMm <= 5 && motionMm >= 0 && motionMm <= 10)) {
            throw new IllegalArgumentException("blur is 0 to 5 mm and shake 0 to 10 mm");
        }
        return new Conditions(
                setup.with(setup.palm(), setup.light(), setup.development().blurred(defocusMm, motionMm)));
    }

    /**
     * The same with the key light from elsewhere; its share, softness and warmth stay.
     *
     * @param azimuthDegrees direction in the picture, 0 from the right, 90 from below
     * @param heightDegrees above the table, 20 … 90
     */
    public Conditions litFrom(double azimuthDegrees, double heightDegrees) {
        if (!(Math.abs(azimuthDegrees) <= 360 && heightDegrees >= 20 && heightDegrees <= 90)) {
            throw new IllegalArgumentException("light comes from -360 to 360 degrees, 20 to 90 above the table");
        }
        double azimuth = StrictMath.toRadians(azimuthDegrees);
        double height = StrictMath.toRadians(heightDegrees);
        double c = StrictMath.cos(height);
        Vec key = new Vec(c * StrictMath.cos(azimuth), c * StrictMath.sin(azimuth), StrictMath.sin(height));
        Light l = setup.light();
        return new Conditions(
                setup.with(setup.palm(), new Light(key, l.keyShare(), l.softness(), l.warmth()), setup.development()));
    }

    /**
     * The same with another exposure and white balance.
     *
     * @param exposure factor on the light, 0.25 … 4
     * @param red factor on red, 0.5 … 2
     * @param blue factor on blue, 0.5 … 2
     */
    public Conditions exposed(double exposure, double red, double blue) {
        if (!(exposure >= 0.25 && exposure <= 4 && red >= 0.5 && red <= 2 && blue >= 0.5 && blue <= 2)) {
            throw new IllegalArgumentException("exposure changes by 0.25 to 4, red and blue by 0.5 to 2");
        }
        return new Conditions(
                setup.with(setup.palm(), setup.light(), setup.development().strained(exposure, red, blue)));
    }

    /** The same under even light without gloss, with a camera that changes nothing. */
    public Conditions neutral() {
        return new Conditions(setup.with(setup.palm(), Light.NEUTRAL, Development.NEUTRAL));
    }

    private static void checkSize(int width, int height) {
        if (width < 64 || height < 64 || width > 8000 || height > 8000) {
            throw new IllegalArgumentException(
                    "a picture is 64 to 8000 pixels wide and high, not " + width + " × " + height);
        }
    }
}
