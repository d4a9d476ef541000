package org.dorsum.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dorsum.compare.Change.Outcome.Compared;
import org.dorsum.hand.Zone;
import org.dorsum.measure.Metric;
import org.junit.jupiter.api.Test;

class CohortTest {
    /** Student 1908, extra hours of sleep, as if they were percent. */
    private static final double[] SLEEP = {1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4};

    private static HandCourse course(String subject, String side, Optional<Boolean> treated, double... changes) {
        List<CoursePlan.Session> sessions = new ArrayList<>();
        sessions.add(session(0));
        List<HandCourse.Step> steps = new ArrayList<>();
        for (double change : changes) {
            sessions.add(session(sessions.size()));
            Compared c = new Compared(
                    10, 10 + change / 10, change, change - 8, change + 8, 6, Change.Verdict.NO_DETECTABLE_CHANGE);
            steps.add(new HandCourse.Step(
                    sessions.get(sessions.size() - 1),
                    1,
                    1,
                    Optional.of(new Comparability(Comparability.Verdict.COMPARABLE, List.of())),
                    Optional.empty(),
                    List.of(new Change(Zone.DORSUM, Metric.ROUGHNESS_INDEX, c)),
                    ChangeMap.none(),
                    List.of()));
        }
        return new HandCourse(
                new CoursePlan.Hand(subject, side, treated, "", sessions), Optional.empty(), steps, List.of());
    }

    private static CoursePlan.Session session(int i) {
        return new CoursePlan.Session(String.valueOf(i + 1), i, Optional.empty(), Optional.empty(), List.of());
    }

    private static List<HandCourse> sleepers(int n) {
        List<HandCourse> hands = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            hands.add(course("s" + i, "left", Optional.empty(), SLEEP[i]));
        }
        return hands;
    }

    @Test
    void studentsSleepAsACohort() {
        Cohort.Row row = Cohort.of(sleepers(10), List.of()).get(0);
        assertThat(row.n()).isEqualTo(10);
        assertThat(row.session()).isEqualTo(2);
        assertThat(row.mean().orElseThrow().value()).isCloseTo(1.58, within(1e-12));
        Cohort.Tests t = row.tests().orElseThrow();
        assertThat(t.t()).isCloseTo(0.002833, within(1e-6));
        assertThat(t.tHolm()).isEqualTo(t.t()); // one metric alone
        assertThat(row.before().orElseThrow().mean()).isEqualTo(10);
        assertThat(row.after().orElseThrow().mean()).isCloseTo(10.158, within(1e-12));
    }

    @Test
    void fourSubjectsGiveNoTestAndSayWhy() {
        List<Cohort.Row> rows = Cohort.of(sleepers(4), List.of());
        assertThat(rows).allMatch(r -> r.tests().isEmpty() && r.mean().isEmpty());
        assertThat(rows).extracting(Cohort.Row::reason).containsOnly("fewer-than-5-subjects");
    }

    @Test
    void twoHandsOfAPersonCountOnce() {
        List<HandCourse> hands = new ArrayList<>(sleepers(5));
        hands.add(course("s0", "right", Optional.empty(), SLEEP[0] + 2));
        Cohort.Row row = Cohort.of(hands, List.of()).get(0);
        assertThat(row.n()).isEqualTo(5);
        assertThat(row.mean().orElseThrow().value()).isCloseTo((6.2 + 1) / 5, within(1e-12)); // s0 counts 2.2
    }

    @Test
    void theUntreatedHandIsTakenOff() {
        List<HandCourse> hands = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            hands.add(course("s" + i, "left", Optional.of(true), -20 - i));
            hands.add(course("s" + i, "right", Optional.of(false), 2));
        }
        List<Control> controls = Control.of(hands);
        assertThat(controls).hasSize(6);
        // By hand: −20 − 2 = −22 ± √(8² + 8²); re-shots √(6² + 6²)
        Control first = controls.get(0);
        assertThat(first.difference().value()).isEqualTo(-22);
        assertThat(first.difference().high()).isCloseTo(-22 + 8 * Math.sqrt(2), within(1e-12));
        assertThat(first.mdcPoints()).isCloseTo(6 * Math.sqrt(2), within(1e-12));
        assertThat(first.verdict()).isEqualTo(Change.Verdict.IMPROVED);
        List<Cohort.Row> rows = Cohort.of(hands, controls);
        assertThat(rows.stream().filter(r -> r.kind() == Cohort.Kind.TREATED_LESS_UNTREATED))
                .singleElement()
                .satisfies(r -> assertThat(r.mean().orElseThrow().value()).isCloseTo(-24.5, within(1e-12)));
        assertThat(rows).extracting(Cohort.Row::treated).contains("yes", "no");
    }

    @Test
    void aCommonSlopeInPercent() {
        List<HandCourse> hands = new ArrayList<>();
        double[] wobble = {1, -1, 0.5, -0.5, 0.3, -0.3};
        for (int i = 0; i < 6; i++) {
            hands.add(course("s" + i, "left", Optional.empty(), -10 + wobble[i], -19, -27.1));
        }
        Cohort.Row slope = Cohort.of(hands, List.of()).stream()
                .filter(r -> r.kind() == Cohort.Kind.TREND)
                .findFirst()
                .orElseThrow();
        assertThat(slope.mean().orElseThrow().value()).isCloseTo(-10, within(0.1));
        assertThat(slope.mean().orElseThrow().leavesOutZero()).isTrue();
    }
}
