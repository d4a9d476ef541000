package org.dorsum.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measuring in processes of their own. */
class IsolationTest {
    @TempDir
    Path folder;

    private static Batch isolated(Optional<Duration> limit) {
        return BatchFolder.batch().isolated(EllipseWorker.command(EllipseWorker.class), limit);
    }

    @Test
    void theRowsAreThoseOfOneProcess() throws Exception {
        BatchFolder f = new BatchFolder(folder, 3);
        Files.writeString(f.photos.resolve("broken.jpg"), "no photo");
        f.run(BatchFolder.batch());
        String whole = f.tables();
        Batch.Tally tally = f.run(isolated(Optional.empty()));
        assertThat(tally).isEqualTo(new Batch.Tally(3, 0, 1, 0, 0));
        assertThat(f.tables()).isEqualTo(whole);
    }

    @Test
    void whatCrashesOrHangsCostsOneRow() throws Exception {
        BatchFolder f = new BatchFolder(folder, 2);
        f.photo("crash", 3);
        f.photo("hang", 4);
        Batch.Tally tally = f.run(isolated(Optional.of(Duration.ofSeconds(8))));
        assertThat(tally).isEqualTo(new Batch.Tally(2, 0, 2, 0, 0));
        List<String> rows = Files.readAllLines(f.metrics);
        assertThat(rows.get(1)).startsWith("crash.jpg,,,,failed,").contains("ended (status 134)");
        assertThat(rows.get(2)).startsWith("hand1.jpg,").contains(",measured,");
        assertThat(rows.get(4)).startsWith("hang.jpg,,,,failed,").contains("it took longer than the limit of 8 s");
    }

    @Test
    void aCommandThatIsNoWorkerEndsTheBatchInOneSentence() throws Exception {
        BatchFolder f = new BatchFolder(folder, 1);
        assertThatThrownBy(() -> f.run(BatchFolder.batch()
                        .isolated(EllipseWorker.command(EllipseWorker.Babbler.class), Optional.empty())))
                .isInstanceOf(WorkerException.class)
                .hasMessageContaining("did not start");
        assertThatThrownBy(() -> f.run(BatchFolder.batch().isolated(List.of("/no/such/program"), Optional.empty())))
                .isInstanceOf(WorkerException.class)
                .hasMessageContaining("cannot be started");
        assertThatThrownBy(() -> isolated(Optional.of(Duration.ZERO))).isInstanceOf(IllegalArgumentException.class);
    }
}
