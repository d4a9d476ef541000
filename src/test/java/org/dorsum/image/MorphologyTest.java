package org.dorsum.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MorphologyTest {
    private static final Mask DOT = Mask.of(11, 11, (x, y) -> x == 5 && y == 5);

    @Test
    void aDotGrownByTwoIsADisc() {
        assertThat(Morphology.dilate(DOT, 2))
                .isEqualTo(Mask.of(11, 11, (x, y) -> (x - 5) * (x - 5) + (y - 5) * (y - 5) <= 4));
    }

    @Test
    void aSquareShrinksFromAllSides() {
        Mask square = Mask.of(11, 11, (x, y) -> x >= 2 && x <= 8 && y >= 2 && y <= 8);

        assertThat(Morphology.erode(square, 1))
                .isEqualTo(Mask.of(11, 11, (x, y) -> x >= 3 && x <= 7 && y >= 3 && y <= 7));
    }

    @Test
    void theFrameCountsAsOutside() {
        Plane distance = Morphology.distanceToOutside(Mask.all(9, 5));

        assertThat((double) distance.at(0, 2)).isCloseTo(1, within(1e-5));
        assertThat((double) distance.at(4, 2)).isCloseTo(3, within(1e-5));
        assertThat(Morphology.erode(Mask.all(9, 5), 2).count()).isEqualTo(5); // one row of nine less two on each side
    }

    @Test
    void distanceIsEuclidean() {
        Mask hole = DOT.not();

        assertThat((double) Morphology.distanceToOutside(hole).at(8, 9)).isCloseTo(2, within(1e-5)); // to the frame
        assertThat((double) Morphology.distanceToOutside(hole).at(7, 6)).isCloseTo(Math.sqrt(5), within(1e-5));
        assertThat((double) Morphology.distanceToOutside(hole).at(5, 5)).isZero();
    }

    @Test
    void nothingGrowsToNothingAndEverythingStays() {
        assertThat(Morphology.dilate(Mask.none(9, 9), 3)).isEqualTo(Mask.none(9, 9));
        assertThat(Morphology.dilate(Mask.all(9, 9), 3)).isEqualTo(Mask.all(9, 9));
        assertThat(Morphology.erode(Mask.none(9, 9), 3)).isEqualTo(Mask.none(9, 9));
        assertThat(Morphology.close(Mask.all(9, 9), 3)).isEqualTo(Mask.all(9, 9));
    }

    /** Laws of mathematical morphology, on random blots. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 1.5, 2.9, 4})
    void openingShrinksClosingGrowsAndTwiceIsOnce(double radius) {
        Random random = new Random(7);
        Plane noise = Filters.gaussian(Plane.of(60, 40, (x, y) -> random.nextGaussian()), 2);
        Mask blots = noise.above(0.05);

        Mask opened = Morphology.open(blots, radius);
        Mask closed = Morphology.close(blots, radius);

        assertThat(opened.minus(blots).count()).isZero();
        assertThat(blots.minus(closed).count()).isZero();
        assertThat(Morphology.open(opened, radius)).isEqualTo(opened);
        assertThat(Morphology.close(closed, radius)).isEqualTo(closed);
    }

    @Test
    void aGapCloses() {
        Mask gap = Mask.of(20, 9, (x, y) -> y >= 2 && y <= 6 && x != 10);

        assertThat(Morphology.close(gap, 1.5).at(10, 4)).isTrue();
    }

    @Test
    void aThinBridgeOpens() {
        Mask dumbbell = Mask.of(30, 11, (x, y) -> x < 10 || x >= 20 || y == 5);

        assertThat(Morphology.open(dumbbell, 2).at(15, 5)).isFalse();
        assertThat(Morphology.open(dumbbell, 2).at(5, 5)).isTrue();
    }

    @Test
    void aSquareOfThreeGrowsByOneEachWay() {
        assertThat(Morphology.growSquare(DOT, 3).count()).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, 10_000})
    void radiiThatMakeNoSense(double radius) {
        assertThatIllegalArgumentException().isThrownBy(() -> Morphology.dilate(DOT, radius));
        assertThatIllegalArgumentException().isThrownBy(() -> Morphology.erode(DOT, radius));
        assertThatIllegalArgumentException().isThrownBy(() -> Morphology.close(DOT, radius));
    }
}
