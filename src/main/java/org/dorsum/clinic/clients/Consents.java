package org.dorsum.clinic.clients;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dorsum.clinic.audit.AuditLog;
import org.dorsum.clinic.data.ClinicDatabase;
import org.dorsum.clinic.data.Ids;
import org.dorsum.clinic.people.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Consents of clients. Without consent to photos there is no photo. */
public final class Consents {
    private final ClinicDatabase database;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    /** The consents of a database; what "today" is, the clock's zone says. */
    public Consents(ClinicDatabase database, AuditLog audit, Clock clock) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.audit = audit;
        this.clock = clock;
    }

    /** All of a client, newest first. */
    public List<Consent> of(String client) {
        return jdbc.sql("SELECT id, scope, given_on, withdrawn_on FROM consent WHERE client_id = :client"
                        + " ORDER BY given_on DESC, id")
                .param("client", client)
                .query((row, n) -> new Consent(
                        row.getString(1),
                        Consent.Scope.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                        LocalDate.parse(row.getString(3)),
                        Optional.ofNullable(row.getString(4)).map(LocalDate::parse)))
                .list();
    }

    /** Whether the client agrees to that. */
    public boolean allows(String client, Consent.Scope scope) {
        return of(client).stream().anyMatch(c -> c.scope() == scope && c.stands());
    }

    /** The clients who agree to that. */
    public Set<String> clients(Consent.Scope scope) {
        return jdbc
                .sql("SELECT client_id FROM consent WHERE scope = :scope AND withdrawn_on IS NULL")
                .param("scope", scope.label())
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Records that a client agrees. */
    public void give(Client client, Consent.Scope scope, LocalDate on, String by) throws Refused {
        if (on.isAfter(LocalDate.now(clock))) {
            throw new Refused("date.future");
        }
        if (allows(client.id(), scope)) {
            throw new Refused("consent.there");
        }
        database.inTransaction(() -> {
            jdbc.sql("INSERT INTO consent (id, client_id, scope, given_on, recorded_by)"
                            + " VALUES (:id, :client, :scope, :on, :by)")
                    .param("id", Ids.random())
                    .param("client", client.id())
                    .param("scope", scope.label())
                    .param("on", on.toString())
                    .param("by", by)
                    .update();
            audit.append(by, "consent-given", "client:" + client.id(), "");
        });
    }

    /** Records that a client no longer agrees, from today. */
    public void withdraw(Client client, String id, String by) {
        database.inTransaction(() -> {
            int changed = jdbc.sql("UPDATE consent SET withdrawn_on = :today WHERE id = :id AND client_id = :client"
                            + " AND withdrawn_on IS NULL")
                    .param("today", LocalDate.now(clock).toString())
                    .param("id", id)
                    .param("client", client.id())
                    .update();
            if (changed == 1) {
                audit.append(by, "consent-withdrawn", "client:" + client.id(), "");
            }
        });
    }
}
