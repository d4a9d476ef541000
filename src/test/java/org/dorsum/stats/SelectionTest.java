package org.dorsum.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SelectionTest {
    static Stream<Arguments> samples() {
        DoubleUnaryOperator even = u -> u;
        DoubleUnaryOperator tailed = u -> Math.pow(u, -3); // nearly all in the first bin
        DoubleUnaryOperator stepped = u -> Math.floor(4 * u);
        DoubleUnaryOperator constant = u -> 7;
        DoubleUnaryOperator endless = u -> u > 0.9 ? Double.POSITIVE_INFINITY : u;
        return Stream.of(even, tailed, stepped, constant, endless)
                .flatMap(f -> Stream.of(1, 2, 32, 33, 500, 6000).map(n -> Arguments.of(f, n)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anyTwoNeighboursAreThoseOfTheSortedSample(DoubleUnaryOperator of, int n) {
        SplittableRandom random = new SplittableRandom(5);
        double[] sample = random.doubles(n).map(of).toArray();
        double[] before = sample.clone();
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        for (int rank : new int[] {0, n / 4, n / 2, n - 1}) {
            assertThat(new Selection(sample, n).pair(rank))
                    .containsExactly(sorted[rank], sorted[Math.min(n - 1, rank + 1)]);
        }
        assertThat(sample).containsExactly(before);
    }
}
