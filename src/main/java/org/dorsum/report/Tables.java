package org.dorsum.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dorsum.assess.Norms;
import org.dorsum.assess.Scores;
import org.dorsum.compare.Repeatability;
import org.dorsum.measure.Metric;
import org.dorsum.stats.Estimate;

/** The tables that numbers are read against: norms and repeatability, shown wherever they were used. */
final class Tables {
    private static final List<Double> SHOWN = List.of(0.1, 0.5, 0.9); // probabilities of the norms' quantiles

    private Tables() {}

    /**
     * Norms on a page.
     *
     * @param text who they are of and what a score is
     * @param conditions how the group was photographed
     * @param heads of the columns of quantiles
     * @param notes what to know about the scores
     */
    record NormsView(
            String text,
            String conditions,
            List<String> heads,
            List<NormsRow> rows,
            List<String> notes,
            List<ScoreRow> scores) {}

    /** A metric of the norms: name, hands, one text a quantile. */
    record NormsRow(String name, String unit, String hands, List<String> quantiles) {}

    /** Scores of a family, one text a photo: value and interval, or why there is none. */
    record ScoreRow(String name, List<String> values) {}

    /** The norms that these photos' scores are read against, with the scores; empty where there are none. */
    static Optional<NormsView> norms(List<Scores> photos, Words words) {
        return photos.get(0).norms().map(n -> {
            List<String> notes = new ArrayList<>();
            photos.forEach(s -> s.notes().stream()
                    .map(words::said)
                    .filter(note -> !notes.contains(note))
                    .forEach(notes::add));
            return new NormsView(
                    words.get(
                            "norms.text", ScoreText.cohort(photos.get(0), words).orElseThrow()),
                    words.get(
                            "norms.conditions",
                            words.fixed(n.conditions().leastPixelsPerMm(), 1),
                            words.fixed(n.conditions().mostPixelsPerMm(), 1),
                            words.get(
                                    n.conditions().calibrated()
                                            ? "calibration.calibrated"
                                            : "calibration.uncalibrated"),
                            n.method().toolVersion()),
                    SHOWN.stream().map(p -> words.fixed(100 * p, 0) + " %").toList(),
                    normsRows(n, words),
                    notes,
                    scoreRows(photos, words));
        });
    }

    private static List<NormsRow> normsRows(Norms norms, Words words) {
        Wording wording = new Wording(words);
        List<NormsRow> rows = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            Norms.Reference reference = norms.references().get(metric);
            if (reference != null) {
                rows.add(new NormsRow(
                        wording.name(metric),
                        wording.unit(metric),
                        String.valueOf(reference.hands()),
                        SHOWN.stream().map(p -> quantile(reference, p, words)).toList()));
            }
        }
        return rows;
    }

    /** The quantile nearest to a probability. */
    private static String quantile(Norms.Reference reference, double probability, Words words) {
        Norms.Quantile q = reference.quantiles().stream()
                .min(Comparator.comparingDouble(x -> Math.abs(x.probability() - probability)))
                .orElseThrow();
        int decimals = Numbers.commonDecimals(q.value(), q.high());
        return words.fixed(q.value(), decimals) + " ("
                + words.get("range", words.fixed(q.low(), decimals), words.fixed(q.high(), decimals)) + ")";
    }

    private static List<ScoreRow> scoreRows(List<Scores> photos, Words words) {
        List<ScoreRow> rows = new ArrayList<>();
        for (Scores.Family family : Scores.Family.values()) {
            rows.add(new ScoreRow(
                    ScoreText.name(family, words),
                    photos.stream().map(s -> score(s.of(family), words)).toList()));
        }
        return rows;
    }

    private static String score(Scores.Score score, Words words) {
        if (score instanceof Scores.Score.Given g) {
            return words.fixed(g.value(), 0) + " ("
                    + words.get("range", words.fixed(g.low(), 0), words.fixed(g.high(), 0)) + ")";
        }
        return "– (" + words.said(((Scores.Score.Absent) score).text()) + ")";
    }

    /** Repeatability on a page. */
    record RepeatView(String sentence, String conditions, List<RepeatRow> rows) {}

    /** A metric's variation and smallest detectable change. */
    record RepeatRow(String name, String hands, String variation, String detectable) {}

    /** The table of repeatability, metrics of the headlines only. */
    static RepeatView repeatability(Repeatability table, Words words) {
        Wording wording = new Wording(words);
        Repeatability.Source s = table.source();
        String unknown = words.get("repeat.unknown");
        List<RepeatRow> rows = new ArrayList<>();
        Map<Metric, Repeatability.Entry> entries = table.entries();
        for (Metric metric : Metric.headlines()) {
            Repeatability.Entry e = entries.get(metric);
            if (e != null) {
                Estimate cv = e.variation().map(v -> 100 * v);
                Estimate mdc = cv.map(v -> 1.96 * Math.sqrt(2) * v);
                rows.add(new RepeatRow(
                        wording.name(metric),
                        e.hands() == 0 ? "–" : String.valueOf(e.hands()),
                        interval(cv, cv.value() < 10 ? 1 : 0, words),
                        interval(mdc, 0, words)));
            }
        }
        return new RepeatView(
                RepeatabilityNote.sentence(table, words),
                words.get(
                        "repeat.conditions",
                        s.camera().isEmpty() ? unknown : s.camera(),
                        s.conditions().isEmpty() ? unknown : s.conditions()),
                rows);
    }

    static String interval(Estimate e, int decimals, Words words) {
        String value = words.fixed(e.value(), decimals);
        return e.low() == e.high()
                ? value
                : value + " (" + words.get("range", words.fixed(e.low(), decimals), words.fixed(e.high(), decimals))
                        + ")";
    }
}
