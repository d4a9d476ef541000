package org.dorsum.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dorsum.colour.LinearRgb;
import org.dorsum.colour.SkinPigment;
import org.dorsum.hand.Zone;
import org.dorsum.image.Mask;
import org.dorsum.skin.Skin;
import org.dorsum.skin.Skins;
import org.junit.jupiter.api.Test;

class SuitabilityTest {
    private static final SkinPigment SKIN = SkinPigment.of(new LinearRgb(0.50, 0.30, 0.20));

    private static List<Mark.Area> found(double radius, double melanin, double blood) {
        return Suitability.withDefaults()
                .find(
                        Skins.coloured(40, (x, y) -> {
                            double in = Math.hypot(x - 20, y - 20) < radius ? 1 : 0;
                            return new SkinPigment(
                                            SKIN.melanin() + in * melanin,
                                            SKIN.haemoglobin() + in * blood,
                                            SKIN.shading())
                                    .toLinearRgb();
                        }),
                        Zone.DORSUM);
    }

    @Test
    void rawSkinIsForAClinician() {
        List<Mark.Area> areas = found(4, 0, 1);
        assertThat(areas).hasSize(1);
        assertThat(areas.get(0).kind()).isEqualTo(AreaKind.SUSPECT);
        // 50 mm²; smoothing takes up to 1 mm off the rim
        assertThat(areas.get(0).areaMm2()).isBetween(28.0, 55.0);
    }

    @Test
    void aCrustIsForAClinician() {
        assertThat(found(3, 0.5, 1.2)).hasSize(1);
    }

    /** On light skin a crust is so dark that it passes for deep shadow and leaves a hole in the usable skin. */
    @Test
    void aCrustInAHoleIsSeen() {
        Skin skin = skin(new LinearRgb(0.50, 0.30, 0.20), 0, 3, 1.2, 2.2);
        Mask all = skin.usable(Zone.DORSUM);
        double perMm = skin.pixelsPerMm();
        Skin holed = skin.withUsable(Map.of(
                Zone.DORSUM,
                Mask.of(
                        all.width(),
                        all.height(),
                        (x, y) -> all.at(x, y) && Math.hypot(x - 20 * perMm, y - 20 * perMm) > 3.4 * perMm)));
        assertThat(Suitability.withDefaults().find(holed, Zone.DORSUM)).hasSize(1);
    }

    /** Dark skin, two hundredths of light from its surface: a crust of blood is, a spot of as much melanin is not. */
    @Test
    void onDarkSkinBloodIsAndMelaninIsNot() {
        LinearRgb dark = new LinearRgb(0.20, 0.08, 0.045);
        assertThat(Suitability.withDefaults().find(skin(dark, 0.02, 4, 0.3, 1.6), Zone.DORSUM))
                .hasSize(1);
        assertThat(Suitability.withDefaults().find(skin(dark, 0.02, 4, 1.6, 0), Zone.DORSUM))
                .isEmpty();
    }

    /** Skin below a surface that sends back so much, with a disc of more melanin and blood in its middle. */
    private static Skin skin(LinearRgb light, double surface, double radius, double melanin, double blood) {
        SkinPigment below = SkinPigment.of(light.red() - surface, light.green() - surface, light.blue() - surface);
        return Skins.coloured(40, (x, y) -> {
            double in = Math.hypot(x - 20, y - 20) < radius ? 1 : 0;
            LinearRgb c = new SkinPigment(
                            below.melanin() + in * melanin, below.haemoglobin() + in * blood, below.shading())
                    .toLinearRgb();
            return new LinearRgb(c.red() + surface, c.green() + surface, c.blue() + surface);
        });
    }

    @Test
    void aBrownSpotIsNot() {
        assertThat(found(4, 0.8, 0)).isEmpty();
    }

    @Test
    void slightRednessAfterASessionIsNot() {
        assertThat(found(8, 0, 0.3)).isEmpty();
    }

    @Test
    void aPinprickIsNot() {
        assertThat(found(1, 0, 1)).isEmpty();
    }
}
