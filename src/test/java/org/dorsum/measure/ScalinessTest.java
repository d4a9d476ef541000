package org.dorsum.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.dorsum.colour.LinearRgb;
import org.dorsum.hand.Zone;
import org.dorsum.image.Mask;
import org.dorsum.skin.Capture;
import org.dorsum.skin.PhotoPhysics;
import org.dorsum.skin.Skin;
import org.dorsum.skin.Skins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalinessTest {
    private static final double SIDE = 40;
    private static final double EVERY = 5; // mm between flakes: one a tile
    private static final double RADIUS = 0.8;

    private static double scaliness(Skin skin) {
        return Outcomes.value(Scaliness.withDefaults().measure(skin, Zone.DORSUM));
    }

    /** Skin of some tone whose flakes are mixed with white, {@code share} of it, as a disc each 5 mm. */
    private static Skin flaky(double tone, double share) {
        return Skins.coloured(SIDE, (x, y) -> {
            double m = Math.hypot(x % EVERY - 2.5, y % EVERY - 2.5) < RADIUS ? share : 0;
            return new LinearRgb(mixed(tone * 0.55, m), mixed(tone * 0.33, m), mixed(tone * 0.22, m));
        });
    }

    private static double mixed(double skin, double share) {
        return skin + share * (0.75 - skin);
    }

    @Test
    void bareSkinHasNone() {
        assertThat(scaliness(flaky(1, 0))).isZero();
    }

    /** A disc of 0.8 mm each 25 mm²: 8 %; smoothing moves its edge by less than half its σ, 0.06 mm of 0.8. */
    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.6, 1})
    void discsOfKnownAreaOnSkinOfAnyTone(double tone) {
        double area = 100 * Math.PI * RADIUS * RADIUS / (EVERY * EVERY);
        assertThat(scaliness(flaky(tone, 0.12))).isCloseTo(area, within(0.2 * area));
    }

    /** Relief scales all channels: it adds no white, however strong. */
    @Test
    void reliefIsNoFlake() {
        assertThat(scaliness(Skins.relief(SIDE, (x, y) -> 0.15 * Math.sin(3 * x) * Math.sin(2 * y))))
                .isLessThan(0.1);
    }

    @Test
    void noiseIsTakenOff() {
        SplittableRandom random = new SplittableRandom(4);
        Skin noisy = Skins.coloured(
                SIDE,
                (x, y) -> new LinearRgb(
                        0.55 + 0.03 * random.nextGaussian(),
                        0.33 + 0.03 * random.nextGaussian(),
                        0.22 + 0.03 * random.nextGaussian()));
        assertThat(scaliness(noisy)).isLessThan(1);
    }

    /** On dark skin flakes stand out so far that they are left out as glare; small gaps are looked at again, wide ones not. */
    @Test
    void smallGapsInUsableSkinAreLookedAtAgain() {
        Skin skin = flaky(0.25, 0.12);
        Mask gaps = Mask.of(skin.width(), skin.height(), (x, y) -> {
            double u = (x + 0.5) / Skins.PIXELS_PER_MM % EVERY - 2.5;
            double v = (y + 0.5) / Skins.PIXELS_PER_MM % EVERY - 2.5;
            return Math.hypot(u, v) > RADIUS + 0.4;
        });
        assertThat(scaliness(skin.withUsable(Map.of(Zone.DORSUM, gaps))))
                .isCloseTo(scaliness(skin), within(0.05 * scaliness(skin)));
    }

    @Test
    void clippedGlareIsNoFlake() {
        Skin glare = Skins.coloured(
                SIDE,
                (x, y) -> Math.hypot(x % EVERY - 2.5, y % EVERY - 2.5) < RADIUS
                        ? new LinearRgb(1, 1, 1)
                        : new LinearRgb(0.55, 0.33, 0.22));
        Mask bare = Mask.of(
                glare.width(), glare.height(), (x, y) -> glare.light().red().at(x, y) < 0.9);
        assertThat(scaliness(glare.withUsable(Map.of(Zone.DORSUM, bare)))).isLessThan(1.5); // its blurred rim
    }

    @Test
    void greyAndBlurredPhotosAreNotMeasured() {
        assertThat(Scaliness.withDefaults()
                        .measure(Skins.grey(flaky(1, 0.12)), Zone.DORSUM)
                        .outcome())
                .isEqualTo(new Outcome.NotMeasured(NotMeasuredReason.NO_COLOUR));
        PhotoPhysics soft = new PhotoPhysics(Optional.empty(), OptionalDouble.of(0.31), 1);
        Skin blurred = Skins.with(flaky(1, 0.12), new Capture(10, 0, 0.5, 0, 0, 0.4, 0, 0, 0, soft));
        assertThat(Scaliness.withDefaults().measure(blurred, Zone.DORSUM).outcome())
                .isEqualTo(new Outcome.NotMeasured(NotMeasuredReason.TOO_BLURRED));
    }
}
