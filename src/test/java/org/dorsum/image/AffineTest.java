package org.dorsum.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AffineTest {
    private static final double EXACT = 1e-12;

    @Test
    void scalingKeepsTheFrame() {
        // Four pixels, edges at −0.5 and 3.5, become eight, edges at −0.5 and 7.5.
        Affine twice = Affine.scaling(2);

        assertThat(twice.apply(new Point(-0.5, -0.5))).isEqualTo(new Point(-0.5, -0.5));
        assertThat(twice.apply(new Point(3.5, 3.5))).isEqualTo(new Point(7.5, 7.5));
        assertThat(twice.apply(new Point(0, 0))).isEqualTo(new Point(0.5, 0.5));
    }

    @Test
    void aQuarterTurnTakesTheXAxisToTheYAxis() {
        Point p = Affine.turnAndScale(Math.PI / 2, 3).apply(new Point(2, 0));

        assertThat(p.x()).isCloseTo(0, within(EXACT));
        assertThat(p.y()).isCloseTo(6, within(EXACT));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0.3, 0.5", "-2, 7"})
    void theInverseLeadsBack(double radians, double scale) {
        Affine map = Affine.turnAndScale(radians, scale).then(Affine.shift(3, -4));

        Point back = map.then(map.inverse()).apply(new Point(11, 13));

        assertThat(back.distanceTo(new Point(11, 13))).isCloseTo(0, within(1e-9));
        assertThat(map.scale()).isCloseTo(scale, within(EXACT));
        assertThat(map.mirrors()).isFalse();
    }

    @Test
    void thenAppliesThisMapFirst() {
        assertThat(Affine.shift(1, 0).then(Affine.turnAndScale(0, 2)).apply(new Point(0, 0)))
                .isEqualTo(new Point(2, 0));
    }

    @Test
    void aMirrorIsToldFromATurn() {
        assertThat(new Affine(-1, 0, 0, 0, 1, 0).mirrors()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, Double.NaN})
    void aMapThatFlattensThePlaneCannotBeMade(double xx) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Affine(xx, 0, 0, 0, 1, 0));
    }

    @Test
    void aMapToNowhereCannotBeMade() {
        assertThatIllegalArgumentException().isThrownBy(() -> Affine.shift(Double.POSITIVE_INFINITY, 0));
    }

    @Test
    void areaOfAPolygonScalesWithTheSquare() {
        Polygon triangle = new Polygon(List.of(new Point(0, 0), new Point(4, 0), new Point(0, 3)));

        assertThat(triangle.area()).isEqualTo(6);
        assertThat(triangle.through(Affine.turnAndScale(1, 10)).area()).isCloseTo(600, within(1e-9));
    }

    @Test
    void twoCornersAreNoPolygon() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Polygon(List.of(new Point(0, 0), new Point(4, 0))));
    }
}
