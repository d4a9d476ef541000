package org.dorsum.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dorsum.colour.LinearRgb;
import org.dorsum.hand.Zone;
import org.dorsum.image.Mask;
import org.dorsum.skin.Band;
import org.dorsum.skin.Capture;
import org.dorsum.skin.NoiseCurve;
import org.dorsum.skin.PhotoPhysics;
import org.dorsum.skin.Skin;
import org.dorsum.skin.Skins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoughnessTest {
    private static final double SIDE = 30;
    private static final double WAVELENGTH = 5; // mm: within the band, one wave a tile, so that all phases are seen
    private static final Band BAND = new Band(0.612, 1.224);

    private static double roughness(Skin skin) {
        return Outcomes.value(Roughness.withDefaults().measure(skin, Zone.DORSUM));
    }

    /** Waves from the wrist to the fingers, whole ones, so that mirroring at the frame goes on with them. */
    private static Skin waves(double amplitude) {
        return Skins.relief(SIDE, (x, y) -> amplitude * Math.cos(2 * Math.PI * y / WAVELENGTH));
    }

    @Test
    void aFlatPlaneHasNone() {
        assertThat(roughness(Skins.relief(SIDE, (x, y) -> 0))).isCloseTo(0, within(1e-3));
    }

    /**
     * A sine of amplitude A keeps A·(g(σ₁) − g(σ₂)) of it in the band, g(σ) = exp(−2π²σ²/λ²), and its root mean square is
     * 1/√2 of that. 1 % for what the Gaussians lack beyond four σ.
     */
    @Test
    void aSineOfKnownAmplitude() {
        double kept = gain(BAND.fineMm()) - gain(BAND.coarseMm());
        double expected = 100 * 0.05 * kept / Math.sqrt(2);
        assertThat(roughness(waves(0.05))).isCloseTo(expected, within(0.01 * expected));
    }

    private static double gain(double sigmaMm) {
        return Math.exp(-2 * Math.pow(Math.PI * sigmaMm / WAVELENGTH, 2));
    }

    /** A tendon or a vein runs along the hand; the same ridges across it are relief. */
    @Test
    void ridgesAlongTheHandAreNotSeen() {
        assertThat(roughness(Skins.relief(SIDE, (x, y) -> 0.05 * Math.cos(2 * Math.PI * x / WAVELENGTH))))
                .isLessThan(1e-3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.5, 2})
    void contrastIsLinear(double factor) {
        assertThat(roughness(waves(0.04 * factor))).isCloseTo(factor * roughness(waves(0.04)), within(0.01));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.5, 1.7})
    void exposureDoesNotMatter(double gain) {
        Skin brighter = Skins.relief(SIDE, (x, y) -> Math.log(gain) + 0.04 * Math.cos(2 * Math.PI * y / WAVELENGTH));
        assertThat(roughness(brighter)).isCloseTo(roughness(waves(0.04)), within(1e-3));
    }

    /**
     * Light that falls off by a factor 4 across 30 mm: a slope of log-luminance, which a band does not hold. 3 % of a point: the darkest
     * edge of so steep a slope passes for a dark patch and is left out.
     */
    @Test
    void slowShadingDoesNotMatter() {
        Skin shaded =
                Skins.relief(SIDE, (x, y) -> Math.log(4) * y / SIDE + 0.04 * Math.cos(2 * Math.PI * y / WAVELENGTH));
        int margin = (int) (5 * Skins.PIXELS_PER_MM); // a slope has a kink at the frame, where planes are mirrored
        Mask inner = Mask.of(
                shaded.width(),
                shaded.height(),
                (x, y) -> Math.min(x, y) >= margin && Math.max(x, y) < shaded.width() - margin);
        assertThat(roughness(shaded.withUsable(Map.of(Zone.DORSUM, inner))))
                .isCloseTo(roughness(waves(0.04).withUsable(Map.of(Zone.DORSUM, inner))), within(0.03));
    }

    @Test
    void theNoiseOfThePhotoIsTakenOff() {
        Capture noisy = new Capture(10, 0.2, 0.5, 0, 0, 0.4, 0, 0, 0, PhotoPhysics.UNKNOWN);
        double clean = roughness(waves(0.04));
        double noise = 100 * 0.2 * Math.sqrt(BAND.noiseGainAlongHand(10));
        assertThat(roughness(Skins.with(waves(0.04), noisy)))
                .isCloseTo(
                        Math.sqrt(clean * clean - noise * noise),
                        within(4e-3)); // the median of roots is not quite the root of the median
    }

    /** Noise told by a curve counts at the light of the skin, red 0.55 less a quarter of what green (0.33) differs. */
    @Test
    void noiseCountsAtTheLightOfTheSkin() {
        double light = 0.55 * Math.pow(0.55 / 0.33, 0.25);
        NoiseCurve curve = new NoiseCurve(0.004, 0.01);
        Capture noisy = new Capture(
                10, 0, 0.5, 0, 0, 0.4, 0, 0, 0, new PhotoPhysics(Optional.of(curve), OptionalDouble.empty(), 1));
        double clean = roughness(waves(0.04));
        double noise = 100 * Math.sqrt(0.004 + 0.01 * light) / light * Math.sqrt(BAND.noiseGainAlongHand(10));
        assertThat(roughness(Skins.with(waves(0.04), noisy)))
                .isCloseTo(Math.sqrt(clean * clean - noise * noise), within(5e-3));
    }

    /** Half the band's finer Gaussian, 0.306 mm, is what a photo may be blurred by. */
    @Test
    void aPhotoBlurredBeyondTheBandIsNotMeasured() {
        assertThat(blurred(0.30)).isInstanceOf(Outcome.Measured.class);
        assertThat(blurred(0.31)).isEqualTo(new Outcome.NotMeasured(NotMeasuredReason.TOO_BLURRED));
    }

    private static Outcome blurred(double outlineMm) {
        PhotoPhysics physics = new PhotoPhysics(Optional.empty(), OptionalDouble.of(outlineMm), 1);
        Capture capture = new Capture(10, 0, 0.5, 0, 0, 0.4, 0, 0, 0, physics);
        return Roughness.withDefaults()
                .measure(Skins.with(waves(0.04), capture), Zone.DORSUM)
                .outcome();
    }

    /** Blood that comes and goes: green and blue fall far, red a fifth as far. Luminance would read 1.6 %. */
    @Test
    void bloodIsHardlyRelief() {
        Skin flushed = Skins.coloured(SIDE, (x, y) -> {
            double density = 0.05 * Math.cos(2 * Math.PI * y / WAVELENGTH);
            return new LinearRgb(
                    0.55 * Math.exp(-0.2 * density), 0.33 * Math.exp(-density), 0.22 * Math.exp(-0.95 * density));
        });
        assertThat(roughness(flushed)).isLessThan(0.02);
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
        Capture soft = new Capture(10, 0, 0.01, 0, 0, 0.4, 0, 0, 0, PhotoPhysics.UNKNOWN);
        Capture coarse = new Capture(2, 0, 0.5, 0, 0, 0.4, 0, 0, 0, PhotoPhysics.UNKNOWN);
        assertThat(Roughness.withDefaults()
                        .measure(Skins.with(waves(0.04), soft), Zone.DORSUM)
                        .outcome())
                .isEqualTo(new Outcome.NotMeasured(NotMeasuredReason.TOO_BLURRED));
        assertThat(Roughness.withDefaults()
                        .measure(Skins.with(waves(0.04), coarse), Zone.DORSUM)
                        .outcome())
                .isEqualTo(new Outcome.NotMeasured(NotMeasuredReason.RESOLUTION_TOO_LOW));
    }

    /** Nine dark spots, 3 mm across, on relief: their edges are steeper than any furrow. */
    @Test
    void spotsDoNotMatter() {
        Skin spotted = Skins.relief(SIDE, (x, y) -> {
            double fromSpot = Math.hypot((x % 10) - 5, (y % 10) - 5);
            return 0.04 * Math.cos(2 * Math.PI * y / WAVELENGTH) - 0.4 / (1 + Math.exp((fromSpot - 1.5) / 0.1));
        });
        // 10 %: the gaps are wider than the wave, so tiles see part of its phases and the filters part of its
        // neighbours
        assertThat(roughness(spotted)).isCloseTo(roughness(waves(0.04)), within(0.10 * roughness(waves(0.04))));
    }
}
