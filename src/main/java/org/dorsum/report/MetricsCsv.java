package org.dorsum.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dorsum.assess.Assessment;
import org.dorsum.assess.Calibration;
import org.dorsum.assess.Scores;
import org.dorsum.hand.Aspect;
import org.dorsum.hand.Hand;
import org.dorsum.hand.Side;
import org.dorsum.hand.Zone;
import org.dorsum.measure.Metric;
import org.dorsum.measure.Outcome;
import org.dorsum.photo.Finding;
import org.dorsum.report.PhotoResult.Outcome.Assessed;
import org.dorsum.report.PhotoResult.Outcome.Failed;

/**
 * {@code metrics.csv}: one row a photo, RFC 4180, UTF-8. The columns are promised to scripts: new ones are added at the
 * end. An empty cell is "not measured"; why, is in the long table, {@link ZonesCsv}. Numbers have six significant digits.
 */
public final class MetricsCsv {
    /** The columns in their order; {@link DataDictionary} says what each is. */
    public static final List<String> COLUMNS = DataDictionary.Table.METRICS.names();

    private MetricsCsv() {}

    /** The first line. */
    public static String header() {
        return CsvText.line(COLUMNS);
    }

    /** The line of one photo. */
    public static String line(PhotoResult result) {
        return CsvText.line(cells(result));
    }

    /** The cells of one photo, in the order of {@link #COLUMNS}. */
    public static List<String> cells(PhotoResult result) {
        Optional<Assessment> assessment =
                result.outcome() instanceof Assessed a ? Optional.of(a.assessment()) : Optional.empty();
        Optional<Hand> hand = assessment.flatMap(Assessment::hand);
        List<String> cells = new ArrayList<>(COLUMNS.size());
        cells.add(result.file());
        cells.add(result.labels().subject().orElse(""));
        cells.add(result.labels().session().orElse(""));
        cells.add(result.labels().hand().or(() -> side(hand)).orElse(""));
        cells.add(result.status());
        cells.add(result.reason());
        cells.add(hand.map(Hand::aspect).orElse(Aspect.UNCLEAR).label());
        cells.add(hand.map(h -> Numbers.cell(h.confidence())).orElse(""));
        cells.add(assessment.map(a -> Integer.toString(a.width())).orElse(""));
        cells.add(assessment.map(a -> Integer.toString(a.height())).orElse(""));
        cells.add(hand.map(h -> Numbers.cell(h.scale().pixelsPerMm())).orElse(""));
        cells.add(hand.map(h -> h.scale().source().label()).orElse("none"));
        cells.add(assessment.map(MetricsCsv::findings).orElse(""));
        for (Metric metric : Metric.headlines()) {
            cells.add(assessment.map(a -> value(a, metric)).orElse(""));
        }
        for (Scores.Family family : Scores.Family.values()) {
            cells.add(assessment.map(a -> score(a.scores(), family)).orElse(""));
        }
        cells.add(result.method().toolVersion());
        cells.add(
                result.outcome() instanceof Failed failed
                        ? failed.sha256().orElse("")
                        : assessment.map(a -> a.provenance().sha256()).orElse(""));
        cells.add(result.method().settingsSha256());
        String finder = result.method().handFinder();
        cells.add(finder.matches("[0-9a-f]{64}") ? finder : "");
        cells.add(finder);
        cells.add(assessment
                .flatMap(Assessment::calibration)
                .map(Calibration::label)
                .orElse(""));
        return List.copyOf(cells);
    }

    private static Optional<String> side(Optional<Hand> hand) {
        return hand.map(Hand::side).filter(s -> s != Side.UNCLEAR).map(Side::label);
    }

    private static String findings(Assessment assessment) {
        return assessment.findings().stream().map(Finding::code).distinct().collect(Collectors.joining(";"));
    }

    private static String score(Scores scores, Scores.Family family) {
        return scores.of(family) instanceof Scores.Score.Given g ? Numbers.cell(g.value()) : "";
    }

    private static String value(Assessment assessment, Metric metric) {
        return assessment.outcome(Zone.DORSUM, metric) instanceof Outcome.Measured m ? Numbers.cell(m.value()) : "";
    }
}
