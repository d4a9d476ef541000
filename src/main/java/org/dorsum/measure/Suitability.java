package org.dorsum.measure;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dorsum.hand.Zone;
import org.dorsum.image.Mask;
import org.dorsum.image.Morphology;
import org.dorsum.image.Plane;
import org.dorsum.skin.Skin;

/**
 * Areas that look broken, crusted or strongly inflamed, for a clinician to look at before a treatment; no diagnosis, and no word
 * about what it is.
 *
 * <p>Raw skin and crusts of blood are as red as blood itself, inflamed skin is so over a broad area: density of haemoglobin at
 * least 0.45 above the zone's fitted plane, over at least 2 mm and 9 mm², while a* of the area is at least 5 above that of the skin
 * around and ΔE00 to it is at least 7. Melanin raises a* less, and spots stay below on all but the darkest skin.
 *
 * <p>On brown and dark skin a crust is hardly redder, and the light that the surface sends back dilutes blood's colour. So what
 * reaches 1.2 once 2 % of full light is taken off is for a clinician too, whatever its a*: on 122 backs nothing exceeds 1.0.
 *
 * <p>On the back of the hand holes in the usable skin, 2 to 8 mm wide, are looked into: a crust on light skin is as dark as deep shadow, raw
 * dark skin as bright as a reflection. Immutable; O(pixels).
 */
public final class Suitability {
    private static final double STRONG = 0.45; // blood three times what is usual on this hand
    private static final double DEEP = 1.2; // the same without the surface's light; spots on brown skin reach 0.95
    private static final double SURFACE = 0.02; // of full light: two thirds of what skin's surface sends back (0.035)
    private static final double LEAST = 0.004; // of full light, what remains at least: an 8-bit step in the dark
    private static final double HOLE_MM = 4; // half the width of the widest hole that is looked into
    private static final double NARROWEST_MM = 2;
    private static final double SMALLEST_MM2 = 9;
    private static final double REDDER = 5; // a*: flushed knuckles reach 3 to 4
    private static final double FROM_AROUND = 7; // ΔE00
    private static final double PLAIN = 5; // ΔE00 of what holds so much blood: dark skin leaves little room for more

    private Suitability() {}

    /** The check; it has no settings. */
    public static Suitability withDefaults() {
        return new Suitability();
    }

    /** The areas of {@code zone} that look so; none on grey photos, which cannot show it. */
    public List<Mark.Area> find(Skin skin, Zone zone) {
        return find(SkinZone.of(skin, zone));
    }

    /** The same of a zone that other measures read too. */
    public List<Mark.Area> find(SkinZone of) {
        if (of.skin().grey() || of.grid().size() < TileGrid.FEWEST_TILES) {
            return List.of();
        }
        Mask holes = holes(of);
        Coarse coarse = holes.count() == 0 ? of.smoothCoarse() : withHoles(of, holes);
        Mask red = excess(coarse, STRONG);
        Mask deep = excess(withoutSurface(coarse), DEEP);
        double squares = SMALLEST_MM2 * Coarse.PIXELS_PER_MM * Coarse.PIXELS_PER_MM;
        return coarse
                .areas(AreaKind.SUSPECT, red.or(deep), SMALLEST_MM2, part -> {
                    AreaColour.Contrast contrast = AreaColour.contrast(coarse, part);
                    boolean bloody = part.and(deep).count() >= squares && contrast.de00() >= PLAIN;
                    boolean strong = contrast.redder() >= REDDER && contrast.de00() >= FROM_AROUND;
                    return bloody || strong ? contrast.de00() : 0;
                })
                .stream()
                .filter(a -> a.contrastDe00() > 0)
                .toList();
    }

    /** The broad holes that glare and shadow left in the back of the hand; elsewhere holes may be rings. */
    private static Mask holes(SkinZone of) {
        double scale = of.skin().pixelsPerMm();
        if (of.zone() != Zone.DORSUM) {
            return Mask.none(of.usable().width(), of.usable().height());
        }
        Mask holes = of.closed(HOLE_MM).minus(of.usable());
        return Morphology.open(holes, NARROWEST_MM / 2 * scale);
    }

    private static Coarse withHoles(SkinZone of, Mask holes) {
        Skin whole = of.skin().withUsable(Map.of(of.zone(), of.usable().or(holes)));
        return Coarse.of(whole, of.zone()).smooth();
    }

    private static Mask excess(Coarse coarse, double least) {
        return Coarse.broad(Redness.excess(coarse).above(least).and(coarse.skin()), NARROWEST_MM);
    }

    private static Coarse withoutSurface(Coarse c) {
        return new Coarse(c.origin(), inside(c.red()), inside(c.green()), inside(c.blue()), c.skin());
    }

    private static Plane inside(Plane light) {
        return light.map(v -> Math.max(LEAST, v - SURFACE));
    }

    /** The settings that decide, for provenance. */
    public String settings() {
        return String.format(
                Locale.ROOT,
                "suitability %s %s %s %s %s %s %s %s %s %s",
                STRONG,
                DEEP,
                SURFACE,
                LEAST,
                HOLE_MM,
                NARROWEST_MM,
                SMALLEST_MM2,
                REDDER,
                FROM_AROUND,
                PLAIN);
    }
}
