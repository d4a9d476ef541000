package org.dorsum.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch's tables belong to it while it runs, and to their owner before and after. */
class HeldTablesTest {
    @TempDir
    Path folder;

    private BatchFolder f;

    @BeforeEach
    void threeMeasuredPhotos() throws Exception {
        f = new BatchFolder(folder, 3);
        f.run(BatchFolder.batch());
    }

    /** Runs a batch over the photos; {@code then} follows every row. */
    private Batch.Tally run(Batch batch, Path metrics, Path zones, Runnable then)
            throws IOException, ResumeRefusedException {
        return batch.run(
                PhotoList.below(f.photos),
                metrics,
                Optional.of(zones),
                new Unwatched() {
                    @Override
                    public void written(String file, String status, String reason) {
                        then.run();
                    }
                },
                () -> false);
    }

    /** To close a second view of a file lets go of a process's lock on it, which only another process can see. */
    @Test
    void rowsPutAsideDoNotLetGoOfTheTables() throws Exception {
        f.photo("hand1", 9);
        List<String> seen = new ArrayList<>();
        run(
                BatchFolder.batch().resuming(),
                f.metrics,
                f.zones,
                () -> seen.add(probed(f.metrics) + " " + probed(f.zones)));
        assertThat(seen).hasSize(3).containsOnly("held held");
        assertThat(probed(f.metrics)).isEqualTo("free");
    }

    private static String probed(Path table) {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Probe.class.getName(),
                            table.toString())
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says whether a file is held by somebody. */
    static final class Probe {
        private Probe() {}

        /** Prints {@code held} or {@code free}. */
        public static void main(String[] file) throws IOException {
            try (FileChannel channel = FileChannel.open(Path.of(file[0]), StandardOpenOption.WRITE)) {
                System.out.println(channel.tryLock() == null ? "held" : "free");
            }
        }
    }

    @Test
    void aRunThatCannotBeginLeavesTheTablesAsTheyWere() throws Exception {
        byte[] before = Files.readAllBytes(f.metrics);
        Files.writeString(f.aside(), "rows");
        Path directory = Files.createDirectory(folder.resolve("d"));
        assertThatThrownBy(() -> run(BatchFolder.batch(), f.metrics, directory, () -> {}))
                .isInstanceOf(IOException.class);
        assertThat(Files.readAllBytes(f.metrics)).isEqualTo(before);
        assertThat(f.aside()).hasContent("rows");
        Path fresh = folder.resolve("fresh.csv");
        assertThatThrownBy(() -> run(BatchFolder.batch(), fresh, directory, () -> {}))
                .isInstanceOf(IOException.class);
        assertThat(fresh).doesNotExist();
    }

    @Test
    void aPhotoWhoseZonesWereCutOffIsMeasuredAgain() throws Exception {
        String tables = f.tables();
        String zones = Files.readString(f.zones);
        int second = zones.indexOf("\r\nhand2.jpg");
        int cut = zones.indexOf("\r\n", second + 2) + 2; // one row of the second photo is left, a complete line
        Files.writeString(f.zones, zones.substring(0, cut));
        Batch.Tally tally = f.run(BatchFolder.batch().resuming());
        assertThat(tally.kept()).isEqualTo(1);
        assertThat(f.tables()).isEqualTo(tables);
    }

    @Test
    void aTableThatAnotherProgramReplacesIsNoticed() {
        Runnable replace = () -> {
            try {
                Path copy = Files.copy(f.metrics, folder.resolve("copy"), StandardCopyOption.REPLACE_EXISTING);
                Files.move(copy, f.metrics, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        assertThatThrownBy(() -> run(BatchFolder.batch(), f.metrics, f.zones, replace))
                .hasMessageContaining("replaced or deleted");
    }
}
