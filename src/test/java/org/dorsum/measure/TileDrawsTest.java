package org.dorsum.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dorsum.stats.BlockBootstrap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TileDrawsTest {
    /** The same draws, made tile by tile; sums over blocks differ from sums over tiles in their last digits. */
    @ParameterizedTest
    @EnumSource(Tiles.Aggregation.class)
    void theErrorIsThatOfTheValueOfEveryDraw(Tiles.Aggregation how) {
        SplittableRandom random = new SplittableRandom(4);
        List<Tiles.Tile> list = IntStream.range(0, 53)
                .mapToObj(i -> new Tiles.Tile(
                        i % 9 - 3, i / 9, random.nextDouble(), random.nextDouble() - 0.5, i % 3 == 0 ? 1 : 2))
                .toList();
        Tiles tiles = new Tiles(how, list);
        double expected = BlockBootstrap.withDefaults().standardError(tiles.blocks(), tiles::value);
        assertThat(expected).isPositive();
        assertThat(TileDraws.standardError(tiles)).isCloseTo(expected, within(1e-11 * expected));
    }

    @ParameterizedTest
    @EnumSource(Tiles.Aggregation.class)
    void oneBlockHasNoError(Tiles.Aggregation how) {
        Tiles tiles = new Tiles(how, List.of(new Tiles.Tile(0, 0, 1, 0, 1), new Tiles.Tile(1, 1, 2, 0, 1)));
        assertThat(TileDraws.standardError(tiles)).isNaN();
    }
}
