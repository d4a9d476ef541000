package org.dorsum.batch;

import java.util.List;
import org.dorsum.report.MetricsCsv;
import org.dorsum.report.PhotoResult;
import org.dorsum.report.ZonesCsv;

/** The lines of one photo, as text, so that nothing of the photo has to stay in memory. */
record Row(String file, String status, String reason, String metricsLine, List<String> zoneLines, boolean kept) {

    static Row of(PhotoResult result) {
        return new Row(
                result.file(),
                result.status(),
                result.reason(),
                MetricsCsv.line(result),
                ZonesCsv.lines(result),
                false);
    }

    static Row of(EarlierRows.Kept row) {
        return new Row(
                row.cell("file"), row.cell("status"), row.cell("reason"), row.metricsLine(), row.zoneLines(), true);
    }
}
