package org.dorsum.clinic.clients;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dorsum.clinic.audit.AuditLog;
import org.dorsum.clinic.data.ClinicDatabase;
import org.dorsum.clinic.data.Ids;
import org.dorsum.clinic.people.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Visits of clients: when, what was ticked, when the next is due. */
public final class Visits {
    private static final String COLUMNS = "SELECT id, client_id, visited_on, next_visit_on FROM visit ";

    private final ClinicDatabase database;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    /** The visits of a database; what "today" is, the clock's zone says. */
    public Visits(ClinicDatabase database, AuditLog audit, Clock clock) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.audit = audit;
        this.clock = clock;
    }

    /** Today, where the clinic is. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** All of a client, earliest first. */
    public List<Visit> of(String client) {
        return jdbc
                .sql(COLUMNS + "WHERE client_id = :client ORDER BY visited_on, created_at, id")
                .param("client", client)
                .query(Visits::row)
                .list()
                .stream()
                .map(this::ticked)
                .toList();
    }

    /** All of one day. */
    public List<Visit> on(LocalDate day) {
        return jdbc
                .sql(COLUMNS + "WHERE visited_on = :day ORDER BY created_at, id")
                .param("day", day.toString())
                .query(Visits::row)
                .list()
                .stream()
                .map(this::ticked)
                .toList();
    }

    /** Visits that are due up to a day and have not been followed by another, earliest first. */
    public List<Visit> due(LocalDate upTo) {
        return jdbc
                .sql(COLUMNS + "WHERE next_visit_on IS NOT NULL AND next_visit_on <= :day AND NOT EXISTS (SELECT 1 FROM"
                        + " visit later WHERE later.client_id = visit.client_id AND later.visited_on > visit.visited_on)"
                        + " ORDER BY next_visit_on, id")
                .param("day", upTo.toString())
                .query(Visits::row)
                .list()
                .stream()
                .map(this::ticked)
                .toList();
    }

    /** The visit of that id. */
    public Optional<Visit> find(String id) {
        return jdbc.sql(COLUMNS + "WHERE id = :id")
                .param("id", id)
                .query(Visits::row)
                .optional()
                .map(this::ticked);
    }

    private static Visit row(ResultSet row, int number) throws SQLException {
        return new Visit(
                row.getString("id"),
                row.getString("client_id"),
                LocalDate.parse(row.getString("visited_on")),
                Optional.ofNullable(row.getString("next_visit_on")).map(LocalDate::parse),
                Set.of());
    }

    /** With what was ticked; asked for after the row was read, so that no thread holds two connections. */
    private Visit ticked(Visit visit) {
        return new Visit(visit.id(), visit.client(), visit.on(), visit.next(), done(visit.id()));
    }

    private Set<Step> done(String id) {
        Set<Step> done = EnumSet.noneOf(Step.class);
        jdbc.sql("SELECT item FROM visit_check WHERE visit_id = :id")
                .param("id", id)
                .query(String.class)
                .list()
                .forEach(item -> done.add(Step.valueOf(item.toUpperCase(Locale.ROOT))));
        return done;
    }

    /** Adds a visit on a day that is not in the future. */
    public Visit create(Client client, LocalDate on, String by) throws Refused {
        if (client.leaving()) {
            throw new Refused("client.leaving");
        }
        if (on.isAfter(today())) {
            throw new Refused("date.future");
        }
        String id = Ids.random();
        database.inTransaction(() -> {
            jdbc.sql("INSERT INTO visit (id, client_id, visited_on, created_at) VALUES (:id, :client, :on, :now)")
                    .param("id", id)
                    .param("client", client.id())
                    .param("on", on.toString())
                    .param("now", clock.instant().toString())
                    .update();
            audit.append(by, "visit-created", "visit:" + id, "");
        });
        return find(id).orElseThrow();
    }

    /** Makes what is ticked of one part of the lists exactly this. */
    public void tick(Visit visit, Step.Part part, Set<Step> steps, String by) {
        database.inTransaction(() -> {
            for (Step step : Step.of(part)) {
                if (steps.contains(step) && !visit.done().contains(step)) {
                    jdbc.sql("INSERT INTO visit_check (visit_id, item, checked_by, checked_at)"
                                    + " VALUES (:visit, :item, :by, :now)")
                            .param("visit", visit.id())
                            .param("item", step.label())
                            .param("by", by)
                            .param("now", clock.instant().toString())
                            .update();
                } else if (!steps.contains(step)) {
                    jdbc.sql("DELETE FROM visit_check WHERE visit_id = :visit AND item = :item")
                            .param("visit", visit.id())
                            .param("item", step.label())
                            .update();
                }
            }
            audit.append(by, "visit-ticked", "visit:" + visit.id(), "");
        });
    }

    /** Says when the client is to come again, after this visit; nothing takes it back. */
    public void next(Visit visit, @Nullable LocalDate on, String by) throws Refused {
        if (on != null && !on.isAfter(visit.on())) {
            throw new Refused("visit.next");
        }
        database.inTransaction(() -> {
            jdbc.sql("UPDATE visit SET next_visit_on = :next WHERE id = :id")
                    .param("next", on == null ? null : on.toString())
                    .param("id", visit.id())
                    .update();
            audit.append(by, "visit-next", "visit:" + visit.id(), "");
        });
    }
}
