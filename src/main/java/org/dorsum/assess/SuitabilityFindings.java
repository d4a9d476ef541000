package org.dorsum.assess;

import java.util.List;
import org.dorsum.measure.AreaKind;
import org.dorsum.measure.Mark;
import org.dorsum.photo.Finding;

/** Says where a clinician should look before a treatment; never what it is. */
final class SuitabilityFindings {
    private SuitabilityFindings() {}

    static List<Finding> of(List<Mark> marks) {
        long areas = marks.stream()
                .filter(m -> m instanceof Mark.Area a && a.kind() == AreaKind.SUSPECT)
                .count();
        return areas == 0
                ? List.of()
                : List.of(new Finding(
                        "clinician-before-treatment",
                        Finding.Severity.WARNING,
                        (areas == 1 ? "An outlined area looks" : areas + " outlined areas look")
                                + " broken, crusted or strongly inflamed.",
                        "Have a clinician look before treating. The photo cannot say what it is."));
    }
}
