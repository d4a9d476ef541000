package org.dorsum.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.dorsum.image.Mask;
import org.dorsum.image.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpotPartsTest {
    private static final int W = 80;
    private static final int H = 41;
    private static final int R = 12;
    private static final double SCALE = 8;

    /** Two discs of radius 12, side by side with this distance of centres, on row 20. */
    private static Mask discs(int distance) {
        return Mask.of(
                W,
                H,
                (x, y) -> Math.hypot(x - left(distance), y - 20) <= R
                        || Math.hypot(x - left(distance) - distance, y - 20) <= R);
    }

    private static int left(int distance) {
        return W / 2 - distance / 2;
    }

    private static Plane even() {
        return Plane.of(W, H, (x, y) -> 1);
    }

    private static Mask left(Mask whole, Plane density, int distance) {
        return SpotParts.holding(whole, density, left(distance), 20, SCALE);
    }

    private static Mask right(Mask whole, Plane density, int distance) {
        return SpotParts.holding(whole, density, left(distance) + distance, 20, SCALE);
    }

    @Test
    void oneDiscIsOnePart() {
        Mask disc = discs(0);
        assertThat(left(disc, even(), 0)).isEqualTo(disc);
    }

    /** Discs of radius R at distance d are √(1 − (d/2R)²) as wide between as across: 0.55 at 20 px, 0.91 at 10 px. */
    @Test
    void aWaistPartsAndABulgeDoesNot() {
        Mask waisted = discs(20);
        Mask half = left(waisted, even(), 20);
        assertThat(half.at(left(20) - R, 20)).isTrue();
        assertThat(half.at(left(20) + 20 + R, 20)).isFalse();
        // pixels that both floods reach go to one of them, so that halves are not alike
        assertThat(half.count()).isBetween((int) (0.35 * waisted.count()), (int) (0.65 * waisted.count()));
        assertThat(left(discs(10), even(), 10)).isEqualTo(discs(10));
    }

    /** Without a waist, pigment that dips to a half between two maxima is that of two spots; to 0.8 it is one spot's grain. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.8})
    void aDipParts(double dip) {
        Mask whole = discs(10);
        Plane density = Plane.of(W, H, (x, y) -> 1 - (1 - dip) * Math.max(0, 1 - Math.abs(x - 40) / 5.0));
        Mask part = left(whole, density, 10);
        if (dip < 0.7) {
            assertThat(part.count()).isBetween((int) (0.4 * whole.count()), (int) (0.6 * whole.count()));
        } else {
            assertThat(part).isEqualTo(whole);
        }
    }

    /** No pixel is lost and none counted twice. */
    @ParameterizedTest
    @ValueSource(ints = {18, 20, 22, 24})
    void partsMakeTheWhole(int distance) {
        Mask whole = discs(distance);
        Mask left = left(whole, even(), distance);
        Mask right = right(whole, even(), distance);
        assertThat(left.and(right).count()).isZero();
        assertThat(left.or(right)).isEqualTo(whole);
    }

    /** What is smaller than the smallest spot is no part: a disc of radius 2 px (0.2 mm²) at the end of a thread stays. */
    @Test
    void aCrumbIsNoPart() {
        Mask whole = Mask.of(
                W,
                H,
                (x, y) -> Math.hypot(x - 30, y - 20) <= R
                        || Math.hypot(x - 48, y - 20) <= 2
                        || (y == 20 && x >= 30 && x <= 48));
        assertThat(SpotParts.holding(whole, even(), 30, 20, SCALE)).isEqualTo(whole);
    }
}
