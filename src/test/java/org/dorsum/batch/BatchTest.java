package org.dorsum.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dorsum.assess.Assessor;
import org.dorsum.hand.HandFinder;
import org.dorsum.hand.ScaleHint;
import org.dorsum.image.Codec;
import org.dorsum.photo.Photo;
import org.dorsum.photo.PhotoReader;
import org.dorsum.support.EllipseHandFinder;
import org.dorsum.support.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchTest {
    private static final PhotoReader READER = PhotoReader.withDefaults();
    private static final Assessor ASSESSOR = Assessor.with(new EllipseHandFinder());

    @TempDir
    Path folder;

    private Path photos;
    private Path metrics;
    private Path zones;
    private int dropped;

    @BeforeEach
    void fourGoodPhotosAndOneWithoutAHand() throws IOException {
        photos = Files.createDirectory(folder.resolve("photos"));
        metrics = folder.resolve("metrics.csv");
        zones = folder.resolve("zones.csv");
        for (int i = 1; i <= 4; i++) {
            Files.write(photos.resolve("hand" + i + ".jpg"), Codec.jpeg(Pictures.skin(i), 90));
        }
        Files.write(photos.resolve("hand3-none.png"), Codec.png(Pictures.black()));
    }

    private Batch.Tally run(Batch batch) throws IOException, ResumeRefusedException {
        return batch.run(PhotoList.below(photos), metrics, Optional.of(zones), new Heard(), () -> false);
    }

    private final class Heard extends Unwatched {
        @Override
        public void dropped(int rows) {
            dropped += rows;
        }
    }

    @Test
    void rowsComeInInputOrderWithTheSameBytesAtAnyNumberOfJobs() throws Exception {
        Batch.Tally tally = run(Batch.with(READER, ASSESSOR).withJobs(1));
        byte[] one = Files.readAllBytes(metrics);
        byte[] oneLong = Files.readAllBytes(zones);
        run(Batch.with(READER, ASSESSOR).withJobs(3));
        assertThat(Files.readAllBytes(metrics)).isEqualTo(one);
        assertThat(Files.readAllBytes(zones)).isEqualTo(oneLong);
        assertThat(tally).isEqualTo(new Batch.Tally(4, 1, 0, 0, 0));
        assertThat(column("file"))
                .containsExactly("hand1.jpg", "hand2.jpg", "hand3-none.png", "hand3.jpg", "hand4.jpg");
        assertThat(column("status")).containsExactly("measured", "measured", "rejected", "measured", "measured");
    }

    @Test
    void twentyBrokenAmongTwentyGoodCostTwentyRowsEachWithItsOwnReason() throws Exception {
        byte[] jpeg = Files.readAllBytes(photos.resolve("hand1.jpg"));
        for (int i = 5; i <= 20; i++) {
            Files.write(photos.resolve("hand" + i + ".jpg"), jpeg);
        }
        Files.delete(photos.resolve("hand3-none.png"));
        List<Path> broken = BrokenFiles.twenty(photos, jpeg);
        Batch.Tally tally = run(Batch.with(READER, ASSESSOR).withJobs(2));
        assertThat(broken).hasSize(20);
        assertThat(tally).isEqualTo(new Batch.Tally(20, 0, 20, 0, 0));
        List<String> reasons =
                column("reason").stream().filter(r -> !r.isEmpty()).toList();
        assertThat(reasons).hasSize(20).allSatisfy(r -> assertThat(r).doesNotContain("\n", folder.toString()));
        assertThat(new HashSet<>(reasons))
                .as("different causes have different reasons")
                .hasSize(18); // three of the files are texts, one cause
    }

    @Test
    void resumingAfterATornLineGivesWhatAnUnbrokenRunGives() throws Exception {
        run(Batch.with(READER, ASSESSOR));
        byte[] whole = Files.readAllBytes(metrics);
        byte[] wholeLong = Files.readAllBytes(zones);
        Files.write(metrics, java.util.Arrays.copyOf(whole, whole.length * 3 / 5));
        AtomicInteger looked = new AtomicInteger();
        Batch.Tally tally =
                run(Batch.with(READER, Assessor.with(counting(looked))).resuming());
        assertThat(Files.readAllBytes(metrics)).isEqualTo(whole);
        assertThat(Files.readAllBytes(zones)).isEqualTo(wholeLong);
        assertThat(tally.kept()).isBetween(1, 4);
        assertThat(looked.get()).isEqualTo(5 - tally.kept());
    }

    @Test
    void resumingMeasuresChangedAndNewPhotosAndForgetsDeletedOnes() throws Exception {
        run(Batch.with(READER, ASSESSOR));
        Files.write(photos.resolve("hand2.jpg"), Codec.jpeg(Pictures.skin(9), 90));
        Files.write(photos.resolve("hand0.jpg"), Codec.jpeg(Pictures.skin(10), 90));
        Files.delete(photos.resolve("hand4.jpg"));
        AtomicInteger looked = new AtomicInteger();
        Batch.Tally tally =
                run(Batch.with(READER, Assessor.with(counting(looked))).resuming());
        assertThat(tally).isEqualTo(new Batch.Tally(4, 1, 0, 3, 0));
        assertThat(dropped).isEqualTo(1);
        assertThat(looked.get()).isEqualTo(2);
        byte[] resumed = Files.readAllBytes(metrics);
        run(Batch.with(READER, ASSESSOR));
        assertThat(Files.readAllBytes(metrics)).isEqualTo(resumed);
    }

    @Test
    void rowsOfOtherSettingsAreNotContinued() throws Exception {
        run(Batch.with(READER, ASSESSOR.withScale(ScaleHint.none().withPixelsPerMm(9))));
        byte[] earlier = Files.readAllBytes(metrics);
        assertThatThrownBy(() -> run(Batch.with(READER, ASSESSOR).resuming()))
                .isInstanceOf(ResumeRefusedException.class)
                .hasMessageContaining("other settings");
        assertThat(Files.readAllBytes(metrics)).as("what was refused stays").isEqualTo(earlier);
        Files.writeString(metrics, "some,other\r\ntable,here\r\n");
        assertThatThrownBy(() -> run(Batch.with(READER, ASSESSOR).resuming()))
                .isInstanceOf(ResumeRefusedException.class)
                .hasMessageContaining("not a table");
    }

    @Test
    void whatAFinderThrowsCostsOneRow() throws Exception {
        HandFinder real = new EllipseHandFinder();
        AtomicInteger calls = new AtomicInteger();
        HandFinder moody = new Moody(real, photo -> {
            if (photo.name().endsWith("hand1.jpg")) {
                throw new OutOfMemoryError("made up");
            }
            if (photo.name().endsWith("hand2.jpg")) {
                throw new IllegalStateException("made\nup");
            }
            if (photo.name().endsWith("hand4.jpg") && calls.getAndIncrement() == 0) {
                throw new OutOfMemoryError("only at first");
            }
        });
        Batch.Tally tally = run(Batch.with(READER, Assessor.with(moody)).withJobs(2));
        assertThat(tally).isEqualTo(new Batch.Tally(2, 1, 2, 0, 0));
        assertThat(column("reason").get(0)).contains("not enough memory");
        assertThat(column("reason").get(1)).isEqualTo("unexpected: java.lang.IllegalStateException: made up");
        assertThat(column("status").get(4)).as("tried again alone").isEqualTo("measured");
    }

    private static HandFinder counting(AtomicInteger looked) {
        return new Moody(new EllipseHandFinder(), photo -> looked.incrementAndGet());
    }

    /** A finder that does something first. */
    private record Moody(HandFinder finder, java.util.function.Consumer<Photo> first) implements HandFinder {
        @Override
        public Outcome find(Photo photo, ScaleHint hint) {
            first.accept(photo);
            return finder.find(photo, hint);
        }

        @Override
        public String identity() {
            return finder.identity();
        }
    }

    private List<String> column(String name) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        List<String> cells = new ArrayList<>();
        try (CSVParser rows = CSVParser.parse(Files.readString(metrics), format)) {
            for (CSVRecord row : rows) {
                cells.add(row.get(name));
            }
        }
        return cells;
    }
}
