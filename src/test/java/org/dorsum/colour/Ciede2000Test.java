package org.dorsum.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ciede2000Test {
    private static final double PRINTED = 1e-4; // the table has four decimals

    @ParameterizedTest
    @CsvFileSource(resources = "ciede2000.csv", numLinesToSkip = 2)
    void thePublishedPairsInEitherOrder(
            double l1, double a1, double b1, double l2, double a2, double b2, double difference) {
        Lab one = new Lab(l1, a1, b1);
        Lab two = new Lab(l2, a2, b2);

        assertThat(Ciede2000.difference(one, two)).isCloseTo(difference, within(PRINTED));
        assertThat(Ciede2000.difference(two, one)).isCloseTo(difference, within(PRINTED));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 50, 100})
    void aColourDoesNotDifferFromItself(double l) {
        assertThat(Ciede2000.difference(new Lab(l, 12, -34), new Lab(l, 12, -34)))
                .isZero();
        assertThat(Ciede2000.difference(new Lab(l, 0, 0), new Lab(l, 0, 0))).isZero();
    }

    /** Between greys only lightness counts: ΔL / S_L with S_L = 1 at a mean L* of 50. */
    @Test
    void greysAroundTheMiddleDifferByTheirLightness() {
        assertThat(Ciede2000.difference(new Lab(48, 0, 0), new Lab(52, 0, 0))).isCloseTo(4, within(1e-12));
    }
}
