package org.dorsum.clinic.clients;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is ticked at a visit: before the treatment and after it. */
public enum Step {
    /** No strong sun in the days before. */
    SUN_AVOIDED(Part.PREPARATION),
    /** Harsh or irritating products stopped. */
    PRODUCTS_STOPPED(Part.PREPARATION),
    /** Rings and watch taken off. */
    JEWELLERY_OFF(Part.PREPARATION),
    /** Hands cleansed. */
    CLEANSED(Part.PREPARATION),
    /** Told that slight redness or sensitivity for a short time is usual. */
    REDNESS_EXPLAINED(Part.AFTERCARE),
    /** Moisturiser put on and explained. */
    MOISTURISER(Part.AFTERCARE),
    /** Sun protection put on and explained. */
    SUN_PROTECTION(Part.AFTERCARE),
    /** Told to keep harsh chemicals away. */
    NO_CHEMICALS(Part.AFTERCARE),
    /** Told not to scrub. */
    NO_SCRUBBING(Part.AFTERCARE);

    /** When it is ticked. */
    public enum Part {
        /** Before the treatment. */
        PREPARATION,
        /** After it. */
        AFTERCARE
    }

    private final Part part;

    Step(Part part) {
        this.part = part;
    }

    /** When it is ticked. */
    public Part part() {
        return part;
    }

    /** The name in the database, in forms and in message bundles. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The list of a part, in order. */
    public static List<Step> of(Part part) {
        return Arrays.stream(values()).filter(s -> s.part == part).toList();
    }
}
