package org.dorsum.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColourCorrectionTest {
    private static final List<LinearRgb> GREYS = DoubleStream.of(95, 80, 65, 50, 35, 20)
            .mapToObj(l -> new Lab(l, 0, 0).toLinearRgb())
            .toList();
    private static final List<LinearRgb> COLOURS = Stream.concat(
                    Stream.of(new Lab(80, 8, 14), new Lab(65, 11, 19), new Lab(46, 13, 18), new Lab(34, 11, 13))
                            .map(Lab::toLinearRgb),
                    Stream.of(0xAF363C, 0xE7C71F, 0x469449, 0x383D96).map(LinearRgb::ofPacked))
            .toList();
    private static final Lab SKIN = new Lab(60, 12, 19);

    private static ColourCorrection fit(UnaryOperator<LinearRgb> camera) {
        return ColourCorrection.of(patches(GREYS, camera), patches(COLOURS, camera))
                .orElseThrow();
    }

    private static List<ColourCorrection.Patch> patches(List<LinearRgb> colours, UnaryOperator<LinearRgb> camera) {
        return colours.stream()
                .map(c -> new ColourCorrection.Patch(camera.apply(c), c, 1))
                .toList();
    }

    private static LinearRgb gains(LinearRgb c, double red, double green, double blue) {
        return new LinearRgb(red * c.red(), green * c.green(), blue * c.blue());
    }

    @Test
    void aFaithfulCameraIsLeftAlone() {
        ColourCorrection none = fit(c -> c);
        LinearRgb skin = SKIN.toLinearRgb();
        assertThat(none.apply(skin).red()).isCloseTo(skin.red(), within(1e-9));
        assertThat(none.apply(skin).green()).isCloseTo(skin.green(), within(1e-9));
        assertThat(none.apply(skin).blue()).isCloseTo(skin.blue(), within(1e-9));
        assertThat(none.residual()).isCloseTo(0, within(1e-6));
        assertThat(none.greys()).isEqualTo(6); // the lightest is 0.88 of full scale
    }

    /** A change of light and white balance is within the model: what is left is the pull of the prior. */
    @ParameterizedTest
    @CsvSource({"0.5, 0.5, 0.5", "1.05, 1.05, 1.05", "0.7, 0.6, 0.4", "0.5, 0.6, 0.9"})
    void lightAndWhiteBalanceAreUndone(double red, double green, double blue) {
        ColourCorrection found = fit(c -> gains(c, red, green, blue));
        LinearRgb back = found.apply(gains(SKIN.toLinearRgb(), red, green, blue));
        assertThat(Ciede2000.difference(Lab.of(back), SKIN)).isLessThan(0.3);
        assertThat(found.exposure()).isCloseTo(1 / green, within(0.02 / green));
        assertThat(found.red()).isCloseTo(green / red, within(0.02));
        assertThat(found.blue()).isCloseTo(green / blue, within(0.03));
    }

    /** An S-curve on encoded samples and raised saturation, as phones have: within 2 of ΔE00 from 8 and more. */
    @ParameterizedTest
    @CsvSource({"80, 8, 16", "65, 12, 19", "50, 13, 20", "35, 11, 14"})
    void toneCurveAndSaturationAreUndone(double l, double a, double b) {
        Lab skin = new Lab(l, a, b);
        LinearRgb seen = phone(skin.toLinearRgb());
        double before = Ciede2000.difference(Lab.of(seen), skin);
        double after =
                Ciede2000.difference(Lab.of(fit(ColourCorrectionTest::phone).apply(seen)), skin);
        assertThat(before).isGreaterThan(4);
        assertThat(after).isLessThan(1.5);
    }

    private static LinearRgb phone(LinearRgb c) {
        LinearRgb lit = gains(c, 0.8, 0.72, 0.6);
        double y = lit.luminance();
        return new LinearRgb(
                curve(y + 1.2 * (lit.red() - y)),
                curve(y + 1.2 * (lit.green() - y)),
                curve(y + 1.2 * (lit.blue() - y)));
    }

    private static double curve(double linear) {
        double e = Srgb.toEncoded(Math.max(0, linear));
        return Srgb.toLinear(e + 0.2 * e * (1 - e) * (2 * e - 0.9));
    }

    @Test
    void moreLightThroughoutIsMoreLightAfter() {
        ColourCorrection found = fit(ColourCorrectionTest::phone);
        double before = 0;
        for (int i = 1; i < 100; i++) {
            double y =
                    found.apply(new LinearRgb(i / 100.0, i / 100.0, i / 100.0)).luminance();
            assertThat(y).isGreaterThan(before);
            before = y;
        }
    }

    @Test
    void clippedGreysAreNotUsedAndThreeAreTooFew() {
        assertThat(ColourCorrection.of(
                        patches(GREYS, c -> gains(c, 8, 8, 8)), patches(COLOURS, c -> gains(c, 8, 8, 8))))
                .isEmpty();
    }

    @Test
    void patchesInTheWrongOrderAreNoCard() {
        List<ColourCorrection.Patch> shuffled = new java.util.ArrayList<>();
        for (int i = 0; i < GREYS.size(); i++) {
            shuffled.add(new ColourCorrection.Patch(GREYS.get((i + 3) % 6), GREYS.get(i), 1));
        }
        assertThat(ColourCorrection.of(shuffled, patches(COLOURS, c -> c))).isEmpty();
    }
}
