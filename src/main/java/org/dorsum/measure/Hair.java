package org.dorsum.measure;

import java.util.ArrayList;
import java.util.List;
import org.dorsum.hand.Zone;
import org.dorsum.image.Filters;
import org.dorsum.image.LineFilter;
import org.dorsum.image.Mask;
import org.dorsum.image.Morphology;
import org.dorsum.image.Plane;
import org.dorsum.skin.Skin;

/**
 * Finds the hairs that lie over the skin, dark ones and white ones, each with a confidence, and looks under them.
 *
 * <p>A hair is a valley (white: a ridge) of log-luminance along a straight window, followed from pixel to pixel, that is as
 * narrow as the photo can show, colourless (it hides skin, whereas shading reaches red, which spreads in the skin, less than
 * blue) and deeper than the texture around it. These speak through a logistic score whose weights were fitted on rendered hands
 * with known hairs (docs/methods.md); what scores at least 0.6 is taken for a hair; a thin line of the
 * skin then passes for a hair in one of fifteen cases. Where it lies, log-luminance is filled in from its sides.
 *
 * <p>Known limits: hair that the photo blurs to the width of lines is not told apart; nor is downy hair of little contrast.
 * Immutable; O(pixels).
 *
 * @see <a href="https://doi.org/10.1016/S0010-4825(97)00020-6">Lee 1997</a>, DullRazor, on taking hair out of skin pictures
 */
public final class Hair {
    private static final double SIGMA_MM = 0.1; // the narrowest valley that a plane of 8 px/mm holds
    private static final double REACH_MM = 1; // hairs bend little over 2 mm
    private static final int DIRECTIONS = 16; // every 11°: half a step moves the window's end by 0.1 mm
    private static final double WEAK = 2; // times the median strength of the skin: half of its own texture lies within
    private static final double STRONG = 2.6;
    private static final double FAINTEST = 0.02; // log-luminance: below it 8-bit samples and noise make all valleys
    private static final double SHORTEST_MM = 1; // shorter pieces are pores and stubble
    private static final double LEAST_EXPLAINED = 0.4; // of the profile, else it is no valley
    private static final double SHAFT_MM = 0.07; // σ of the narrowest valley on the plane: shaft, sampling and filter
    private static final double PIXEL_BLUR = 0.5; // σ of a camera's own blur, pixels of the photo
    private static final double MOST_BLUR_MM =
            0.08; // σ: beyond a shaft's own, hairs look like lines; outlines read too much
    private static final double WIDEST = 1.5; // times that: wider is no hair whatever else it is
    private static final double DEEPEST = 6; // times texture: what the weights were fitted on; more says no more
    private static final double LONGEST_MM = 6; // likewise
    private static final double CERTAIN = 0.6;
    private static final double LIKELY = 0.5;
    private static final double RIM_MM = 0.25; // to either side of its middle a hair and its blur hide the skin
    private static final double FILL_MM = 0.25; // σ of what is filled in from the sides
    private static final double COLOURLESS =
            2.3; // blue over red depth at which a bright line is as likely hair as gloss
    private static final double UNKNOWN_COLOUR = 1.6; // blue over red depth halfway between dark hairs and lines

    private static final double BRIGHT_COLOUR = 6.5; // weights of blue over red in the score
    private static final double DARK_COLOUR = 3.6;
    private static final double LEAST_BLUE = 0.5; // blue over red depth that is believed
    private static final double MOST_BLUE = 4;

    private static final double MEDIAN = 0.5;

    private final Skin skin;
    private final Mask usable;
    private final Mask nothing;

    private Hair(Skin skin, Mask usable) {
        this.skin = skin;
        this.usable = usable;
        this.nothing = Mask.none(skin.width(), skin.height());
    }

    /**
     * What was found.
     *
     * @param mask pixels that hairs hide, their rims included
     * @param hairs one by one
     * @param coverage share of the zone's usable pixels that hairs hide, 0 … 1
     * @param confidence mean confidence of the hairs, by length; 1 where there is none
     * @param texture strength of the skin's own texture at the scale of hairs, log-luminance
     */
    public record Found(Mask mask, List<Mark.Hair> hairs, double coverage, double confidence, double texture) {
        /** Copies the list. */
        public Found {
            hairs = List.copyOf(hairs);
        }

        /** The plane with what hairs hide filled in from their sides. */
        Plane lookUnder(Plane plane, double pixelsPerMm) {
            if (mask.count() == 0) {
                return plane;
            }
            Plane sides = Filters.gaussian(plane, mask.not(), FILL_MM * pixelsPerMm);
            return plane.replaced(mask, sides);
        }
    }

    /** The settings that change a value, for provenance. */
    static String settings() {
        return "hair " + SIGMA_MM + " " + REACH_MM + " " + WEAK + " " + STRONG + " " + FAINTEST + " " + SHORTEST_MM
                + " " + LEAST_EXPLAINED + " " + SHAFT_MM + " " + MOST_BLUR_MM + " " + WIDEST + " " + DEEPEST + " "
                + LONGEST_MM + " "
                + CERTAIN + " " + LIKELY + " " + RIM_MM + " "
                + COLOURLESS;
    }

    /** The hairs over a zone. */
    public static Found find(SkinZone of) {
        return new Hair(of.skin(), of.usable()).find();
    }

    /** The hairs over {@code zone} of {@code skin}. */
    public static Found find(Skin skin, Zone zone) {
        return new Hair(skin, skin.usable(zone)).find();
    }

    /** Tells of dark lines that were found by other means whether they are hairs after all. */
    static final class Judge {
        private final Hair hair;
        private final double texture;

        private Judge(Hair hair, double texture) {
            this.hair = hair;
            this.texture = texture;
        }

