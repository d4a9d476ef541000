package org.dorsum.clinic.clients;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dorsum.clinic.audit.AuditLog;
import org.dorsum.clinic.data.ClinicDatabase;
import org.dorsum.clinic.people.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long clients are kept. The rules only say who is due; a person confirms each deletion, as with any other. Without a rule
 * nobody is due.
 */
public final class Retention {
    private static final int MOST_DAYS = 36_500;

    private final ClinicDatabase database;
    private final JdbcClient jdbc;
    private final Clients clients;
    private final Visits visits;
    private final Consents consents;
    private final AuditLog audit;

    /** The rules of a database. */
    public Retention(ClinicDatabase database, Clients clients, Visits visits, Consents consents, AuditLog audit) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.clients = clients;
        this.visits = visits;
        this.consents = consents;
        this.audit = audit;
    }

    /** From when days are counted. */
    public enum Kind {
        /** From the client's last visit, or from when the client was added if there was none. */
        AFTER_LAST_VISIT,
        /** From the day on which consent to photos was withdrawn and not given again. */
        AFTER_WITHDRAWAL;

        /** The name in the database, in forms and in message bundles. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A client whose time is over, why and since when. */
    public record Due(Client client, Kind kind, LocalDate since) {}

    /** The days of a rule, if it is set. */
    public Optional<Integer> days(Kind kind) {
        return jdbc.sql("SELECT days FROM retention WHERE kind = :kind")
                .param("kind", kind.label())
                .query(Integer.class)
                .optional();
    }

    /** Sets a rule; nothing takes it away. */
    public void set(Kind kind, @Nullable Integer days, String by) throws Refused {
        if (days != null && (days < 1 || days > MOST_DAYS)) {
            throw new Refused("retention.days");
        }
        database.inTransaction(() -> {
            jdbc.sql("DELETE FROM retention WHERE kind = :kind")
                    .param("kind", kind.label())
                    .update();
            if (days != null) {
                jdbc.sql("INSERT INTO retention (kind, days) VALUES (:kind, :days)")
                        .param("kind", kind.label())
                        .param("days", days)
                        .update();
            }
            audit.append(by, "retention-set", "retention:" + kind.label(), "");
        });
    }

    /** Who is due on that day, in the order of codes. */
    public List<Due> due(LocalDate today) {
        List<Due> due = new ArrayList<>();
        for (Client client : clients.all()) {
            for (Kind kind : Kind.values()) {
                Optional<LocalDate> end =
                        days(kind).flatMap(d -> start(kind, client).map(s -> s.plusDays(d)));
                if (end.isPresent() && !today.isBefore(end.get())) {
                    due.add(new Due(client, kind, end.get()));
                    break;
                }
            }
        }
        return due;
    }

    private Optional<LocalDate> start(Kind kind, Client client) {
        if (kind == Kind.AFTER_LAST_VISIT) {
            List<Visit> all = visits.of(client.id());
            return Optional.of(
                    all.isEmpty()
                            ? LocalDate.parse(client.createdAt().toString().substring(0, 10))
                            : all.get(all.size() - 1).on());
        }
        if (consents.allows(client.id(), Consent.Scope.PHOTOS)) {
            return Optional.empty();
        }
        return consents.of(client.id()).stream()
                .filter(c -> c.scope() == Consent.Scope.PHOTOS)
                .flatMap(c -> c.withdrawnOn().stream())
                .max(LocalDate::compareTo);
    }
}
