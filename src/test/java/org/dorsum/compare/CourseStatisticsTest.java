package org.dorsum.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.dorsum.compare.Change.Outcome.Compared;
import org.dorsum.compare.CourseStatistics.Point;
import org.dorsum.measure.Metric;
import org.dorsum.stats.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseStatisticsTest {
    private static final double CV = 0.06;

    private static Point point(double time, double change) {
        double ratio = 1 + change / 100;
        double half = 196 * CV * Math.sqrt(1 + ratio * ratio);
        return new Point(
                time,
                1,
                new Compared(10, 10 * ratio, change, change - half, change + half, 16.6, Change.Verdict.IMPROVED));
    }

    private static MetricCourse course(Point... points) {
        return CourseStatistics.of(Metric.ROUGHNESS_INDEX, OptionalDouble.of(CV), 0, 1, List.of(points), 1);
    }

    @Test
    void equalStepsInPercentAreALine() {
        // By hand: −10 % a session, compounded
        MetricCourse m = course(point(1, -10), point(2, -19), point(3, -27.1));
        assertThat(m.trend().orElseThrow().value()).isCloseTo(-10, within(0.2));
        assertThat(m.scatter()).isEqualTo(1);
        assertThat(m.sessions()).isEqualTo(4);
    }

    @Test
    void twoSessionsAreATrendButNotEnoughForMore() {
        MetricCourse m = course(point(1, -20));
        assertThat(m.trend().orElseThrow().value()).isCloseTo(-20, within(1e-9));
        assertThat(m.levelling().verdict()).isEqualTo(MetricCourse.Verdict.NOT_ENOUGH_SESSIONS);
        assertThat(m.levelling().next()).isEmpty();
    }

    @Test
    void withoutRepeatabilityThereIsNoTrend() {
        MetricCourse m = CourseStatistics.of(
                Metric.ROUGHNESS_INDEX, OptionalDouble.empty(), 0, 1, List.of(point(1, -20), point(2, -30)), 1);
        assertThat(m.trend()).isEmpty();
        assertThat(m.levelling().verdict()).isEqualTo(MetricCourse.Verdict.NOT_ENOUGH_SESSIONS);
    }

    @Test
    void nothingLeftHasNoLogarithmAndIsLeftOut() {
        assertThat(course(point(1, -100)).trend()).isEmpty();
        assertThat(course(point(1, -20), point(2, -100)).sessions()).isEqualTo(2);
    }

    @Test
    void aBentCourseHasLevelledOffAndAStraightOneHasNot() {
        MetricCourse bent =
                course(point(1, -35), point(2, -41), point(3, -42), point(4, -42), point(5, -42), point(6, -42));
        assertThat(bent.levelling().verdict()).isEqualTo(MetricCourse.Verdict.LEVELLED_OFF);
        MetricCourse straight = course(point(1, -10), point(2, -19), point(3, -27), point(4, -34), point(5, -41));
        assertThat(straight.levelling().verdict()).isEqualTo(MetricCourse.Verdict.STILL_IMPROVING);
        assertThat(straight.levelling().next().orElseThrow().value()).isCloseTo(-10, within(1.0));
        MetricCourse flat = course(point(1, 2), point(2, -3), point(3, 1));
        assertThat(flat.levelling().verdict()).isEqualTo(MetricCourse.Verdict.NO_IMPROVEMENT_YET);
    }

    /** Standard error of a coverage near 95 % in 1500 courses is 0.6 %, so the bar of 90 to 98 % leaves room for five of it. */
    @ParameterizedTest
    @CsvSource({"3,0.06,1,0.03", "5,0.12,1,0.05", "6,0.06,3,0.02"})
    void theTrendsIntervalHoldsTheTruth(int sessions, double variation, int photos, double spatial) {
        SimulatedCourse course = new SimulatedCourse(i -> -0.08 * i, sessions, variation, photos, spatial);
        Random random = new Random(11);
        double truth = 100 * Math.expm1(-0.08);
        int held = 0;
        int levelled = 0;
        for (int i = 0; i < 1500; i++) {
            MetricCourse m = course.draw(random);
            Estimate t = m.trend().orElseThrow();
            held += t.low() <= truth && truth <= t.high() ? 1 : 0;
            levelled += m.levelling().verdict() == MetricCourse.Verdict.LEVELLED_OFF ? 1 : 0;
        }
        assertThat(held / 1500.0).isBetween(0.90, 0.98);
        assertThat(levelled / 1500.0).isLessThan(0.05);
    }
}
