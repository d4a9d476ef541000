package org.dorsum.clinic.people;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.dorsum.clinic.audit.AuditLog;
import org.dorsum.clinic.data.ClinicDatabase;
import org.dorsum.clinic.data.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tokens with which a person's programs call the interface under {@code /api}, with the person's rights. */
public final class ApiTokens {
    /** How each token begins, so that one that got lost is recognised. */
    public static final String PREFIX = "dorsum_";

    private static final int DAYS = 365;

    private final ClinicDatabase database;
    private final JdbcClient jdbc;
    private final People people;
    private final AuditLog audit;
    private final Clock clock;

    /** The tokens of those persons. */
    public ApiTokens(ClinicDatabase database, People people, AuditLog audit, Clock clock) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** A token without its secret. */
    public record Listed(String id, String label, LocalDate expiresOn, Optional<LocalDate> lastUsedOn) {}

    /** The tokens of a person, newest first. */
    public List<Listed> of(Person person) {
        return jdbc.sql("SELECT id, label, expires_at, last_used_on FROM api_token WHERE person_id = :person"
                        + " ORDER BY created_at DESC")
                .param("person", person.id())
                .query((row, n) -> new Listed(
                        row.getString(1),
                        row.getString(2),
                        LocalDate.ofInstant(Instant.parse(row.getString(3)), ZoneOffset.UTC),
                        Optional.ofNullable(row.getString(4)).map(LocalDate::parse)))
                .list();
    }

    /** Makes a token, which is shown this once; valid for a year. */
    public String issue(Person person, String label) throws Refused {
        if (label.isBlank() || label.length() > 60) {
            throw new Refused("token.label");
        }
        String token = PREFIX + Secrets.token();
        Instant now = clock.instant();
        database.inTransaction(() -> {
            jdbc.sql("INSERT INTO api_token (id, person_id, label, token_sha256, created_at, expires_at)"
                            + " VALUES (:id, :person, :label, :digest, :now, :until)")
                    .param("id", Ids.random())
                    .param("person", person.id())
                    .param("label", label.strip())
                    .param("digest", Secrets.digest(token))
                    .param("now", now.toString())
                    .param("until", now.plus(DAYS, ChronoUnit.DAYS).toString())
                    .update();
            audit.append(person.id(), "token-issued", "person:" + person.id(), "");
        });
        return token;
    }

    private record Row(String id, String person, Instant expires) {}

    /** Whose token this is, if it is good. */
    public Optional<Person> person(String token) {
        Optional<Row> row = jdbc.sql("SELECT id, person_id, expires_at FROM api_token WHERE token_sha256 = :digest")
                .param("digest", Secrets.digest(token))
                .query((r, n) -> new Row(r.getString(1), r.getString(2), Instant.parse(r.getString(3))))
                .optional()
                .filter(r -> clock.instant().isBefore(r.expires));
        Optional<Person> person = row.flatMap(r -> people.find(r.person)).filter(Person::active);
        if (person.isPresent()) {
            String today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
            jdbc.sql("UPDATE api_token SET last_used_on = :today WHERE id = :id AND"
                            + " (last_used_on IS NULL OR last_used_on < :today)")
                    .param("today", today)
                    .param("id", row.orElseThrow().id)
                    .update();
        }
        return person;
    }

    /** Makes one of a person's own tokens void. */
    public void revoke(Person person, String id) {
        database.inTransaction(() -> {
            int gone = jdbc.sql("DELETE FROM api_token WHERE id = :id AND person_id = :person")
                    .param("id", id)
                    .param("person", person.id())
                    .update();
            if (gone == 1) {
                audit.append(person.id(), "token-revoked", "person:" + person.id(), "");
            }
        });
    }
}
