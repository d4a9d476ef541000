package org.dorsum.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FloatSelectionTest {
    /** Below and above the number from which on bins are counted; some values are equal, some negative, one a negative zero. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 2048, 2049, 10_000})
    void anyRankIsThatOfTheSortedValues(int n) {
        SplittableRandom random = new SplittableRandom(n);
        float[] values = new float[n + 3]; // what lies beyond n does not count
        Arrays.fill(values, -99);
        for (int i = 0; i < n; i++) {
            values[i] = i % 7 == 0 ? -0.0f : (float) Math.rint(1000 * random.nextDouble() - 300) / 8;
        }
        float[] sorted = Arrays.copyOf(values, n);
        Arrays.sort(sorted);
        for (int rank : new int[] {0, n / 3, n / 2, n - 1}) {
            assertThat(FloatSelection.at(values, n, rank) == sorted[rank]).isTrue();
        }
        double median = ((double) sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
        assertThat(FloatSelection.median(values, n) == median).isTrue();
    }
}
