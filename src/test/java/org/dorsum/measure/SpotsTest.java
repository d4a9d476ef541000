package org.dorsum.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dorsum.hand.Zone;
import org.dorsum.skin.Skin;
import org.dorsum.skin.Skins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpotsTest {
    private static final double SIDE = 40;
    private static final double PITCH = 10;

    /** Discs of melanin, 10 mm apart: sixteen on the patch, each amid its own square. */
    private static Skin discs(double diameter, double melanin) {
        return Skins.pigmented(SIDE, (x, y) -> insideDisc(x, y, diameter) ? melanin : 0);
    }

    private static boolean insideDisc(double x, double y, double diameter) {
        double dx = x - PITCH * (Math.floor(x / PITCH) + 0.5);
        double dy = y - PITCH * (Math.floor(y / PITCH) + 0.5);
        return Math.hypot(dx, dy) < diameter / 2;
    }

    private static Spots.Result spots(Skin skin) {
        return Spots.withDefaults().measure(skin, Zone.DORSUM);
    }

    @Test
    void evenSkinHasNone() {
        Spots.Result none = spots(Skins.pigmented(SIDE, (x, y) -> 0));
        assertThat(none.spots()).isEmpty();
        assertThat(Outcomes.value(none.measurements(), Metric.SPOT_COUNT)).isZero();
        assertThat(Outcomes.value(none.measurements(), Metric.SPOT_LOAD)).isZero();
        assertThat(Outcomes.one(none.measurements(), Metric.SPOT_CONTRAST_DE00).outcome())
                .isEqualTo(new Outcome.NotMeasured(NotMeasuredReason.NOTHING_FOUND));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.5, 2, 3, 5})
    void everyDiscIsFoundOnce(double diameter) {
        Spots.Result found = spots(discs(diameter, 0.6));
        assertThat(found.spots()).hasSize(16);
        assertThat(Outcomes.value(found.measurements(), Metric.SPOT_COUNT)).isCloseTo(16, within(1e-9));
        assertThat(Outcomes.value(found.measurements(), Metric.SPOT_DENSITY_PER_10CM2))
                .isCloseTo(10, within(1e-9));
    }

    /** The outline lies where the smoothed density passes 12 %, which for a spot of 24 % is a little inside its edge. */
    @Test
    void areaOfDiscs() {
        double expected = 100 * 16 * Math.PI * 9 / 4 / (SIDE * SIDE);
        assertThat(Outcomes.value(spots(discs(3, 0.6)).measurements(), Metric.SPOT_AREA_PERCENT))
                .isCloseTo(expected, within(0.2 * expected));
    }

    @Test
    void aSpotLiesWhereItLies() {
        Mark.Spot first = spots(discs(3, 0.6)).spots().get(0);
        assertThat(first.positionMm().x()).isCloseTo(5, within(0.1));
        assertThat(first.positionMm().y()).isCloseTo(5, within(0.1));
    }

    @Test
    void aShadowIsNoSpot() {
        assertThat(spots(Skins.relief(SIDE, (x, y) -> insideDisc(x, y, 3) ? -0.4 : 0))
                        .spots())
                .isEmpty();
    }

    @Test
    void aBrownLineIsNoSpot() {
        assertThat(spots(Skins.pigmented(SIDE, (x, y) -> Math.abs(y - 20) < 0.6 && x > 10 && x < 30 ? 0.6 : 0))
                        .spots())
                .isEmpty();
    }

    @Test
    void tooSmallAndTooFaintAreNotCounted() {
        assertThat(spots(discs(0.4, 0.6)).spots()).isEmpty();
        assertThat(spots(discs(3, 0.05)).spots()).isEmpty();
    }

    @Test
    void aGreyPhotoHasNoColour() {
        Spots.Result grey = spots(Skins.grey(discs(3, 0.6)));
        assertThat(grey.measurements())
                .allSatisfy(
                        m -> assertThat(m.outcome()).isEqualTo(new Outcome.NotMeasured(NotMeasuredReason.NO_COLOUR)));
    }
}
