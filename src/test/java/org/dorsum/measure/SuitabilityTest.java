package org.dorsum.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dorsum.colour.LinearRgb;
import org.dorsum.colour.SkinPigment;
import org.dorsum.hand.Zone;
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
