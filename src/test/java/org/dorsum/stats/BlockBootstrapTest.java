package org.dorsum.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlockBootstrapTest {
    private static ToDoubleFunction<int[]> meanOf(double[] values) {
        return draw -> Arrays.stream(draw).mapToDouble(i -> values[i]).average().orElse(Double.NaN);
    }

    /** With blocks of one, the error of a mean is s/√n; 4000 replicates know it to 1.1 %, three times that is allowed. */
    @Test
    void errorOfAMeanOfIndependentItems() {
        SplittableRandom random = new SplittableRandom(1);
        double[] values =
                IntStream.range(0, 400).mapToDouble(i -> random.nextDouble()).toArray();
        double mean = Arrays.stream(values).average().getAsDouble();
        double sd = Math.sqrt(
                Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / values.length);
        int[] blocks = IntStream.range(0, values.length).toArray();
        double error = BlockBootstrap.withDefaults().withReplicates(4000).standardError(blocks, meanOf(values));
        assertThat(error).isCloseTo(sd / 20, within(0.035 * sd / 20));
    }

    /** Four copies of every value in one block: the error is that of the quarter as many independent ones. */
    @Test
    void itemsOfABlockCountOnce() {
        SplittableRandom random = new SplittableRandom(2);
        double[] single =
                IntStream.range(0, 100).mapToDouble(i -> random.nextDouble()).toArray();
        double[] copies =
                IntStream.range(0, 400).mapToDouble(i -> single[i / 4]).toArray();
        BlockBootstrap bootstrap = BlockBootstrap.withDefaults();
        double one = bootstrap.standardError(IntStream.range(0, 100).toArray(), meanOf(single));
        double four =
                bootstrap.standardError(IntStream.range(0, 400).map(i -> i / 4).toArray(), meanOf(copies));
        assertThat(four).isCloseTo(one, within(1e-12));
    }

    @Test
    void theSameItemsGiveTheSameReplicates() {
        int[] blocks = {0, 0, 1, 1, 2};
        double[] values = {1, 2, 3, 4, 5};
        assertThat(BlockBootstrap.withDefaults().replicates(blocks, meanOf(values)))
                .containsExactly(BlockBootstrap.withDefaults().replicates(blocks, meanOf(values)));
    }

    @Test
    void oneBlockHasNoError() {
        assertThat(BlockBootstrap.withDefaults().standardError(new int[] {3, 3}, meanOf(new double[] {1, 2})))
                .isNaN();
    }

    @Test
    void drawsWithoutAValueAreLeftOut() {
        double[] replicates =
                BlockBootstrap.withDefaults().replicates(new int[] {0, 1}, draw -> draw[0] == draw[1] ? Double.NaN : 1);
        assertThat(replicates).isNotEmpty().hasSizeLessThan(400).containsOnly(1.0);
    }
}
