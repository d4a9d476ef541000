package org.dorsum.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dorsum.image.Mask;
import org.junit.jupiter.api.Test;

class PalmGeometryTest {
    @Test
    void aDrawnHandHasItsPalmItsAxisAndItsSize() {
        PalmGeometry g = PalmGeometry.of(DrawnHand.truth()).orElseThrow();
        // drawn: a palm of radius 52 whose centre runs from y = 225 to 245 at x = 165; the thumb's root adds a little
        assertThat(g.radius()).isBetween(51.0, 56.0);
        assertThat(g.centre().x()).isCloseTo(165, within(4.0));
        assertThat(g.centre().y()).isBetween(222.0, 248.0);
        assertThat(Math.toDegrees(Math.atan2(g.axis().y(), g.axis().x()))).isCloseTo(-90, within(6.0));
        assertThat(g.anchor().y()).isLessThan(g.centre().y());
    }

    @Test
    void theForearmsLengthDoesNotMatter() {
        Mask whole = DrawnHand.truth();
        PalmGeometry longArm = PalmGeometry.of(whole).orElseThrow();
        PalmGeometry shortArm = PalmGeometry.of(Mask.of(whole.width(), 320, (x, y) -> whole.at(x, y)))
                .orElseThrow();
        assertThat(shortArm.size() / longArm.size()).isCloseTo(1, within(0.02));
        assertThat(shortArm.anchor().distanceTo(longArm.anchor())).isLessThan(4);
    }

    @Test
    void anArmThatEndsInASleeveGivesTheSameAxis() {
        Mask whole = DrawnHand.truth();
        PalmGeometry sleeved = PalmGeometry.of(
                        Mask.of(whole.width(), whole.height(), (x, y) -> y < 320 && whole.at(x, y)))
                .orElseThrow();
        assertThat(Math.toDegrees(Math.atan2(sleeved.axis().y(), sleeved.axis().x())))
                .isCloseTo(-90, within(6.0));
    }

    @Test
    void aForearmBroaderThanThePalmIsNotTakenForIt() {
        Mask hand = DrawnHand.truth();
        // the arm goes on downwards and ends in an elbow of radius 60, well within the photo: a short sleeve
        Mask arm = Mask.of(
                DrawnHand.WIDTH,
                800,
                (x, y) -> (y < 400 && hand.at(x, y))
                        || (y >= 380 && y < 640 && Math.abs(x - 165) < 36 + 24 * Math.min(1, (y - 380) / 100.0))
                        || Math.hypot(x - 165, y - 640) < 60);
        PalmGeometry g = PalmGeometry.of(arm).orElseThrow();
        assertThat(g.centre().y()).isBetween(215.0, 255.0);
        assertThat(Math.toDegrees(Math.atan2(g.axis().y(), g.axis().x()))).isCloseTo(-90, within(6.0));
    }

    @Test
    void theFingersAndTheThumbAreTheThinParts() {
        ThinParts thin = ThinParts.of(DrawnHand.truth(), DrawnHand.PALM_RADIUS);
        assertThat(thin.telling()).isTrue();
        // five capsules of radius 10 to 13 stand out of the palm by 30 to 70 pixels each
        assertThat(thin.rowsOfPixels().count()).isBetween(4000L, 10_000L);
        assertThat(thin.rowsOfPixels().max().getAsInt())
                .isLessThanOrEqualTo(270); // neither the palm's foot nor the arm at the frame
    }

    @Test
    void aDiscHasNoThinParts() {
        Mask disc = Mask.of(120, 120, (x, y) -> Math.hypot(x - 60, y - 60) < 50);
        assertThat(ThinParts.of(disc, 50).telling()).isFalse();
    }

    @Test
    void aFewPixelsAreNoHand() {
        assertThat(PalmGeometry.of(Mask.of(50, 50, (x, y) -> x < 10 && y < 10))).isEmpty();
        assertThat(PalmGeometry.of(Mask.none(50, 50))).isEmpty();
    }
}
