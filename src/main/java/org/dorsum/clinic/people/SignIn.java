package org.dorsum.clinic.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.dorsum.clinic.audit.AuditLog;
import org.dorsum.clinic.data.ClinicDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Signing in by name, password and, if the person has set one up, the code of an authenticator. Every failure looks alike and
 * takes the time of one password comparison, whether the name exists, is locked or not.
 */
public final class SignIn {
    private static final int FAILURES = 5; // then locked
    private static final Duration LOCK = Duration.ofMinutes(15); // 5 tries in 15 minutes: 480 a day at most

    private final ClinicDatabase database;
    private final JdbcClient jdbc;
    private final People people;
    private final SecondFactor secondFactor;
    private final AuditLog audit;
    private final Clock clock;

    /** Signing in of those persons. */
    public SignIn(ClinicDatabase database, People people, SecondFactor secondFactor, AuditLog audit, Clock clock) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.people = people;
        this.secondFactor = secondFactor;
        this.audit = audit;
        this.clock = clock;
    }

    /** The person, if all is right. */
    public Optional<Person> of(String login, String password, String code) {
        Optional<Person> person = people.byLogin(login);
        Optional<String> hash = person.flatMap(p -> people.hash(p.id()));
        boolean right;
        if (hash.isPresent()) {
            right = people.passwords().matches(password, hash.get());
        } else {
            people.passwords().waste(password);
            right = false;
        }
        if (person.isEmpty()) {
            audit.append(AuditLog.SYSTEM, "sign-in-failed", "person:unknown", "");
            return Optional.empty();
        }
        Person known = person.get();
        Instant now = clock.instant();
        boolean locked = known.lockedUntil().filter(now::isBefore).isPresent();
        if (locked || !known.active()) {
            audit.append(known.id(), "sign-in-refused", "person:" + known.id(), "");
            return Optional.empty();
        }
        if (right && (!known.secondFactor() || secondFactor.accepts(known.id(), code))) {
            database.inTransaction(() -> {
                jdbc.sql("UPDATE person SET failures = 0, locked_until = NULL WHERE id = :id")
                        .param("id", known.id())
                        .update();
                audit.append(known.id(), "sign-in", "person:" + known.id(), "");
            });
            return Optional.of(known);
        }
        database.inTransaction(() -> fail(known, now));
        return Optional.empty();
    }

    private void fail(Person person, Instant now) {
        jdbc.sql("UPDATE person SET failures = failures + 1 WHERE id = :id")
                .param("id", person.id())
                .update();
        int failures = jdbc.sql("SELECT failures FROM person WHERE id = :id")
                .param("id", person.id())
                .query(Integer.class)
                .single();
        if (failures >= FAILURES) {
            jdbc.sql("UPDATE person SET failures = 0, locked_until = :until WHERE id = :id")
                    .param("until", now.plus(LOCK).toString())
                    .param("id", person.id())
                    .update();
            audit.append(person.id(), "sign-in-locked", "person:" + person.id(), "");
        } else {
            audit.append(person.id(), "sign-in-failed", "person:" + person.id(), "");
        }
    }
}
