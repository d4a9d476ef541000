package org.dorsum.hand;

import java.util.Locale;

/** Which face of the hand the camera sees. */
public enum Aspect {
    /** The back. */
    DORSAL,
    /** The palm. */
    PALMAR,
    /** Not known. */
    UNCLEAR;

    /** The name in files: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
