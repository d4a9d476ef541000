package org.dorsum.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dorsum.hand.Zone;
import org.dorsum.skin.Skin;
import org.dorsum.skin.Skins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedReliefTest {
    private static final double SIDE = 50;
    private static final double DEEP = 0.03; // of log-light: 3 %, as furrows are

    /** Furrows 1 mm apart, and of the photo's own a pattern of the same wavelength that no other photo has. */
    private static Skin furrows(double depth, double own, long photo) {
        double[][] phases = new double[10][10]; // one of each tile of 5 mm, so that tiles are independent
        SplittableRandom random = new SplittableRandom(photo);
        for (double[] row : phases) {
            for (int i = 0; i < row.length; i++) {
                row[i] = 2 * Math.PI * random.nextDouble();
            }
        }
        return Skins.relief(
                SIDE,
                (x, y) -> depth * Math.sin(2 * Math.PI * x)
                        + own * Math.sin(2 * Math.PI * y + phases[(int) (y / 5) % 10][(int) (x / 5) % 10]));
    }

    private static SharedRelief of(Skin before, Skin after) {
        return SharedRelief.of(List.of(before), List.of(after), Zone.DORSUM);
    }

    private static double factor(SharedRelief relief) {
        return relief.factor(IntStream.range(0, relief.size()).toArray());
    }

    @Test
    void thePhotoItselfHasNotChanged() {
        Skin skin = furrows(DEEP, 0.01, 1);
        assertThat(factor(of(skin, skin))).isEqualTo(1);
        assertThat(of(skin, skin).coherence()).isCloseTo(1, within(1e-9));
    }

    /** Photos of 1, 1.2 and 1 before, 0.5 and 0.6 after, by hand: logarithms 0, 0.182, 0 about 0.061, and ± 0.091. */
    @Test
    void squaresWithinSessionsByHand() {
        SharedRelief relief = SharedRelief.of(
                List.of(furrows(DEEP, 0, 1), furrows(1.2 * DEEP, 0, 2), furrows(DEEP, 0, 3)),
                List.of(furrows(0.5 * DEEP, 0, 4), furrows(0.6 * DEEP, 0, 5)),
                Zone.DORSUM);
        double d = Math.log(1.2);
        assertThat(relief.squaresWithin()).isCloseTo(d * d * 2 / 3 + d * d / 2, within(1e-4));
        assertThat(factor(relief)).isBetween(0.5, 0.55); // root of mean energies: √0.305/√1.147
    }

    @Test
    void onePhotoEachHasNothingWithin() {
        assertThat(of(furrows(DEEP, 0, 1), furrows(0.5 * DEEP, 0, 2)).squaresWithin())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.25, 0.6, 0.8, 1.3})
    void treatedReliefGivesItsFactor(double left) {
        assertThat(factor(of(furrows(DEEP, 0, 1), furrows(left * DEEP, 0, 1)))).isCloseTo(left, within(1e-3));
    }

    /**
     * A pattern of each photo's own, 0.4 as deep as the furrows: energies 1 + 0.16 and 0.64 + 0.16 by hand, so that their ratio alone gives √(0.8/1.16) =
     * 0.83 where furrows kept 0.8.
     */
    @Test
    void whatIsEachPhotosOwnDropsOut() {
        SharedRelief relief = of(furrows(DEEP, 0.4 * DEEP, 1), furrows(0.8 * DEEP, 0.4 * DEEP, 2));
        assertThat(factor(relief)).isCloseTo(0.8, within(0.01));
        // phases of 81 tiles by chance: 0.16·√½/9 of shared energy, 0.013
        assertThat(relief.coherence()).isCloseTo(0.8 / Math.sqrt(1.16 * 0.8), within(0.03));
    }

    /** Nothing shared, as when light comes from quite elsewhere: the ratio of energies then decides, and equal ones are no change. */
    @Test
    void otherPatternsOfOneDepthAreNoChange() {
        SharedRelief relief = of(furrows(0, DEEP, 1), furrows(0, DEEP, 2));
        assertThat(relief.coherence()).isLessThan(0.4);
        assertThat(factor(relief)).isCloseTo(1, within(0.01));
    }

    @Test
    void backwardsTheFactorIsTheReciprocal() {
        Skin before = furrows(DEEP, 0.3 * DEEP, 1);
        Skin after = furrows(0.7 * DEEP, 0.2 * DEEP, 2);
        assertThat(factor(of(before, after)) * factor(of(after, before))).isCloseTo(1, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, -0.3, 0.4})
    void exposureDoesNotMatter(double logGain) {
        Skin before = furrows(DEEP, 0, 1);
        Skin after = Skins.relief(SIDE, (x, y) -> logGain + 0.8 * DEEP * Math.sin(2 * Math.PI * x));
        assertThat(factor(of(before, after))).isCloseTo(0.8, within(1e-3));
    }

    /** Of two photos of each session the mean counts. */
    @Test
    void severalPhotosOfASession() {
        List<Skin> before = List.of(furrows(DEEP, 0.3 * DEEP, 1), furrows(DEEP, 0.3 * DEEP, 2));
        List<Skin> after = List.of(furrows(0.75 * DEEP, 0.3 * DEEP, 3), furrows(0.75 * DEEP, 0.3 * DEEP, 4));
        assertThat(factor(SharedRelief.of(before, after, Zone.DORSUM))).isCloseTo(0.75, within(0.01));
    }

    @Test
    void evenSkinHasNoFactor() {
        Skin even = furrows(0, 0, 1);
        assertThat(factor(of(even, even))).isNaN();
    }
}
