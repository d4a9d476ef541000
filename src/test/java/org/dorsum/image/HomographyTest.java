package org.dorsum.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class HomographyTest {
    private static final List<Point> SQUARE =
            List.of(new Point(0, 0), new Point(1, 0), new Point(1, 1), new Point(0, 1));

    @Test
    void aTrapeziumByHand() {
        // (x, y) → (2x, 2y) / (1 + y): the far side of the unit square is half as long per millimetre
        Homography h = new Homography(2, 0, 0, 0, 2, 0, 0, 1);
        assertThat(h.apply(new Point(1, 1))).isEqualTo(new Point(1, 1));
        assertThat(h.at(new Point(0, 0)).scale()).isCloseTo(2, within(1e-12));
        assertThat(h.at(new Point(0, 1)).scale()).isCloseTo(Math.sqrt(0.5), within(1e-12)); // ½ along y, 1 along x
    }

    @Test
    void fourPointsAreMetAndTheMapBackLeadsBack() {
        List<Point> to = List.of(new Point(10, 12), new Point(90, 20), new Point(80, 70), new Point(15, 60));
        Homography h = Homography.between(SQUARE, to);
        for (int i = 0; i < 4; i++) {
            assertThat(h.apply(SQUARE.get(i)).distanceTo(to.get(i))).isLessThan(1e-4); // points pass as floats
            assertThat(h.inverse().apply(to.get(i)).distanceTo(SQUARE.get(i))).isLessThan(1e-4);
        }
    }

    @Test
    void theAffineMapAgreesToFirstOrder() {
        Homography h = new Homography(3, 0.4, 5, -0.2, 2.5, 7, 0.01, -0.02);
        Point p = new Point(4, -3);
        Point q = p.plus(new Point(1e-5, -2e-5));
        assertThat(h.at(p).apply(q).distanceTo(h.apply(q))).isLessThan(1e-9);
        assertThat(h.at(p).apply(p).distanceTo(h.apply(p))).isLessThan(1e-12);
    }

    @Test
    void whatIsNoMap() {
        assertThatThrownBy(() -> new Homography(1, 2, 0, 2, 4, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Homography(Double.NaN, 0, 0, 0, 1, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Homography.between(SQUARE.subList(0, 3), SQUARE.subList(0, 3)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
