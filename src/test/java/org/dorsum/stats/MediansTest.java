package org.dorsum.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediansTest {
    @Test
    void countedByHand() {
        assertThat(Medians.median(new double[] {5, 1, 9, 3}, 4)).isEqualTo(4);
        assertThat(Medians.median(new double[] {5, 1, 9, 3}, 3)).isEqualTo(5);
        assertThat(Medians.median(new float[] {7}, 1)).isEqualTo(7);
        assertThat(Medians.median(new float[] {2, 3}, 2)).isEqualTo(2.5);
    }

    /** Random, with many ties, sorted both ways: the sorting one's answer to the last bit. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 57, 576, 1001, 20_000})
    void agreesWithQuantiles(int n) {
        SplittableRandom random = new SplittableRandom(n);
        for (int kind = 0; kind < 4; kind++) {
            float[] values = new float[n];
            for (int i = 0; i < n; i++) {
                values[i] =
                        kind == 0 ? (float) random.nextGaussian() : kind == 1 ? random.nextInt(5) : i * (kind - 2.5f);
            }
            double[] same = new double[n];
            Arrays.setAll(same, i -> values[i]);
            double expected = Quantiles.median(same);

            assertThat(Medians.median(values, n)).isEqualTo(expected);
            assertThat(Medians.median(same, n)).isEqualTo(expected);
        }
    }

    @Test
    void ranksAreThoseOfTheSorted() {
        double[] values = new SplittableRandom(8).doubles(1000).toArray();
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        for (int k : new int[] {0, 1, 499, 997, 999}) {
            assertThat(Medians.ranked(values.clone(), 1000, k)).isEqualTo(sorted[k]);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Medians.ranked(values, 5, 5));
    }

    @Test
    void nothingHasNoMedian() {
        assertThatIllegalArgumentException().isThrownBy(() -> Medians.median(new double[3], 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Medians.median(new float[3], 0));
    }
}
