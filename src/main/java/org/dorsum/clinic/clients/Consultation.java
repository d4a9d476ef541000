package org.dorsum.clinic.clients;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What was asked and decided before a course of treatment. Immutable.
 *
 * @param conditions those that were answered with yes
 * @param notes free text, such as medical history; sealed in the database
 * @param recordedBy id of the person
 */
public record Consultation(
        String id,
        LocalDate heldOn,
        Set<Concern> concerns,
        Set<Condition> conditions,
        Optional<String> notes,
        Decision decision,
        String recordedBy) {
    /** Whether the hands may be treated. */
    public enum Decision {
        /** They may. */
        SUITABLE,
        /** They may not while a stop lasts. */
        STOP,
        /** A clinician has not decided yet. */
        UNDECIDED;

        /** The name in the database and in message bundles. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Copies the sets. */
    public Consultation {
        concerns = Set.copyOf(concerns);
        conditions = Set.copyOf(conditions);
    }

    /**
     * What follows from the answers: a stop stops whatever anybody decides; what a clinician must decide is open until it is
     * decided; everything else is suitable.
     */
    public static Decision decide(Set<Condition> conditions, boolean clinicianAgrees) {
        if (conditions.stream().anyMatch(c -> c.weight() == Condition.Weight.STOP)) {
            return Decision.STOP;
        }
        boolean open = conditions.stream().anyMatch(c -> c.weight() == Condition.Weight.CLINICIAN_DECIDES);
        return open && !clinicianAgrees ? Decision.UNDECIDED : Decision.SUITABLE;
    }
}
