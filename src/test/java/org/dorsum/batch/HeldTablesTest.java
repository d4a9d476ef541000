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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dorsum.assess.Assessor;
import org.dorsum.image.Codec;
import org.dorsum.photo.PhotoReader;
import org.dorsum.support.EllipseHandFinder;
import org.dorsum.support.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch's tables belong to it while it runs, and to their owner before and after. */
class HeldTablesTest {
    private static final Batch BATCH = Batch.with(PhotoReader.withDefaults(), Assessor.with(new EllipseHandFinder()))
            .withJobs(1);

    @TempDir
    Path folder;

    private Path photos;
    private Path metrics;
    private Path zones;

    @BeforeEach
    void threeMeasuredPhotos() throws Exception {
        photos = Files.createDirectory(folder.resolve("photos"));
        metrics = folder.resolve("metrics.csv");
        zones = folder.resolve("zones.csv");
        for (int i = 1; i <= 3; i++) {
            Files.write(photos.resolve(i + ".jpg"), Codec.jpeg(Pictures.skin(i), 90));
        }
        run(BATCH, () -> {});
    }

    private Batch.Tally run(Batch batch, Runnable afterEachRow) throws IOException, ResumeRefusedException {
        return batch.run(PhotoList.below(photos), metrics, Optional.of(zones), listener(afterEachRow), () -> false);
    }

    private static BatchListener listener(Runnable afterEachRow) {
        return new BatchListener() {
            @Override
            public void dropped(int rows) {
                // nobody watches
            }

            @Override
            public void started(int photos) {
                // nobody watches
            }

            @Override
            public void written(String file, String status, String reason) {
                afterEachRow.run();
            }
        };
    }

    /** To close a second view of a file lets go of a process's lock on it, which only another process can see. */
    @Test
    void rowsPutAsideDoNotLetGoOfTheTables() throws Exception {
        Files.write(photos.resolve("1.jpg"), Codec.jpeg(Pictures.skin(9), 90));
        List<String> seen = new ArrayList<>();
        run(BATCH.resuming(), () -> seen.add(probed(metrics) + " " + probed(zones)));
        assertThat(seen).hasSize(3).containsOnly("held held");
        assertThat(probed(metrics)).isEqualTo("free");
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
        byte[] before = Files.readAllBytes(metrics);
        Path aside = Files.writeString(folder.resolve("metrics.csv.earlier"), "rows");
        Path directory = Files.createDirectory(folder.resolve("d"));
        PhotoList list = PhotoList.below(photos);
        assertThatThrownBy(() -> BATCH.run(list, metrics, Optional.of(directory), listener(() -> {}), () -> false))
                .isInstanceOf(IOException.class);
        assertThat(Files.readAllBytes(metrics)).isEqualTo(before);
        assertThat(aside).hasContent("rows");
        Path fresh = folder.resolve("fresh.csv");
        assertThatThrownBy(() -> BATCH.run(list, fresh, Optional.of(directory), listener(() -> {}), () -> false))
                .isInstanceOf(IOException.class);
        assertThat(fresh).doesNotExist();
    }

    @Test
    void aPhotoWhoseZonesWereCutOffIsMeasuredAgain() throws Exception {
        byte[] whole = Files.readAllBytes(zones);
        byte[] wholeMetrics = Files.readAllBytes(metrics);
        String text = new String(whole, StandardCharsets.UTF_8);
        int second = text.indexOf("\r\n2.jpg");
        int cut = text.indexOf("\r\n", second + 2) + 2; // one row of the second photo is left, a complete line
        Files.write(zones, Arrays.copyOf(whole, text.substring(0, cut).getBytes(StandardCharsets.UTF_8).length));
        Batch.Tally tally = run(BATCH.resuming(), () -> {});
        assertThat(tally.kept()).isEqualTo(1);
        assertThat(Files.readAllBytes(zones)).isEqualTo(whole);
        assertThat(Files.readAllBytes(metrics)).isEqualTo(wholeMetrics);
    }

    @Test
    void aTableThatAnotherProgramReplacesIsNoticed() {
        Runnable replace = () -> {
            try {
                Path copy = Files.copy(metrics, folder.resolve("copy"), StandardCopyOption.REPLACE_EXISTING);
                Files.move(copy, metrics, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        assertThatThrownBy(() -> run(BATCH, replace)).hasMessageContaining("replaced or deleted");
    }
}
