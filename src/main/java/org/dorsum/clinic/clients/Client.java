package org.dorsum.clinic.clients;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody whose hands are treated. Immutable.
 *
 * @param id random, never reused
 * @param code pseudonym that tables and files carry
 * @param name as the clinic calls the client, if it was given; sealed in the database
 * @param deletionAskedAt since when everything of the client waits to be deleted, if it does
 */
public record Client(
        String id, String code, Optional<String> name, Instant createdAt, Optional<Instant> deletionAskedAt) {
    /** Whether nothing may be added, because deletion was asked for. */
    public boolean leaving() {
        return deletionAskedAt.isPresent();
    }
}
