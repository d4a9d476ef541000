package org.dorsum.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.dorsum.image.Mask;
import org.dorsum.image.Plane;
import org.junit.jupiter.api.Test;

class FloodTest {
    private static final SpotSearch.Seed SEED = new SpotSearch.Seed(4, 3, 0, 9, 1);

    /** A bar of height 1 in row 3, columns 2 to 7, with 2 in its middle; and another that touches it by a corner only. */
    private static final Plane BAR =
            Plane.of(12, 9, (x, y) -> y == 3 && x >= 2 && x <= 7 ? (x == 4 ? 2 : 1) : y == 4 && x == 8 ? 1 : 0);

    private static Flood flood(FreeSkin free, int reach) {
        return new Flood(SEED, BAR, free, reach);
    }

    private static FreeSkin all() {
        return new FreeSkin(Mask.all(12, 9));
    }

    @Test
    void whatHangsTogetherBySidesIsFlooded() {
        assertThat(flood(all(), 20).above(0.5)).contains(new Patch(2, 3, Mask.all(6, 1)));
    }

    @Test
    void aHigherLevelFloodsLess() {
        Flood flood = flood(all(), 20);
        assertThat(flood.above(1.5)).contains(new Patch(4, 3, Mask.all(1, 1)));
        assertThat(flood.above(2)).isEmpty();
        assertThat(flood.above(0.5)).contains(new Patch(2, 3, Mask.all(6, 1)));
    }

    @Test
    void theReachEndsIt() {
        assertThat(flood(all(), 1).above(0.5)).contains(new Patch(3, 3, Mask.all(3, 1)));
    }

    @Test
    void whatAnotherSpotTookIsAShore() {
        FreeSkin free = all();
        free.take(new Patch(6, 3, Mask.all(1, 1)));
        assertThat(flood(free, 20).above(0.5)).contains(new Patch(2, 3, Mask.all(4, 1)));
        free.take(new Patch(4, 3, Mask.all(1, 1)));
        assertThat(flood(free, 20).above(0.5)).isEmpty();
    }
}
