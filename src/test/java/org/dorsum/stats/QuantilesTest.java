package org.dorsum.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantilesTest {
    private static final double[] SAMPLE = {7, 1, 3, 9};

    /** Computed by hand from type 7: h = (n − 1)·p. */
    @ParameterizedTest
    @CsvSource({"0, 1", "0.25, 2.5", "0.5, 5", "0.75, 7.5", "0.9, 8.4", "1, 9"})
    void quantilesInterpolateBetweenOrderStatistics(double p, double expected) {
        assertThat(Quantiles.quantile(SAMPLE, p)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void theSampleIsLeftAsItIs() {
        Quantiles.median(SAMPLE);
        assertThat(SAMPLE).containsExactly(7, 1, 3, 9);
    }

    @Test
    void robustDeviationIgnoresAnOutlier() {
        assertThat(Quantiles.robustDeviation(new double[] {1, 2, 3, 4, 1e9}))
                .isCloseTo(1.4826022185056018, within(1e-12));
    }

    @Test
    void constantsHaveNoDeviation() {
        assertThat(Quantiles.robustDeviation(new double[] {2, 2, 2})).isZero();
    }

    @Test
    void anEmptySampleAndAnImpossibleOrderAreRefused() {
        assertThatThrownBy(() -> Quantiles.median(new double[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Quantiles.quantile(SAMPLE, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Median 4, deviations 3 2 1 0 1 2 96: their median 2, so 3 · 1.4826 · 2 = 8.9 keeps six; (9 + 4 + 1 + 0 + 1 + 4) / 6. */
    @Test
    void deviationWithinLeavesFarOutliersOut() {
        double[] sample = {1, 2, 3, 4, 5, 6, 100};
        assertThat(Quantiles.deviationWithin(sample, 3)).isCloseTo(Math.sqrt(19 / 6.0), within(1e-12));
        assertThat(Quantiles.deviationWithin(new double[] {7, 7, 7, 9}, 3)).isZero();
        assertThatThrownBy(() -> Quantiles.deviationWithin(sample, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
