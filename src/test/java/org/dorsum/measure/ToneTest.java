package org.dorsum.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dorsum.colour.Ciede2000;
import org.dorsum.colour.Lab;
import org.dorsum.colour.LinearRgb;
import org.dorsum.hand.Zone;
import org.dorsum.skin.Skin;
import org.dorsum.skin.Skins;
import org.junit.jupiter.api.Test;

class ToneTest {
    private static final double SIDE = 30;
    private static final LinearRgb BROWN = new LinearRgb(0.30, 0.17, 0.10);

    private static List<Measurement> tone(Skin skin) {
        return Tone.withDefaults().measure(skin, Zone.DORSUM).measurements();
    }

    @Test
    void evenSkinHasItsOwnColourAndNoUnevenness() {
        List<Measurement> found = tone(Skins.coloured(SIDE, (x, y) -> BROWN));
        Lab lab = Lab.of(BROWN);
        assertThat(Outcomes.value(found, Metric.TONE_L)).isCloseTo(lab.l(), within(1e-3));
        assertThat(Outcomes.value(found, Metric.TONE_A)).isCloseTo(lab.a(), within(1e-3));
        assertThat(Outcomes.value(found, Metric.TONE_B)).isCloseTo(lab.b(), within(1e-3));
        assertThat(Outcomes.value(found, Metric.TONE_ITA_DEG)).isCloseTo(lab.ita(), within(1e-3));
        assertThat(Outcomes.value(found, Metric.TONE_UNEVENNESS_DE00)).isCloseTo(0, within(1e-3));
    }

    /** A shadow scales all channels alike: the pigments and so the evenness stay. */
    @Test
    void aShadowIsNotUneven() {
        Skin shaded = Skins.relief(SIDE, (x, y) -> -0.8 * x / SIDE);
        assertThat(Outcomes.value(tone(shaded), Metric.TONE_UNEVENNESS_DE00)).isCloseTo(0, within(0.01));
    }

    @Test
    void blotchesAreUneven() {
        Skin faint = Skins.pigmented(SIDE, (x, y) -> 0.1 * Math.sin(x / 5));
        Skin strong = Skins.pigmented(SIDE, (x, y) -> 0.3 * Math.sin(x / 5));
        double little = Outcomes.value(tone(faint), Metric.TONE_UNEVENNESS_DE00);
        double much = Outcomes.value(tone(strong), Metric.TONE_UNEVENNESS_DE00);
        assertThat(little).isGreaterThan(0.3);
        assertThat(much).isGreaterThan(2 * little);
    }

    /** Density of melanin raised by 1 over a disc of 6 mm: one blotch of 113 mm². */
    @Test
    void aBroadBrownAreaIsABlotch() {
        Skin skin = Skins.pigmented(SIDE, (x, y) -> Math.hypot(x - 15, y - 15) < 6 ? 1 : 0);
        List<Mark.Area> areas = Tone.withDefaults().measure(skin, Zone.DORSUM).areas();
        assertThat(areas).hasSize(1);
        assertThat(areas.get(0).kind()).isEqualTo(AreaKind.BLOTCH);
        assertThat(areas.get(0).areaMm2()).isBetween(70.0, 115.0); // smoothing takes the rim
    }

    @Test
    void aScarWithoutPigmentIsPale() {
        Skin skin = Skins.pigmented(SIDE, (x, y) -> Math.abs(x - 15) < 2 && Math.abs(y - 15) < 5 ? -0.5 : 0);
        List<Mark.Area> areas = Tone.withDefaults().measure(skin, Zone.DORSUM).areas();
        assertThat(areas).hasSize(1);
        assertThat(areas.get(0).kind()).isEqualTo(AreaKind.PALE);
    }

    @Test
    void aShadowAndAGlintAreNeither() {
        Skin shaded = Skins.relief(SIDE, (x, y) -> (x < 12 ? -0.3 : 0) + (Math.hypot(x - 22, y - 15) < 3 ? 0.15 : 0));
        assertThat(Tone.withDefaults().measure(shaded, Zone.DORSUM).areas()).isEmpty();
    }

    /** Under the same red light, green down by a tenth: ΔE00 of both colours, half of the tiles each. */
    @Test
    void unevennessIsTheDistanceOfHalvesToTheirMiddle() {
        Skin halves = Skins.coloured(SIDE, (x, y) -> new LinearRgb(0.5, x < 15 ? 0.30 : 0.27, 0.2));
        double value = Outcomes.value(tone(halves), Metric.TONE_UNEVENNESS_DE00);
        Lab one = Lab.of(0.5, 0.30, 0.2);
        Lab other = Lab.of(0.5, 0.27, 0.2);
        Lab middle = Lab.of(0.5, 0.285, 0.2);
        double expected = (Ciede2000.difference(one, middle) + Ciede2000.difference(other, middle)) / 2;
        assertThat(value).isCloseTo(expected, within(0.1));
    }
}
