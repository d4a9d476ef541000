package org.dorsum.hand;

import java.util.Locale;

/** Whose hand it is of the two. */
public enum Side {
    /** Left hand. */
    LEFT,
    /** Right hand. */
    RIGHT,
    /** Not known. */
    UNCLEAR;

    /** The name in files: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
