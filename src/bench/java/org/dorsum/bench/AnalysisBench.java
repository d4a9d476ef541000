package org.dorsum.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.dorsum.assess.Assessment;
import org.dorsum.assess.Assessor;
import org.dorsum.hand.HandFinder;
import org.dorsum.hand.ScaleHint;
import org.dorsum.image.Codec;
import org.dorsum.image.Resampling;
import org.dorsum.image.RgbImage;
import org.dorsum.photo.Photo;
import org.dorsum.photo.PhotoReader;
import org.dorsum.photo.UnreadablePhotoException;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Whole analysis of a 12-megapixel JPEG in a warm JVM beside the time to decode it: the quotient of the two is what counts,
 * since both run in one process. The photo is the sample picture enlarged to 4000 × 3000, JPEG quality 92.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Threads(1)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 6, time = 3)
public class AnalysisBench {
    private final PhotoReader reader = PhotoReader.withDefaults();
    private final HandFinder finder = Hands11k.finder();
    private final Assessor assessor = Assessor.with(finder);
    private byte[] file = new byte[0];
    private @Nullable Photo photo;

    /** Makes the photo. */
    @Setup
    public void enlarge() {
        try {
            byte[] sample = Files.readAllBytes(Path.of("sample-images", "before.jpg"));
            RgbImage small = Codec.decode(sample).orElseThrow();
            file = Codec.jpeg(Resampling.resize(small, 4000, 3000), 92);
            photo = reader.read("bench.jpg", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnreadablePhotoException e) {
            throw new IllegalStateException("the sample picture can be read", e);
        }
    }

    /** Decoding alone. */
    @Benchmark
    public RgbImage decode() {
        return Codec.decode(file).orElseThrow();
    }

    /** Reading: checks, metadata, digest, decoding. */
    @Benchmark
    public Photo read() throws UnreadablePhotoException {
        return reader.read("bench.jpg", file);
    }

    /** Finding the hand in the photo that was read, and looking for a card: at most 150 ms. */
    @Benchmark
    public HandFinder.Outcome find() {
        return finder.find(Objects.requireNonNull(photo, "read by the setup"), ScaleHint.none());
    }

    /** Everything from bytes to numbers: at most 8 times {@link #decode}. */
    @Benchmark
    public Assessment analyse() throws UnreadablePhotoException {
        return assessor.assess(reader.read("bench.jpg", file));
    }
}
