package org.dorsum.clinic.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dorsum.clinic.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;

class ClinicDatabaseTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void aTransactionIsKeptWholeOrNotAtAll(TestDatabase kind) {
        try (ClinicDatabase database = withNumbers(kind)) {
            assertThatThrownBy(() -> database.inTransaction(() -> {
                        insert(database, 1);
                        throw new IllegalStateException("half way");
                    }))
                    .hasMessage("half way");
            assertThat(count(database)).isZero();
            database.inTransaction(() -> {
                insert(database, 1);
                database.inTransaction(() -> insert(database, 2)); // part of the same
            });
            assertThat(count(database)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatFollowsACommitWaitsForIt(TestDatabase kind) {
        try (ClinicDatabase database = withNumbers(kind)) {
            List<String> order = new ArrayList<>();
            database.inTransaction(() -> {
                database.afterCommit(() -> order.add("after"));
                order.add("within");
            });
            assertThatThrownBy(() -> database.inTransaction(() -> {
                        database.afterCommit(() -> order.add("never"));
                        throw new IllegalStateException();
                    }))
                    .isInstanceOf(IllegalStateException.class);
            database.afterCommit(() -> order.add("at once"));
            assertThat(order).containsExactly("within", "after", "at once");
        }
    }

    @ParameterizedTest
    @EnumSource
    void manyWritersWaitForEachOther(TestDatabase kind) throws Exception {
        try (ClinicDatabase database = withNumbers(kind)) {
            ExecutorService threads = Executors.newFixedThreadPool(16);
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                int n = i;
                writers.add(threads.submit(() -> database.inTransaction(() -> {
                    count(database); // reads first, as what checks before it writes does
                    insert(database, n);
                })));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            threads.shutdown();
            assertThat(count(database)).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void violatedConstraintsHaveOneTypeOnBoth(TestDatabase kind) {
        try (ClinicDatabase database = withNumbers(kind)) {
            insert(database, 1);
            assertThatThrownBy(() -> insert(database, 1)).isInstanceOf(DuplicateKeyException.class);
            database.jdbc()
                    .sql("CREATE TABLE half (n INTEGER NOT NULL REFERENCES number (n))")
                    .update();
            for (String value : new String[] {"2", "NULL"}) {
                assertThatThrownBy(() -> database.jdbc()
                                .sql("INSERT INTO half VALUES (" + value + ")")
                                .update())
                        .isInstanceOf(DataIntegrityViolationException.class);
            }
        }
    }

    @Test
    void deletedContentIsNotLeftInTheFileOfSqlite() throws Exception {
        String secret = "chestnut-lantern-42";
        try (ClinicDatabase database = ClinicDatabase.sqlite(folder.resolve("clinic.db"))) {
            database.jdbc().sql("CREATE TABLE note (text TEXT)").update();
            database.jdbc().sql("INSERT INTO note VALUES (?)").param(secret).update();
            database.forget();
            assertThat(everythingIn(folder)).contains(secret);
            database.jdbc().sql("DELETE FROM note").update();
            database.forget();
            assertThat(everythingIn(folder)).doesNotContain(secret);
        }
    }

    @Test
    void aMigratedDatabaseOpensAgain() {
        try (ClinicDatabase first = ClinicDatabase.sqlite(folder.resolve("clinic.db"))) {
            assertThat(first.kind()).isEqualTo(ClinicDatabase.Kind.SQLITE);
        }
        try (ClinicDatabase second = ClinicDatabase.sqlite(folder.resolve("clinic.db"))) {
            assertThat(second.jdbc()
                            .sql("SELECT count(*) FROM audit")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "..",
                "../../etc/passwd",
                "0F8FAD5B-D9CB-469F-A165-70867728950E",
                "a/b",
                "0f8fad5b-d9cb-469f-a165-70867728950e\n"
            })
    void whatIsNoIdDoesNotBecomePartOfAPath(String text) {
        assertThat(Ids.valid(text)).isFalse();
        assertThatThrownBy(() -> Ids.checked(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void idsAreValidAndInstantsKeepTheirOrderAsText() {
        assertThat(Ids.valid(Ids.random())).isTrue();
        Instant early = Instant.parse("2026-11-27T09:00:00Z");
        Instant late = early.plusMillis(5);
        assertThat(Instants.text(early)).isEqualTo("2026-11-27T09:00:00.000Z").isLessThan(Instants.text(late));
        assertThat(Instants.of(Instants.text(late))).isEqualTo(late);
    }

    private ClinicDatabase withNumbers(TestDatabase kind) {
        ClinicDatabase database = kind.open(folder);
        database.jdbc().sql("CREATE TABLE number (n INTEGER PRIMARY KEY)").update();
        return database;
    }

    private static void insert(ClinicDatabase database, int n) {
        database.jdbc().sql("INSERT INTO number VALUES (?)").param(n).update();
    }

    private static int count(ClinicDatabase database) {
        return database.jdbc()
                .sql("SELECT count(*) FROM number")
                .query(Integer.class)
                .single();
    }

    private static String everythingIn(Path folder) throws Exception {
        StringBuilder all = new StringBuilder();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
