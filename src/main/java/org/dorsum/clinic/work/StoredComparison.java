package org.dorsum.clinic.work;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Photos that were, or are to be, held against each other.
 *
 * @param label what the caller calls it: to find those of a client's hand again
 * @param before ids of the earlier photos; of a course all photos in their order
 * @param after ids of the later photos; none for a course
 * @param verdict {@code comparable}, {@code limited} or {@code not-comparable} once there is a result; for a course {@code course}
 *     or {@code no-course}
 * @param madeBy id of the user
 */
public record StoredComparison(
        String id,
        String label,
        List<String> before,
        List<String> after,
        Progress progress,
        Optional<String> verdict,
        String madeBy,
        Instant madeAt) {

    /** Copies the lists. */
    public StoredComparison {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
