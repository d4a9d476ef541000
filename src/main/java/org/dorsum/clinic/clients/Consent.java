package org.dorsum.clinic.clients;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a client agreed to, and when. Immutable.
 *
 * @param withdrawnOn since when no longer, if it was withdrawn
 */
public record Consent(String id, Scope scope, LocalDate givenOn, Optional<LocalDate> withdrawnOn) {
    /** What consent is given to. */
    public enum Scope {
        /** Photos of the hands are taken, measured and kept for the client's own treatment. */
        PHOTOS,
        /** Values, under the client's code, go into tables for research; no photo does. */
        RESEARCH;

        /** The name in the database and in forms. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The scope of that label. */
        public static Optional<Scope> of(String label) {
            return Arrays.stream(values()).filter(s -> s.label().equals(label)).findFirst();
        }
    }

    /** Whether it stands. */
    public boolean stands() {
        return withdrawnOn.isEmpty();
    }
}
