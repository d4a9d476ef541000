package org.dorsum.clinic.clients;

import java.util.Locale;

/** What is asked before a treatment of the hands, and what a yes means. */
public enum Condition {
    /** Active acne on the hands. */
    ACNE(Weight.STOP),
    /** Eczema on the hands. */
    ECZEMA(Weight.STOP),
    /** Open wounds on the hands. */
    WOUNDS(Weight.STOP),
    /** Sensitive skin, allergies, known reactions. */
    SENSITIVE(Weight.CLINICIAN_DECIDES),
    /** Medicines or products that make the skin thin or sensitive to light. */
    MEDICINES(Weight.CLINICIAN_DECIDES),
    /** A spot that changed or looks odd: to be shown to a clinician, whatever is decided here. */
    ODD_SPOT(Weight.CLINICIAN_DECIDES),
    /** Deep scars or a severe condition: this treatment is not expected to help, another may. */
    DEEP_SCARS(Weight.SOMETHING_ELSE);

    /** What a yes means. */
    public enum Weight {
        /** No treatment while it lasts. */
        STOP,
        /** A clinician decides. */
        CLINICIAN_DECIDES,
        /** May need something else; the client is told. */
        SOMETHING_ELSE
    }

    private final Weight weight;

    Condition(Weight weight) {
        this.weight = weight;
    }

    /** What a yes means. */
    public Weight weight() {
        return weight;
    }

    /** The name in the database, in forms and in message bundles. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
