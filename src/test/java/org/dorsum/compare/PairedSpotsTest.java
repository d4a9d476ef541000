package org.dorsum.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dorsum.colour.Ciede2000;
import org.dorsum.colour.Lab;
import org.dorsum.colour.LinearRgb;
import org.dorsum.colour.SkinPigment;
import org.dorsum.hand.Zone;
import org.dorsum.measure.Mark;
import org.dorsum.measure.Metric;
import org.dorsum.measure.Outcome;
import org.dorsum.measure.Spots;
import org.dorsum.skin.Skin;
import org.dorsum.skin.Skins;
import org.junit.jupiter.api.Test;

class PairedSpotsTest {
    private static final double SIDE = 40;
    private static final LinearRgb PLAIN = new LinearRgb(0.55, 0.33, 0.22);

    /** Light skin with discs of melanin, 3 mm across, at (10, 10), (30, 10), (10, 30), (30, 30). */
    private static Skin skin(double... melanin) {
        return Skins.pigmented(SIDE, (x, y) -> {
            int i = (x < 20 ? 0 : 1) + (y < 20 ? 0 : 2);
            double dx = x - (x < 20 ? 10 : 30);
            double dy = y - (y < 20 ? 10 : 30);
            return Math.hypot(dx, dy) < 1.5 ? melanin[i] : 0;
        });
    }

    private static List<Mark.Spot> found(Skin skin) {
        return Spots.withDefaults().measure(skin, Zone.DORSUM).spots();
    }

    private static PairedSpots pair(Skin before, Skin after) {
        return PairedSpots.of(
                List.of(before, after), List.of(found(before), found(after)), 1, before.usable(Zone.DORSUM));
    }

    private static double value(PairedSpots pair, int photo, Metric metric) {
        return measured(pair.outcomes().get(photo), metric);
    }

    @Test
    void evenSkinHasNone() {
        Skin even = skin(0, 0, 0, 0);
        PairedSpots none = pair(even, even);
        assertThat(none.spots()).isEmpty();
        assertThat(value(none, 0, Metric.SPOT_LOAD)).isZero();
        assertThat(none.outcomes().get(0).get(Metric.SPOT_CONTRAST_DE00)).isInstanceOf(Outcome.NotMeasured.class);
    }

    /** One gone, one paler, one as before, one new: every one is told, though each photo alone shows only three. */
    @Test
    void everySpotIsTold() {
        PairedSpots pair = pair(skin(0.5, 0.8, 0.5, 0), skin(0, 0.3, 0.5, 0.5));
        assertThat(pair.spots())
                .extracting(SpotChange::fate)
                .containsExactly(
                        SpotChange.Fate.GONE, SpotChange.Fate.FADED, SpotChange.Fate.UNCHANGED, SpotChange.Fate.NEW);
        assertThat(pair.spots().get(0).areaAfterMm2()).isZero();
        assertThat(pair.spots().get(0).areaBeforeMm2()).isCloseTo(Math.PI * 2.25, within(0.7)); // a rim of half a pixel
        assertThat(value(pair, 0, Metric.SPOT_COUNT)).isEqualTo(3);
        assertThat(value(pair, 1, Metric.SPOT_COUNT)).isEqualTo(3);
    }

    /** Contrast of a disc by hand: colour of melanin that much denser against plain skin. */
    @Test
    void contrastIsThatOfTheColours() {
        SkinPigment base = SkinPigment.of(PLAIN);
        LinearRgb dark = new SkinPigment(base.melanin() + 0.5, base.haemoglobin(), base.shading()).toLinearRgb();
        double expected = Ciede2000.difference(Lab.of(dark), Lab.of(PLAIN));
        SpotChange first =
                pair(skin(0.5, 0.5, 0.5, 0.5), skin(0.5, 0.5, 0.5, 0.5)).spots().get(0);
        // the outline may take in a rim of plain pixels, a tenth of a disc 24 pixels across
        assertThat(first.de00Before()).isCloseTo(expected, within(0.1 * expected));
        assertThat(first.de00After()).isEqualTo(first.de00Before());
    }

    /** A law: another exposure, another white balance and a shadow over half of the skin change no spot. */
    @Test
    void lightCancelsSpotBySpot() {
        Skin before = skin(0.5, 0.5, 0.5, 0.5);
        Skin after = Skins.coloured(SIDE, (x, y) -> {
            double dx = x - (x < 20 ? 10 : 30);
            double dy = y - (y < 20 ? 10 : 30);
            SkinPigment base = SkinPigment.of(PLAIN);
            double melanin = base.melanin() + (Math.hypot(dx, dy) < 1.5 ? 0.5 : 0);
            LinearRgb c = new SkinPigment(melanin, base.haemoglobin(), base.shading()).toLinearRgb();
            double shade = y < 20 ? 0.6 : 1;
            return new LinearRgb(0.8 * shade * c.red(), 0.7 * shade * c.green(), 0.9 * shade * c.blue());
        });
        PairedSpots pair = pair(before, after);
        assertThat(pair.spots()).hasSize(4).allSatisfy(s -> {
            assertThat(s.de00After()).isCloseTo(s.de00Before(), within(0.02 * s.de00Before()));
            assertThat(s.fate()).isEqualTo(SpotChange.Fate.UNCHANGED);
        });
    }

    /** The load is area times contrast over the skin, whatever the photo alone would find. */
    @Test
    void loadIsAreaTimesContrast() {
        PairedSpots pair = pair(skin(0.6, 0.6, 0.6, 0.6), skin(0.2, 0.2, 0.2, 0.2));
        Map<Metric, Outcome> after = pair.outcomes().get(1);
        double area = measured(after, Metric.SPOT_LOAD) / measured(after, Metric.SPOT_CONTRAST_DE00);
        assertThat(area).isCloseTo(100 * 4 * Math.PI * 2.25 / (SIDE * SIDE), within(0.4));
        double change = value(pair, 1, Metric.SPOT_LOAD) / value(pair, 0, Metric.SPOT_LOAD);
        assertThat(change)
                .isCloseTo(pair.spots().get(0).de00After() / pair.spots().get(0).de00Before(), within(0.01));
    }

    private static double measured(Map<Metric, Outcome> outcomes, Metric metric) {
        return ((Outcome.Measured) Objects.requireNonNull(outcomes.get(metric))).value();
    }
}
