package org.dorsum.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.dorsum.hand.Zone;
import org.dorsum.image.Mask;
import org.dorsum.skin.Band;
import org.dorsum.skin.Capture;
import org.dorsum.skin.Skin;
import org.dorsum.skin.Skins;
import org.dorsum.stats.Quantiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoughnessTest {
    private static final double SIDE = 30;
    private static final double WAVELENGTH =
            1.27; // mm: within the band, and no whole number of pixels, so that all phases are seen

    private static double roughness(Skin skin) {
        return Outcomes.value(Roughness.withDefaults().measure(skin, Zone.DORSUM));
    }

    private static Skin sine(double amplitude) {
        return Skins.relief(SIDE, (x, y) -> amplitude * Math.sin(2 * Math.PI * x / WAVELENGTH));
    }

    @Test
    void aFlatPlaneHasNone() {
        assertThat(roughness(Skins.relief(SIDE, (x, y) -> 0))).isCloseTo(0, within(1e-3));
    }

    /**
     * A sine of amplitude A keeps A·(g(σ₁) − g(σ₂)) of it in the band, g(σ) = exp(−2π²σ²/λ²). The median of |sin| is
     * 1/√2, so the measure reads 100·1.4826·A/√2 of that. 3 % for the four waves of a tile.
     */
    @Test
    void aSineOfKnownAmplitude() {
        Band band = new Band(0.1, 0.4);
        double kept = gain(band.fineMm()) - gain(band.coarseMm());
        double expected = 100 * Quantiles.NORMAL_MAD * 0.05 * kept / Math.sqrt(2);
        assertThat(roughness(sine(0.05))).isCloseTo(expected, within(0.03 * expected));
    }

    private static double gain(double sigmaMm) {
        return Math.exp(-2 * Math.pow(Math.PI * sigmaMm / WAVELENGTH, 2));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.5, 2})
    void contrastIsLinear(double factor) {
        assertThat(roughness(sine(0.04 * factor))).isCloseTo(factor * roughness(sine(0.04)), within(0.01));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.5, 1.7})
    void exposureDoesNotMatter(double gain) {
        Skin brighter = Skins.relief(SIDE, (x, y) -> Math.log(gain) + 0.04 * Math.sin(2 * Math.PI * x / WAVELENGTH));
        assertThat(roughness(brighter)).isCloseTo(roughness(sine(0.04)), within(1e-3));
    }

    /** Light that falls off by a factor 4 across 30 mm: a slope of log-luminance, which a band does not hold. */
    @Test
    void slowShadingDoesNotMatter() {
        Skin shaded =
                Skins.relief(SIDE, (x, y) -> Math.log(4) * y / SIDE + 0.04 * Math.sin(2 * Math.PI * x / WAVELENGTH));
        int margin = (int) (4 * Skins.PIXELS_PER_MM); // a slope has a kink at the frame, where planes are mirrored
        Mask inner = Mask.of(
                shaded.width(),
                shaded.height(),
                (x, y) -> Math.min(x, y) >= margin && Math.max(x, y) < shaded.width() - margin);
        assertThat(roughness(shaded.withUsable(Map.of(Zone.DORSUM, inner))))
                .isCloseTo(roughness(sine(0.04).withUsable(Map.of(Zone.DORSUM, inner))), within(0.01));
    }

    @Test
    void theNoiseOfThePhotoIsTakenOff() {
        Capture noisy = new Capture(10, 0.02, 0.5, 0, 0, 0.4, 0, 0, 0);
        double clean = roughness(sine(0.04));
        double noise = 100 * 0.02 * Math.sqrt(new Band(0.1, 0.4).noiseGain(10));
        assertThat(roughness(Skins.with(sine(0.04), noisy)))
                .isCloseTo(
                        Math.sqrt(clean * clean - noise * noise),
                        within(2e-3)); // the median of roots is not quite the root of the median
    }

    /** Two columns of four tiles are eight; one tile less is too few. */
    @Test
    void sevenTilesAreNotEnoughAndItSaysSo() {
        Skin skin = Skins.relief(20, (x, y) -> 0.01 * Math.sin(5 * x));
        int tile = (int) (TileGrid.SIDE_MM * Skins.PIXELS_PER_MM);
        Mask eight = Mask.of(skin.width(), skin.height(), (x, y) -> x < 2 * tile);
        Mask seven = Mask.of(skin.width(), skin.height(), (x, y) -> x < 2 * tile && !(x < tile && y < tile));
        assertThat(outcome(skin, eight)).isInstanceOf(Outcome.Measured.class);
        assertThat(outcome(skin, seven)).isEqualTo(new Outcome.NotMeasured(NotMeasuredReason.TOO_LITTLE_SKIN));
    }

    private static Outcome outcome(Skin skin, Mask usable) {
        return Roughness.withDefaults()
                .measure(skin.withUsable(Map.of(Zone.DORSUM, usable)), Zone.DORSUM)
                .outcome();
    }

    @Test
    void aSoftOrCoarsePhotoIsNotMeasured() {
        Capture soft = new Capture(10, 0, 0.01, 0, 0, 0.4, 0, 0, 0);
        Capture coarse = new Capture(2, 0, 0.5, 0, 0, 0.4, 0, 0, 0);
        assertThat(Roughness.withDefaults()
                        .measure(Skins.with(sine(0.04), soft), Zone.DORSUM)
                        .outcome())
                .isEqualTo(new Outcome.NotMeasured(NotMeasuredReason.TOO_BLURRED));
        assertThat(Roughness.withDefaults()
                        .measure(Skins.with(sine(0.04), coarse), Zone.DORSUM)
                        .outcome())
                .isEqualTo(new Outcome.NotMeasured(NotMeasuredReason.RESOLUTION_TOO_LOW));
    }
}
