package org.dorsum.compare;

import java.util.List;
import java.util.Locale;
import org.dorsum.photo.Finding;

/**
 * Whether two sessions can be compared at all, and what speaks against it.
 *
 * @param reasons why not, or why only in part; empty for comparable sessions
 */
public record Comparability(Verdict verdict, List<Finding> reasons) {

    /** How far a comparison can be trusted. */
    public enum Verdict {
        /** Nothing speaks against it. */
        COMPARABLE,
        /** Some measures suffer; the reasons say which. */
        LIMITED,
        /** No numbers are given. */
        NOT_COMPARABLE;

        /** The name in files: lower case, words joined by hyphens. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Copies the reasons. */
    public Comparability {
        reasons = List.copyOf(reasons);
    }
}
