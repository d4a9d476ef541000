package org.dorsum.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PlaneAndMaskTest {
    private static final Plane RAMP = Plane.of(3, 2, (x, y) -> 10 * y + x);
    private static final Mask LEFT = Mask.of(3, 2, (x, y) -> x == 0);
    private static final Mask TOP = Mask.of(3, 2, (x, y) -> y == 0);

    @Test
    void valuesLieRowByRow() {
        assertThat(RAMP.toArray()).containsExactly(0, 1, 2, 10, 11, 12);
        assertThat(RAMP.at(2, 1)).isEqualTo(12);
    }

    @Test
    void nobodyChangesAPlaneFromOutside() {
        float[] mine = {1, 2, 3, 4, 5, 6};
        Plane plane = Plane.of(3, 2, mine);
        mine[0] = 99;
        plane.toArray()[1] = 99;

        assertThat(plane.toArray()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void arithmeticIsPixelByPixel() {
        assertThat(RAMP.map(v -> 2 * v).minus(RAMP)).isEqualTo(RAMP);
        assertThat(RAMP.with(RAMP, (a, b) -> a * b).at(1, 1)).isEqualTo(121);
    }

    @Test
    void aboveIsStrictAndNaNIsNot() {
        assertThat(RAMP.above(10).count()).isEqualTo(2);
        assertThat(Plane.of(1, 1, new float[] {Float.NaN}).above(-1e9).count()).isZero();
    }

    @Test
    void sizesMustAgree() {
        Plane other = Plane.of(2, 3, (x, y) -> 0);

        assertThatIllegalArgumentException().isThrownBy(() -> RAMP.minus(other));
        assertThatIllegalArgumentException().isThrownBy(() -> LEFT.and(Mask.all(2, 3)));
        assertThatIllegalArgumentException().isThrownBy(() -> Plane.of(2, 2, new float[3]));
    }

    @Test
    void setsOfPixels() {
        assertThat(LEFT.count()).isEqualTo(2);
        assertThat(LEFT.and(TOP).count()).isEqualTo(1);
        assertThat(LEFT.or(TOP).count()).isEqualTo(4);
        assertThat(LEFT.minus(TOP)).isEqualTo(Mask.of(3, 2, (x, y) -> x == 0 && y == 1));
        assertThat(LEFT.not().count()).isEqualTo(4);
        assertThat(LEFT.not().not()).isEqualTo(LEFT);
        assertThat(Mask.all(3, 2).minus(Mask.none(3, 2)).count()).isEqualTo(6);
    }

    @Test
    void offThePictureIsOutside() {
        assertThat(TOP.contains(2, 0)).isTrue();
        assertThat(TOP.contains(3, 0)).isFalse();
        assertThat(TOP.contains(-1, 0)).isFalse();
        assertThat(TOP.contains(0, -1)).isFalse();
        assertThat(TOP.contains(0, 2)).isFalse();
    }

    @Test
    void aWindowOfASetIsWhatTheSetHasThere() {
        boolean[] set = {false, true, false, true, true, false, false, false, true, true, false, true};
        assertThat(Mask.window(set, 4, 1, 0, 2, 3)).isEqualTo(Mask.of(2, 3, (x, y) -> x == 0 && y != 1));
    }

    @Test
    void sumsOfPlanesAreThoseOfTheirPixels() {
        Plane a = Plane.of(3, 2, (x, y) -> x);
        Plane b = Plane.of(3, 2, (x, y) -> 10 * y);
        Plane c = Plane.of(3, 2, (x, y) -> 1);
        assertThat(a.mixed(2, b, -1)).isEqualTo(Plane.of(3, 2, (x, y) -> 2 * x - 10 * y));
        assertThat(a.mixed(2, b, -1, c, 4)).isEqualTo(Plane.of(3, 2, (x, y) -> 2 * x - 10 * y + 4));
        assertThat(a.plus(0.5)).isEqualTo(Plane.of(3, 2, (x, y) -> x + 0.5));
        assertThat(a.plus(1).negated()).isEqualTo(Plane.of(3, 2, (x, y) -> -x - 1));
        Mask lower = Mask.of(3, 2, (x, y) -> y == 1);
        assertThat(a.replaced(lower, b)).isEqualTo(Plane.of(3, 2, (x, y) -> y == 1 ? 10 : x));
        assertThat(a.on(lower)).containsExactly(0, 1, 2);
        assertThat(b.equalTo(10)).isEqualTo(lower);
        assertThat(lower.weights()).isEqualTo(Plane.of(3, 2, (x, y) -> y));
        assertThat(lower.count(2, 5)).isEqualTo(2);
    }

    @Test
    void aRowHoldsThePackedColours() {
        RgbImage eight = RgbImage.of(5, 3, (x, y) -> 0x102030 * x + y);
        RgbImage sixteen = RgbImage.of(2, 1, new short[] {0, 257, 514, (short) 65535, (short) 40000, 128});
        int[] row = new int[3];
        int[] two = new int[2];

        eight.row(2, 1, row);
        sixteen.row(0, 0, two);

        assertThat(row).containsExactly(eight.packed(2, 1), eight.packed(3, 1), eight.packed(4, 1));
        assertThat(two).containsExactly(sixteen.packed(0, 0), sixteen.packed(1, 0));
    }
}
