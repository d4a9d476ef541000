package org.dorsum.measure;

import java.util.Locale;

/** What an area of skin stands out by. */
public enum AreaKind {
    /** More blood than the skin around. */
    REDNESS,
    /** Darker or browner than the hand as a whole, and too broad for a spot. */
    BLOTCH,
    /** Paler than the skin around, as old scars are. */
    PALE,
    /** Looks broken, crusted or strongly inflamed: for a clinician to look at. */
    SUSPECT;

    /** The name in files: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
