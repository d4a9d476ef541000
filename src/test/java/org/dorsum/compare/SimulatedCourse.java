package org.dorsum.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.dorsum.measure.Metric;

/**
 * Courses drawn as numbers: a known course of the logarithm, a re-shot error at every session (the first included) and an error of
 * which skin was seen at every later one.
 *
 * @param truth logarithm of the value against the first session's, by session from 0
 * @param sessions with the first
 * @param variation within-subject coefficient of variation of one photo
 * @param photos in each session
 * @param spatial standard error of a change by which skin was seen, a fraction
 */
record SimulatedCourse(DoubleUnaryOperator truth, int sessions, double variation, int photos, double spatial) {
    private static final double Z95 = 1.959963984540054;

    /** One course as {@code course} would see it. */
    MetricCourse draw(Random random) {
        double first = variation / Math.sqrt(photos) * random.nextGaussian();
        List<CourseStatistics.Point> points = new ArrayList<>();
        for (int i = 1; i < sessions; i++) {
            double own = Math.hypot(variation / Math.sqrt(photos), spatial) * random.nextGaussian();
            double ratio = Math.exp(truth.applyAsDouble(i) + own - first);
            double change = 100 * (ratio - 1);
            double half = 100
                    * Z95
                    * Math.hypot(spatial * ratio, variation * Math.sqrt(1.0 / photos + ratio * ratio / photos));
            double mdc = 100 * Z95 * variation * Math.sqrt(2.0 / photos);
            points.add(new CourseStatistics.Point(
                    i,
                    photos,
                    new Change.Outcome.Compared(
                            1,
                            ratio,
                            change,
                            Math.max(-100, change - half),
                            change + half,
                            mdc,
                            Change.Verdict.NO_DETECTABLE_CHANGE)));
        }
        return CourseStatistics.of(Metric.ROUGHNESS_INDEX, OptionalDouble.of(variation), 0, photos, points, 1);
    }
}
