package org.dorsum.clinic.clients;

import java.util.Locale;

/** What a client hopes the treatment changes. */
public enum Concern {
    /** Rough to the touch. */
    ROUGHNESS,
    /** Dry, scaling. */
    DRYNESS,
    /** Uneven texture. */
    TEXTURE,
    /** Fine lines and wrinkles. */
    LINES,
    /** Sun and age spots. */
    SPOTS,
    /** Uneven tone. */
    TONE,
    /** Loss of firmness, veins and tendons standing out. */
    FIRMNESS;

    /** The name in the database, in forms and in message bundles. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
