package org.dorsum.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.dorsum.image.Affine;
import org.dorsum.image.Displacement;
import org.dorsum.image.Point;
import org.junit.jupiter.api.Test;

class SmoothFieldTest {
    private static final double PER_MM = 8;

    private static List<ConsensusFit.Pair> grid(UnaryOperator<Point> moved) {
        List<ConsensusFit.Pair> pairs = new ArrayList<>();
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 8; x++) {
                Point p = new Point(40 * x + 20, 40 * y + 20);
                pairs.add(new ConsensusFit.Pair(p, moved.apply(p)));
            }
        }
        return pairs;
    }

    /** Planes are what a thin plate does without bending: however stiff it is, it reproduces them, between and beyond. */
    @Test
    void aTurnAndAStretchAreReproducedExactly() {
        Affine map = new Affine(1.02, 0.05, -3, -0.04, 0.97, 5);
        SmoothField field = SmoothField.of(grid(map::apply), 1000, PER_MM);
        for (Point p : List.of(new Point(0, 0), new Point(133, 77), new Point(330, 310))) {
            Point expected = map.apply(p).minus(p);
            assertThat(field.at(p).distanceTo(expected)).isLessThan(1e-6);
        }
    }

    @Test
    void withoutStiffnessItGoesThroughEveryPair() {
        UnaryOperator<Point> bent = p -> new Point(p.x() + 3 * Math.sin(p.y() / 50), p.y() - 2 * Math.cos(p.x() / 60));
        List<ConsensusFit.Pair> pairs = grid(bent);
        SmoothField field = SmoothField.of(pairs, 0, PER_MM);
        for (ConsensusFit.Pair pair : pairs) {
            assertThat(pair.from().plus(field.at(pair.from())).distanceTo(pair.to()))
                    .isLessThan(1e-6);
        }
    }

    /** Four pairs of a square displaced by +1, −1, +1, −1: by symmetry the middle stays. */
    @Test
    void theMiddleOfASaddleStays() {
        List<ConsensusFit.Pair> saddle = List.of(
                new ConsensusFit.Pair(new Point(0, 0), new Point(1, 0)),
                new ConsensusFit.Pair(new Point(80, 0), new Point(79, 0)),
                new ConsensusFit.Pair(new Point(80, 80), new Point(81, 80)),
                new ConsensusFit.Pair(new Point(0, 80), new Point(-1, 80)));
        SmoothField field = SmoothField.of(saddle, 0, PER_MM);
        assertThat(field.at(new Point(40, 40)).distanceTo(new Point(0, 0))).isLessThan(1e-9);
        assertThat(field.at(new Point(0, 0)).x()).isCloseTo(1, within(1e-9));
    }

    /** Between the places where it is computed the field runs straight, a hundredth of a pixel off at most for gentle bends. */
    @Test
    void thePictureOfTheFieldIsTheField() {
        SmoothField field = SmoothField.of(grid(p -> new Point(p.x() + 2 * Math.sin(p.y() / 90), p.y())), 10, PER_MM);
        Displacement over = field.over(320, 300);
        for (Point p : List.of(new Point(8, 8), new Point(101, 203), new Point(319, 299))) {
            assertThat((double) over.dx().at((int) p.x(), (int) p.y()))
                    .isCloseTo(field.at(p).x(), within(0.01));
        }
    }

    /** Chance shifts of squares are no stretching: squares left out do not confirm them. */
    @Test
    void noiseIsNotBentAfter() {
        java.util.SplittableRandom random = new java.util.SplittableRandom(5);
        List<ConsensusFit.Pair> noisy =
                grid(p -> new Point(p.x() + random.nextDouble(-1, 1), p.y() + random.nextDouble(-1, 1)));
        Bending bending = Bending.of(noisy, Affine.identity(), PER_MM);
        assertThat(bending.field()).isEmpty();
        assertThat(bending.residualMm()).isEqualTo(bending.affineMm());
    }

    /** Fingers spread: the skin between is wider at the top. Squares left out confirm it. */
    @Test
    void stretchedSkinIsBentBack() {
        List<ConsensusFit.Pair> stretched = grid(p -> new Point(p.x() + 4 * Math.sin(p.y() / 60), p.y()));
        Bending bending = Bending.of(stretched, Affine.identity(), PER_MM);
        assertThat(bending.field()).isPresent();
        assertThat(bending.residualMm()).isLessThan(bending.affineMm() / 3);
    }
}
