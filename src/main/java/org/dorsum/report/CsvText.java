package org.dorsum.report;

import java.util.List;
import org.apache.commons.csv.CSVFormat;

/** Cells to RFC 4180 lines. */
final class CsvText {
    private CsvText() {}

    /** One line with its line end, CR LF. */
    static String line(List<String> cells) {
        return CSVFormat.RFC4180.format(cells.toArray()) + "\r\n";
    }
}
