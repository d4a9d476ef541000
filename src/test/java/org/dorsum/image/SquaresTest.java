package org.dorsum.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SquaresTest {
    private static final Plane COUNT = Plane.of(7, 5, (x, y) -> 10 * y + x);

    /** First square: 0, 1, 10, 11 without the masked-out 11 is 11 / 3; what is left over at the right and below is cut. */
    @Test
    void meansOverTheMaskCountedByHand() {
        Mask mask = Mask.of(7, 5, (x, y) -> !(x == 1 && y == 1) && x < 4);
        Plane means = Squares.of(mask, 2).means(COUNT);
        assertThat(means.width()).isEqualTo(3);
        assertThat(means.height()).isEqualTo(2);
        assertThat((double) means.at(0, 0)).isCloseTo(11 / 3.0, within(1e-6));
        assertThat((double) means.at(1, 1)).isCloseTo((22 + 23 + 32 + 33) / 4.0, within(1e-5));
        assertThat((double) means.at(2, 0)).isZero(); // nothing of the mask
    }

    @Test
    void halfOfASquareIsEnough() {
        Mask mask = Mask.of(4, 2, (x, y) -> x == 0 || (x == 2 && y == 0));
        assertThat(Squares.of(mask, 2).half()).isEqualTo(Mask.of(2, 1, (x, y) -> x == 0));
    }

    @Test
    void enlargedSquaresLieWhereTheyWereReducedFrom() {
        Mask coarse = Mask.of(2, 2, (x, y) -> x == 1 && y == 0);
        assertThat(Squares.enlarged(coarse, 3, 7, 8)).isEqualTo(Mask.of(7, 8, (x, y) -> x >= 3 && x < 6 && y < 3));
    }

    @Test
    void squaresThatDoNotFitAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Squares.of(Mask.all(3, 9), 4));
    }
}
