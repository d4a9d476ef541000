package org.dorsum.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.dorsum.colour.LinearRgb;
import org.dorsum.hand.Zone;
import org.dorsum.skin.Capture;
import org.dorsum.skin.PhotoPhysics;
import org.dorsum.skin.Skin;
import org.dorsum.skin.Skins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HairTest {
    private static final double SIDE = 40;
    private static final int PER_SIDE = (int) (SIDE * Skins.PIXELS_PER_MM);

    /** Share of light that hairs let through: strokes 6 mm long, 5 mm apart, of σ 0.09 mm, hiding 30 % in their middle. */
    private static double shaft(double x, double y) {
        return shaft(x, y, 0.09);
    }

    private static double shaft(double x, double y, double sigma) {
        double column = Math.floor(x / 8);
        double across = y - 5 * Math.floor(y / 5) - 2.5;
        double along = x - 8 * column - 4;
        return Math.abs(along) > 3 ? 0 : 0.3 * Math.exp(-across * across / (2 * sigma * sigma));
    }

    /** Fine texture of 0.5 % so that there is something to stand out from. */
    private static double[] grain() {
        SplittableRandom random = new SplittableRandom(7);
        double[] grain = new double[PER_SIDE * PER_SIDE];
        for (int i = 0; i < grain.length; i++) {
            grain[i] = 0.005 * (2 * random.nextDouble() - 1);
        }
        return grain;
    }

    private static double at(double[] grain, double x, double y) {
        int row = (int) (y * Skins.PIXELS_PER_MM);
        int column = (int) (x * Skins.PIXELS_PER_MM);
        return grain[row * PER_SIDE + column];
    }

    private static Skin hairy(LinearRgb hair) {
        double[] grain = grain();
        return Skins.coloured(SIDE, (x, y) -> {
            double g = 1 + at(grain, x, y);
            double c = shaft(x, y);
            return new LinearRgb(
                    g * ((1 - c) * 0.55 + c * hair.red()),
                    g * ((1 - c) * 0.33 + c * hair.green()),
                    g * ((1 - c) * 0.22 + c * hair.blue()));
        });
    }

    /** 5 × 8 hairs of 6 mm; ends fade. */
    @Test
    void darkHairsAreFoundWithTheirLength() {
        Hair.Found found = Hair.find(hairy(new LinearRgb(0.02, 0.018, 0.016)), Zone.DORSUM);
        assertThat(found.hairs()).allMatch(h -> !h.bright() && h.confidence() >= 0.6);
        assertThat(found.hairs().stream().mapToDouble(Mark.Hair::lengthMm).sum())
                .isCloseTo(240, within(24.0));
        assertThat(found.confidence()).isGreaterThan(0.9);
        // 240 mm with 0.25 mm and half a pixel to either side, of 1600 mm²
        assertThat(found.coverage()).isCloseTo(240 * 0.6 / 1600, within(0.03));
    }

    /** Of σ 0.125 mm, at 17 pixels a millimetre: too wide for a sharp photo, as narrow as a blurred one can show. */
    @ParameterizedTest
    @CsvSource({"0.01, false", "0.08, true"})
    void whatPassesForHairDependsOnTheBlurOfThePhoto(double blurMm, boolean hairs) {
        double[] grain = grain();
        Skin skin = Skins.coloured(SIDE, (x, y) -> {
            double light = (1 + at(grain, x, y)) * (1 - shaft(x, y, 0.125));
            return new LinearRgb(0.55 * light, 0.33 * light, 0.22 * light);
        });
        PhotoPhysics physics = new PhotoPhysics(Optional.empty(), OptionalDouble.of(blurMm), 1);
        Skin photographed = Skins.with(skin, new Capture(17, 0, 0.5, 0, 0, 0.4, 0, 0, 0, physics));
        assertThat(Hair.find(photographed, Zone.DORSUM).hairs().isEmpty()).isEqualTo(!hairs);
    }

    @Test
    void whiteHairsAreFoundAsBright() {
        Hair.Found found = Hair.find(hairy(new LinearRgb(0.9, 0.88, 0.85)), Zone.DORSUM);
        assertThat(found.hairs()).isNotEmpty().allMatch(Mark.Hair::bright);
        assertThat(found.hairs().stream().mapToDouble(Mark.Hair::lengthMm).sum())
                .isCloseTo(240, within(24.0));
    }

    /** As narrow as a hair but shading: blue twice as deep as red, as in furrows, because red light spreads in the skin. */
    @Test
    void aNarrowFurrowIsNoHair() {
        double[] grain = grain();
        Skin furrows = Skins.coloured(SIDE, (x, y) -> {
            double g = 1 + at(grain, x, y);
            double c = shaft(x, y) / 4;
            return new LinearRgb(0.55 * g * (1 - 0.6 * c), 0.33 * g * (1 - c), 0.22 * g * (1 - 1.4 * c));
        });
        assertThat(Hair.find(furrows, Zone.DORSUM).hairs()).isEmpty();
    }

    /** Full widths of 0.5 and 0.8 mm. */
    @ParameterizedTest
    @ValueSource(doubles = {0.22, 0.34})
    void aBroadLineIsNoHair(double sigma) {
        Skin lines = Skins.relief(SIDE, (x, y) -> {
            double d = y - 5 * Math.floor(y / 5) - 2.5;
            return -0.3 * Math.exp(-d * d / (2 * sigma * sigma));
        });
        assertThat(Hair.find(lines, Zone.DORSUM).hairs()).isEmpty();
    }

    @Test
    void smoothSkinHasNoHair() {
        Hair.Found found = Hair.find(Skins.relief(SIDE, (x, y) -> 0), Zone.DORSUM);
        assertThat(found.hairs()).isEmpty();
        assertThat(found.coverage()).isZero();
        assertThat(found.confidence()).isEqualTo(1);
    }

    @Test
    void underHairLiesTheSkinOfItsSides() {
        Skin skin = hairy(new LinearRgb(0.02, 0.018, 0.016));
        Hair.Found found = Hair.find(skin, Zone.DORSUM);
        var filled = found.lookUnder(skin.logLuminance(), skin.pixelsPerMm());
        double bare = skin.logLuminance().at(32, 2); // between two rows of hairs
        assertThat(skin.logLuminance().at(32, 20)).isLessThan((float) (bare - 0.2));
        assertThat(filled.at(32, 20)).isCloseTo((float) bare, within(0.03f));
    }
}
