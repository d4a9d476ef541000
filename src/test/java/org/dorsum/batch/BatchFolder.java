package org.dorsum.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.dorsum.assess.Assessor;
import org.dorsum.hand.ScaleHint;
import org.dorsum.image.Codec;
import org.dorsum.photo.PhotoReader;
import org.dorsum.support.EllipseHandFinder;
import org.dorsum.support.Pictures;

/** A folder of photos and the tables of a batch over it. */
final class BatchFolder {
    static final PhotoReader READER = PhotoReader.withDefaults();
    /** A scale at which the hand is as small as a hand can be, so that photos are soon measured. */
    static final ScaleHint SCALE = ScaleHint.none().withPixelsPerMm(14);

    static final Assessor ASSESSOR = Assessor.with(new EllipseHandFinder()).withScale(SCALE);

    final Path photos;
    final Path metrics;
    final Path zones;
    int written;

    BatchFolder(Path folder, int count) throws IOException {
        photos = Files.createDirectories(folder.resolve("photos"));
        metrics = folder.resolve("metrics.csv");
        zones = folder.resolve("zones.csv");
        for (int i = 1; i <= count; i++) {
            photo("hand" + i, i);
        }
    }

    void photo(String name, int seed) throws IOException {
        Files.write(photos.resolve(name + ".jpg"), Codec.jpeg(Pictures.skin(seed), 85));
    }

    static Batch batch() {
        return Batch.with(READER, ASSESSOR).withJobs(1);
    }

    Batch.Tally run(Batch batch) throws IOException, ResumeRefusedException {
        return run(batch, () -> false);
    }

    Batch.Tally run(Batch batch, BooleanSupplier stop) throws IOException, ResumeRefusedException {
        return batch.run(PhotoList.below(photos), metrics, Optional.of(zones), new Counting(), stop);
    }

    String tables() throws IOException {
        return Files.readString(metrics) + Files.readString(zones);
    }

    Path aside() {
        return metrics.resolveSibling("metrics.csv.earlier");
    }

    private final class Counting extends Unwatched {
        @Override
        public void started(int count) {
            written = 0;
        }

        @Override
        public void written(String file, String status, String reason) {
            written++;
        }
    }

    /** A process that runs a batch: folder, then "resume" or nothing. */
    public static final class Runner {
        private Runner() {}

        /** Runs it. */
        public static void main(String[] arguments) throws Exception {
            BatchFolder folder = new BatchFolder(Path.of(arguments[0]), 0);
            folder.run(arguments.length > 1 ? batch().resuming() : batch());
        }
    }
}
