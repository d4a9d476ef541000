package org.dorsum.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
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
}
