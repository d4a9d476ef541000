package org.dorsum.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.dorsum.assess.Examination;
import org.dorsum.compare.CourseStatistics.Point;
import org.dorsum.measure.Metric;
import org.dorsum.photo.Finding;
import org.dorsum.stats.Quantiles;

/**
 * A course of treatment: every later session of a hand against its first, with trend and levelling-off. Immutable. Holds the photos of
 * the first session and of one other in memory, no more; each photo is examined once.
 */
public final class Course {
    private static final double Z95 = 1.959963984540054; // two-sided 95 % of the normal distribution

    private final Comparer comparer;

    private Course(Comparer comparer) {
        this.comparer = comparer;
    }

    /** Courses whose sessions {@code comparer} compares. */
    public static Course with(Comparer comparer) {
        return new Course(comparer);
    }

    /** Examines photos; tells what is wrong with those that it cannot read. */
    @FunctionalInterface
    public interface Eye {
        /** The examination; absent where the photo cannot be read. */
        Optional<Examination> examine(CoursePlan.Photo photo);
    }

    /** Follows one hand. */
    public HandCourse follow(CoursePlan.Hand hand, Eye eye) {
        if (hand.sessions().size() < 2) {
            return without(hand, "there is one session only");
        }
        CoursePlan.Session first = hand.sessions().get(0);
        List<Examination> before = examine(first, eye);
        if (before.isEmpty()) {
            return without(hand, "no photo of the first session could be measured");
        }
        List<HandCourse.Step> steps = new ArrayList<>();
        for (CoursePlan.Session session :
                hand.sessions().subList(1, hand.sessions().size())) {
            steps.add(step(before, session, eye));
        }
        double step = CourseStatistics.step(
                hand.sessions().stream().map(CoursePlan.Session::time).toList());
        List<MetricCourse> metrics = Stream.of(Metric.values())
                .filter(m -> m.better() != Metric.Better.NEITHER)
                .map(m -> metric(m, first, steps, step))
                .toList();
        return new HandCourse(hand, Optional.empty(), steps, metrics);
    }

    private static HandCourse without(CoursePlan.Hand hand, String why) {
        return new HandCourse(hand, Optional.of(why), List.of(), List.of());
    }

    /** What can be measured of a session; a rejected photo does not spoil its neighbours. */
    private static List<Examination> examine(CoursePlan.Session session, Eye eye) {
        return session.photos().stream()
                .map(eye::examine)
                .flatMap(Optional::stream)
                .filter(e -> e.skin().isPresent())
                .toList();
    }

    private HandCourse.Step step(List<Examination> before, CoursePlan.Session session, Eye eye) {
        List<Finding> warnings =
                session.daysSinceTreatment().map(SinceTreatment::warnings).orElse(List.of());
        List<Examination> after = examine(session, eye);
        if (after.isEmpty()) {
            return new HandCourse.Step(
                    session, 0, 0, Optional.empty(), Optional.empty(), List.of(), ChangeMap.none(), warnings);
        }
        Comparison c = comparer.compare(before, after);
        return new HandCourse.Step(
                session,
                c.before().size(),
                c.after().size(),
                Optional.of(c.comparability()),
                c.registration(),
                c.changes(),
                c.map(),
                warnings);
    }

    private MetricCourse metric(Metric metric, CoursePlan.Session first, List<HandCourse.Step> steps, double step) {
        List<Point> points = new ArrayList<>();
        int photosBefore = 1;
        for (HandCourse.Step s : steps) {
            Optional<Change.Outcome.Compared> change = s.change(metric);
            if (change.isPresent()) {
                points.add(new Point(s.session().time(), s.photosAfter(), change.get()));
                photosBefore = s.photosBefore();
            }
        }
        return CourseStatistics.of(metric, variation(points, photosBefore), first.time(), photosBefore, points, step);
    }

    /** What photographing again moves a single photo, a fraction: median over what the comparisons of a course hold detectable. */
    private static OptionalDouble variation(List<Point> points, int photosBefore) {
        double[] single = points.stream()
                .mapToDouble(
                        p -> p.change().mdcPercent() / 100 / Z95 / Math.sqrt(1.0 / photosBefore + 1.0 / p.photos()))
                .toArray();
        return single.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Quantiles.median(single));
    }
}
