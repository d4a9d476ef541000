package org.dorsum.skin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dorsum.hand.Zone;
import org.dorsum.image.Mask;
import org.dorsum.image.Plane;
import org.dorsum.image.Point;
import org.dorsum.skin.TestHands.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlattenerTest {
    private static final TestHands.Relief WAVES =
            (x, y) -> 0.1 * Math.sin(2 * Math.PI * x / 3) + 0.1 * Math.cos(2 * Math.PI * y / 4);

    private static Skin flat(View view) {
        return Flattener.withDefaults()
                .flatten(TestHands.photo(WAVES, view), TestHands.hand(view))
                .orElseThrow();
    }

    /**
     * Whatever the camera's pixels, turn and place, a millimetre of skin comes out as the same eight pixels. 0.012 of
     * log-luminance: the 8-bit steps of a photo of this level are 0.01, interpolation takes the rest.
     */
    @ParameterizedTest
    @CsvSource({"560, 8, 90, 280", "1000, 14, 90, 500", "1500, 21, 90, 700", "560, 8, 30, 280", "900, 13, -100, 450"})
    void theSameSkinWhateverTheCamera(int size, double pixelsPerMm, double degrees, double origin) {
        Skin skin = flat(new View(size, pixelsPerMm, Math.toRadians(degrees), new Point(origin, origin)));
        Mask usable = skin.usable(Zone.DORSUM);
        double mean = UsableSkin.medianIn(skin.logLuminance(), usable);
        double expectedMean = medianOfWaves(skin, usable);
        double worst = 0;
        for (int y = 0; y < skin.height(); y++) {
            for (int x = 0; x < skin.width(); x++) {
                if (usable.at(x, y)) {
                    Point mm = skin.toHand().apply(new Point(x, y));
                    double expected = WAVES.at(mm.x(), mm.y()) - expectedMean;
                    worst = Math.max(worst, Math.abs(skin.logLuminance().at(x, y) - mean - expected));
                }
            }
        }
        assertThat(worst).isLessThan(0.025);
        assertThat(skin.capture().nativePixelsPerMm()).isCloseTo(pixelsPerMm, within(1e-9));
    }

    private static double medianOfWaves(Skin skin, Mask usable) {
        Plane waves = Plane.of(skin.width(), skin.height(), (x, y) -> {
            Point mm = skin.toHand().apply(new Point(x, y));
            return WAVES.at(mm.x(), mm.y());
        });
        return UsableSkin.medianIn(waves, usable);
    }

    @Test
    void theZoneHasItsArea() {
        Skin skin = flat(View.straight());
        double mm2 = skin.usable(Zone.DORSUM).count() / Math.pow(skin.pixelsPerMm(), 2);
        double expected = Math.PI * TestHands.RADIUS_MM * TestHands.RADIUS_MM;
        assertThat(mm2).isCloseTo(expected, within(0.02 * expected));
    }

    @Test
    void anImpossibleScaleIsNotLaidOut() {
        View small = new View(560, 1, Math.PI / 2, new Point(280, 280));
        View wide = View.straight();
        var hand = TestHands.hand(wide);
        var wrong = new org.dorsum.hand.Hand(
                hand.skin(),
                hand.frame(),
                hand.landmarks(),
                hand.aspect(),
                hand.side(),
                hand.confidence(),
                new org.dorsum.hand.Scale(small.pixelsPerMm(), org.dorsum.hand.Scale.Source.GIVEN, 0),
                hand.zones(),
                hand.findings(),
                hand.nails());
        assertThat(Flattener.withDefaults().flatten(TestHands.photo(WAVES, wide), wrong))
                .isEmpty();
    }

    @Test
    void aReflectionAndADeepShadowAreNotUsed() {
        TestHands.Relief glint = (x, y) -> Math.hypot(x, y) < 1.5 ? 0.6 : Math.hypot(x - 10, y) < 2 ? -2 : 0;
        View view = View.straight();
        Skin skin = Flattener.withDefaults()
                .flatten(TestHands.photo(glint, view), TestHands.hand(view))
                .orElseThrow();
        var toPlane = skin.toHand().inverse();
        Mask usable = skin.usable(Zone.DORSUM);
        assertThat(at(usable, toPlane.apply(new Point(0, 0)))).isFalse();
        assertThat(at(usable, toPlane.apply(new Point(10, 0)))).isFalse();
        assertThat(at(usable, toPlane.apply(new Point(-10, 0)))).isTrue();
        assertThat(skin.capture().glareFraction()).isBetween(0.003, 0.02);
        assertThat(skin.capture().shadowFraction()).isBetween(0.005, 0.02);
    }

    private static boolean at(Mask mask, Point p) {
        return mask.at((int) Math.rint(p.x()), (int) Math.rint(p.y()));
    }
}
