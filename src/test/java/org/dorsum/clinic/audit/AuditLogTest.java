package org.dorsum.clinic.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dorsum.clinic.audit.AuditLog.Verdict;
import org.dorsum.clinic.data.ClinicDatabase;
import org.dorsum.clinic.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

class AuditLogTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-27T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void entriesAreChainedAndVerify(TestDatabase kind) {
        try (ClinicDatabase database = kind.open(folder)) {
            AuditLog log = AuditLog.of(database, CLOCK);
            assertThat(log.verify()).isEqualTo(new Verdict.Intact(0, "0".repeat(64)));
            log.append("user", "photo-received", "photo:1", "jpeg");
            AuditEntry second = log.append(AuditLog.SYSTEM, "photo-deleted", "photo:1", "");
            log.append("user", "signed-in", "user:1", "");
            assertThat(log.verify())
                    .isEqualTo(new Verdict.Intact(3, log.head().orElseThrow().hash()));
            assertThat(log.of("photo:1"))
                    .extracting(AuditEntry::action)
                    .containsExactly("photo-received", "photo-deleted");
            assertThat(log.newest(1, 3)).containsExactly(second);
        }
    }

    /** The digest of the first entry as Python's hashlib and struct compute it. */
    @Test
    void theHashIsTheOneOfIndependentCode() {
        AuditEntry entry =
                AuditEntry.chained(1, "2026-11-27T09:00:00.000Z", "system", "key-made", "clinic", "ü", "0".repeat(64));
        assertThat(entry.hash()).isEqualTo("cff914fa96b09329b5dd83e92678ec0fcf00fa85a3a2eaef5e57fb7a07ba0fe3");
    }

    @ParameterizedTest
    @EnumSource
    void theDatabaseRefusesToChangeOrDelete(TestDatabase kind) {
        try (ClinicDatabase database = kind.open(folder)) {
            AuditLog log = AuditLog.of(database, CLOCK);
            log.append("user", "signed-in", "user:1", "");
            assertThatThrownBy(() -> run(database, "UPDATE audit SET actor = 'other'"))
                    .isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() -> run(database, "DELETE FROM audit")).isInstanceOf(DataAccessException.class);
            assertThat(log.verify()).isInstanceOf(Verdict.Intact.class);
        }
    }

    /** By someone who got around the triggers. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit SET actor = 'other' WHERE seq = 3",
                "UPDATE audit SET at = '2026-11-28T09:00:00.000Z' WHERE seq = 3",
                "UPDATE audit SET hash = 'f00' WHERE seq = 3",
                "UPDATE audit SET seq = 9 WHERE seq = 3",
                "DELETE FROM audit WHERE seq = 3"
            })
    void aChangeIsFoundWhereItWasMade(String change) {
        try (ClinicDatabase database = TestDatabase.SQLITE.open(folder)) {
            AuditLog log = AuditLog.of(database, CLOCK);
            for (int i = 0; i < 5; i++) {
                log.append("user", "signed-in", "user:" + i, "");
            }
            run(database, "DROP TRIGGER audit_not_changed");
            run(database, "DROP TRIGGER audit_not_deleted");
            run(database, change);
            assertThat(log.verify()).isEqualTo(new Verdict.Broken(3));
        }
    }

    @ParameterizedTest
    @EnumSource
    void manyAtOnceMakeOneChain(TestDatabase kind) throws Exception {
        try (ClinicDatabase database = kind.open(folder)) {
            AuditLog log = AuditLog.of(database, CLOCK);
            ExecutorService threads = Executors.newFixedThreadPool(8);
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                String subject = "photo:" + i;
                writers.add(threads.submit(() -> log.append("user", "photo-received", subject, "")));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            threads.shutdown();
            assertThat(log.verify())
                    .isInstanceOfSatisfying(
                            Verdict.Intact.class, v -> assertThat(v.entries()).isEqualTo(100));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEntryIsKeptOnlyWithWhatItNotes(TestDatabase kind) {
        try (ClinicDatabase database = kind.open(folder)) {
            AuditLog log = AuditLog.of(database, CLOCK);
            assertThatThrownBy(() -> database.inTransaction(() -> {
                        log.append("user", "photo-received", "photo:1", "");
                        throw new IllegalStateException("the photo was not stored");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(log.head()).isEmpty();
        }
    }

    private static void run(ClinicDatabase database, String sql) {
        database.jdbc().sql(sql).update();
    }
}
