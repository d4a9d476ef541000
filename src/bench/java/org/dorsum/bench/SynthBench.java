package org.dorsum.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dorsum.synth.Conditions;
import org.dorsum.synth.HandRenderer;
import org.dorsum.synth.RenderedHand;
import org.dorsum.synth.Subject;
import org.dorsum.synth.TrainingPicture;
import org.dorsum.synth.Treatment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** Time to render one hand on one core: a full picture with truth and JPEG, and a training picture. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Threads(1)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 4, time = 5)
public class SynthBench {
    private final HandRenderer renderer = HandRenderer.withDefaults();
    private long seed;

    /** 1600 × 1200 with truth, compressed: at most 3000 ms. */
    @Benchmark
    public int fullPicture() {
        seed++;
        RenderedHand hand =
                renderer.render(Subject.random(seed), Treatment.NONE, Conditions.clinic(seed, 1600, 1200), "bench.jpg");
        return hand.jpeg().length + hand.truth().json().length;
    }

    /** 256 × 256 with classes and key points: at most 80 ms. */
    @Benchmark
    public TrainingPicture trainingPicture() {
        seed++;
        return renderer.training(Subject.random(seed), Conditions.anywhere(seed, 256, 256, List.of()));
    }
}
