package org.dorsum.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabTest {
    /**
     * Corners of the sRGB cube and a middle grey under D65, two decimals, as tables of Lindbloom's calculator and of
     * scikit-image give them; the third decimal depends on how many digits of the white point are used.
     */
    @ParameterizedTest
    @CsvSource({
        "ffffff, 100, 0, 0",
        "000000, 0, 0, 0",
        "ff0000, 53.24, 80.09, 67.20",
        "00ff00, 87.73, -86.18, 83.18",
        "0000ff, 32.30, 79.19, -107.86",
        "ffff00, 97.14, -21.55, 94.48",
        "00ffff, 91.11, -48.09, -14.13",
        "ff00ff, 60.32, 98.23, -60.82",
        "777777, 50.03, 0, 0"
    })
    void knownColours(String hex, double l, double a, double b) {
        Lab lab = Lab.of(LinearRgb.ofPacked(Integer.parseInt(hex, 16)));

        assertThat(lab.l()).isCloseTo(l, within(0.01));
        assertThat(lab.a()).isCloseTo(a, within(0.02));
        assertThat(lab.b()).isCloseTo(b, within(0.02));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {0x000000, 0x010203, 0x0b0a09, 0xc68642, 0xffdbac, 0x8d5524, 0xff0000, 0x00ff00, 0x0000ff, 0xffffff})
    void thereAndBack(int rgb) {
        LinearRgb colour = LinearRgb.ofPacked(rgb);

        LinearRgb back = Lab.of(colour).toLinearRgb();

        // both matrices are printed with seven decimals
        assertThat(back.red()).isCloseTo(colour.red(), within(2e-6));
        assertThat(back.green()).isCloseTo(colour.green(), within(2e-6));
        assertThat(back.blue()).isCloseTo(colour.blue(), within(2e-6));
        assertThat(back.toPacked()).isEqualTo(rgb);
    }

    /** The cube root and the line below it meet at (6/29)³ of white, with L* = 8. */
    @Test
    void theLineMeetsTheCubeRoot() {
        double y = 216.0 / 24389;

        Lab below = Lab.of(y * (1 - 1e-9), y * (1 - 1e-9), y * (1 - 1e-9));
        Lab above = Lab.of(y * (1 + 1e-9), y * (1 + 1e-9), y * (1 + 1e-9));

        assertThat(below.l()).isCloseTo(8, within(1e-6));
        assertThat(above.l()).isCloseTo(8, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"60, 10, 45", "40, 10, -45", "50, 20, 0", "67.320508, 10, 60", "70, 0, 90"})
    void typologyAngle(double l, double b, double degrees) {
        assertThat(new Lab(l, 12, b).ita()).isCloseTo(degrees, within(1e-6));
    }

    @Test
    void chromaIsTheDistanceFromGrey() {
        assertThat(new Lab(50, -3, 4).chroma()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "90, VERY_LIGHT",
        "55.1, VERY_LIGHT",
        "55, LIGHT",
        "41.1, LIGHT",
        "41, INTERMEDIATE",
        "28, TAN",
        "10, BROWN",
        "-29.9, BROWN",
        "-30, DARK",
        "-90, DARK",
        "-180, DARK"
    })
    void bands(double degrees, ItaBand band) {
        assertThat(ItaBand.of(degrees)).isEqualTo(band);
    }
}
