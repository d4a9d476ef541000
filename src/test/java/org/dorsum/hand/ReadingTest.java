package org.dorsum.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private static final int CELLS = Reading.CLASS_SIDE * Reading.CLASS_SIDE;
    private static final int HEAT = 48 * 48;

    private static Reading reading(int strongest, float[] aspect, float[] side) {
        float[] classes = new float[4 * CELLS];
        Arrays.fill(classes, CELLS, 2 * CELLS, (float) Math.log(2)); // skin twice as likely as each other class
        float[] heat = new float[21 * HEAT];
        Arrays.fill(heat, -20);
        for (int k = 0; k < 21; k++) {
            heat[k * HEAT + strongest] = 5;
        }
        return Reading.of(classes, heat, aspect, side, 0);
    }

    private static Reading reading(int strongest) {
        return reading(strongest, new float[] {1, 3}, new float[] {2, 1});
    }

    @Test
    void scoresBecomeProbabilities() {
        Reading r = reading(0);
        assertThat(r.skin().at(7, 9)).isCloseTo(0.4f, within(1e-6f));
        assertThat(r.nail().at(7, 9)).isCloseTo(0.2f, within(1e-6f));
    }

    @Test
    void aKeyPointLiesInTheMiddleOfItsCell() {
        Landmark p = reading(48 * 10 + 20).points().get(4);
        assertThat(p.position().x()).isCloseTo(4 * 20 + 1.5, within(1e-6));
        assertThat(p.position().y()).isCloseTo(4 * 10 + 1.5, within(1e-6));
        assertThat(p.confidence()).isCloseTo(1, within(1e-6));
    }

    @Test
    void aspectAndSideAreLogOdds() {
        assertThat(reading(0).palm()).isEqualTo(2);
        assertThat(reading(0).left()).isEqualTo(-1);
    }

    @Test
    void theMirrorImageHasTheOtherHand() {
        Reading m = reading(48 * 10 + 20).mirrored();
        assertThat(m.left()).isEqualTo(1);
        assertThat(m.palm()).isEqualTo(2);
        assertThat(m.points().get(0).position().x()).isCloseTo(191 - 81.5, within(1e-6));
    }

    @Test
    void readingsThatAgreeKeepTheirConfidence() {
        Reading r = reading(500);
        assertThat(r.meanWith(r).points().get(3).confidence())
                .isCloseTo(r.points().get(3).confidence(), within(1e-9));
    }

    @Test
    void ofReadingsFarApartTheSurerOnesPointsAreTaken() {
        Reading sure = reading(0);
        List<Landmark> faint = reading(47).points().stream()
                .map(p -> new Landmark(p.position(), 0.2))
                .toList();
        Reading unsure = new Reading(sure.skin(), sure.nail(), sure.worn(), faint, 0, 0);
        assertThat(sure.meanWith(unsure).points()).isEqualTo(sure.points());
        assertThat(unsure.meanWith(sure).points()).isEqualTo(sure.points());
    }

    @Test
    void aSinglePointApartLosesConfidence() {
        Reading r = reading(0);
        List<Landmark> oneOff = new ArrayList<>(r.points());
        oneOff.set(3, reading(47).points().get(3));
        Reading other = new Reading(r.skin(), r.nail(), r.worn(), oneOff, 0, 0);
        assertThat(r.meanWith(other).points().get(3).confidence()).isLessThan(0.01);
        assertThat(r.meanWith(other).points().get(4).confidence()).isCloseTo(1, within(1e-6));
    }
}
