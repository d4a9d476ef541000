package org.dorsum.report;

import java.util.List;
import org.dorsum.assess.Assessment;
import org.dorsum.compare.Cohort;
import org.dorsum.compare.Control;
import org.dorsum.compare.CoursePlan;
import org.dorsum.compare.HandCourse;
import org.dorsum.compare.Repeatability;

/**
 * All that a course says. Immutable.
 *
 * @param hands one a hand of the plan, in its order
 * @param controls treated against untreated hands
 * @param cohort tables of a study
 * @param repeatability the table that changes were held against
 * @param method with what it was measured
 */
public record CourseResults(
        CoursePlan plan,
        List<HandCourse> hands,
        List<Control> controls,
        List<Cohort.Row> cohort,
        Repeatability repeatability,
        Assessment.Method method) {
    /** Copies the lists. */
    public CourseResults {
        hands = List.copyOf(hands);
        controls = List.copyOf(controls);
        cohort = List.copyOf(cohort);
    }
}
