package org.dorsum.clinic.people;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who may sign in. Immutable.
 *
 * @param id random, never reused; what the audit log names
 * @param login what is typed to sign in, in lower case
 * @param roles at least one
 * @param active whether signing in is possible
 * @param ready whether a password has been chosen
 * @param secondFactor whether a code is asked for besides the password
 * @param lockedUntil end of the lock after too many wrong passwords, if there is one
 * @param stamp changes with password, roles and activity; a session with another stamp is over
 */
public record Person(
        String id,
        String login,
        Set<Role> roles,
        boolean active,
        boolean ready,
        boolean secondFactor,
        Optional<Instant> lockedUntil,
        long stamp) {
    /** Copies the roles. */
    public Person {
        roles = Set.copyOf(roles);
    }

    /** Whether the person has that role. */
    public boolean is(Role role) {
        return roles.contains(role);
    }
}
