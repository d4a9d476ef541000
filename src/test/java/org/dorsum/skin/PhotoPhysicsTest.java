package org.dorsum.skin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.apache.commons.math3.special.Erf;
import org.dorsum.colour.LinearRgb;
import org.dorsum.image.Affine;
import org.dorsum.image.Codec;
import org.dorsum.image.Mask;
import org.dorsum.image.RgbImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoPhysicsTest {
    private static final int SIDE = 400;
    private static final double PIXELS_PER_MM = 8;
    private static final double RADIUS = 140; // pixels

    private static double distance(int x, int y) {
        return RADIUS - Math.hypot(x - SIDE / 2.0, y - SIDE / 2.0);
    }

    /** A disc of skin on white, its rim blurred with a Gaussian of {@code sigmaMm} and its mask shifted by two pixels. */
    private static OptionalDouble rim(double sigmaMm, int white) {
        RgbImage photo = RgbImage.of(SIDE, SIDE, (x, y) -> {
            double inside = 0.5 * (1 + Erf.erf(distance(x, y) / (Math.sqrt(2) * sigmaMm * PIXELS_PER_MM)));
            int v = (int) Math.rint(white + inside * (120 - white));
            return v << 16 | v << 8 | v;
        });
        return OutlineBlur.of(photo, Mask.of(SIDE, SIDE, (x, y) -> x > 1 && distance(x - 2, y) > 0), PIXELS_PER_MM);
    }

    /** 15 %: of 0.8 pixels, linear interpolation makes 0.9; steps are cut off at their feet. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.2, 0.4, 0.6})
    void blurOfARim(double sigmaMm) {
        assertThat(rim(sigmaMm, 240).orElseThrow()).isCloseTo(sigmaMm, within(0.15 * sigmaMm));
    }

    @Test
    void aRimWithoutContrastTellsNothing() {
        assertThat(rim(0.2, 150)).isEmpty();
    }

    /** A Gaussian of 0.2 mm passes a tenth at 1.708 per mm: exp(−2π²·0.04·1.708²) = 0.1. */
    @Test
    void linePairsOfAGaussian() {
        PhotoPhysics soft = new PhotoPhysics(Optional.empty(), OptionalDouble.of(0.2), 1);
        assertThat(soft.linePairsPerMm(10)).isCloseTo(1.708, within(1e-3));
        assertThat(soft.narrowestLineMm(10)).isCloseTo(0.5 / 1.708, within(1e-3));
        assertThat(soft.linePairsPerMm(2)).isEqualTo(1);
        assertThat(PhotoPhysics.UNKNOWN.linePairsPerMm(7)).isEqualTo(3.5);
    }

    @Test
    void numbersThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new PhotoPhysics(Optional.empty(), OptionalDouble.of(Double.NaN), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NoiseCurve(-1e-9, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NoiseCurve(0, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Light that grows across the photo, with noise of variance a + b · light; read back at either end within a fifth. */
    @ParameterizedTest
    @CsvSource({"0.0004, 0", "0, 0.0008", "0.0001, 0.0004"})
    void noiseAgainstLight(double floor, double slope) {
        SplittableRandom random = new SplittableRandom(11);
        RgbImage photo = RgbImage.of(SIDE, SIDE, (x, y) -> {
            double light = 0.15 + 0.6 * x / SIDE;
            double v = Math.max(0, light + Math.sqrt(floor + slope * light) * random.nextGaussian());
            return new LinearRgb(v, v, v).toPacked();
        });
        NoiseCurve curve =
                NoiseEstimate.of(photo, Affine.identity(), Mask.all(SIDE, SIDE)).orElseThrow();
        for (double light : new double[] {0.25, 0.65}) {
            double expected = Math.sqrt(floor + slope * light) / light;
            assertThat(curve.deviation(light)).isCloseTo(expected, within(0.2 * expected));
        }
    }

    @Test
    void blocksShowInAFileOfPoorQualityAndNotInAGoodOne() {
        SplittableRandom random = new SplittableRandom(12);
        RgbImage photo = RgbImage.of(
                SIDE,
                SIDE,
                (x, y) -> 0x010101
                        * (int) Math.max(
                                0,
                                Math.min(255, 128 + 40 * Math.sin(x / 23.0 + y / 31.0) + 4 * random.nextGaussian())));
        assertThat(Blocking.of(photo, 0, 0, SIDE, SIDE)).isCloseTo(1, within(0.05));
        assertThat(blocking(photo, 95)).isCloseTo(1, within(0.15));
        assertThat(blocking(photo, 25)).isGreaterThan(1.5);
    }

    private static double blocking(RgbImage photo, int quality) {
        return Blocking.of(Codec.decode(Codec.jpeg(photo, quality)).orElseThrow(), 3, 5, SIDE - 10, SIDE - 10);
    }
}
