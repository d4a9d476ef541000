package org.dorsum.skin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.dorsum.hand.Zone;
import org.dorsum.image.Plane;
import org.dorsum.skin.TestHands.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureTest {

    private static Skin flat(TestHands.Relief relief) {
        return Flattener.withDefaults()
                .flatten(TestHands.photo(relief, View.straight()), TestHands.hand(View.straight()))
                .orElseThrow();
    }

    /** White noise on the photo's own grid; a sixth off for the quietest quarter of windows and the 8-bit steps. */
    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.04, 0.08})
    void noiseOfThePhoto(double noise) {
        SplittableRandom random = new SplittableRandom(5);
        double found = flat((x, y) -> noise * random.nextGaussian()).capture().noise();
        assertThat(found).isCloseTo(noise, within(noise / 6));
    }

    /** Energy of white noise in a band, counted on a plane of noise: low by what resampling is said to smooth. */
    @ParameterizedTest
    @CsvSource({"0.1, 0.4", "0.24, 0.48", "0.2, 0.8", "0.3, 0.5"})
    void shareOfNoiseInABand(double fine, double coarse) {
        SplittableRandom random = new SplittableRandom(6);
        Plane white = Plane.of(700, 700, (x, y) -> random.nextGaussian());
        Plane band = new Band(fine, coarse).of(white, 8);
        double sum = 0;
        for (float v : band.toArray()) {
            sum += v * v;
        }
        double counted = sum / (700 * 700);
        assertThat(new Band(fine, coarse).noiseGain(8)).isCloseTo(counted, within(0.15 * counted));
    }

    @Test
    void blurLowersSharpnessAndTreatmentDoesNot() {
        double full = flat(TestHands.furrows(1, 0.15)).capture().sharpness();
        double treated = flat(TestHands.furrows(1, 0.1)).capture().sharpness();
        assertThat(treated).isCloseTo(full, within(0.1 * full));
        Skin sharp = flat(TestHands.furrows(1, 0.15));
        Skin soft = Sharpness.lower(sharp, 0.5 * full, 0.5);
        double left = Sharpness.of(soft.logLuminance(), soft.usable(Zone.DORSUM), 0, 8, 8);
        assertThat(left).isCloseTo(0.5 * full, within(0.05 * full));
    }

    @Test
    void aSofterSkinStaysAsItIs() {
        Skin sharp = flat(TestHands.furrows(1, 0.15));
        assertThat(Sharpness.lower(sharp, 10, 0.5)).isSameAs(sharp);
    }

    /** The outline says that both photos are as blurred: then it is the skin that differs. */
    @Test
    void noMoreBlurThanIsAllowed() {
        Skin sharp = flat(TestHands.furrows(1, 0.15));
        double soft = 0.5 * sharp.capture().sharpness();
        assertThat(Sharpness.lower(sharp, soft, 0)).isSameAs(sharp);
        assertThat(Sharpness.lower(sharp, soft, 0.05).capture().softenedMm()).isCloseTo(0.05, within(0.001));
    }

    @Test
    void slopeOfTheLight() {
        Capture lit = flat((x, y) -> 0.01 * x - 0.004 * y).capture();
        assertThat(lit.gradientX()).isCloseTo(0.01, within(2e-4));
        assertThat(lit.gradientY()).isCloseTo(-0.004, within(2e-4));
    }

    @Test
    void bandsAreBuiltInOrder() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new Band(0.4, 0.1))
                .isInstanceOf(IllegalArgumentException.class);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new Band(Double.NaN, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
