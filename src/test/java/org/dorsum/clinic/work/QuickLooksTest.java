package org.dorsum.clinic.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.dorsum.clinic.photos.FileKind;
import org.dorsum.clinic.photos.RefusedUploadException;
import org.dorsum.image.Codec;
import org.dorsum.support.EllipseHandFinder;
import org.dorsum.support.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickLooksTest {
    private static final byte[] BEFORE = Codec.jpeg(Pictures.skin(1), 95);
    private static final byte[] AFTER = Codec.jpeg(Pictures.skin(2), 95);

    @TempDir
    private Path data;

    private QuickLooks open(Clock clock) {
        return QuickLooks.open(data, new EllipseHandFinder(), MemoryBudget.ofHeap(), clock);
    }

    private static List<InputStream> streams(byte[] file) {
        return List.of(new ByteArrayInputStream(file));
    }

    private static void finish(QuickLooks quick, String id) throws InterruptedException {
        while (quick.state(id).orElseThrow().stage() == Stage.QUEUED
                || quick.state(id).orElseThrow().stage() == Stage.RUNNING) {
            Thread.sleep(20);
        }
    }

    @Test
    void twoPhotosAreComparedAndThenForgotten() throws Exception {
        try (QuickLooks quick = open(Clock.systemUTC())) {
            String id = quick.start(streams(BEFORE), streams(AFTER));
            finish(quick, id);
            assertThat(quick.state(id).orElseThrow().stage()).isEqualTo(Stage.DONE);
            assertThat(new String(quick.file(id, FileKind.RESULT).orElseThrow(), StandardCharsets.UTF_8))
                    .contains("\"comparability\"");
            assertThat(quick.file(id, FileKind.PAGE)).isPresent();
            quick.forget(id);
            assertThat(quick.state(id)).isEmpty();
            assertThat(files()).isEmpty();
        }
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void whatIsOldIsForgotten() throws Exception {
        Instant[] now = {Instant.parse("2026-11-27T09:00:00Z")};
        Clock clock = new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now[0];
            }
        };
        try (QuickLooks quick = open(clock)) {
            String id = quick.start(streams(BEFORE), streams(AFTER));
            finish(quick, id);
            now[0] = now[0].plus(Duration.ofMinutes(31));
            assertThat(quick.state(id)).isEmpty();
            assertThat(files()).isEmpty();
        }
    }

    /** The files of a process that was killed are gone with the next start; until then nobody can read them. */
    @Test
    void whatAKilledProcessLeftIsUnreadableAndGoes() throws Exception {
        Path leftover = Files.createDirectories(data.resolve("quick/vault/ab")).resolve("leftover");
        Files.write(leftover, new byte[100]);
        try (QuickLooks quick = open(Clock.systemUTC())) {
            assertThat(leftover).doesNotExist();
            String id = quick.start(streams(BEFORE), streams(AFTER));
            for (Path file : files()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("JFIF");
            }
            quick.forget(id); // while it runs
        }
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void oneBadPhotoKeepsTheOtherOut() throws Exception {
        try (QuickLooks quick = open(Clock.systemUTC())) {
            assertThatThrownBy(() -> quick.start(streams(BEFORE), streams(new byte[100])))
                    .isInstanceOf(RefusedUploadException.class);
            assertThatThrownBy(() -> quick.start(streams(BEFORE), List.of()))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(files()).isEmpty();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(f -> Files.isRegularFile(f) && !f.endsWith("lock"))
                    .toList();
        }
    }
}
