package org.dorsum.compare;

import java.util.List;
import java.util.Optional;
import org.dorsum.assess.Assessment;

/**
 * One session against an earlier one. Immutable.
 *
 * @param before assessments of the earlier session's photos
 * @param after assessments of the later session's photos
 * @param registration of the first later photo onto the first earlier one; absent where they do not fit
 * @param changes one per zone and metric that has a better and a worse direction
 * @param repeatability the table that changes were held against
 * @param map where on the hand
 */
public record Comparison(
        List<Assessment> before,
        List<Assessment> after,
        Comparability comparability,
        Optional<Registration> registration,
        List<Change> changes,
        Repeatability repeatability,
        ChangeMap map) {

    /** Copies the lists. */
    public Comparison {
        before = List.copyOf(before);
        after = List.copyOf(after);
        changes = List.copyOf(changes);
    }

    /** A comparison without a map. */
    public Comparison(
            List<Assessment> before,
            List<Assessment> after,
            Comparability comparability,
            Optional<Registration> registration,
            List<Change> changes,
            Repeatability repeatability) {
        this(before, after, comparability, registration, changes, repeatability, ChangeMap.none());
    }
}
