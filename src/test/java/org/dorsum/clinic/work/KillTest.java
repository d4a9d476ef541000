package org.dorsum.clinic.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dorsum.clinic.audit.AuditLog;
import org.dorsum.clinic.data.ClinicDatabase;
import org.dorsum.clinic.photos.FileKind;
import org.dorsum.clinic.photos.PhotoStore;
import org.dorsum.clinic.support.Postgres;
import org.dorsum.clinic.support.TestDatabase;
import org.dorsum.clinic.support.Visits;
import org.dorsum.clinic.vault.Vault;
import org.dorsum.clinic.vault.VaultKey;
import org.dorsum.image.Codec;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kills the application at random moments of uploading and measuring, five times on SQLite and twice on PostgreSQL; {@code
 * -Ddorsum.kills.sqlite=30 -Ddorsum.kills.postgresql=10} for so many times.
 */
class KillTest {
    private static final long LONGEST_MS = 4000; // after it was ready: several photos are taken in and measured

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void everyPhotoThatWasAcknowledgedIsThereAndMeasuredOnce(TestDatabase kind) throws Exception {
        int kills = Integer.getInteger(
                "dorsum.kills." + kind.name().toLowerCase(Locale.ROOT), kind == TestDatabase.SQLITE ? 5 : 2);
        long seed = Long.getLong("dorsum.kills.seed", 20261127);
        Path data = Files.createDirectories(folder.resolve("data"));
        Path keyFile = folder.resolve("clinic.key");
        VaultKey key = VaultKey.inFile(keyFile);
        String address = kind == TestDatabase.SQLITE ? "sqlite" : postgres();
        String visit;
        try (ClinicDatabase database = open(address, data)) {
            visit = Visits.add(database);
        }
        Random random = new Random(seed);
        Map<String, Long> kept = new LinkedHashMap<>();
        for (int k = 0; k < kills; k++) {
            Process process = start(address, data, keyFile, visit, Integer.toString(1 + 1000 * k));
            long moment = random.nextLong(LONGEST_MS);
            Thread killer = new Thread(() -> kill(process, moment));
            try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    if (line.equals("READY")) {
                        killer.start();
                    } else if (line.matches("KEPT \\S{36} \\d+")) { // the last line may be cut off
                        kept.put(line.substring(5, 41), Long.parseLong(line.substring(42)));
                    }
                }
            }
            killer.join();
            assertThat(process.waitFor()).as("killed").isEqualTo(137);
        }
        finish(start(address, data, keyFile, visit));
        assertThat(kept).hasSizeGreaterThan(kills);
        try (ClinicDatabase database = open(address, data);
                Vault vault = Vault.open(data, key)) {
            check(database, vault, kept);
        }
    }

    private static String postgres() {
        Optional<Postgres> server = Postgres.server();
        Assumptions.assumeTrue(server.isPresent(), "PostgreSQL is not installed (apt install postgresql)");
        return server.orElseThrow().newDatabase();
    }

    private static ClinicDatabase open(String address, Path data) {
        return address.equals("sqlite")
                ? ClinicDatabase.sqlite(data.resolve("clinic.db"))
                : ClinicDatabase.postgresql(address, Optional.empty(), Optional.empty());
    }

    private static Process start(String address, Path data, Path keyFile, String visit, String... seed)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "-Dslf4j.provider=org.slf4j.nop.NOPServiceProvider",
                "-cp",
                System.getProperty("java.class.path"),
                KilledClinic.class.getName(),
                address,
                data.toString(),
                keyFile.toString(),
                visit));
        command.addAll(List.of(seed));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void kill(Process process, long moment) {
        try {
            Thread.sleep(moment);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.toHandle()
                .destroyForcibly(); // SIGKILL; the process itself would close the stream that is being read, too
    }

    private static void finish(Process process) throws Exception {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.lines().toList()).contains("IDLE");
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    private static void check(ClinicDatabase database, Vault vault, Map<String, Long> kept) {
        // Before a store is opened, which sweeps: what the last process swept at its start is all there was to sweep.
        List<String> known = strings(database, "SELECT file_id FROM stored_file");
        assertThat(vault.ids()).containsExactlyInAnyOrderElementsOf(known);
        AuditLog log = AuditLog.of(database, Clock.systemUTC());
        PhotoStore store = PhotoStore.open(database, vault, log, Clock.systemUTC());
        kept.forEach((id, seed) -> {
            assertThat(store.original(id)).as("photo %s", seed).contains(KilledClinic.file(seed));
            for (FileKind copy : List.of(FileKind.FULL, FileKind.SCREEN, FileKind.THUMBNAIL)) {
                assertThat(store.picture(id, copy).flatMap(Codec::decode)).isPresent();
            }
        });
        // Photos may be there that were kept but not told of; those are measured, too.
        List<String> photos = strings(database, "SELECT id FROM photo");
        assertThat(photos).containsAll(kept.keySet());
        assertThat(strings(database, "SELECT photo_id FROM analysis")).containsExactlyInAnyOrderElementsOf(photos);
        for (String kind : List.of("look", "measure")) {
            assertThat(strings(database, "SELECT subject FROM job WHERE state = 'done' AND kind = '" + kind + "'"))
                    .as("each ended once")
                    .containsExactlyInAnyOrderElementsOf(photos);
        }
        assertThat(strings(database, "SELECT id FROM job WHERE state <> 'done'"))
                .isEmpty();
        assertThat(log.verify()).isInstanceOf(AuditLog.Verdict.Intact.class);
        Stream<String> results = photos.stream()
                .map(id -> new String(store.files().read(id, FileKind.RESULT).orElseThrow(), StandardCharsets.UTF_8));
        assertThat(results).allSatisfy(json -> assertThat(json).contains("\"status\""));
    }

    private static List<String> strings(ClinicDatabase database, String sql) {
        return database.jdbc().sql(sql).query(String.class).list();
    }
}
