package org.dorsum.hand;

import java.util.Locale;

/**
 * How many pixels of the upright photo a millimetre on the hand covers.
 *
 * @param pixelsPerMm greater than 0
 * @param source how it is known
 * @param standardError of {@code pixelsPerMm}, in the same unit, at least 0
 */
public record Scale(double pixelsPerMm, Source source, double standardError) {

    /** How a scale is known, best first. */
    public enum Source {
        /** The project's own card lies in the photo. */
        CARD,
        /** A printed marker of stated size lies in the photo. */
        MARKER,
        /** An everyday object of known size lies in the photo. */
        REFERENCE,
        /** The user stated it. */
        GIVEN,
        /** Estimated from the breadth of the hand. */
        ESTIMATED;

        /** The name in files: lower case. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Checks the numbers. */
    public Scale {
        if (!(pixelsPerMm > 0 && pixelsPerMm < 1e4)) {
            throw new IllegalArgumentException("a scale is greater than 0 and below 10000 px/mm, not " + pixelsPerMm);
        }
        if (!(standardError >= 0)) {
            throw new IllegalArgumentException("a standard error is at least 0, not " + standardError);
        }
    }
}
