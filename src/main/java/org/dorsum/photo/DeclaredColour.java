package org.dorsum.photo;

/** The colour space a file declares for its samples. */
sealed interface DeclaredColour {

    /** Nothing is said. */
    record None() implements DeclaredColour {}

    /** An ICC profile is embedded: its bytes, not yet looked at. */
    record Icc(byte[] profile) implements DeclaredColour {}

    /** The space is described by numbers or by name. */
    record Known(RgbSpace space) implements DeclaredColour {}

    /** Something is said that cannot be understood. */
    record Unreadable(String why) implements DeclaredColour {}

    static DeclaredColour none() {
        return new None();
    }
}
