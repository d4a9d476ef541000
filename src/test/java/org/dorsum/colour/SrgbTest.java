package org.dorsum.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SrgbTest {
    static IntStream bytes() {
        return IntStream.range(0, 256);
    }

    @ParameterizedTest
    @MethodSource("bytes")
    void everyByteComesBack(int sample) {
        assertThat(Srgb.toByte(Srgb.toLinear(sample))).isEqualTo(sample);
        // the table holds floats
        assertThat((double) Srgb.toLinear(sample)).isCloseTo(Srgb.toLinear(sample / 255.0), within(6e-8));
    }

    /** Worked from the formula of IEC 61966-2-1 with a pocket calculator. */
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "0.5, 0.2140411", "0.04045, 0.0031308", "0.02, 0.0015480", "-0.5, -0.2140411"})
    void knownValues(double encoded, double linear) {
        assertThat(Srgb.toLinear(encoded)).isCloseTo(linear, within(5e-8));
        assertThat(Srgb.toEncoded(Srgb.toLinear(encoded))).isCloseTo(encoded, within(1e-6));
    }

    @Test
    void bytesAreClipped() {
        assertThat(Srgb.toByte(-0.1)).isZero();
        assertThat(Srgb.toByte(1.7)).isEqualTo(255);
    }

    @Test
    void luminanceOfWhiteIsOneAndGreenWeighsMost() {
        assertThat(new LinearRgb(1, 1, 1).luminance()).isCloseTo(1, within(2e-7)); // seven decimals printed
        assertThat(new LinearRgb(0, 1, 0).luminance()).isCloseTo(0.7152, within(1e-4));
    }
}
