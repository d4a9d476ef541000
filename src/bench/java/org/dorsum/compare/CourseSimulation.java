package org.dorsum.compare;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.dorsum.stats.Estimate;

/** Courses drawn as numbers: how often the intervals hold the truth, and how often levelling-off is claimed, rightly and wrongly. */
public final class CourseSimulation {
    private static final int COURSES = 2000;

    private CourseSimulation() {}

    /** Prints one line a kind of course. */
    public static void main(String[] none) {
        System.out.println(
                "course                     sessions  cv   photos  trend holds %  next holds %  levelled  improving  cannot tell  no improvement");
        for (int sessions : new int[] {3, 4, 6, 8}) {
            for (double[] kind : new double[][] {{0.06, 1}, {0.06, 3}, {0.12, 1}}) {
                run("straight, -8 % a session", i -> -0.083 * i, true, sessions, kind[0], (int) kind[1]);
                run("unchanged", i -> 0, true, sessions, kind[0], (int) kind[1]);
                run(
                        "to -40 %, half at 1.5",
                        i -> -0.51 * (1 - Math.pow(0.5, i / 1.5)), false, sessions, kind[0], (int) kind[1]);
                run("to -40 % at once", i -> i == 0 ? 0 : -0.51, false, sessions, kind[0], (int) kind[1]);
            }
        }
    }

    private static void run(String name, DoubleUnaryOperator truth, boolean line, int sessions, double cv, int photos) {
        SimulatedCourse course = new SimulatedCourse(truth, sessions, cv, photos, cv / 2);
        Random random = new Random(20_261_127L);
        double slope = 100 * Math.expm1(truth.applyAsDouble(1));
        double next = 100 * Math.expm1(truth.applyAsDouble(sessions) - truth.applyAsDouble(sessions - 1));
        int trend = 0;
        int step = 0;
        Map<MetricCourse.Verdict, Integer> verdicts = new EnumMap<>(MetricCourse.Verdict.class);
        for (int i = 0; i < COURSES; i++) {
            MetricCourse m = course.draw(random);
            trend += holds(m.trend().orElseThrow(), slope) ? 1 : 0;
            step += holds(m.levelling().next().orElseThrow(), next) ? 1 : 0;
            verdicts.merge(m.levelling().verdict(), 1, Integer::sum);
        }
        System.out.printf(
                Locale.ROOT,
                "%-26s %5d %7.2f %5d %11s %14.1f %11.1f %9.1f %11.1f %13.1f%n",
                name,
                sessions,
                cv,
                photos,
                line ? String.format(Locale.ROOT, "%.1f", 100.0 * trend / COURSES) : "-",
                100.0 * step / COURSES,
                share(verdicts, MetricCourse.Verdict.LEVELLED_OFF),
                share(verdicts, MetricCourse.Verdict.STILL_IMPROVING),
                share(verdicts, MetricCourse.Verdict.CANNOT_TELL),
                share(verdicts, MetricCourse.Verdict.NO_IMPROVEMENT_YET));
    }

    private static boolean holds(Estimate e, double truth) {
        double slack = 0.1; // percent: the exponential's fastest rate is short of a jump by less
        return e.low() - slack <= truth && truth <= e.high() + slack;
    }

    private static double share(Map<MetricCourse.Verdict, Integer> verdicts, MetricCourse.Verdict verdict) {
        return 100.0 * verdicts.getOrDefault(verdict, 0) / COURSES;
    }
}
