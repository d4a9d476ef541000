package org.dorsum.compare;

import java.util.List;
import org.dorsum.assess.Assessor;
import org.dorsum.assess.Examination;

/** Compares two sessions of the same hand. Immutable and safe for use by many threads. */
public final class Comparer {
    private final Assessor assessor;

    private Comparer(Assessor assessor) {
        this.assessor = assessor;
    }

    /** Compares with the measures of {@code assessor}. */
    public static Comparer with(Assessor assessor) {
        return new Comparer(assessor);
    }

    /**
     * The change from one session to another.
     *
     * @param before examinations of the earlier session's photos, at least one
     * @param after examinations of the later session's photos, at least one
     */
    public Comparison compare(List<Examination> before, List<Examination> after) {
        throw new IllegalStateException("in preparation " + assessor);
    }
}
