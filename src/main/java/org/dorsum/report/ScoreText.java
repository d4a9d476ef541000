package org.dorsum.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dorsum.assess.Scores;

/** Scores in words: what they are read against goes with them. */
final class ScoreText {
    private ScoreText() {}

    /** One line with all scores and whose norms they are, one a note; none where there are no norms. */
    static List<String> lines(Scores scores) {
        List<String> lines = new ArrayList<>();
        scores.cohort().ifPresent(cohort -> {
            lines.add("Scores, 0 to 100, higher is better, against " + cohort + ":");
            lines.add(values(scores));
            lines.addAll(scores.notes());
        });
        return lines;
    }

    private static String values(Scores scores) {
        List<String> parts = new ArrayList<>();
        for (Scores.Family family : Scores.Family.values()) {
            String name = family.name().toLowerCase(Locale.ROOT);
            if (scores.of(family) instanceof Scores.Score.Given g) {
                parts.add(String.format(Locale.ROOT, "%s %.0f (%.0f to %.0f)", name, g.value(), g.low(), g.high()));
            } else if (scores.of(family) instanceof Scores.Score.Absent absent) {
                parts.add(name + " none (" + absent.text() + ")");
            }
        }
        return String.join(", ", parts);
    }
}
