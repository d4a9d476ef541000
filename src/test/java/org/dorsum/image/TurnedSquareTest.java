package org.dorsum.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurnedSquareTest {
    private static final RgbImage RAMP = RgbImage.of(90, 70, (x, y) -> (2 * x) << 16 | (3 * y) << 8 | (x + y));

    @Test
    void whereItIsThePictureItShowsItsSamples() {
        float[] square = TurnedSquare.sample(RAMP, Affine.shift(10, 20), 5, 1);

        assertThat(square[2 * 5 + 3]).isCloseTo(2 * 13 / 255f - 0.5f, within(1e-6f));
        assertThat(square[25 + 2 * 5 + 3]).isCloseTo(3 * 22 / 255f - 0.5f, within(1e-6f));
        assertThat(square[50 + 2 * 5 + 3]).isCloseTo((13 + 22) / 255f - 0.5f, within(1e-6f));
    }

    /** Linear interpolation and means of points keep a ramp; the place of a pixel is what the map says. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void rampsStayRampsWhateverTheTurn(int points) {
        Affine toPicture = Affine.turnAndScale(0.7, 1.3).then(Affine.shift(40, 15));
        int side = 20;
        float[] square = TurnedSquare.sample(RAMP, toPicture, side, points);

        for (int i = 0; i < side * side; i++) {
            Point p = toPicture.apply(new Point(i % side, Math.floorDiv(i, side)));
            if (p.x() > 2 && p.y() > 2 && p.x() < 87 && p.y() < 67) {
                assertThat(square[i]).isCloseTo((float) (2 * p.x() / 255 - 0.5), within(1e-5f));
            }
        }
    }

    @Test
    void beyondThePictureThereIsNothing() {
        float[] square = TurnedSquare.sample(RgbImage.of(4, 4, (x, y) -> 0xffffff), Affine.shift(-2, 0), 6, 2);

        assertThat(square[0]).isZero();
        assertThat(square[2]).isCloseTo(0.5f, within(1e-6f));
        assertThat(square[5 * 6 + 2]).isZero();
    }

    @Test
    void noPointsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> TurnedSquare.sample(RAMP, Affine.identity(), 4, 0));
    }
}
