package org.dorsum.measure;

import java.util.List;
import java.util.Locale;
import org.dorsum.hand.Zone;
import org.dorsum.image.Mask;
import org.dorsum.skin.Skin;

/**
 * Areas that look broken, crusted or strongly inflamed, for a clinician to look at before a treatment; no diagnosis, and no word
 * about what it is.
 *
 * <p>Raw skin and crusts of blood are as red as blood itself, inflamed skin is so over a broad area: density of haemoglobin at
 * least 0.45 above the zone's fitted plane, over at least 2 mm and 9 mm², while a* of the area is at least 5 above that of the skin
 * around and ΔE00 to it is at least 7. Melanin raises a* less, and spots stay below on all but the darkest skin. Holes in
 * the usable skin are not looked into. Immutable; O(pixels).
 */
public final class Suitability {
    private static final double STRONG = 0.45; // blood three times what is usual on this hand
    private static final double NARROWEST_MM = 2;
    private static final double SMALLEST_MM2 = 9;
    private static final double REDDER = 5; // a*: flushed knuckles reach 3 to 4
    private static final double FROM_AROUND = 7; // ΔE00

    private Suitability() {}

    /** The check; it has no settings. */
    public static Suitability withDefaults() {
        return new Suitability();
    }

    /** The areas of {@code zone} that look so; none on grey photos, which cannot show it. */
    public List<Mark.Area> find(Skin skin, Zone zone) {
        if (skin.grey() || TileGrid.over(skin, skin.usable(zone)).size() < TileGrid.FEWEST_TILES) {
            return List.of();
        }
        Coarse coarse = Coarse.of(skin, zone).smooth();
        Mask red = Coarse.broad(Redness.excess(coarse).above(STRONG).and(coarse.skin()), NARROWEST_MM);
        return coarse
                .areas(AreaKind.SUSPECT, red, SMALLEST_MM2, part -> {
                    AreaColour.Contrast contrast = AreaColour.contrast(coarse, part);
                    return contrast.redder() >= REDDER ? contrast.de00() : 0;
                })
                .stream()
                .filter(a -> a.contrastDe00() >= FROM_AROUND)
                .toList();
    }

    /** The settings that decide, for provenance. */
    public String settings() {
        return String.format(
                Locale.ROOT, "suitability %s %s %s %s %s", STRONG, NARROWEST_MM, SMALLEST_MM2, REDDER, FROM_AROUND);
    }
}
