package org.dorsum.compare;

import java.util.List;
import java.util.Optional;
import org.dorsum.assess.Assessor;
import org.dorsum.assess.Examination;
import org.dorsum.assess.Measures;

/** Compares two sessions of the same hand. Immutable and safe for use by many threads. */
public final class Comparer {
    private final Measures measures;

    private Comparer(Measures measures) {
        this.measures = measures;
    }

    /** The measures that are compared. */
    public Measures measures() {
        return measures;
    }

    /** Compares with the measures of {@code assessor}. */
    public static Comparer with(Assessor assessor) {
        return new Comparer(assessor.measures());
    }

    /**
     * The change from one session to another.
     *
     * @param before examinations of the earlier session's photos, at least one
     * @param after examinations of the later session's photos, at least one
     */
    public Comparison compare(List<Examination> before, List<Examination> after) {
        return new Comparison(
                before.stream().map(Examination::assessment).toList(),
                after.stream().map(Examination::assessment).toList(),
                new Comparability(Comparability.Verdict.NOT_COMPARABLE, List.of()),
                Optional.empty(),
                List.of());
    }
}
