package org.dorsum.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a batch ends, resuming it gives what an unbroken one gives. */
class InterruptionTest {
    @TempDir
    Path folder;

    @Test
    void stoppingFinishesWhatIsInHandAndLeavesTheRest() throws Exception {
        BatchFolder f = new BatchFolder(folder, 6);
        f.run(BatchFolder.batch());
        String whole = f.tables();
        Batch.Tally stopped = f.run(BatchFolder.batch().withJobs(2), () -> f.written >= 2);
        assertThat(stopped.measured()).isBetween(2, 4);
        assertThat(stopped.left()).isEqualTo(6 - stopped.measured());
        assertThat(stopped.complete()).isFalse();
        assertThat(whole).startsWith(Files.readString(f.metrics));
        Batch.Tally resumed = f.run(BatchFolder.batch().resuming());
        assertThat(resumed.kept()).isEqualTo(stopped.measured());
        assertThat(f.tables()).isEqualTo(whole);
    }

    @Test
    void stoppingWhileCatchingUpLosesNoRow() throws Exception {
        BatchFolder f = new BatchFolder(folder, 4);
        f.run(BatchFolder.batch());
        String whole = f.tables();
        Batch.Tally stopped = f.run(BatchFolder.batch().resuming(), () -> f.written >= 1);
        assertThat(stopped.left()).isPositive();
        assertThat(f.tables()).isEqualTo(whole);
    }

    /** The second row changes, so that the tables are cut there; then the batch is stopped before the others are back. */
    @Test
    void rowsBehindAChangedOneOutliveASecondInterruption() throws Exception {
        BatchFolder f = new BatchFolder(folder, 5);
        f.run(BatchFolder.batch());
        f.photo("hand2", 22);
        Batch.Tally stopped = f.run(BatchFolder.batch().resuming(), () -> f.written >= 2);
        assertThat(stopped.left()).isPositive();
        assertThat(Files.readAllLines(f.metrics)).hasSize(1 + 5 - stopped.left());
        assertThat(f.aside()).exists();
        Batch.Tally resumed = f.run(BatchFolder.batch().resuming());
        assertThat(resumed.kept()).as("none is measured twice").isEqualTo(5);
        String tables = f.tables();
        assertThat(f.aside()).doesNotExist();
        assertThat(f.zones.resolveSibling("zones.csv.earlier")).doesNotExist();
        f.run(BatchFolder.batch());
        assertThat(f.tables()).isEqualTo(tables);
    }

    /** SIGKILL, when so many bytes of the table are there. */
    @ParameterizedTest
    @ValueSource(ints = {1, 1200, 2500})
    void resumingAfterAKillGivesTheSameBytes(int bytes) throws Exception {
        BatchFolder f = new BatchFolder(folder, 7);
        Process child = new ProcessBuilder(EllipseWorker.command(BatchFolder.Runner.class, folder.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
            while (child.isAlive() && size(f.metrics) < bytes && System.nanoTime() < end) {
                Thread.sleep(2);
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
        assertThat(size(f.metrics)).as(Files.readString(folder.resolve("log"))).isPositive();
        f.run(BatchFolder.batch().resuming());
        String resumed = f.tables();
        f.run(BatchFolder.batch());
        assertThat(resumed).isEqualTo(f.tables());
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    @Test
    void tablesTornAtAnyByteAreContinued() throws Exception {
        BatchFolder f = new BatchFolder(folder, 2);
        f.run(BatchFolder.batch());
        byte[] metrics = Files.readAllBytes(f.metrics);
        byte[] zones = Files.readAllBytes(f.zones);
        for (int k = 0; k <= 6; k++) {
            Files.write(f.metrics, java.util.Arrays.copyOf(metrics, metrics.length * k / 6));
            Files.write(f.zones, java.util.Arrays.copyOf(zones, zones.length * (k < 4 ? k : 6) / 6));
            f.run(BatchFolder.batch().resuming());
            assertThat(Files.readAllBytes(f.metrics)).isEqualTo(metrics);
            assertThat(Files.readAllBytes(f.zones)).isEqualTo(zones);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFullDiskIsOneSentenceThatNamesTheFile() throws Exception {
        Path full = Path.of("/dev/full");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isWritable(full));
        BatchFolder f = new BatchFolder(folder, 1);
        assertThatThrownBy(() -> BatchFolder.batch()
                        .run(PhotoList.below(f.photos), full, Optional.empty(), new Unwatched(), () -> false))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("/dev/full")
                .hasMessageContaining("No space left");
    }

    /** Two batches on one table would tear it; the second says so and touches nothing. */
    @Test
    void aTableThatIsBeingWrittenIsLeftAlone() throws Exception {
        BatchFolder f = new BatchFolder(folder, 1);
        f.run(BatchFolder.batch());
        String written = Files.readString(f.metrics);
        try (FileChannel other = FileChannel.open(f.metrics, StandardOpenOption.WRITE);
                FileLock lock = other.lock()) {
            assertThat(lock.isValid()).isTrue();
            for (Batch second : List.of(BatchFolder.batch(), BatchFolder.batch().resuming())) {
                assertThatThrownBy(() -> f.run(second))
                        .isInstanceOf(FileSystemException.class)
                        .hasMessageContaining("metrics.csv")
                        .hasMessageContaining("another batch is writing it");
            }
            assertThat(Files.readString(f.metrics)).isEqualTo(written);
        }
        f.run(BatchFolder.batch());
        assertThat(Files.readString(f.metrics)).isEqualTo(written);
    }
}
