package org.dorsum.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dorsum.hand.Zone;
import org.dorsum.skin.Skin;
import org.dorsum.skin.Skins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VeinsTest {
    private static final double SIDE = 48;

    private static double visibility(Skin skin) {
        return Outcomes.value(Veins.withDefaults().measure(skin, Zone.DORSUM));
    }

    /** Bright ridges of 4 mm along the hand (the rows), one every 12 mm. */
    private static Skin ridges(double height) {
        return Skins.relief(SIDE, (x, y) -> height * Math.exp(-Math.pow((x % 12 - 6) / 2, 2)));
    }

    @Test
    void evenSkinShowsNone() {
        assertThat(visibility(Skins.relief(SIDE, (x, y) -> 0))).isZero();
    }

    @Test
    void ridgesAlongTheHandShow() {
        assertThat(visibility(ridges(0.15))).isBetween(2.0, 4.0);
    }

    @Test
    void higherRidgesShowMore() {
        double faint = visibility(ridges(0.02));
        double clear = visibility(ridges(0.06));
        assertThat(faint).isGreaterThan(0.2);
        assertThat(clear).isGreaterThan(1.5 * faint).isLessThan(visibility(ridges(0.15)));
    }

    @Test
    void foldsAcrossTheHandAreNone() {
        Skin folds = Skins.relief(SIDE, (x, y) -> 0.15 * Math.exp(-Math.pow((y % 12 - 6) / 2, 2)));
        assertThat(visibility(folds)).isZero();
    }

    /** A dark hair of 0.12 mm, a plane's pixel, every 6 mm along the hand: more than any hand has. */
    @Test
    void hairAlongTheHandIsNone() {
        Skin hair = Skins.relief(SIDE, (x, y) -> x % 6 < 0.12 ? -0.5 : 0);
        assertThat(visibility(hair)).isLessThan(0.35);
    }

    @Test
    void aShadowIsNone() {
        Skin shadow = Skins.relief(SIDE, (x, y) -> -0.5 / (1 + Math.exp(-(x - SIDE / 2) / 8)));
        assertThat(visibility(shadow)).isLessThan(0.2);
    }

    /** Round patches without a direction. */
    @Test
    void blotchesAreNone() {
        Skin blotches = Skins.relief(SIDE, (x, y) -> 0.06 * Math.sin(x) * Math.sin(y));
        assertThat(visibility(blotches)).isLessThan(0.35);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.5, 2})
    void exposureDoesNotMatter(double gain) {
        Skin lighter = Skins.relief(SIDE, (x, y) -> Math.log(gain) + 0.08 * Math.exp(-Math.pow((x % 12 - 6) / 2, 2)));
        assertThat(visibility(lighter)).isCloseTo(visibility(ridges(0.08)), within(1e-3));
    }
}
