package org.dorsum.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrimmedMeanTest {
    private static Tiles of(double... values) {
        return new Tiles(
                Tiles.Aggregation.TRIMMED_MEAN,
                IntStream.range(0, values.length)
                        .mapToObj(i -> new Tiles.Tile(i, 0, values[i], 0, 1))
                        .toList());
    }

    /** Of ten, two go at either end: (3 + 4 + 5 + 6 + 7 + 8) / 6. */
    @Test
    void countedByHand() {
        assertThat(of(9, 1, 8, 2, 7, 3, 6, 4, 5, 10).value()).isCloseTo(5.5, within(1e-12));
    }

    @Test
    void oddTilesDoNotMatter() {
        assertThat(of(9, 1, 8, 2, 7, 3, 6, 4, 5, 1000).value()).isCloseTo(5.5, within(1e-12));
    }

    @Test
    void aDrawIsAveragedInAnyOrder() {
        Tiles tiles = of(1, 2, 3, 4, 5);
        assertThat(tiles.value(new int[] {4, 0, 2, 2, 2})).isCloseTo(3, within(1e-12));
        assertThat(tiles.tiles()).isEqualTo(List.copyOf(of(1, 2, 3, 4, 5).tiles()));
    }
}
