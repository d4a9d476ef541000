package org.dorsum.report;

import java.util.List;
import org.dorsum.photo.Finding;

/**
 * One hand's part of the report of a course; lists of one or none stand for what may be absent.
 *
 * @param kind accent of the headline
 * @param problem why there is no course, or empty
 * @param pictures one a session that has one
 * @param glances the last change of each family in plain words
 * @param panels trends, one a measure
 * @param heads names of the later sessions
 * @param map where the last session that can be compared has changed
 * @param fates what became of spots by then, or empty
 * @param found what was found in sessions whose maps were made
 */
record CourseHand(
        String name,
        String headline,
        String lead,
        String kind,
        String problem,
        List<Picture> pictures,
        List<Glance> glances,
        List<String> sure,
        List<String> next,
        List<String> panels,
        List<MeasureRow> measures,
        List<StepRow> steps,
        List<String> heads,
        List<ChangeRow> changes,
        List<Picture> map,
        String fates,
        List<Found> found) {

    /** What was found in a session. */
    record Found(String session, List<Picture> maps) {}

    /** A measure over all sessions. */
    record MeasureRow(
            String name,
            String meaning,
            String last,
            String detectable,
            String trend,
            String scatter,
            String levelling,
            String next,
            String kind) {}

    /** A session. */
    record StepRow(
            String name, String days, String photos, String comparable, List<Finding> findings, boolean usable) {}

    /** Changes of a measure, one a later session. */
    record ChangeRow(String name, List<String> values) {}
}
