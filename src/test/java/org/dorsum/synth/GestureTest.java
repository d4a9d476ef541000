package org.dorsum.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.dorsum.image.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GestureTest {
    private static final int SIZE = 128;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void bendingAFingerDoesNotChangeTheLengthOfItsBones(long seed) {
        Anatomy a = Anatomy.random(seed);
        Vec[] joints = Skeleton.of(a, Gesture.random(Rng.of(seed, "test"))).joints();
        for (int f = 1; f < 5; f++) {
            for (int i = 0; i < 3; i++) {
                double length =
                        joints[4 * f + 2 + i].minus(joints[4 * f + 1 + i]).length();
                assertThat(length).isCloseTo(a.phalanges()[f][i], within(1e-9));
            }
        }
    }

    @Test
    void theTipsOfAFistLieInThePalm() {
        double[] all = {1.45, 1.45, 1.45, 1.45};
        double[] bend = {1.7, 1.7, 1.7, 1.7};
        double[] thumb = {-0.5, 0, 0};
        Pose.Held held = new Pose.Held(all, new double[3], 0);
        Pose fist = new Pose(new double[4], bend, thumb, 0.5, 0, Optional.of(held));
        Vec[] joints = Skeleton.of(Anatomy.random(3), fist).joints();
        for (int f = 1; f < 5; f++) {
            Vec knuckle = joints[4 * f + 1];
            Vec tip = joints[4 * f + 4];
            assertThat(tip.y()).as("towards the wrist").isLessThan(knuckle.y() - 10);
            assertThat(tip.z()).as("on the palm's side").isLessThan(knuckle.z() - 10);
        }
    }

    /** Joints lie within the flesh, so that those within the frame are projected on the hand, on things worn or on nails. */
    @Test
    void keyPointsOfHeldHandsLieOnTheHand() {
        int within = 0;
        int on = 0;
        int held = 0;
        for (long seed = 1; seed <= 60; seed++) {
            Conditions c = Conditions.anywhere(seed, SIZE, SIZE, List.of());
            if (c.setup().pose().held().isEmpty()) {
                continue;
            }
            held++;
            TrainingPicture t = HandRenderer.withDefaults().training(Subject.random(seed), c);
            for (Point p : t.keyPoints()) {
                int x = (int) Math.rint(p.x());
                int y = (int) Math.rint(p.y());
                if (x >= 0 && y >= 0 && x < SIZE && y < SIZE) {
                    within++;
                    on += t.classes()[y * SIZE + x] != 0 ? 1 : 0;
                }
            }
        }
        assertThat(held).as("gestures and hands in rooms, 45 % of all").isBetween(15, 40);
        // The ends of fingers lie within a pixel of the outline where a hand is small.
        assertThat(on).isGreaterThan((int) (0.97 * within));
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 5, 17, 36, 107})
    void theSameSeedGivesTheSamePicture(long seed) {
        Subject s = Subject.random(seed);
        TrainingPicture first =
                HandRenderer.withDefaults().training(s, Conditions.anywhere(seed, SIZE, SIZE, List.of()));
        TrainingPicture again =
                HandRenderer.withDefaults().training(s, Conditions.anywhere(seed, SIZE, SIZE, List.of()));
        assertThat(again.image()).isEqualTo(first.image());
        assertThat(again.classes()).isEqualTo(first.classes());
        assertThat(again.keyPoints()).isEqualTo(first.keyPoints());
    }
}
