package org.dorsum.clinic.people;

import java.util.Locale;

/** What a person may do; a person may have several. */
public enum Role {
    /** Keeps the list of persons, the audit log and the rules of retention; sees no client unless also clinician. */
    ADMINISTRATOR,
    /** Sees and keeps everything of every client. */
    CLINICIAN,
    /** Takes photos at today's visits; sees no history. */
    ASSISTANT,
    /** Sees tables of clients who consented to research, under their codes. */
    RESEARCHER;

    /** The name in the database, in addresses and in message bundles. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of that label. */
    public static Role of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
