package org.dorsum.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SkinPigmentTest {
    private static final double EXACT = 1e-9; // a 3 × 3 solution in double precision

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.25, 0.5, 0.9, 1.1})
    void moreLightMovesShadingAlone(double gain) {
        SkinPigment before = SkinPigment.of(0.5, 0.3, 0.2);

        SkinPigment after = SkinPigment.of(0.5 * gain, 0.3 * gain, 0.2 * gain);

        assertThat(after.melanin()).isCloseTo(before.melanin(), within(EXACT));
        assertThat(after.haemoglobin()).isCloseTo(before.haemoglobin(), within(EXACT));
        assertThat(after.shading() - before.shading()).isCloseTo(-Math.log(gain), within(EXACT));
    }

    @ParameterizedTest
    @CsvSource({"0.9, 0.8, 0.7", "0.5, 0.3, 0.2", "0.05, 0.03, 0.02", "1, 1, 1", "0.2, 0.6, 0.9"})
    void thereAndBack(double red, double green, double blue) {
        LinearRgb back = SkinPigment.of(red, green, blue).toLinearRgb();

        assertThat(back.red()).isCloseTo(red, within(EXACT));
        assertThat(back.green()).isCloseTo(green, within(EXACT));
        assertThat(back.blue()).isCloseTo(blue, within(EXACT));
    }

    @Test
    void whiteHasNoPigment() {
        SkinPigment white = SkinPigment.of(1, 1, 1);

        assertThat(white.melanin()).isZero();
        assertThat(white.haemoglobin()).isZero();
        assertThat(white.shading()).isZero();
    }

    /** Each pigment is found in the amount it was laid on, and in nothing else. */
    @ParameterizedTest
    @CsvSource({"0.7, 0", "0, 0.7", "0.4, 0.3", "-0.1, 0.2"})
    void pigmentsDoNotLeakIntoEachOther(double melanin, double haemoglobin) {
        LinearRgb light = new SkinPigment(melanin, haemoglobin, 0.5).toLinearRgb();

        SkinPigment found = SkinPigment.of(light.red(), light.green(), light.blue());

        assertThat(found.melanin()).isCloseTo(melanin, within(EXACT));
        assertThat(found.haemoglobin()).isCloseTo(haemoglobin, within(EXACT));
        assertThat(found.shading()).isCloseTo(0.5, within(EXACT));
    }

    /** Unit vectors: what is laid on has that length in optical density. */
    @Test
    void pigmentDirectionsHaveUnitLength() {
        LinearRgb m = new SkinPigment(1, 0, 0).toLinearRgb();
        LinearRgb h = new SkinPigment(0, 1, 0).toLinearRgb();

        assertThat(length(m)).isCloseTo(1, within(1e-4)); // printed with four decimals
        assertThat(length(h)).isCloseTo(1, within(1e-4));
    }

    private static double length(LinearRgb c) {
        return Math.sqrt(
                Math.pow(Math.log(c.red()), 2) + Math.pow(Math.log(c.green()), 2) + Math.pow(Math.log(c.blue()), 2));
    }

    @Test
    void melaninYellowsAndHaemoglobinReddens() {
        LinearRgb m = new SkinPigment(1, 0, 0).toLinearRgb();
        LinearRgb h = new SkinPigment(0, 1, 0).toLinearRgb();

        assertThat(m.blue()).isLessThan(m.green());
        assertThat(h.green()).isLessThan(h.red());
        assertThat(h.green() / h.red()).isLessThan(m.green() / m.red());
    }

    @Test
    void blackIsFinite() {
        SkinPigment black = SkinPigment.of(0, 0, 0);

        assertThat(black.shading()).isCloseTo(-Math.log(1e-4), within(EXACT));
        assertThat(black.melanin()).isCloseTo(0, within(EXACT));
    }

    @Test
    void manyAtOnceAreEachTheirOwn() {
        float[] red = {0.6f, 1, 0, 0.05f};
        float[] green = {0.4f, 1, 0.2f, 0.05f};
        float[] blue = {0.3f, 1, 0.9f, 0.05f};
        float[][] split = new float[3][4];

        SkinPigment.split(red, green, blue, split[0], split[1], split[2]);

        for (int i = 0; i < red.length; i++) {
            SkinPigment one = SkinPigment.of(red[i], green[i], blue[i]);
            assertThat(split[0][i]).isEqualTo((float) one.melanin());
            assertThat(split[1][i]).isEqualTo((float) one.haemoglobin());
            assertThat(split[2][i]).isEqualTo((float) one.shading());
        }
    }
}
