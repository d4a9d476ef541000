package org.dorsum.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dorsum.colour.LinearRgb;
import org.dorsum.colour.SkinPigment;
import org.dorsum.hand.Zone;
import org.dorsum.skin.Skin;
import org.dorsum.skin.Skins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RednessTest {
    private static final double SIDE = 40;
    private static final LinearRgb SKIN = new LinearRgb(0.50, 0.30, 0.20);

    private static Redness.Result redness(Skin skin) {
        return Redness.withDefaults().measure(skin, Zone.DORSUM);
    }

    /** Blood raised within discs, 0.5 of density unless stated. */
    private static Skin flushed(double amount, double... discs) {
        SkinPigment base = SkinPigment.of(SKIN);
        return Skins.coloured(SIDE, (x, y) -> {
            boolean in = false;
            for (int i = 0; i < discs.length; i += 3) {
                in |= Math.hypot(x - discs[i], y - discs[i + 1]) < discs[i + 2];
            }
            return new SkinPigment(base.melanin(), base.haemoglobin() + (in ? amount : 0), base.shading())
                    .toLinearRgb();
        });
    }

    /** ln(0.50/0.25) over the difference of the haemoglobin direction between green and red, 0.7128 − 0.2513. */
    @Test
    void twiceAsMuchRedAsGreenLight() {
        Skin skin = Skins.coloured(SIDE, (x, y) -> new LinearRgb(0.50, 0.25, 0.20));
        assertThat(Outcomes.value(redness(skin).measurements(), Metric.REDNESS_INDEX))
                .isCloseTo(100 * 0.693147 / 0.4615, within(0.1));
    }

    @Test
    void greyLightIsNotRed() {
        Skin skin = Skins.coloured(SIDE, (x, y) -> new LinearRgb(0.4, 0.4, 0.4));
        assertThat(Outcomes.value(redness(skin).measurements(), Metric.REDNESS_INDEX))
                .isCloseTo(0, within(1e-4));
    }

    @Test
    void aShadowIsNotRed() {
        Skin lit = Skins.relief(SIDE, (x, y) -> 0);
        Skin shaded = Skins.relief(SIDE, (x, y) -> -1.2 * x / SIDE);
        assertThat(Outcomes.value(redness(shaded).measurements(), Metric.REDNESS_INDEX))
                .isCloseTo(Outcomes.value(redness(lit).measurements(), Metric.REDNESS_INDEX), within(0.01));
        assertThat(Outcomes.value(redness(shaded).measurements(), Metric.REDNESS_AREA_PERCENT))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.2, 0.4})
    void haemoglobinAddsItsDensity(double amount) {
        double before = Outcomes.value(redness(flushed(amount)).measurements(), Metric.REDNESS_INDEX);
        double after = Outcomes.value(
                redness(flushed(amount, SIDE / 2, SIDE / 2, SIDE)).measurements(), Metric.REDNESS_INDEX);
        assertThat(after - before).isCloseTo(100 * amount, within(0.01));
    }

    /** Discs of 50 and 28 of 1600 mm²: two patches. A third, of 3 mm², is smaller than a patch. */
    @Test
    void twoPatchesAreSeen() {
        Redness.Result result = redness(flushed(0.5, 10, 10, 4, 28, 25, 3, 10, 30, 1));
        assertThat(result.patches()).hasSize(2);
        assertThat(result.patches()).allMatch(a -> a.kind() == AreaKind.REDNESS && a.contrastDe00() > 5);
        // Smoothing over σ 1 mm moves the edge of a small disc inwards: 15 %.
        assertThat(Outcomes.value(result.measurements(), Metric.REDNESS_AREA_PERCENT))
                .isCloseTo(100 * (50.3 + 28.3) / 1600, within(0.9));
    }

    /** A fifth of the skin near the camera's end does not matter to a median; all of it does. */
    @Test
    void skinAtTheCamerasEndTellsNoRedness() {
        Skin fifth = Skins.coloured(
                SIDE, (x, y) -> x > SIDE / 5 ? new LinearRgb(0.50, 0.25, 0.20) : new LinearRgb(0.90, 0.70, 0.60));
        assertThat(Outcomes.value(redness(fifth).measurements(), Metric.REDNESS_INDEX))
                .isCloseTo(100 * 0.693147 / 0.4615, within(0.1));
        Skin all = Skins.coloured(SIDE, (x, y) -> new LinearRgb(0.86, 0.50, 0.40));
        assertThat(Outcomes.one(redness(all).measurements(), Metric.REDNESS_INDEX)
                        .outcome())
                .isEqualTo(new Outcome.NotMeasured(NotMeasuredReason.TOO_BRIGHT));
    }

    @Test
    void greyPhotosHaveNoRedness() {
        Redness.Result result = redness(Skins.grey(Skins.relief(SIDE, (x, y) -> 0)));
        assertThat(Outcomes.one(result.measurements(), Metric.REDNESS_INDEX).outcome())
                .isEqualTo(new Outcome.NotMeasured(NotMeasuredReason.NO_COLOUR));
    }
}
