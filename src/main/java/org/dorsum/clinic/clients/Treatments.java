package org.dorsum.clinic.clients;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
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

/** Treatments at visits. None is recorded without a consultation that found the hands suitable. */
public final class Treatments {
    private static final int MOST_PASSES = 20;
    private static final int LONGEST_SETTINGS = 200;

    private final ClinicDatabase database;
    private final JdbcClient jdbc;
    private final Consultations consultations;
    private final AuditLog audit;
    private final Clock clock;

    /** The treatments of a database. */
    public Treatments(ClinicDatabase database, Consultations consultations, AuditLog audit, Clock clock) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.consultations = consultations;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those of a visit, in the order in which they were recorded. */
    public List<Treatment> of(String visit) {
        return jdbc.sql(
                        "SELECT id, visit_id, hand, device, settings, passes, areas FROM treatment WHERE visit_id = :visit"
                                + " ORDER BY created_at, id")
                .param("visit", visit)
                .query(Treatments::treatment)
                .list();
    }

    private static Treatment treatment(ResultSet row, int number) throws SQLException {
        return new Treatment(
                row.getString("id"),
                row.getString("visit_id"),
                Treatment.Hands.valueOf(row.getString("hand").toUpperCase(Locale.ROOT)),
                Treatment.Device.valueOf(row.getString("device").toUpperCase(Locale.ROOT)),
                row.getString("settings"),
                row.getInt("passes"),
                Consultations.set(Treatment.Area.class, row.getString("areas")));
    }

    /** Why the client may not be treated now, as a key of a sentence; empty if nothing stands against it. */
    public Optional<String> obstacle(String client) {
        return consultations
                .latest(client)
                .map(c -> switch (c.decision()) {
                    case SUITABLE -> Optional.<String>empty();
                    case STOP -> Optional.of("treatment.stop");
                    case UNDECIDED -> Optional.of("treatment.undecided");
                })
                .orElse(Optional.of("treatment.noconsultation"));
    }

    /** Records a treatment. */
    public void add(
            Visit visit,
            Treatment.Hands hands,
            Treatment.Device device,
            String settings,
            int passes,
            Set<Treatment.Area> areas,
            String by)
            throws Refused {
        Optional<String> obstacle = obstacle(visit.client());
        if (obstacle.isPresent()) {
            throw new Refused(obstacle.get());
        }
        if (passes < 1 || passes > MOST_PASSES) {
            throw new Refused("treatment.passes");
        }
        if (areas.isEmpty()) {
            throw new Refused("treatment.areas");
        }
        if (settings.length() > LONGEST_SETTINGS) {
            throw new Refused("treatment.settings");
        }
        database.inTransaction(() -> {
            jdbc.sql(
                            "INSERT INTO treatment (id, visit_id, hand, device, settings, passes, areas, recorded_by, created_at)"
                                    + " VALUES (:id, :visit, :hand, :device, :settings, :passes, :areas, :by, :now)")
                    .param("id", Ids.random())
                    .param("visit", visit.id())
                    .param("hand", hands.label())
                    .param("device", device.label())
                    .param("settings", settings.strip())
                    .param("passes", passes)
                    .param(
                            "areas",
                            areas.stream().map(Treatment.Area::label).sorted().collect(Collectors.joining(" ")))
                    .param("by", by)
                    .param("now", clock.instant().toString())
                    .update();
            audit.append(by, "treatment-recorded", "visit:" + visit.id(), "");
        });
    }

    /** Takes a treatment of a visit back. */
    public void remove(Visit visit, String id, String by) {
        database.inTransaction(() -> {
            int gone = jdbc.sql("DELETE FROM treatment WHERE id = :id AND visit_id = :visit")
                    .param("id", id)
                    .param("visit", visit.id())
                    .update();
            if (gone == 1) {
                audit.append(by, "treatment-removed", "visit:" + visit.id(), "");
            }
        });
    }
}
