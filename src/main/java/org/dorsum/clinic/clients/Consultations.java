package org.dorsum.clinic.clients;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dorsum.clinic.audit.AuditLog;
import org.dorsum.clinic.data.ClinicDatabase;
import org.dorsum.clinic.data.Ids;
import org.dorsum.clinic.people.Refused;
import org.dorsum.clinic.vault.SealedText;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Consultations of clients; the newest counts. */
public final class Consultations {
    private static final int LONGEST_NOTES = 4000;

    private final ClinicDatabase database;
    private final JdbcClient jdbc;
    private final SealedText texts;
    private final AuditLog audit;
    private final Clock clock;

    /** The consultations of a database. */
    public Consultations(ClinicDatabase database, SealedText texts, AuditLog audit, Clock clock) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
    }

    /** All of a client, newest first. */
    public List<Consultation> of(String client) {
        return jdbc.sql(
                        "SELECT id, held_on, concerns, conditions, notes_sealed, decision, recorded_by FROM consultation"
                                + " WHERE client_id = :client ORDER BY created_at DESC, id")
                .param("client", client)
                .query(this::consultation)
                .list();
    }

    /** The one that counts. */
    public Optional<Consultation> latest(String client) {
        return of(client).stream().findFirst();
    }

    private Consultation consultation(ResultSet row, int number) throws SQLException {
        String id = row.getString("id");
        return new Consultation(
                id,
                LocalDate.parse(row.getString("held_on")),
                set(Concern.class, row.getString("concerns")),
                set(Condition.class, row.getString("conditions")),
                Optional.ofNullable(row.getString("notes_sealed")).map(s -> texts.open(s, place(id))),
                Consultation.Decision.valueOf(row.getString("decision").toUpperCase(Locale.ROOT)),
                row.getString("recorded_by"));
    }

    /** Records a consultation held today. */
    public Consultation record(
            Client client,
            Set<Concern> concerns,
            Set<Condition> conditions,
            String notes,
            boolean clinicianAgrees,
            String by)
            throws Refused {
        if (notes.length() > LONGEST_NOTES) {
            throw new Refused("consultation.notes");
        }
        String id = Ids.random();
        database.inTransaction(() -> {
            jdbc.sql("INSERT INTO consultation (id, client_id, held_on, concerns, conditions, notes_sealed, decision,"
                            + " recorded_by, created_at) VALUES (:id, :client, :on, :concerns, :conditions, :notes, :decision,"
                            + " :by, :now)")
                    .param("id", id)
                    .param("client", client.id())
                    .param("on", LocalDate.now(clock).toString())
                    .param("concerns", text(concerns))
                    .param("conditions", text(conditions))
                    .param("notes", notes.isBlank() ? null : texts.seal(notes.strip(), place(id)))
                    .param(
                            "decision",
                            Consultation.decide(conditions, clinicianAgrees).label())
                    .param("by", by)
                    .param("now", clock.instant().toString())
                    .update();
            audit.append(by, "consultation-recorded", "client:" + client.id(), "");
        });
        return latest(client.id()).orElseThrow();
    }

    private static String place(String id) {
        return "consultation.notes:" + id;
    }

    private static String text(Set<? extends Enum<?>> set) {
        return set.stream().map(e -> e.name().toLowerCase(Locale.ROOT)).sorted().collect(Collectors.joining(" "));
    }

    static <E extends Enum<E>> Set<E> set(Class<E> type, String text) {
        Set<E> set = EnumSet.noneOf(type);
        Arrays.stream(text.split(" ", -1))
                .filter(t -> !t.isEmpty())
                .forEach(t -> set.add(Enum.valueOf(type, t.toUpperCase(Locale.ROOT))));
        return set;
    }
}
