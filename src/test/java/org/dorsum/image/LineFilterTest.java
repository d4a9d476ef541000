package org.dorsum.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineFilterTest {
    private static final int SIDE = 120;
    private static final int MIDDLE = SIDE / 2;

    /** One valley of unit depth through the middle, Gaussian profile of σ/√2, at {@code degrees} to the rows. */
    private static Plane valley(double degrees, double sigma) {
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        return Plane.of(SIDE, SIDE, (x, y) -> {
            double across = -s * (x - MIDDLE) + c * (y - MIDDLE);
            return -Math.exp(-across * across / (sigma * sigma));
        });
    }

    /** Directions of the filter and halfway between two: 5.6° off, a window of ±12 pixels leaves the bottom by a pixel. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 22.5, 45, 67.5, 90, 135, 28.125, 73.125})
    void strengthIsTheDepthOfAMatchingValleyInAnyDirection(double degrees) {
        LineFilter dark = LineFilter.both(valley(degrees, 3), 3, 12).dark();
        assertThat(dark.strength(MIDDLE, MIDDLE)).isCloseTo(1, within(0.08f));
        double off = Math.abs(Math.toDegrees(LineFilter.angle(dark.direction(MIDDLE, MIDDLE))) - degrees);
        assertThat(Math.min(off, 180 - off)).isLessThanOrEqualTo(6);
    }

    @Test
    void aRidgeIsBrightAndNotDark() {
        LineFilter.DarkAndBright both = LineFilter.both(valley(45, 3).map(v -> -v), 3, 12);
        assertThat(both.bright().strength(MIDDLE, MIDDLE)).isCloseTo(1, within(0.08f));
        assertThat(both.dark().strength(MIDDLE, MIDDLE)).isZero();
    }

    @Test
    void aFlatPlaneHasNoStrength() {
        LineFilter dark =
                LineFilter.both(Plane.of(SIDE, SIDE, (x, y) -> 7), 2, 8).dark();
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                assertThat(dark.strength(x, y)).isCloseTo(0, within(1e-5f)); // rounding of float sums of 7
            }
        }
    }

    /** A pit keeps its depth over its own breadth only, not along a window three times as long. */
    @Test
    void aPitIsWeakerThanALine() {
        Plane pit = Plane.of(SIDE, SIDE, (x, y) -> -Math.exp(-(Math.pow(x - MIDDLE, 2) + Math.pow(y - MIDDLE, 2)) / 9));
        assertThat(LineFilter.both(pit, 3, 18).dark().strength(MIDDLE, MIDDLE)).isLessThan(0.35f);
    }

    /** Contrast cancels in relative strength. */
    @ParameterizedTest
    @ValueSource(doubles = {0.2, 5})
    void relativeStrengthDoesNotDependOnContrast(double gain) {
        Plane rough = Plane.of(
                SIDE,
                SIDE,
                (x, y) -> 0.3 * Math.sin(0.9 * x) * Math.sin(1.1 * y + 0.05 * x)
                        + valley(45, 3).at(x, y));
        Mask all = Mask.all(SIDE, SIDE);
        double[] sigmas = {2, 3};
        LineFilter one = LineFilter.relative(rough, sigmas, all, 1e-6, 12, 100);
        LineFilter other = LineFilter.relative(rough.map(v -> gain * v), sigmas, all, 1e-6, 12, 100);
        assertThat(other.strength(MIDDLE, MIDDLE))
                .isGreaterThan(1)
                .isCloseTo(one.strength(MIDDLE, MIDDLE), within(1e-3f * one.strength(MIDDLE, MIDDLE)));
    }

    @Test
    void wrongSettingsAreRefused() {
        Plane plane = valley(0, 3);
        double[] sigmas = {2};
        Mask all = Mask.all(SIDE, SIDE);
        assertThatIllegalArgumentException().isThrownBy(() -> LineFilter.both(plane, 3, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> LineFilter.relative(plane, sigmas, all, 0, 12, 4));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LineFilter.relative(plane, sigmas, all, 1, 12, Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LineFilter.relative(plane, sigmas, Mask.all(3, 3), 1, 12, 4));
    }
}
