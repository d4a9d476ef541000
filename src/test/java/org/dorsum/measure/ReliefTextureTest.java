package org.dorsum.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.dorsum.hand.Zone;
import org.dorsum.skin.Capture;
import org.dorsum.skin.PhotoPhysics;
import org.dorsum.skin.Skin;
import org.dorsum.skin.Skins;
import org.dorsum.skin.TestHands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReliefTextureTest {
    private static final double SIDE = 30;

    private static List<Measurement> of(Skin skin) {
        return ReliefTexture.withDefaults().measure(skin, Zone.DORSUM);
    }

    private static double value(Skin skin, Metric metric) {
        return Outcomes.value(of(skin), metric);
    }

    private static Skin waves(double wavelength) {
        return Skins.relief(SIDE, (x, y) -> 0.03 * Math.sin(2 * Math.PI * x / wavelength));
    }

    @Test
    void everyDetailIsAnswered() {
        assertThat(of(waves(1)).stream().map(Measurement::metric))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Metric.values()).filter(Metric::detail).toList());
    }

    /** The mean wavelength of a sine is its own, over sin(k)/k for central differences, k radians a pixel. */
    @ParameterizedTest
    @ValueSource(doubles = {1.25, 2.5})
    void pitchOfASine(double wavelength) {
        double k = 2 * Math.PI / (wavelength * Skins.PIXELS_PER_MM);
        double expected = wavelength * k / Math.sin(k);
        assertThat(value(waves(wavelength), Metric.RELIEF_PITCH_MM)).isCloseTo(expected, within(0.02 * expected));
    }

    /** Of all octaves the one around a sine's wavelength shows it best. */
    @ParameterizedTest
    @CsvSource({"0.5, RELIEF_HALF_MM_PERCENT", "1, RELIEF_1MM_PERCENT", "2, RELIEF_2MM_PERCENT", "4, RELIEF_4MM_PERCENT"
    })
    void anOctaveShowsItsOwnWavelength(double wavelength, Metric octave) {
        List<Measurement> all = of(waves(wavelength));
        Stream.of(Octave.values())
                .map(Octave::metric)
                .filter(m -> m != octave)
                .forEach(other ->
                        assertThat(Outcomes.value(all, octave)).isGreaterThan(1.3 * Outcomes.value(all, other)));
    }

    @Test
    void parallelFurrowsAreAlignedAndTurningDoesNotMatter() {
        assertThat(value(waves(1.25), Metric.RELIEF_ALIGNMENT)).isCloseTo(1, within(0.01));
        Skin turned = Skins.relief(SIDE, (x, y) -> 0.03 * Math.sin(2 * Math.PI * (0.6 * x + 0.8 * y) / 1.25));
        assertThat(value(turned, Metric.RELIEF_ALIGNMENT)).isCloseTo(1, within(0.01));
    }

    @Test
    void reliefInAllDirectionsIsNotAligned() {
        TestHands.Relief relief = TestHands.furrows(3, 0.05);
        assertThat(value(Skins.relief(SIDE, relief::at), Metric.RELIEF_ALIGNMENT))
                .isLessThan(0.15);
    }

    @Test
    void narrowDarkFurrowsAreSkewedBelowNought() {
        Skin furrows = Skins.relief(SIDE, (x, y) -> -0.06 * Math.exp(-Math.pow((x % 2 - 1) / 0.25, 2)));
        Skin ridges = Skins.relief(SIDE, (x, y) -> 0.06 * Math.exp(-Math.pow((x % 2 - 1) / 0.25, 2)));
        assertThat(value(furrows, Metric.RELIEF_SKEWNESS)).isLessThan(-0.2);
        assertThat(value(ridges, Metric.RELIEF_SKEWNESS))
                .isCloseTo(-value(furrows, Metric.RELIEF_SKEWNESS), within(0.02));
    }

    /** Neighbours half a millimetre apart know nothing of each other in noise, and nearly everything in long waves. */
    @Test
    void correlationOfNeighbours() {
        SplittableRandom random = new SplittableRandom(9);
        Skin noise = Skins.relief(SIDE, (x, y) -> 0.03 * random.nextGaussian());
        assertThat(value(noise, Metric.COOCCURRENCE_CORRELATION)).isLessThan(0.3);
        assertThat(value(waves(4), Metric.COOCCURRENCE_CORRELATION)).isGreaterThan(0.7);
    }

    @Test
    void aSoftPhotoIsNotMeasured() {
        Capture soft = new Capture(10, 0, 0.01, 0, 0, 0.4, 0, 0, 0, PhotoPhysics.UNKNOWN);
        assertThat(of(Skins.with(waves(1), soft)))
                .allSatisfy(
                        m -> assertThat(m.outcome()).isEqualTo(new Outcome.NotMeasured(NotMeasuredReason.TOO_BLURRED)));
    }
}
