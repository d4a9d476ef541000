package org.dorsum.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogarithmsTest {
    @Test
    void theyAreThoseOfOneAfterTheOther() {
        Plane light = Plane.of(101, 7, (x, y) -> Math.pow(10, -4.5 + 0.05 * x) * (1 + 0.1 * y));
        Plane logs = Logarithms.of(light, 1e-4);
        for (int i = 0; i < 707; i++) {
            double expected = Math.log(Math.max(1e-4f, light.at(i)));
            assertThat((double) logs.at(i)).isCloseTo(expected, within(1e-6));
        }
    }

    @Test
    void nothingHasNoLogarithm() {
        assertThatIllegalArgumentException().isThrownBy(() -> Logarithms.of(Plane.of(1, 1, (x, y) -> 1), 0));
    }
}
