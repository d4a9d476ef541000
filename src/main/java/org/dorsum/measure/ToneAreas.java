package org.dorsum.measure;

import java.util.ArrayList;
import java.util.List;
import org.dorsum.colour.Ciede2000;
import org.dorsum.colour.Lab;
import org.dorsum.colour.LinearRgb;
import org.dorsum.image.Filters;
import org.dorsum.image.Mask;
import org.dorsum.image.Plane;
import org.dorsum.stats.Quantiles;

/**
 * Blotches and pale areas of a zone, on coarsely seen skin.
 *
 * <p>A blotch is browner than the zone's middle colour under the same red light, by ΔE00 of 5 and more, at least 5 mm wide and 40 mm²:
 * more than a spot. A pale area, as old scars are, lies above the skin around it (Gaussian σ 5 mm) by 8 % in green light while red
 * rises less than three fifths as much, which gloss, adding the same to all channels, does not do on lit skin, and is less red than the hand's middle; at least
 * 1.5 mm wide and 4 mm².
 */
final class ToneAreas {
    private static final double BLOTCH_DE00 = 5; // twice the middle unevenness of hands: plainly seen
    private static final double BLOTCH_WIDE_MM = 5;
    private static final double BLOTCH_MM2 = 40; // a disc of 7 mm
    private static final double AROUND_MM = 5; // σ
    private static final double PALER = 0.08; // of log green
    private static final double PALER_THAN_HAND =
            0.02; // of log green over red: the skin beside a dark patch is not pale
    private static final double RED_SHARE = 0.6; // pigment takes half as much red as green, shading as much, gloss 0.7
    private static final double PALE_WIDE_MM = 1.5;
    private static final double PALE_MM2 = 4;
    private static final double DARKEST = 1e-4;

    private ToneAreas() {}

    static String settings() {
        return "blotches " + BLOTCH_DE00 + " " + BLOTCH_WIDE_MM + " " + BLOTCH_MM2 + ", pale " + AROUND_MM + " " + PALER
                + " " + PALER_THAN_HAND + " " + RED_SHARE + " " + PALE_WIDE_MM + " " + PALE_MM2;
    }

    static List<Mark.Area> of(Coarse coarse) {
        List<Mark.Area> areas = new ArrayList<>(blotches(coarse));
        areas.addAll(pale(coarse));
        return List.copyOf(areas);
    }

    private static List<Mark.Area> blotches(Coarse coarse) {
        LinearRgb middle = AreaColour.median(coarse);
        Lab even = Lab.of(middle);
        Mask brown = Mask.of(coarse.skin().width(), coarse.skin().height(), (x, y) -> {
            if (!coarse.skin().at(x, y)) {
                return false;
            }
            double gain = middle.red() / Math.max(DARKEST, coarse.red().at(x, y));
            double green = gain * coarse.green().at(x, y);
            double blue = gain * coarse.blue().at(x, y);
            Lab here = Lab.of(middle.red(), green, blue);
            return here.b() > even.b() && here.l() < even.l() && Ciede2000.difference(here, even) > BLOTCH_DE00;
        });
        return coarse.areas(
                AreaKind.BLOTCH,
                Coarse.broad(brown, BLOTCH_WIDE_MM),
                BLOTCH_MM2,
                part -> AreaColour.toRing(coarse, part));
    }

    private static List<Mark.Area> pale(Coarse coarse) {
        Plane red = above(coarse, coarse.red());
        Plane green = above(coarse, coarse.green());
        Plane hue = coarse.green().with(coarse.red(), (g, r) -> Math.log(Math.max(DARKEST, g) / Math.max(DARKEST, r)));
        double usual = Quantiles.median(coarse.onSkin(hue));
        Mask pale = Mask.of(
                coarse.skin().width(),
                coarse.skin().height(),
                (x, y) -> coarse.skin().at(x, y)
                        && green.at(x, y) > PALER
                        && red.at(x, y) < RED_SHARE * green.at(x, y)
                        && hue.at(x, y) - usual > PALER_THAN_HAND);
        return coarse.areas(
                AreaKind.PALE, Coarse.broad(pale, PALE_WIDE_MM), PALE_MM2, part -> AreaColour.toRing(coarse, part));
    }

    /** Log-light above the mean of the skin around. */
    private static Plane above(Coarse coarse, Plane light) {
        Plane log = light.map(v -> Math.log(Math.max(DARKEST, v)));
        return log.minus(Filters.gaussian(log, coarse.skin(), AROUND_MM * Coarse.PIXELS_PER_MM));
    }
}
