package org.dorsum.measure;

import java.util.Locale;

/** What a pigmented spot looks like, by size and darkness alone. No diagnosis. */
public enum SpotKind {
    /** Below 3 mm across: as freckles and the smallest lentigines are. */
    FRECKLE,
    /** 3 mm across or more: as age and sun spots are. */
    LENTIGO,
    /** Half of the light of the skin around and less, of any size: raised, or very dark. */
    RAISED_OR_VERY_DARK;

    private static final double FRECKLE_MM = 3; // freckles are 1 to 3 mm, solar lentigines up to centimetres
    private static final double VERY_DARK = Math.log(2); // of log-luminance

    /** The kind of a spot of this diameter that is darker than its ring by {@code density} (natural log-luminance). */
    static SpotKind of(double diameterMm, double density) {
        return density >= VERY_DARK ? RAISED_OR_VERY_DARK : diameterMm < FRECKLE_MM ? FRECKLE : LENTIGO;
    }

    /** The name in files: lower case, words joined by hyphens. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
