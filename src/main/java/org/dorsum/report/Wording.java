package org.dorsum.report;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dorsum.assess.Assessment;
import org.dorsum.compare.Change;
import org.dorsum.hand.Zone;
import org.dorsum.measure.Metric;

/** What metrics, units, zones and verdicts are called before people; files use their labels. Immutable. */
final class Wording {
    /** As in terminal and data dictionary. */
    static final Wording ENGLISH = new Wording(Words.english());

    private final Words words;

    Wording(Words words) {
        this.words = words;
    }

    /** The metric's name, one singular noun phrase that can begin a sentence. */
    String name(Metric metric) {
        return words.get("metric." + metric.label());
    }

    /** What the number says, in the words one would use to a client. */
    String meaning(Metric metric) {
        return words.get("metric." + metric.label() + ".meaning");
    }

    /** The metric's unit with its proper signs; empty for a bare number. */
    String unit(Metric metric) {
        return words.get("unit." + metric.unit());
    }

    /** The unit, and of a value of colour whether it is calibrated. */
    String unit(Metric metric, Assessment a) {
        return Stream.concat(
                        Stream.of(unit(metric)),
                        a.calibration(metric).map(c -> words.get("calibration." + c.label())).stream())
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** The zone's name. */
    String name(Zone zone) {
        return words.get("zone." + zone.label());
    }

    /** The metric's name, with the zone where it is not the back of the hand. */
    String name(Metric metric, Zone zone) {
        return zone == Zone.DORSUM ? name(metric) : name(metric) + ", " + name(zone);
    }

    /** The metric's name within a sentence. */
    String inSentence(Metric metric, Zone zone) {
        return words.inSentence(name(metric, zone));
    }

    /** The verdict in words. */
    String verdict(Change.Verdict verdict) {
        return words.get("verdict." + verdict.label());
    }
}
