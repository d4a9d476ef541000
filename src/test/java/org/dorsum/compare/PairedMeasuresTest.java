package org.dorsum.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dorsum.compare.PairedVariation.Likeness;
import org.dorsum.measure.Metric;
import org.dorsum.skin.Capture;
import org.dorsum.skin.PhotoPhysics;
import org.dorsum.skin.Skin;
import org.dorsum.skin.Skins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairedMeasuresTest {
    private static Skin withOutline(OptionalDouble blurMm) {
        Capture good = Skins.GOOD;
        Capture capture = new Capture(
                good.nativePixelsPerMm(),
                good.noise(),
                good.sharpness(),
                good.glareFraction(),
                good.shadowFraction(),
                good.level(),
                good.gradientX(),
                good.gradientY(),
                good.softenedMm(),
                new PhotoPhysics(Optional.empty(), blurMm, 1));
        return Skins.with(Skins.relief(20, (x, y) -> 0), capture);
    }

    /** √((0.26/1.3)² − 0.1²) = √0.03; 0.24/1.3 is less than 0.2. */
    @ParameterizedTest
    @CsvSource({"0.1, 0.26, 0.17320508", "0.2, 0.24, 0", "0.3, 0.1, 0", "0.2, 0.2, 0"})
    void blurByTheOutlines(double own, double other, double expected) {
        Skin photo = withOutline(OptionalDouble.of(own));
        double blur = PairedMeasures.blurrier(photo, List.of(photo, withOutline(OptionalDouble.of(other))));
        assertThat(blur).isCloseTo(expected, within(1e-8));
    }

    @Test
    void withoutAnOutlineSkinIsTheOnlyWitness() {
        Skin known = withOutline(OptionalDouble.of(0.2));
        Skin unknown = withOutline(OptionalDouble.empty());
        assertThat(PairedMeasures.blurrier(known, List.of(known, unknown))).isInfinite();
        assertThat(PairedMeasures.blurrier(unknown, List.of(known, unknown))).isInfinite();
    }

    /** Three parts in quadrature: 0.03 alike, 0.291 by the square of what is not shared, 0.66 by the logarithm of sharpness. */
    @ParameterizedTest
    @CsvSource({"0, 0, 0.03", "0, 0.5, 0.0787", "0.1, 0, 0.0725", "0.1, 0.5, 0.1027"})
    void variationOfRoughness(double unlike, double unshared, double expected) {
        OptionalDouble v = PairedVariation.load()
                .of(Metric.ROUGHNESS_INDEX, Repeatability.shippedTable(), new Likeness(unlike, unshared));
        assertThat(v.orElseThrow()).isCloseTo(expected, within(1e-4));
    }
}
