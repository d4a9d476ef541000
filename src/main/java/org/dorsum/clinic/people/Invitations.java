package org.dorsum.clinic.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.dorsum.clinic.audit.AuditLog;
import org.dorsum.clinic.data.ClinicDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One-time links with which somebody chooses a password: the first one, or another for a forgotten one. */
public final class Invitations {
    private static final Duration LIFE = Duration.ofDays(3);

    private final ClinicDatabase database;
    private final JdbcClient jdbc;
    private final People people;
    private final AuditLog audit;
    private final Clock clock;

    /** The invitations of those persons. */
    public Invitations(ClinicDatabase database, People people, AuditLog audit, Clock clock) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** A new link's token; earlier ones of the person are void. */
    public String issue(String person, String by) {
        String token = Secrets.token();
        database.inTransaction(() -> {
            jdbc.sql("DELETE FROM invitation WHERE person_id = :person")
                    .param("person", person)
                    .update();
            jdbc.sql("INSERT INTO invitation (token_sha256, person_id, expires_at) VALUES (:token, :person, :until)")
                    .param("token", Secrets.digest(token))
                    .param("person", person)
                    .param("until", clock.instant().plus(LIFE).toString())
                    .update();
            audit.append(by, "invitation-issued", "person:" + person, "");
        });
        return token;
    }

    private record Row(String person, Instant expires) {}

    /** Whom the token invites, if it is good. */
    public Optional<Person> person(String token) {
        return jdbc.sql("SELECT person_id, expires_at FROM invitation WHERE token_sha256 = :token")
                .param("token", Secrets.digest(token))
                .query((row, n) -> new Row(row.getString(1), Instant.parse(row.getString(2))))
                .optional()
                .filter(row -> clock.instant().isBefore(row.expires))
                .flatMap(row -> people.find(row.person))
                .filter(Person::active);
    }

    /** Sets the password of the invited person; the token is used up, wrong codes are forgotten. */
    public void redeem(String token, String password) throws Refused {
        Person person = person(token).orElseThrow(() -> new Refused("invitation.void"));
        people.passwords().check(password, person.login());
        boolean used = jdbc.sql("DELETE FROM invitation WHERE token_sha256 = :token")
                        .param("token", Secrets.digest(token))
                        .update()
                == 1;
        if (!used) {
            throw new Refused("invitation.void");
        }
        people.setPassword(person.id(), password, person.id());
        audit.append(person.id(), "invitation-redeemed", "person:" + person.id(), "");
    }
}
