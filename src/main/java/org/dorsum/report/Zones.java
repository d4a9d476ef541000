package org.dorsum.report;

import java.util.List;
import org.dorsum.assess.Assessment;
import org.dorsum.hand.Zone;
import org.dorsum.measure.Measurement;

/** Which zones of a hand were measured. */
final class Zones {
    private Zones() {}

    /** The zone that people are shown, if it was measured: the back of the hand. All others are for tables. */
    static List<Zone> headline(Assessment assessment) {
        return of(assessment).contains(Zone.DORSUM) ? List.of(Zone.DORSUM) : List.of();
    }

    /** The zones that have measurements, in the order in which they were taken. */
    static List<Zone> of(Assessment assessment) {
        return assessment.measurements().stream()
                .map(Measurement::zone)
                .distinct()
                .toList();
    }
}
