package org.dorsum.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dorsum.assess.Norms;
import org.dorsum.assess.Scores;

/** Scores in words: what they are read against goes with them. */
final class ScoreText {
    private ScoreText() {}

    /** One line with all scores and whose norms they are, one a note; none where there are no norms. */
    static List<String> lines(Scores scores, Words words) {
        List<String> lines = new ArrayList<>();
        cohort(scores, words).ifPresent(cohort -> {
            lines.add(words.get("score.header", cohort));
            lines.add(values(scores, words));
            scores.notes().forEach(note -> lines.add(words.said(note)));
        });
        return lines;
    }

    /** Who the norms are of: name, numbers, ages. */
    static Optional<String> cohort(Scores scores, Words words) {
        return scores.norms()
                .map(n -> words.get(
                        "score.cohort",
                        n.name(),
                        n.cohort().people(),
                        n.cohort().hands(),
                        n.cohort().ages().map(a -> ages(a, words)).orElseGet(() -> words.get("score.ages.unknown"))));
    }

    private static String ages(Norms.Ages a, Words words) {
        return words.get(
                "score.ages", words.fixed(a.youngest(), 0), words.fixed(a.oldest(), 0), words.fixed(a.median(), 0));
    }

    /** What a family is called. */
    static String name(Scores.Family family, Words words) {
        return words.get("family." + family.name().toLowerCase(Locale.ROOT));
    }

    private static String values(Scores scores, Words words) {
        List<String> parts = new ArrayList<>();
        for (Scores.Family family : Scores.Family.values()) {
            String name = name(family, words);
            if (scores.of(family) instanceof Scores.Score.Given g) {
                parts.add(words.get(
                        "score.given",
                        name,
                        words.fixed(g.value(), 0),
                        words.fixed(g.low(), 0),
                        words.fixed(g.high(), 0)));
            } else if (scores.of(family) instanceof Scores.Score.Absent absent) {
                parts.add(words.get("score.absent", name, words.said(absent.text())));
            }
        }
        return String.join(", ", parts);
    }
}
