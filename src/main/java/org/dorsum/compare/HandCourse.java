package org.dorsum.compare;

import java.util.List;
import java.util.Optional;
import org.dorsum.measure.Metric;
import org.dorsum.photo.Finding;

/**
 * The course of one hand: each later session against the first. Immutable, without pixels.
 *
 * @param hand which
 * @param problem why there is no course at all, as part of a sentence, if there is none
 * @param steps one a later session, in order
 * @param metrics one a metric that has a better and a worse direction
 */
public record HandCourse(CoursePlan.Hand hand, Optional<String> problem, List<Step> steps, List<MetricCourse> metrics) {

    /**
     * A later session against the first.
     *
     * @param photosBefore distinct photos of the first session that took part
     * @param photosAfter distinct photos of this session
     * @param comparability absent where no photo of the session could be measured
     * @param changes empty where there is no comparison
     * @param map where on the hand, in pixels of the first session's first photo that could be measured
     * @param warnings about the days since the last treatment
     */
    public record Step(
            CoursePlan.Session session,
            int photosBefore,
            int photosAfter,
            Optional<Comparability> comparability,
            Optional<Registration> registration,
            List<Change> changes,
            ChangeMap map,
            List<Finding> warnings) {
        /** Copies the lists. */
        public Step {
            changes = List.copyOf(changes);
            warnings = List.copyOf(warnings);
        }

        /** The change of a metric, if one is given. */
        public Optional<Change.Outcome.Compared> change(Metric metric) {
            return changes.stream()
                    .filter(c -> c.metric() == metric && c.outcome() instanceof Change.Outcome.Compared)
                    .map(c -> (Change.Outcome.Compared) c.outcome())
                    .findFirst();
        }

        /** Whether numbers are given. */
        public boolean comparable() {
            return comparability.isPresent() && comparability.get().verdict() != Comparability.Verdict.NOT_COMPARABLE;
        }
    }

    /** Copies the lists. */
    public HandCourse {
        steps = List.copyOf(steps);
        metrics = List.copyOf(metrics);
    }
}
