package org.dorsum.clinic.clients;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * One appointment of a client. Immutable.
 *
 * @param done what was ticked
 */
public record Visit(String id, String client, LocalDate on, Optional<LocalDate> next, Set<Step> done) {
    /** Copies the steps. */
    public Visit {
        done = Set.copyOf(done);
    }
}
