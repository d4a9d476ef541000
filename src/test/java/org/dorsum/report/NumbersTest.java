package org.dorsum.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "100, 100",
        "1234567, 1234570",
        "0.1, 0.1",
        "0.30000000000000004, 0.3",
        "-2.5, -2.5",
        "0.000123456789, 0.000123457",
        "1e21, 1000000000000000000000",
        "3.14159265, 3.14159"
    })
    void cellsHaveSixDigitsAndNoExponent(double value, String text) {
        assertThat(Numbers.cell(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "7.4231, 0.312, 2",
        "7.4, 1.7, 1",
        "22.0, 25, 0",
        "12, 0, 0",
        "0.0451, 0, 4",
        "5, 1e-17, 0",
        "0, 0, 0",
        "1e-9, 1e-10, 6"
    })
    void valuesShowTwoDigitsOfTheirError(double value, double error, int decimals) {
        assertThat(Numbers.decimalsOf(value, error)).isEqualTo(decimals);
    }

    @ParameterizedTest
    @CsvSource({"-18.2, −18 %", "7.6, +8 %", "-0.44, −0.4 %", "0, 0 %", "-0.01, 0 %", "0.97, +1 %"})
    void changesCarryTheirSign(double percent, String text) {
        assertThat(Numbers.signedPercent(percent)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"10, 8.2, 1", "4, 9, 0", "0.4, 0.39, 3", "2.5, 812.4, 0", "0, 0, 0"})
    void comparedValuesShareTheirDecimals(double before, double after, int decimals) {
        assertThat(Numbers.commonDecimals(before, after)).isEqualTo(decimals);
    }
}
