package org.dorsum.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dorsum.image.Affine;
import org.dorsum.image.Point;
import org.junit.jupiter.api.Test;

class ConsensusFitTest {

    /** Four pairs in ten tell the truth, six are anywhere: the truth wins. */
    @Test
    void theTruthWinsAgainstAMajorityThatDisagrees() {
        Affine truth = Affine.turnAndScale(Math.toRadians(8), 1.05).then(Affine.shift(12, -7));
        SplittableRandom random = new SplittableRandom(3);
        List<ConsensusFit.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Point from = new Point(400 * random.nextDouble(), 400 * random.nextDouble());
            Point to = i % 5 < 2
                    ? truth.apply(from)
                    : from.plus(new Point(80 * random.nextDouble() - 40, 80 * random.nextDouble() - 40));
            pairs.add(new ConsensusFit.Pair(from, to));
        }
        ConsensusFit.Fit fit = ConsensusFit.of(pairs, 2).orElseThrow();
        assertThat(fit.agreeing()).hasSizeBetween(20, 22);
        Point centre = new Point(200, 200);
        assertThat(fit.map().apply(centre).distanceTo(truth.apply(centre))).isLessThan(0.5);
        assertThat(fit.map().scale()).isCloseTo(1.05, within(0.005));
    }

    @Test
    void onePairOrNoneGivesNoMap() {
        assertThat(ConsensusFit.of(List.of(), 1)).isEmpty();
        assertThat(ConsensusFit.of(List.of(new ConsensusFit.Pair(new Point(0, 0), new Point(1, 1))), 1))
                .isEmpty();
    }

    @Test
    void aTurnNoHandMakesIsNotAdmitted() {
        Affine upsideDown = Affine.turnAndScale(Math.PI, 1);
        List<ConsensusFit.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Point from = new Point(10 * i, i * i);
            pairs.add(new ConsensusFit.Pair(from, upsideDown.apply(from)));
        }
        assertThat(ConsensusFit.of(pairs, 1)).isEmpty();
    }
}
