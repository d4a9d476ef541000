package org.dorsum.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FewBlocksTest {
    private static double[] alike(int n) {
        double[] one = new double[n];
        Arrays.fill(one, 1);
        return one;
    }

    /** Student's t of any table: 12.706, 4.303, 2.776, 2.093 for 1, 2, 4 and 19 degrees of freedom. */
    @ParameterizedTest
    @CsvSource({"2, 12.706", "3, 4.303", "5, 2.776", "20, 2.093"})
    void equalBlocks(int n, double t) {
        double expected = t / 1.95996 * Math.sqrt(n / (n - 1.0));
        assertThat(FewBlocks.widening(IntStream.range(0, n).toArray(), alike(n)))
                .isCloseTo(expected, within(1e-3));
    }

    @Test
    void oneBlockKnowsNothingOfItsError() {
        assertThat(FewBlocks.widening(new int[] {7, 7, 7}, alike(3))).isInfinite();
        assertThat(FewBlocks.widening(new int[] {1, 2}, new double[] {0, 0})).isInfinite();
    }

    /** Three quarters in one block, a quarter in another: (3 + 1)²/(9 + 1) = 1.6. */
    @Test
    void unequalBlocksCountForFewer() {
        assertThat(FewBlocks.effective(new int[] {0, 0, 1}, new double[] {2, 1, 1}))
                .isCloseTo(1.6, within(1e-12));
    }

    /** The factor makes the bootstrap's error cover the truth: five normal values a sample, 95 % of samples. */
    @Test
    void coversAsItShould() {
        java.util.SplittableRandom random = new java.util.SplittableRandom(5);
        int[] blocks = {0, 1, 2, 3, 4};
        int covered = 0;
        for (int sample = 0; sample < 400; sample++) {
            double[] x = new double[5];
            Arrays.setAll(x, i -> random.nextGaussian());
            double error = BlockBootstrap.withDefaults()
                    .standardError(
                            blocks,
                            d -> IntStream.of(d)
                                    .mapToDouble(i -> x[i])
                                    .average()
                                    .orElse(0));
            double mean = Arrays.stream(x).average().orElse(0);
            covered += Math.abs(mean) <= 1.95996 * error * FewBlocks.widening(blocks, alike(5)) ? 1 : 0;
        }
        assertThat(covered / 400.0).isBetween(0.92, 0.98); // standard error of 400 trials: 0.011
    }
}
