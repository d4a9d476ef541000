package org.dorsum.measure;

import java.util.Locale;

/** Sorts of lines of the skin. */
public enum LineKind {
    /** A line less than 0.45 mm wide that stands out of the furrows around it. */
    FINE_LINE,
    /** A line of 0.45 mm and more. */
    WRINKLE,
    /** A fold over a knuckle: anatomy. It lies in a knuckle's zone and never counts for the back of the hand. */
    KNUCKLE_CREASE,
    /** A stretch of the skin's own network of furrows, hardly stronger than the rest of it. */
    FURROW;

    /** The name in files: lower case, words joined by hyphens. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
