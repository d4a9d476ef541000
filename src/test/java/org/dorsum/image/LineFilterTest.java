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
        LineFilter dark = LineFilter.both(valley(degrees, 3), 3, 12, 16).dark();
        assertThat(dark.strength(MIDDLE, MIDDLE)).isCloseTo(1, within(0.08f));
        double off = Math.abs(Math.toDegrees(dark.angle(MIDDLE, MIDDLE)) - degrees);
        assertThat(Math.min(off, 180 - off)).isLessThanOrEqualTo(6);
    }

    @Test
    void aRidgeIsBrightAndNotDark() {
        LineFilter.DarkAndBright both = LineFilter.both(valley(45, 3).map(v -> -v), 3, 12, 16);
        assertThat(both.bright().strength(MIDDLE, MIDDLE)).isCloseTo(1, within(0.08f));
        assertThat(both.dark().strength(MIDDLE, MIDDLE)).isZero();
    }

    @Test
    void aFlatPlaneHasNoStrength() {
        LineFilter dark =
                LineFilter.both(Plane.of(SIDE, SIDE, (x, y) -> 7), 2, 8, 16).dark();
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
        assertThat(LineFilter.both(pit, 3, 18, 16).dark().strength(MIDDLE, MIDDLE))
                .isLessThan(0.35f);
    }

    /** Strength is a contrast: twice the depth of everything is twice the strength, limit included. */
    @ParameterizedTest
    @ValueSource(doubles = {0.2, 5})
    void limitedStrengthIsProportionalToContrast(double gain) {
        Plane rough = Plane.of(
                SIDE,
                SIDE,
                (x, y) -> 0.3 * Math.sin(0.9 * x) * Math.sin(1.1 * y + 0.05 * x)
                        + valley(45, 3).at(x, y));
        Mask all = Mask.all(SIDE, SIDE);
        float one = LineFilter.limited(rough, 2, 12, 24, all, 1e-6, 3).strength(MIDDLE, MIDDLE);
        float other = LineFilter.limited(rough.map(v -> gain * v), 2, 12, 24, all, 1e-6, 3)
                .strength(MIDDLE, MIDDLE);
        assertThat(one).isGreaterThan(0.1f);
        assertThat(other).isCloseTo((float) (gain * one), within((float) (1e-3 * gain * one)));
    }

    /** One deep pit on a faint line: the limit leaves the line's own depth and an eighth of the rest. */
    @Test
    void aPitOnALineCountsLittleBeyondTheLimit() {
        Plane line = valley(0, 3).map(v -> 0.05 * v);
        Plane pitted = Plane.of(
                SIDE,
                SIDE,
                (x, y) -> line.at(x, y) - Math.exp(-(Math.pow(x - MIDDLE - 8, 2) + Math.pow(y - MIDDLE, 2)) / 9));
        Mask all = Mask.all(SIDE, SIDE);
        float clean = LineFilter.limited(line, 3, 18, 24, all, 0.01, 8).strength(MIDDLE, MIDDLE);
        float free = LineFilter.both(pitted, 3, 18, 24).dark().strength(MIDDLE, MIDDLE);
        float limited = LineFilter.limited(pitted, 3, 18, 24, all, 0.01, 8).strength(MIDDLE, MIDDLE);
        assertThat(limited - clean).isLessThan(0.35f * (free - clean));
    }

    @Test
    void wrongSettingsAreRefused() {
        Plane plane = valley(0, 3);
        Mask all = Mask.all(SIDE, SIDE);
        assertThatIllegalArgumentException().isThrownBy(() -> LineFilter.both(plane, 3, Double.NaN, 16));
        assertThatIllegalArgumentException().isThrownBy(() -> LineFilter.both(plane, 3, 12, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> LineFilter.limited(plane, 2, 12, 16, all, 0, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> LineFilter.limited(plane, 2, 12, 16, all, 1, Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LineFilter.limited(plane, 2, 12, 16, Mask.all(3, 3), 1, 4));
    }
}
