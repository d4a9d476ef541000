package org.dorsum.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.dorsum.assess.Assessor;
import org.dorsum.assess.Examination;
import org.dorsum.hand.HandFinder;
import org.dorsum.hand.ScaleHint;
import org.dorsum.image.Point;
import org.dorsum.measure.Metric;
import org.dorsum.photo.Finding;
import org.dorsum.photo.Photo;
import org.dorsum.skin.TestHands;
import org.dorsum.skin.TestHands.View;
import org.junit.jupiter.api.Test;

class ComparerTest {
    private static final View STRAIGHT = View.straight();

    /** A finder that errs by a few degrees, per cent and millimetres, as real ones do. */
    private record Told(View view) implements HandFinder {
        @Override
        public Outcome find(Photo photo, ScaleHint hint) {
            return new Outcome.Found(TestHands.hand(view));
        }

        @Override
        public String identity() {
            return "told";
        }
    }

    private static Examination examine(TestHands.Relief relief, View truth, View told) {
        return Assessor.with(new Told(told)).examine(TestHands.photo(relief, truth));
    }

    private static Comparison compare(Examination before, Examination after) {
        return Comparer.with(Assessor.with(new Told(STRAIGHT))).compare(List.of(before), List.of(after));
    }

    private static Change.Outcome.Compared change(Comparison comparison, Metric metric) {
        return (Change.Outcome.Compared) comparison.changes().stream()
                .filter(c -> c.metric() == metric)
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    @Test
    void aPhotoAgainstItselfHasNotChanged() {
        Examination photo = examine(TestHands.furrows(1, 0.12), STRAIGHT, STRAIGHT);
        Comparison same = compare(photo, photo);
        assertThat(same.comparability().reasons()).extracting(Finding::code).containsExactly("same-photo-twice");
        assertThat(same.registration().orElseThrow().residualMm()).isLessThan(0.02);
        Change.Outcome.Compared roughness = change(same, Metric.ROUGHNESS_INDEX);
        // the later copy is resampled at places a few hundredths of a pixel off, which smooths it a little
        assertThat(roughness.changePercent()).isCloseTo(0, within(1.5));
        assertThat(roughness.verdict()).isEqualTo(Change.Verdict.NO_DETECTABLE_CHANGE);
        assertThat(roughness.lowPercent()).isNegative();
        assertThat(roughness.highPercent()).isPositive();
    }

    /** Another place, turn and distance, and a finder that is 4° and 5 mm off: the skin itself puts it right. */
    @Test
    void skinIsLaidOntoSkin() {
        TestHands.Relief relief = TestHands.furrows(2, 0.12);
        View moved = new View(640, 9, Math.PI / 2 + 0.2, new Point(330, 300));
        View told = new View(640, 8.6, Math.PI / 2 + 0.13, new Point(300, 330));
        Comparison c = compare(examine(relief, STRAIGHT, STRAIGHT), examine(relief, moved, told));
        Registration registration = c.registration().orElseThrow();
        assertThat(registration.residualMm()).isLessThan(0.1);
        for (Point mm : List.of(new Point(0, 0), new Point(15, 0), new Point(0, -15))) {
            Point before = TestHands.hand(STRAIGHT)
                    .frame()
                    .toPhoto(TestHands.hand(STRAIGHT).scale())
                    .apply(mm);
            Point after = TestHands.hand(moved)
                    .frame()
                    .toPhoto(TestHands.hand(moved).scale())
                    .apply(mm);
            assertThat(registration.beforeToAfter().apply(before).distanceTo(after))
                    .isLessThan(1); // pixel of the later photo, 0.11 mm
        }
        assertThat(change(c, Metric.ROUGHNESS_INDEX).changePercent()).isCloseTo(0, within(3.0));
    }

    /** Half the relief: half the roughness, and more than re-photographing explains. */
    @Test
    void halfTheReliefIsAnImprovement() {
        Comparison c = compare(
                examine(TestHands.furrows(3, 0.08), STRAIGHT, STRAIGHT),
                examine(TestHands.furrows(3, 0.04), STRAIGHT, STRAIGHT));
        Change.Outcome.Compared roughness = change(c, Metric.ROUGHNESS_INDEX);
        assertThat(roughness.changePercent()).isCloseTo(-50, within(2.0));
        assertThat(roughness.verdict()).isEqualTo(Change.Verdict.IMPROVED);
        assertThat(roughness.lowPercent()).isLessThan(-50);
        assertThat(roughness.highPercent()).isNegative().isGreaterThan(-50);
    }

    @Test
    void otherSkinIsNotCompared() {
        Comparison c = compare(
                examine(TestHands.furrows(4, 0.12), STRAIGHT, STRAIGHT),
                examine(TestHands.furrows(5, 0.12), STRAIGHT, STRAIGHT));
        assertThat(c.comparability().verdict()).isEqualTo(Comparability.Verdict.NOT_COMPARABLE);
        assertThat(c.comparability().reasons()).extracting(Finding::code).contains("skin-does-not-match");
        assertThat(c.changes())
                .isNotEmpty()
                .allSatisfy(change -> assertThat(change.outcome()).isInstanceOf(Change.Outcome.NotCompared.class));
    }

    /** Squares that lie on nothing in the later photo agree with each other on any shift, and prove nothing. */
    @Test
    void otherSkinMostlyOverexposedIsNotCompared() {
        TestHands.Relief other = TestHands.furrows(5, 0.12);
        Comparison c = compare(
                examine(TestHands.furrows(4, 0.12), STRAIGHT, STRAIGHT),
                examine((x, y) -> y > -5 ? 3 : other.at(x, y), STRAIGHT, STRAIGHT));
        assertThat(c.comparability().verdict()).isEqualTo(Comparability.Verdict.NOT_COMPARABLE);
    }

    /**
     * Three photos a session: the error of re-photographing shrinks by √3, and because they agree perfectly, to the root of the table's
     * four degrees of freedom over eight; thousandths of millimetres of registration aside. A copy is no photograph.
     */
    @Test
    void morePhotosShowSmallerChangesAndCopiesDoNot() {
        List<Examination> before = threeShots(0.12);
        List<Examination> after = threeShots(0.1);
        Comparer comparer = Comparer.with(Assessor.with(new Told(STRAIGHT)));
        double one = mdc(comparer.compare(before.subList(0, 1), after.subList(0, 1)));
        assertThat(mdc(comparer.compare(before, after))).isCloseTo(one / Math.sqrt(6), within(0.05));
        Comparison copies = comparer.compare(
                List.of(before.get(0), before.get(0)), List.of(after.get(0), after.get(0), after.get(0)));
        assertThat(mdc(copies)).isEqualTo(one);
        assertThat(copies.comparability().reasons()).extracting(Finding::code).contains("same-photo-twice");
    }

    /** Photos of one session that differ by a tenth of their relief make a session less sure than ones that do not. */
    @Test
    void aSessionThatDiffersWithinIsLessSure() {
        Examination before = examine(TestHands.furrows(6, 0.12), STRAIGHT, STRAIGHT);
        Comparer comparer = Comparer.with(Assessor.with(new Told(STRAIGHT)));
        Examination after = examine(TestHands.furrows(6, 0.1), STRAIGHT, STRAIGHT);
        Comparison steady = comparer.compare(
                List.of(before), List.of(after, examine(TestHands.furrows(6, 0.1001), STRAIGHT, STRAIGHT)));
        Comparison unsteady = comparer.compare(
                List.of(before), List.of(after, examine(TestHands.furrows(6, 0.12), STRAIGHT, STRAIGHT)));
        assertThat(mdc(unsteady)).isGreaterThan(1.2 * mdc(steady));
    }

    private static double mdc(Comparison comparison) {
        return change(comparison, Metric.ROUGHNESS_INDEX).mdcPercent();
    }

    private static List<Examination> threeShots(double amplitude) {
        TestHands.Relief skin = TestHands.furrows(6, amplitude);
        return DoubleStream.of(0, 0.1, 0.2)
                .mapToObj(exposure -> examine((x, y) -> exposure + skin.at(x, y), STRAIGHT, STRAIGHT))
                .toList();
    }

    /** Seeds are fixed and no order of threads matters: four at once say what one says, to the last bit. */
    @Test
    void threadsChangeNothing() {
        Examination before = examine(TestHands.furrows(10, 0.08), STRAIGHT, STRAIGHT);
        Examination after = examine(TestHands.furrows(10, 0.06), STRAIGHT, STRAIGHT);
        List<Change> alone = compare(before, after).changes();
        assertThat(IntStream.range(0, 4)
                        .parallel()
                        .mapToObj(i -> compare(before, after).changes()))
                .allSatisfy(changes -> assertThat(changes).isEqualTo(alone));
    }

    /** The light from the other side: as strong, but relief depends on where it comes from. */
    @Test
    void lightFromTheOtherSideIsNoticed() {
        TestHands.Relief skin = TestHands.furrows(7, 0.12);
        Comparison c = compare(
                examine((x, y) -> 0.012 * x + skin.at(x, y), STRAIGHT, STRAIGHT),
                examine((x, y) -> -0.012 * x + skin.at(x, y), STRAIGHT, STRAIGHT));
        assertThat(c.comparability().reasons()).extracting(Finding::code).contains("light-differs");
    }

    /** Too little skin in common: a few squares agree on some map by chance, and that is not enough. */
    @Test
    void aSmallPieceOfOtherSkinDoesNotPass() {
        View small = new View(220, 8, Math.PI / 2, new Point(110, 110));
        Comparison c = compare(
                examine(TestHands.furrows(8, 0.12), small, small), examine(TestHands.furrows(9, 0.12), small, small));
        assertThat(c.comparability().verdict()).isEqualTo(Comparability.Verdict.NOT_COMPARABLE);
    }
}
