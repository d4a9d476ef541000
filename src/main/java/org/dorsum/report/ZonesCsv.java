package org.dorsum.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dorsum.assess.Calibration;
import org.dorsum.assess.Scores;
import org.dorsum.hand.Zone;
import org.dorsum.measure.Measurement;
import org.dorsum.measure.Metric;
import org.dorsum.measure.Outcome;
import org.dorsum.report.PhotoResult.Outcome.Assessed;

/**
 * {@code zones.csv}: one row a photo × zone × metric, with the reason where there is no value, and {@code calibrated} or
 * {@code uncalibrated} where the value is one of colour. RFC 4180, UTF-8. Columns are promised to scripts: new ones are added at the end.
 */
public final class ZonesCsv {
    /** The columns in their order; {@link DataDictionary} says what each is. */
    public static final List<String> COLUMNS = DataDictionary.Table.ZONES.names();

    /** The metric of the last line of a zone. */
    public static final String LAST_METRIC =
            List.of(Metric.values()).stream().reduce((a, b) -> b).orElseThrow().label();

    /** The metric of a photo's last line where there are scores. */
    public static final String LAST_SCORE = List.of(Scores.Family.values()).stream()
            .reduce((a, b) -> b)
            .orElseThrow()
            .label();

    private ZonesCsv() {}

    /** The first line. */
    public static String header() {
        return CsvText.line(COLUMNS);
    }

    /** The lines of one photo; none for a photo that was rejected or failed. */
    public static List<String> lines(PhotoResult result) {
        if (!(result.outcome() instanceof Assessed a)) {
            return List.of();
        }
        Stream<String> measured = Zones.of(a.assessment()).stream()
                .flatMap(zone -> Stream.of(Metric.values())
                        .map(metric -> CsvText.line(cells(
                                result.file(),
                                new Measurement(zone, metric, a.assessment().outcome(zone, metric)),
                                a.assessment().calibration(metric)))));
        Stream<String> scores = a.assessment().scores().norms().isEmpty()
                ? Stream.of()
                : Stream.of(Scores.Family.values())
                        .map(family -> CsvText.line(score(
                                result.file(),
                                family,
                                a.assessment().scores().of(family),
                                family.colour() ? a.assessment().calibration() : Optional.empty())));
        return Stream.concat(measured, scores).toList();
    }

    /** A score as a row of the back of the hand; its error is a quarter of its 95 % interval. */
    private static List<String> score(
            String file, Scores.Family family, Scores.Score score, Optional<Calibration> colour) {
        boolean given = score instanceof Scores.Score.Given;
        return List.of(
                file,
                Zone.DORSUM.label(),
                family.label(),
                score instanceof Scores.Score.Given g ? Numbers.cell(g.value()) : "",
                "1",
                score instanceof Scores.Score.Given g ? Numbers.cell((g.high() - g.low()) / 4) : "",
                given ? "" : ((Scores.Score.Absent) score).code(),
                colour.map(Calibration::label).orElse(""));
    }

    private static List<String> cells(String file, Measurement m, Optional<Calibration> colour) {
        String value = "";
        String error = "";
        String reason = "";
        if (m.outcome() instanceof Outcome.Measured measured) {
            value = Numbers.cell(measured.value());
            error = Numbers.cell(measured.standardError());
        } else if (m.outcome() instanceof Outcome.NotMeasured not) {
            reason = not.reason().label();
        }
        return List.of(
                file,
                m.zone().label(),
                m.metric().label(),
                value,
                m.metric().unit(),
                error,
                reason,
                colour.map(Calibration::label).orElse(""));
    }
}
