package org.dorsum.report;

import java.util.List;
import java.util.stream.Stream;
import org.dorsum.measure.Measurement;
import org.dorsum.measure.Metric;
import org.dorsum.measure.Outcome;
import org.dorsum.report.PhotoResult.Outcome.Assessed;

/** {@code zones.csv}: one row a photo × zone × metric, with the reason where there is no value. RFC 4180, UTF-8. */
public final class ZonesCsv {
    /** The columns in their order. */
    public static final List<String> COLUMNS =
            List.of("file", "zone", "metric", "value", "unit", "standard_error", "not_measured_reason");

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
        return Zones.of(a.assessment()).stream()
                .flatMap(zone -> Stream.of(Metric.values())
                        .map(metric -> CsvText.line(cells(
                                result.file(),
                                new Measurement(zone, metric, a.assessment().outcome(zone, metric))))))
                .toList();
    }

    private static List<String> cells(String file, Measurement m) {
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
                file, m.zone().label(), m.metric().label(), value, m.metric().unit(), error, reason);
    }
}
