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
    void aFewPixelsAreNoHand() {
        assertThat(PalmGeometry.of(Mask.of(50, 50, (x, y) -> x < 10 && y < 10))).isEmpty();
        assertThat(PalmGeometry.of(Mask.none(50, 50))).isEmpty();
    }
}
