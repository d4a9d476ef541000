package org.dorsum.clinic.audit;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dorsum.clinic.data.ClinicDatabase;
import org.dorsum.clinic.data.Instants;
import org.springframework.jdbc.core.RowMapper;

/**
 * Notes what was done. Rows are only ever added: the database refuses to change or delete them, and since every row's hash
 * covers the row before, whoever gets around that is found out by {@link #verify}. What the chain alone cannot show is that its
 * end was cut off: hold its {@linkplain #head head} against the one that a back-up noted. Safe for use by many threads.
 */
public final class AuditLog {
    /** Who did what no user did. */
    public static final String SYSTEM = "system";

    private static final String BEGINNING = "0".repeat(64);
    private static final long LOCK = 0x646f7273756dL; // one number for one lock among a server's: "dorsum"
    private static final Pattern ACTION = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final String COLUMNS = "seq, at, actor, action, subject, detail, previous, hash";
    private static final int PIECE = 1000; // rows in memory while verifying
    private static final RowMapper<AuditEntry> ENTRY = (row, number) -> new AuditEntry(
            row.getLong("seq"),
            row.getString("at"),
            row.getString("actor"),
            row.getString("action"),
            row.getString("subject"),
            row.getString("detail"),
            row.getString("previous"),
            row.getString("hash"));

    private final ClinicDatabase database;
    private final Clock clock;

    private AuditLog(ClinicDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The log of {@code database}. */
    public static AuditLog of(ClinicDatabase database, Clock clock) {
        return new AuditLog(database, clock);
    }

    /**
     * Notes an action, as part of the transaction that it belongs to: both are kept or neither.
     *
     * @param actor id of the user, or {@link #SYSTEM}
     * @param action lower-case words joined by hyphens
     * @param subject a kind and an id, such as {@code photo:…}
     * @param detail codes and counts, no personal data; may be empty
     */
    public AuditEntry append(String actor, String action, String subject, String detail) {
        if (!ACTION.matcher(action).matches()) {
            throw new IllegalArgumentException("an action is lower-case words joined by hyphens, not " + action);
        }
        return database.inTransaction(() -> {
            if (database.kind() == ClinicDatabase.Kind.POSTGRESQL) {
                database.jdbc()
                        .sql("SELECT pg_advisory_xact_lock(:lock)")
                        .param("lock", LOCK)
                        .query()
                        .listOfRows();
            }
            Optional<AuditEntry> last = head();
            AuditEntry entry = AuditEntry.chained(
                    last.map(AuditEntry::seq).orElse(0L) + 1,
                    Instants.text(clock.instant()),
                    actor,
                    action,
                    subject,
                    detail,
                    last.map(AuditEntry::hash).orElse(BEGINNING));
            database.jdbc()
                    .sql("INSERT INTO audit (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            entry.seq(),
                            entry.at(),
                            entry.actor(),
                            entry.action(),
                            entry.subject(),
                            entry.detail(),
                            entry.previous(),
                            entry.hash())
                    .update();
            return entry;
        });
    }

    /** The last entry. */
    public Optional<AuditEntry> head() {
        return database.jdbc()
                .sql("SELECT " + COLUMNS + " FROM audit ORDER BY seq DESC LIMIT 1")
                .query(ENTRY)
                .optional();
    }

    /** Whether there is an entry of that hash. */
    public boolean contains(String hash) {
        return database.jdbc()
                .sql("SELECT seq FROM audit WHERE hash = ?")
                .param(hash)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** The newest entries, newest first: {@code count} of them before the entry numbered {@code before}. */
    public List<AuditEntry> newest(int count, long before) {
        return database.jdbc()
                .sql("SELECT " + COLUMNS + " FROM audit WHERE seq < ? ORDER BY seq DESC LIMIT ?")
                .params(before, count)
                .query(ENTRY)
                .list();
    }

    /** Everything that was done to {@code subject}, oldest first. */
    public List<AuditEntry> of(String subject) {
        return database.jdbc()
                .sql("SELECT " + COLUMNS + " FROM audit WHERE subject = ? ORDER BY seq")
                .param(subject)
                .query(ENTRY)
                .list();
    }

    /** What verifying the log found. */
    public sealed interface Verdict {
        /** Every row is as it was written. */
        record Intact(long entries, String head) implements Verdict {}

        /** The row numbered {@code seq} is missing, changed, or does not follow the one before. */
        record Broken(long seq) implements Verdict {}
    }

    /** Computes the whole chain anew. O(entries), a thousand of them in memory at a time. */
    public Verdict verify() {
        long expected = 1;
        String previous = BEGINNING;
        long from = Long.MIN_VALUE; // a row before the first would be none of ours
        while (true) {
            List<AuditEntry> piece = database.jdbc()
                    .sql("SELECT " + COLUMNS + " FROM audit WHERE seq >= ? ORDER BY seq LIMIT ?")
                    .params(from, PIECE)
                    .query(ENTRY)
                    .list();
            for (AuditEntry entry : piece) {
                if (entry.seq() != expected || !entry.previous().equals(previous) || !entry.intact()) {
                    return new Verdict.Broken(expected);
                }
                previous = entry.hash();
                expected++;
            }
            from = expected;
            if (piece.size() < PIECE) {
                return new Verdict.Intact(expected - 1, previous);
            }
        }
    }
}
