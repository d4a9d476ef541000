package org.dorsum.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
    private static final Conditions CLINIC = Conditions.clinic(3, 640, 480);
    private static final double ROUNDING = 1e-12;

    @ParameterizedTest
    @CsvSource({"0, 60, 0.5, 0", "90, 60, 0, 0.5", "180, 60, -0.5, 0", "-90, 60, 0, -0.5", "45, 90, 0, 0"})
    void lightComesFromWhereItIsSaidTo(double azimuth, double height, double x, double y) {
        Light before = CLINIC.setup().light();
        Light light = CLINIC.litFrom(azimuth, height).setup().light();
        assertThat(light.key().x()).isCloseTo(x, within(ROUNDING));
        assertThat(light.key().y()).isCloseTo(y, within(ROUNDING));
        assertThat(light.key().z()).isCloseTo(Math.sqrt(1 - x * x - y * y), within(ROUNDING));
        assertThat(light.keyShare()).isEqualTo(before.keyShare());
        assertThat(light.softness()).isEqualTo(before.softness());
        assertThat(light.warmth()).isEqualTo(before.warmth());
    }

    @Test
    void exposureAndBalanceAreFactorsOnTheCamera() {
        Development before = CLINIC.setup().development();
        Development after = CLINIC.exposed(0.5, 1.1, 0.9).setup().development();
        assertThat(after.exposure()).isCloseTo(0.5 * before.exposure(), within(ROUNDING));
        assertThat(after.balance()[0]).isCloseTo(1.1 * before.balance()[0], within(ROUNDING));
        assertThat(after.balance()[1]).isEqualTo(before.balance()[1]);
        assertThat(after.balance()[2]).isCloseTo(0.9 * before.balance()[2], within(ROUNDING));
        assertThat(after.noise()).isEqualTo(before.noise());
    }

    @ParameterizedTest
    @CsvSource({"361, 55", "0, 19", "0, 91", "NaN, 55", "0, NaN"})
    void lightFromBelowTheTableCannotBeMade(double azimuth, double height) {
        assertThatIllegalArgumentException().isThrownBy(() -> CLINIC.litFrom(azimuth, height));
    }

    @ParameterizedTest
    @CsvSource({"0.2, 1, 1", "5, 1, 1", "1, 0.4, 1", "1, 1, 2.1", "NaN, 1, 1"})
    void anExposureOutOfRangeCannotBeMade(double exposure, double red, double blue) {
        assertThatIllegalArgumentException().isThrownBy(() -> CLINIC.exposed(exposure, red, blue));
    }
}
