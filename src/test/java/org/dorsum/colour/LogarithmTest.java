package org.dorsum.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogarithmTest {
    /** Abramowitz and Stegun, Handbook of Mathematical Functions, table 4.2 (natural logarithms). */
    @ParameterizedTest
    @CsvSource({
        "1.001, 0.0009995003330835332",
        "1.5, 0.4054651081081644",
        "2, 0.6931471805599453",
        "10, 2.302585092994046",
        "0.1, -2.302585092994046"
    })
    void publishedLogarithms(double v, double ln) {
        assertThat(Logarithm.of(v)).isCloseTo(ln, within(1e-15));
    }

    @Test
    void oneHasNone() {
        assertThat(Logarithm.of(1)).isZero();
    }

    /** Rounding alone: ten times what a double near ln 10⁶ is told to. */
    @Test
    void agreesWithTheSlowOne() {
        SplittableRandom random = new SplittableRandom(5);
        double most = 0;
        for (int i = 0; i < 300_000; i++) {
            double v = Math.exp(random.nextDouble(-13.8, 13.8));
            most = Math.max(most, Math.abs(Logarithm.of(v) - Math.log(v)));
        }
        assertThat(most).isLessThan(2e-15);
    }

    /** Where one number of the table takes over from the next: twice rounding. */
    @Test
    void productsHaveSumsOfLogarithms() {
        for (int k = 256; k <= 512; k++) {
            double a = k / 256.0 + 1 / 512.0;
            assertThat(Logarithm.of(3 * a)).isCloseTo(Logarithm.of(3) + Logarithm.of(a), within(1e-15));
            assertThat(Logarithm.of(1 / a)).isCloseTo(-Logarithm.of(a), within(1e-15));
        }
    }
}
