package org.dorsum.clinic.photos;

import java.util.Locale;

/** Which hand a photo is of, as stated by who took it. */
public enum HandSide {
    /** The left one. */
    LEFT,
    /** The right one. */
    RIGHT;

    /** The name in the database and in tables. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The hand of that label. */
    public static HandSide of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