        /** Whether a dark line is a hair, more likely than not. */
        boolean isHair(Curve curve) {
            return hair.confidence(curve, hair.skin.logLuminance(), false, texture) > LIKELY;
        }
    }

    /**
     * A judge of the lines of {@code skin}.
     *
     * @param texture {@link Found#texture()} there
     */
    static Judge judge(Skin skin, double texture) {
        return new Judge(new Hair(skin, Mask.none(skin.width(), skin.height())), texture);
    }

    private Found find() {
        boolean[] middle = new boolean[skin.width() * skin.height()];
        List<Mark.Hair> hairs = new ArrayList<>();
        double scale = skin.pixelsPerMm();
        Plane plane = skin.logLuminance();
        LineFilter.DarkAndBright lines = LineFilter.both(plane, SIGMA_MM * scale, REACH_MM * scale, DIRECTIONS);
        double texture = Math.max(FAINTEST / STRONG, Strengths.quantile(lines.dark(), usable, MEDIAN));
        double brightTexture = Math.max(FAINTEST / STRONG, Strengths.quantile(lines.bright(), usable, MEDIAN));
        strands(lines.dark(), plane, texture, false, middle, hairs);
        strands(lines.bright(), plane.negated(), brightTexture, true, middle, hairs);
        if (hairs.isEmpty()) {
            return new Found(nothing, hairs, 0, 1, texture);
        }
        Mask mask = Morphology.dilate(
                Mask.of(skin.width(), skin.height(), (x, y) -> middle[y * skin.width() + x]),
                RIM_MM * skin.pixelsPerMm());
        double length = 0;
        double sum = 0;
        for (Mark.Hair h : hairs) {
            length += h.lengthMm();
            sum += h.lengthMm() * h.confidence();
        }
        return new Found(
                mask, hairs, mask.and(usable).count() / (double) Math.max(1, usable.count()), sum / length, texture);
    }

    private void strands(
            LineFilter lines, Plane plane, double texture, boolean bright, boolean[] middle, List<Mark.Hair> hairs) {
        double scale = skin.pixelsPerMm();
        for (LineTracer.Chain chain : LineTracer.trace(lines, usable, WEAK * texture, STRONG * texture)) {
            Curve curve = Curve.of(chain);
            double lengthMm = curve.length() / scale;
            if (lengthMm < SHORTEST_MM) {
                continue;
            }
            double confidence = confidence(curve, plane, bright, texture);
            if (confidence >= CERTAIN) {
                hairs.add(new Mark.Hair(
                        Mark.through(curve.path(), skin.toPhoto()), lengthMm, bright, Math.min(1, confidence)));
                for (int i = 0; i < chain.size(); i++) {
                    middle[chain.y()[i] * skin.width() + chain.x()[i]] = true;
                }
            }
        }
    }

    /**
     * How sure it is that a curve is a hair and no line of the skin, 0 … 1; 0 for all that is less likely a hair than not by its
     * shape alone.
     *
     * @param plane log-luminance, turned round for bright hairs
     * @param texture strength that skin without hair has at this scale
     */
    private double confidence(Curve curve, Plane plane, boolean bright, double texture) {
        double scale = skin.pixelsPerMm();
        LineProfile profile = LineProfile.of(curve, plane, null, scale);
        double narrow = profile.sigmaMm() / narrowestMm();
        if (!(profile.depth() >= FAINTEST && profile.explained() >= LEAST_EXPLAINED && narrow < WIDEST)) {
            return 0;
        }
        double shape = bright
                ? (curve.straightness() < 0.95 || profile.explained() < 0.7 ? -5 : 0) - BRIGHT_COLOUR * COLOURLESS
                : -0.2
                        - 7 * Math.log(narrow)
                        + 2.7 * Math.log(Math.min(DEEPEST, profile.depth() / texture))
                        + 5.2 * profile.explained()
                        - Math.log(Math.min(LONGEST_MM, curve.length() / scale));
        double colour = bright ? BRIGHT_COLOUR : -DARK_COLOUR;
        double most = shape + Math.max(colour * LEAST_BLUE, colour * MOST_BLUE);
        if (most <= 0) {
            return 0; // whatever its colour, it is no hair: no need to look at that
        }
        double blueOverRed = skin.grey() ? UNKNOWN_COLOUR : blueOverRed(curve, bright);
        return 1 / (1 + Math.exp(-shape - colour * blueOverRed));
    }

    /** σ of the narrowest valley that this photo can show: a shaft through its pixels and, as far as a hair is still seen, its blur. */
    private double narrowestMm() {
        double pixel = PIXEL_BLUR / skin.capture().nativePixelsPerMm();
        double blur = skin.capture().physics().outlineBlurMm().orElse(0);
        return Math.hypot(SHAFT_MM, Math.max(pixel, Math.min(MOST_BLUR_MM, blur)));
    }

    /** How much deeper the valley is in blue than in red light, each relative to its own level, within what is believed. */
    private double blueOverRed(Curve curve, boolean bright) {
        double blue = relativeDepth(curve, skin.light().blue(), bright);
        double red = relativeDepth(curve, skin.light().red(), bright);
        return Math.max(LEAST_BLUE, Math.min(MOST_BLUE, blue / Math.max(0.01, red)));
    }

    private double relativeDepth(Curve curve, Plane light, boolean bright) {
        double depth = LineProfile.of(curve, light, null, skin.pixelsPerMm()).depth();
        double level = 0;
        for (int i = 0; i < curve.size(); i++) {
            level += light.at((int) Math.rint(curve.x()[i]), (int) Math.rint(curve.y()[i])) / curve.size();
        }
        return (bright ? -depth : depth) / Math.max(1e-4, level + Math.max(0, depth));
    }
}
