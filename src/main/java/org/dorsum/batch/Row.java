package org.dorsum.batch;

import org.dorsum.report.MetricsCsv;
import org.dorsum.report.PhotoResult;
import org.dorsum.report.ZonesCsv;

/**
 * The lines of one photo, as text, so that nothing of the photo has to stay in memory.
 *
 * @param zoneLines the photo's lines of {@code zones.csv}, each with its end
 */
record Row(String file, String status, String reason, String metricsLine, String zoneLines, boolean kept) {

    static Row of(PhotoResult result) {
        return new Row(
                result.file(),
                result.status(),
                result.reason(),
                MetricsCsv.line(result),
                String.join("", ZonesCsv.lines(result)),
                false);
    }

    static Row of(EarlierRows.Kept row) {
        return new Row(
                row.cell("file"), row.cell("status"), row.cell("reason"), row.metricsLine(), row.zoneLines(), true);
    }
}
