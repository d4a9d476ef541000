package org.dorsum.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dorsum.colour.Ciede2000;
import org.dorsum.colour.Lab;
import org.dorsum.colour.LinearRgb;
import org.dorsum.colour.SkinPigment;
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

    /** The outline lies at half of the disc's density, whatever that is; smoothing moves it by less than a pixel of twelve. */
    @Test
    void areaOfDiscs() {
        double expected = 100 * 16 * Math.PI * 9 / 4 / (SIDE * SIDE);
        assertThat(Outcomes.value(spots(discs(3, 0.6)).measurements(), Metric.SPOT_AREA_PERCENT))
                .isCloseTo(expected, within(0.06 * expected));
        assertThat(Outcomes.value(spots(discs(3, 0.25)).measurements(), Metric.SPOT_AREA_PERCENT))
                .isCloseTo(expected, within(0.06 * expected));
    }

    @Test
    void eachSpotIsDescribed() {
        Mark.Spot spot = spots(discs(4, 0.4)).spots().get(0);
        assertThat(spot.diameterMm()).isCloseTo(4, within(0.15));
        assertThat(spot.areaMm2()).isCloseTo(Math.PI * 4, within(0.9));
        assertThat(spot.roundness()).isGreaterThan(0.9);
        assertThat(spot.contrastItaDeg()).isNegative();
        assertThat(spot.kind()).isEqualTo(SpotKind.LENTIGO);
        assertThat(spots(discs(2, 0.4)).spots().get(0).kind()).isEqualTo(SpotKind.FRECKLE);
        assertThat(spots(discs(2, 2.2)).spots().get(0).kind()).isEqualTo(SpotKind.RAISED_OR_VERY_DARK);
    }

    /** Contrast of the disc's colour to the skin's, computed here from the two colours. */
    @Test
    void contrastIsTheColourDifference() {
        LinearRgb skin = new LinearRgb(0.55, 0.33, 0.22);
        SkinPigment base = SkinPigment.of(skin);
        LinearRgb spot = new SkinPigment(base.melanin() + 0.4, base.haemoglobin(), base.shading()).toLinearRgb();
        double expected = Ciede2000.difference(Lab.of(skin), Lab.of(spot));
        // pixels of the rim are counted in and are in between
        assertThat(spots(discs(4, 0.4)).spots().get(0).contrastDe00()).isCloseTo(expected, within(0.05 * expected));
    }

    /** Without noise half the light gives the same spots and outlines. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.7, 1.4})
    void exposureDoesNotMoveOutlines(double gain) {
        Skin plain = discs(3, 0.4);
        Skin other = Skins.coloured(SIDE, (x, y) -> {
            int px = (int) (x * Skins.PIXELS_PER_MM);
            int py = (int) (y * Skins.PIXELS_PER_MM);
            return new LinearRgb(
                    gain * plain.light().red().at(px, py),
                    gain * plain.light().green().at(px, py),
                    gain * plain.light().blue().at(px, py));
        });
        double area = Outcomes.value(spots(plain).measurements(), Metric.SPOT_AREA_PERCENT);
        assertThat(Outcomes.value(spots(other).measurements(), Metric.SPOT_AREA_PERCENT))
                .isCloseTo(area, within(0.02 * area));
    }

    /** Furrows as deep as a young hand's, crossing every 2.5 and 3.5 mm: pits darker than any spot, and none of them counted. */
    @Test
    void furrowCrossingsAreNoSpots() {
        assertThat(spots(Skins.relief(
                                SIDE,
                                (x, y) -> -0.12 * Math.pow(Math.cos(Math.PI * x / 2.5), 8)
                                        - 0.12 * Math.pow(Math.cos(Math.PI * y / 3.5), 8)))
                        .spots())
                .isEmpty();
    }

    /** Dark skin, of which little blue comes back: melanin is seen as darkness. */
    @Test
    void spotsOnDarkSkinAreFound() {
        Skin dark = Skins.coloured(SIDE, (x, y) -> {
            double k = insideDisc(x, y, 3) ? 1 : 0;
            return new LinearRgb(
                    0.03 + 0.12 * Math.exp(-0.5 * k),
                    0.03 + 0.026 * Math.exp(-0.9 * k),
                    0.03 + 0.004 * Math.exp(-1.7 * k));
        });
        assertThat(spots(dark).spots()).hasSize(16);
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

    /** Blood takes more green than blue (about 1 : 7 : 6 of red, green, blue), melanin more blue. */
    @ParameterizedTest
    @ValueSource(doubles = {0.4, 0.8})
    void aRedPatchIsNoSpot(double blood) {
        Skin red = Skins.coloured(SIDE, (x, y) -> {
            double k = insideDisc(x, y, 3) ? blood : 0;
            return new LinearRgb(0.50 * Math.exp(-0.1 * k), 0.33 * Math.exp(-0.7 * k), 0.26 * Math.exp(-0.6 * k));
        });
        assertThat(spots(red).spots()).isEmpty();
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
