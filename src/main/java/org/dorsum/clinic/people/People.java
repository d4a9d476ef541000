package org.dorsum.clinic.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dorsum.clinic.audit.AuditLog;
import org.dorsum.clinic.data.ClinicDatabase;
import org.dorsum.clinic.data.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The persons who may sign in, and what changes about them; each change is in the audit log. */
public final class People {
    private static final Pattern LOGIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{1,63}");
    private static final String COLUMNS =
            "SELECT id, login, active, password_hash IS NOT NULL AS ready, totp_confirmed,"
                    + " locked_until, stamp FROM person ";

    private final ClinicDatabase database;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;
    private final Passwords passwords = new Passwords();

    /** The persons of a database. */
    public People(ClinicDatabase database, AuditLog audit, Clock clock) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.audit = audit;
        this.clock = clock;
    }

    Passwords passwords() {
        return passwords;
    }

    /** Whether nobody has been set up yet. */
    public boolean none() {
        return jdbc.sql("SELECT COUNT(*) FROM person").query(Long.class).single() == 0;
    }

    /** Everybody, by login. */
    public List<Person> all() {
        return jdbc.sql(COLUMNS + "ORDER BY login").query(People::row).list().stream()
                .map(this::withRoles)
                .toList();
    }

    /** The person of that id. */
    public Optional<Person> find(String id) {
        return jdbc.sql(COLUMNS + "WHERE id = :id")
                .param("id", id)
                .query(People::row)
                .optional()
                .map(this::withRoles);
    }

    /** The person who signs in by that name. */
    public Optional<Person> byLogin(String login) {
        return jdbc.sql(COLUMNS + "WHERE login = :login")
                .param("login", login.strip().toLowerCase(Locale.ROOT))
                .query(People::row)
                .optional()
                .map(this::withRoles);
    }

    /** The login of a person, for lists that name who did something. */
    public String login(String id) {
        return find(id).map(Person::login).orElse("–");
    }

    private static Person row(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getString("id"),
                row.getString("login"),
                Set.of(),
                row.getInt("active") == 1,
                row.getBoolean("ready"),
                row.getInt("totp_confirmed") == 1,
                Optional.ofNullable(row.getString("locked_until")).map(Instant::parse),
                row.getLong("stamp"));
    }

    /** With the roles; asked for after the row was read, so that no thread holds two connections. */
    private Person withRoles(Person p) {
        return new Person(
                p.id(), p.login(), roles(p.id()), p.active(), p.ready(), p.secondFactor(), p.lockedUntil(), p.stamp());
    }

    private Set<Role> roles(String id) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        jdbc.sql("SELECT role FROM person_role WHERE person_id = :id")
                .param("id", id)
                .query(String.class)
                .list()
                .forEach(r -> roles.add(Role.of(r)));
        return roles;
    }

    /** Creates the first person, who administrates and treats; refuses once there is somebody. */
    public Person createFirst(String login, String password) throws Refused {
        if (!none()) {
            throw new Refused("setup.done");
        }
        passwords.check(password, login);
        Person first = create(login, Set.of(Role.ADMINISTRATOR, Role.CLINICIAN), "set-up");
        setPassword(first.id(), password, first.id());
        return find(first.id()).orElseThrow();
    }

    /** Creates a person without a password, who is to be invited. */
    public Person create(String login, Set<Role> roles, String by) throws Refused {
        String name = login.strip().toLowerCase(Locale.ROOT);
        if (!LOGIN.matcher(name).matches()) {
            throw new Refused("person.login");
        }
        if (roles.isEmpty()) {
            throw new Refused("person.roles");
        }
        if (byLogin(name).isPresent()) {
            throw new Refused("person.taken");
        }
        String id = Ids.random();
        database.inTransaction(() -> {
            jdbc.sql("INSERT INTO person (id, login, created_at) VALUES (:id, :login, :now)")
                    .param("id", id)
                    .param("login", name)
                    .param("now", clock.instant().toString())
                    .update();
            insertRoles(id, roles);
            audit.append(by, "person-created", "person:" + id, "");
        });
        return find(id).orElseThrow();
    }

    private void insertRoles(String id, Set<Role> roles) {
        for (Role role : EnumSet.copyOf(roles)) {
            jdbc.sql("INSERT INTO person_role (person_id, role) VALUES (:id, :role)")
                    .param("id", id)
                    .param("role", role.label())
                    .update();
        }
    }

    /** Gives a person these roles instead of the old ones; the last active administrator stays one. */
    public void setRoles(String id, Set<Role> roles, String by) throws Refused {
        if (roles.isEmpty()) {
            throw new Refused("person.roles");
        }
        if (!roles.contains(Role.ADMINISTRATOR) && lastAdministrator(id)) {
            throw new Refused("person.last");
        }
        database.inTransaction(() -> {
            jdbc.sql("DELETE FROM person_role WHERE person_id = :id")
                    .param("id", id)
                    .update();
            insertRoles(id, roles);
            endSessions(id);
            audit.append(by, "person-roles", "person:" + id, "");
        });
    }

    /** Lets a person sign in, or no longer; the last active administrator stays active. */
    public void setActive(String id, boolean active, String by) throws Refused {
        if (!active && lastAdministrator(id)) {
            throw new Refused("person.last");
        }
        database.inTransaction(() -> {
            jdbc.sql("UPDATE person SET active = :active, failures = 0, locked_until = NULL WHERE id = :id")
                    .param("active", active ? 1 : 0)
                    .param("id", id)
                    .update();
            endSessions(id);
            audit.append(by, active ? "person-activated" : "person-deactivated", "person:" + id, "");
        });
    }

    private boolean lastAdministrator(String id) {
        List<String> administrators = all().stream()
                .filter(p -> p.active() && p.is(Role.ADMINISTRATOR))
                .map(Person::id)
                .toList();
        return administrators.equals(List.of(id));
    }

    /** Changes a person's own password, who knows the old one. */
    public void changePassword(Person person, String old, String password) throws Refused {
        checkPassword(person, old);
        passwords.check(password, person.login());
        setPassword(person.id(), password, person.id());
    }

    /** Refuses who does not know the person's password. */
    public void checkPassword(Person person, String password) throws Refused {
        if (!hash(person.id()).map(h -> passwords.matches(password, h)).orElse(false)) {
            throw new Refused("password.old");
        }
    }

    /** Sets a password that has been checked; every session of the person ends. */
    void setPassword(String id, String password, String by) {
        String hash = passwords.hash(password);
        database.inTransaction(() -> {
            jdbc.sql("UPDATE person SET password_hash = :hash, failures = 0, locked_until = NULL WHERE id = :id")
                    .param("hash", hash)
                    .param("id", id)
                    .update();
            endSessions(id);
            audit.append(by, "person-password", "person:" + id, "");
        });
    }

    Optional<String> hash(String id) {
        return jdbc.sql("SELECT password_hash FROM person WHERE id = :id AND password_hash IS NOT NULL")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    void endSessions(String id) {
        jdbc.sql("UPDATE person SET stamp = stamp + 1 WHERE id = :id")
                .param("id", id)
                .update();
    }
}
