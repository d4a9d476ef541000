package org.dorsum.skin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dorsum.colour.Srgb;
import org.junit.jupiter.api.Test;

class ReliefLightTest {
    /** The table of 8-bit samples is the formula, to the last bit, for all 65,536 pairs. */
    @Test
    void encodedSamplesGiveWhatTheirLightGives() {
        int different = 0;
        for (int red = 0; red < 256; red++) {
            for (int green = 0; green < 256; green++) {
                different += ReliefLight.LOG.ofPacked(red << 16 | green << 8 | 77)
                                == ReliefLight.log(Srgb.toLinear(red), Srgb.toLinear(green))
                        ? 0
                        : 1;
            }
        }
        assertThat(different).isZero();
    }

    @Test
    void greyGivesItsLogarithmAndExposureAddsAConstant() {
        assertThat(ReliefLight.log(0.2, 0.2)).isCloseTo(Math.log(0.2), within(1e-12));
        assertThat(ReliefLight.log(0.4, 0.2) - ReliefLight.log(0.2, 0.1)).isCloseTo(Math.log(2), within(1e-12));
    }
}
