package org.dorsum.clinic.clients;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dorsum.clinic.audit.AuditLog;
import org.dorsum.clinic.data.ClinicDatabase;
import org.dorsum.clinic.data.Ids;
import org.dorsum.clinic.people.Refused;
import org.dorsum.clinic.vault.SealedText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The clients of the clinic. */
public final class Clients {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"; // none that is read as another
    private static final int LONGEST_NAME = 120;
    private static final String COLUMNS = "SELECT id, code, name_sealed, created_at, deletion_asked_at FROM client ";

    private final ClinicDatabase database;
    private final JdbcClient jdbc;
    private final SealedText texts;
    private final AuditLog audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** The clients of a database. */
    public Clients(ClinicDatabase database, SealedText texts, AuditLog audit, Clock clock) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Everybody, by code. */
    public List<Client> all() {
        return jdbc.sql(COLUMNS + "ORDER BY code").query(this::client).list();
    }

    /** Those whose code or name has that part, upper and lower case alike; all for an empty one. */
    public List<Client> search(String part) {
        String wanted = part.strip().toLowerCase(Locale.ROOT);
        return all().stream()
                .filter(c -> c.code().toLowerCase(Locale.ROOT).contains(wanted)
                        || c.name()
                                .map(n -> n.toLowerCase(Locale.ROOT).contains(wanted))
                                .orElse(false))
                .toList();
    }

    /** The client of that id. */
    public Optional<Client> find(String id) {
        return jdbc.sql(COLUMNS + "WHERE id = :id")
                .param("id", id)
                .query(this::client)
                .optional();
    }

    private Client client(ResultSet row, int number) throws SQLException {
        String id = row.getString("id");
        return new Client(
                id,
                row.getString("code"),
                Optional.ofNullable(row.getString("name_sealed")).map(s -> texts.open(s, place(id))),
                Instant.parse(row.getString("created_at")),
                Optional.ofNullable(row.getString("deletion_asked_at")).map(Instant::parse));
    }

    /** A code that nobody has: six letters and digits. */
    public String freeCode() {
        while (true) {
            StringBuilder code = new StringBuilder("H");
            for (int i = 0; i < 5; i++) {
                code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            if (!taken(code.toString())) {
                return code.toString();
            }
        }
    }

    private boolean taken(String code) {
        return jdbc.sql("SELECT COUNT(*) FROM client WHERE LOWER(code) = :code")
                        .param("code", code.toLowerCase(Locale.ROOT))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Adds a client; a blank code is replaced by a free one. */
    public Client create(String code, String name, String by) throws Refused {
        String chosen = code.isBlank() ? freeCode() : code.strip();
        if (!CODE.matcher(chosen).matches()) {
            throw new Refused("client.code");
        }
        if (taken(chosen)) {
            throw new Refused("client.taken");
        }
        if (name.length() > LONGEST_NAME) {
            throw new Refused("client.name");
        }
        String id = Ids.random();
        database.inTransaction(() -> {
            jdbc.sql("INSERT INTO client (id, code, name_sealed, created_at) VALUES (:id, :code, :name, :now)")
                    .param("id", id)
                    .param("code", chosen)
                    .param("name", sealedName(id, name))
                    .param("now", clock.instant().toString())
                    .update();
            audit.append(by, "client-created", "client:" + id, "");
        });
        return find(id).orElseThrow();
    }

    /** Gives a client another name, or none. */
    public void rename(Client client, String name, String by) throws Refused {
        if (name.length() > LONGEST_NAME) {
            throw new Refused("client.name");
        }
        database.inTransaction(() -> {
            jdbc.sql("UPDATE client SET name_sealed = :name WHERE id = :id")
                    .param("name", sealedName(client.id(), name))
                    .param("id", client.id())
                    .update();
            audit.append(by, "client-renamed", "client:" + client.id(), "");
        });
    }

    /** Marks a client for deletion; nothing is gone yet. */
    public void askDeletion(Client client, String by) {
        database.inTransaction(() -> {
            jdbc.sql("UPDATE client SET deletion_asked_at = :now WHERE id = :id AND deletion_asked_at IS NULL")
                    .param("now", clock.instant().toString())
                    .param("id", client.id())
                    .update();
            audit.append(by, "client-deletion-asked", "client:" + client.id(), "");
        });
    }

    /** Takes the mark away. */
    public void undoDeletion(Client client, String by) {
        database.inTransaction(() -> {
            jdbc.sql("UPDATE client SET deletion_asked_at = NULL WHERE id = :id")
                    .param("id", client.id())
                    .update();
            audit.append(by, "client-deletion-undone", "client:" + client.id(), "");
        });
    }

    /** Deletes the rows of a client, whose photos must have been deleted before; the log keeps a tombstone. */
    public void delete(Client client, String by) {
        String visits = "(SELECT id FROM visit WHERE client_id = :id)";
        database.inTransaction(() -> {
            for (String sql : List.of(
                    "DELETE FROM treatment WHERE visit_id IN " + visits,
                    "DELETE FROM visit_check WHERE visit_id IN " + visits,
                    "DELETE FROM visit WHERE client_id = :id",
                    "DELETE FROM consultation WHERE client_id = :id",
                    "DELETE FROM consent WHERE client_id = :id",
                    "DELETE FROM client WHERE id = :id")) {
                jdbc.sql(sql).param("id", client.id()).update();
            }
            audit.append(by, "client-deleted", "client:" + client.id(), "");
        });
    }

    private @Nullable String sealedName(String id, String name) {
        return name.isBlank() ? null : texts.seal(name.strip(), place(id));
    }

    private static String place(String id) {
        return "client.name:" + id;
    }
}
