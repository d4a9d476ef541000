package org.dorsum.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.dorsum.synth.AgedHand.person;
import static org.dorsum.synth.AgedHand.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dorsum.colour.Lab;
import org.dorsum.colour.LinearRgb;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;
import org.dorsum.image.Regions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandRendererTest {
    private static final HandRenderer RENDERER = HandRenderer.withDefaults();
    private static final Conditions CLINIC = Conditions.clinic(5, 480, 360);

    @Test
    void theSameSeedGivesTheSameBytesOnAnyThread() throws Exception {
        Subject s = Subject.random(8);
        Conditions c = Conditions.anywhere(8, 256, 256, List.of());
        RenderedHand first = render(s, Treatment.NONE, c);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<RenderedHand>> again = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                again.add(threads.submit(() -> render(s, Treatment.NONE, c)));
            }
            for (Future<RenderedHand> f : again) {
                assertThat(f.get().jpeg()).isEqualTo(first.jpeg());
                assertThat(f.get().truth().json()).isEqualTo(first.truth().json());
                assertThat(f.get().classes()).isEqualTo(first.classes());
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void noChangeUnderTheSameConditionsIsTheIdenticalPicture() {
        Treatment nothing = Treatment.parse("roughness=0,lines=0,spots=0,redness=0");
        assertThat(render(person(), nothing, CLINIC).image())
                .isEqualTo(render(person(), Treatment.NONE, CLINIC).image());
    }

    @Test
    void anotherSeedIsAnotherHand() {
        assertThat(render(Subject.random(1), Treatment.NONE, CLINIC).image())
                .isNotEqualTo(render(Subject.random(2), Treatment.NONE, CLINIC).image());
    }

    /**
     * Even light, no gloss, a neutral camera: the middle of the back of the hand shows the intended angle. Blotches vary
     * colour, so the median is taken, and the fields of this subject are switched off as far as a treatment can.
     */
    @ParameterizedTest
    @ValueSource(doubles = {58, 48, 35, 19, 0, -20, -45})
    void aPatchUnderNeutralLightHasTheIntendedAngle(double ita) {
        Treatment even =
                Treatment.parse("unevenness=-100,spots=-100,roughness=-100,lines=-100,veins=-100,dryness=-100");
        RenderedHand hand = render(person().withIta(ita), even, CLINIC.neutral());
        Polygon dorsum = Objects.requireNonNull(hand.truth().zones().get("dorsum"));
        double cx = dorsum.corners().stream().mapToDouble(Point::x).average().orElseThrow();
        double cy = dorsum.corners().stream().mapToDouble(Point::y).average().orElseThrow();
        List<Double> angles = new ArrayList<>();
        for (int y = (int) cy - 12; y <= cy + 12; y++) {
            for (int x = (int) cx - 12; x <= cx + 12; x++) {
                angles.add(Lab.of(LinearRgb.ofPacked(hand.image().packed(x, y))).ita());
            }
        }
        Collections.sort(angles);
        assertThat(angles.get(angles.size() / 2)).isCloseTo(ita, within(1.5));
        assertThat(hand.truth().ita()).isCloseTo(ita, within(0.1));
    }

    @Test
    void theClassPictureAgreesWithThePicture() {
        // On white paper lit evenly, hand and paper part at half way between their brightness.
        RenderedHand hand = render(person().withIta(0), Treatment.NONE, CLINIC.neutral());
        int wrong = 0;
        int all = 0;
        for (int y = 0; y < 360; y++) {
            for (int x = 0; x < 480; x++) {
                boolean dark = (hand.image().packed(x, y) & 0xff) < 120; // blue: paper is above 170 even in the shade
                boolean skin = hand.classes().sample(x, y, 0) > 0;
                boolean nail = hand.classes().sample(x, y, 0) == CellClass.NAIL.grey();
                if (!nail) {
                    all++;
                    wrong += dark == skin ? 0 : 1;
                }
            }
        }
        assertThat(wrong).as("of %d pixels", all).isLessThan(all / 100);
    }

    @ParameterizedTest
    @CsvSource({"roughness=-30, 0.7", "roughness=-35, 0.65", "roughness=50, 1.5", "lines=-50, 1"})
    void reliefScalesAsTheTreatmentSays(String treatment, double factor) {
        Truth before = render(person(), Treatment.NONE, CLINIC).truth();
        Truth after = render(person(), Treatment.parse(treatment), CLINIC).truth();
        before.reliefRmsMm()
                .forEach((band, rms) -> assertThat(after.reliefRmsMm().get(band))
                        .as(band)
                        .isCloseTo(factor * rms, within(1e-6 + 1e-4 * rms)));
    }

    @Test
    void linesAndSpotsScaleAsTheTreatmentSays() {
        Truth before = render(person(), Treatment.NONE, CLINIC).truth();
        Truth after =
                render(person(), Treatment.parse("lines=-30,spots=-45"), CLINIC).truth();
        assertThat(after.lines()).hasSameSizeAs(before.lines()).isNotEmpty();
        for (int i = 0; i < before.lines().size(); i++) {
            assertThat(after.lines().get(i).depthMm())
                    .isCloseTo(0.7 * before.lines().get(i).depthMm(), within(1e-9));
            assertThat(after.lines().get(i).path())
                    .isEqualTo(before.lines().get(i).path());
        }
        assertThat(after.spots()).hasSameSizeAs(before.spots()).isNotEmpty();
        for (int i = 0; i < before.spots().size(); i++) {
            assertThat(after.spots().get(i).areaPixels())
                    .isEqualTo(before.spots().get(i).areaPixels());
            assertThat(after.spots().get(i).deltaE())
                    .isLessThan(before.spots().get(i).deltaE());
        }
    }

    @Test
    void reliefInThePictureFallsWithRoughness() {
        Conditions c = Conditions.clinic(5, 800, 600);
        Treatment plain = Treatment.parse("lines=-100,spots=-100,unevenness=-100,veins=-100");
        RenderedHand before = render(person(), plain.with(Treatment.Effect.ROUGHNESS, 100), c);
        RenderedHand after = render(person(), plain.with(Treatment.Effect.ROUGHNESS, -100), c);
        assertThat(detail(after)).isLessThan(0.7 * detail(before));
    }

    /** Mean absolute difference of green between pixels two apart, on the back of the hand. */
    private static double detail(RenderedHand hand) {
        var dorsum = Regions.inside(
                java.util.Objects.requireNonNull(hand.truth().zones().get("dorsum")),
                hand.image().width(),
                hand.image().height());
        double sum = 0;
        int n = 0;
        for (int y = 0; y < dorsum.height(); y++) {
            for (int x = 2; x < dorsum.width(); x++) {
                if (dorsum.at(x, y)) {
                    sum += Math.abs(hand.image().sample(x, y, 1) - hand.image().sample(x - 2, y, 1));
                    n++;
                }
            }
        }
        return sum / n;
    }

    @Test
    void keyPointsLieOnTheHandAndALeftHandIsTheMirrorOfARightOne() {
        for (long seed = 1; seed <= 4; seed++) {
            Subject s = Subject.random(seed).wearing(Adornment.NONE);
            Conditions c = Conditions.clinic(seed, 480, 360);
            RenderedHand hand = render(s, Treatment.NONE, c);
            List<Point> k = hand.truth().keyPoints();
            assertThat(k).hasSize(21);
            for (int i = 1; i < 21; i++) {
                int x = (int) Math.rint(k.get(i).x());
                int y = (int) Math.rint(k.get(i).y());
                assertThat(hand.classes().sample(x, y, 0))
                        .as("key point %d of seed %d", i, seed)
                        .isPositive();
            }
            // Seen from the back with the fingers up, a right thumb lies to the left of the little finger.
            Point up = k.get(9).minus(k.get(0));
            Point out = k.get(17).minus(k.get(5));
            double turn = up.x() * out.y() - up.y() * out.x();
            assertThat(turn > 0).isEqualTo(hand.truth().side().equals("right"));
        }
    }

    @Test
    void theTrainingPictureIsTheSamePicture() {
        Subject s = Subject.random(6);
        Conditions c = Conditions.anywhere(6, 128, 128, List.of());
        TrainingPicture t = RENDERER.training(s, c);
        RenderedHand full = render(s, Treatment.NONE, c);
        assertThat(t.image()).isEqualTo(full.image());
        assertThat(t.keyPoints()).isEqualTo(full.truth().keyPoints());
        assertThat(t.classes()).hasSize(128 * 128).contains(CellClass.SKIN.code());
    }

    @Test
    void wornThingsAreMarked() {
        Subject s = person().wearing(new Adornment(List.of(2, 4), false, true, false, 0xb01838, 7));
        RenderedHand hand = render(s, Treatment.NONE, CLINIC);
        int[] seen = new int[256];
        for (int y = 0; y < 360; y++) {
            for (int x = 0; x < 480; x++) {
                seen[hand.classes().sample(x, y, 0)]++;
            }
        }
        assertThat(seen[CellClass.JEWELLERY.grey()]).isGreaterThan(150);
        assertThat(seen[CellClass.NAIL.grey()]).isGreaterThan(300);
        assertThat(seen[CellClass.SKIN.grey()]).isGreaterThan(20_000);
    }

    @Test
    void hairsAreMarkedWhereTheyLie() {
        Conditions c = Conditions.clinic(5, 800, 600);
        assertThat(render(person(), Treatment.NONE, c).hair().count()).isZero();
        assertThat(render(person().withHair(20, 0), Treatment.NONE, c).hair().count())
                .isGreaterThan(100);
    }

    @Test
    void senselessArgumentsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Conditions.clinic(1, 32, 480))
                .withMessageContaining("64");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CLINIC.blurred(Double.NaN, 0))
                .withMessageContaining("blur");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> person().withIta(Double.NaN))
                .withMessageContaining("ITA");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Adornment(List.of(6), false, false, false, -1, 0))
                .withMessageContaining("1 to 5");
    }
}
