package org.dorsum.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dorsum.image.Affine;
import org.dorsum.image.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On a hand of anatomy's proportions, 87 pixels from wrist to base of the middle finger: one pixel is a millimetre. */
class HandShapeTest {
    private static final double[][] HAND = {
        {0, 0},
        {38, 20},
        {56, 51},
        {69, 81},
        {80, 106},
        {26, 87},
        {25, 136},
        {24, 164},
        {23, 186},
        {0, 87},
        {-4, 143},
        {-7, 175},
        {-9, 200},
        {-23, 79},
        {-32, 131},
        {-37, 163},
        {-42, 187},
        {-43, 68},
        {-55, 106},
        {-60, 129},
        {-66, 151}
    };

    /** Turned, scaled, shifted, perhaps mirrored; every point seen with the same confidence. */
    private static List<Landmark> hand(double confidence, Affine view) {
        List<Landmark> points = new ArrayList<>();
        for (double[] p : HAND) {
            points.add(new Landmark(view.apply(new Point(p[0], p[1])), confidence));
        }
        return points;
    }

    private static double farthest(List<Landmark> a, List<Landmark> b) {
        double most = 0;
        for (int k = 0; k < a.size(); k++) {
            most = Math.max(most, a.get(k).position().distanceTo(b.get(k).position()));
        }
        return most;
    }

    /** Within the 2 mm to which a point seen for certain is right. */
    @Test
    void aHandOfTheRightShapeStaysWhereItIs() {
        List<Landmark> seen = hand(0.9, Affine.identity());
        assertThat(farthest(HandShape.flat().corrected(seen), seen)).isLessThan(2);
    }

    @ParameterizedTest(name = "turned by {0}, {1} times as large, mirrored {2}")
    @CsvSource({"0, 1, false", "2, 6, false", "0.4, 0.5, true", "-3, 11, true"})
    void aMisplacedPointIsPutBack(double turn, double scale, boolean mirrored) {
        Affine flip = new Affine(mirrored ? -1 : 1, 0, 0, 0, 1, 0);
        Affine view = flip.then(Affine.turnAndScale(turn, scale)).then(Affine.shift(400, 300));
        List<Landmark> seen = hand(0.8, view);
        List<Landmark> wrong = new ArrayList<>(seen);
        wrong.set(0, new Landmark(view.apply(new Point(14, 25)), 0.4)); // the wrist, 29 mm off
        List<Landmark> corrected = HandShape.flat().corrected(wrong);
        assertThat(corrected.get(0).position().distanceTo(seen.get(0).position()) / scale)
                .isLessThan(6);
        assertThat(corrected.get(0).confidence()).isEqualTo(0.4);
    }

    /** A law: what turns and scales the hand turns and scales the result. */
    @Test
    void theResultGoesWithTheHand() {
        Random random = new Random(4);
        List<Landmark> seen = new ArrayList<>();
        for (Landmark p : hand(0.6, Affine.identity())) {
            Point off = new Point(3 * random.nextGaussian(), 3 * random.nextGaussian());
            seen.add(new Landmark(p.position().plus(off), p.confidence()));
        }
        Affine view = Affine.turnAndScale(1.1, 3).then(Affine.shift(-50, 900));
        List<Landmark> there = seen.stream()
                .map(p -> new Landmark(view.apply(p.position()), p.confidence()))
                .toList();
        List<Landmark> here = HandShape.flat().corrected(seen).stream()
                .map(p -> new Landmark(view.apply(p.position()), p.confidence()))
                .toList();
        assertThat(farthest(HandShape.flat().corrected(there), here)).isCloseTo(0, within(1e-6));
    }

    @Test
    void aFistStaysAsItWasSeen() {
        List<Landmark> fist = hand(0.9, Affine.identity());
        for (int k : new int[] {6, 7, 8, 10, 11, 12, 14, 15, 16, 18, 19, 20}) {
            Point knuckle = fist.get(k - (k - 5) % 4).position();
            fist.set(k, new Landmark(knuckle.plus(new Point(0, 12 - 8 * ((k - 5) % 4))), 0.9));
        }
        assertThat(HandShape.flat().corrected(fist)).isEqualTo(fist);
    }

    @Test
    void pointsThatAllCoincideAreNoHand() {
        List<Landmark> one = hand(0.5, Affine.identity()).stream()
                .map(p -> new Landmark(new Point(7, 7), 0.5))
                .toList();
        assertThat(HandShape.flat().corrected(one)).isEqualTo(one);
    }
}
