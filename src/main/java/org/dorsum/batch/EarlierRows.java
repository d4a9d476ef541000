package org.dorsum.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dorsum.assess.Assessment;
import org.dorsum.report.MetricsCsv;
import org.dorsum.report.ZonesCsv;

/**
 * What an interrupted batch left behind. A row is kept if the photo's digest is what it was and the row's numbers exist in
 * every table that is asked for; failed photos are tried again. A last line that was torn off is dropped.
 */
final class EarlierRows {
    /** The lines of one photo, as they stood in the files. */
    record Kept(List<String> cells, String metricsLine, List<String> zoneLines) {
        String cell(String column) {
            return cells.get(MetricsCsv.COLUMNS.indexOf(column));
        }
    }

    private final Map<String, Kept> byFile;

    private EarlierRows(Map<String, Kept> byFile) {
        this.byFile = byFile;
    }

    static EarlierRows none() {
        return new EarlierRows(Map.of());
    }

    /** The rows of an earlier run, which must have had the same settings. */
    static EarlierRows read(Path metrics, Optional<Path> zones, Assessment.Method method)
            throws IOException, ResumeRefusedException {
        if (!Files.exists(metrics)) {
            return none();
        }
        Map<String, List<String>> zoneLines = new HashMap<>();
        if (zones.isPresent() && Files.exists(zones.get())) {
            for (List<String> cells : records(zones.get(), ZonesCsv.COLUMNS)) {
                zoneLines.computeIfAbsent(cells.get(0), f -> new ArrayList<>()).add(line(cells));
            }
        }
        Map<String, Kept> byFile = new HashMap<>();
        for (List<String> cells : records(metrics, MetricsCsv.COLUMNS)) {
            Kept row = new Kept(cells, line(cells), zoneLines.getOrDefault(cells.get(0), List.of()));
            checkSettings(metrics, row, method);
            boolean complete = zones.isEmpty()
                    || !row.zoneLines().isEmpty()
                    || !row.cell("status").equals("measured");
            if (complete && !row.cell("status").equals("failed")) {
                byFile.put(row.cell("file"), row);
            }
        }
        return new EarlierRows(byFile);
    }

    /** The row of {@code item} if an earlier run wrote one that still holds for labels; its digest is to be checked. */
    Optional<Kept> of(PhotoList.Item item) {
        return Optional.ofNullable(byFile.get(item.file()))
                .filter(row ->
                        row.cell("subject").equals(item.labels().subject().orElse("")))
                .filter(row ->
                        row.cell("session").equals(item.labels().session().orElse("")))
                .filter(row ->
                        item.labels().hand().map(row.cell("hand")::equals).orElse(true));
    }

    private static void checkSettings(Path metrics, Kept row, Assessment.Method method) throws ResumeRefusedException {
        boolean same = row.cell("tool_version").equals(method.toolVersion())
                && row.cell("settings_sha256").equals(method.settingsSha256())
                && row.cell("hand_finder").equals(method.handFinder());
        if (!same) {
            throw new ResumeRefusedException(metrics
                    + ": it was measured with other settings or another release, so its rows cannot be continued;"
                    + " name another file or leave --resume away");
        }
    }

    private static List<List<String>> records(Path file, List<String> columns)
            throws IOException, ResumeRefusedException {
        String whole = Files.readString(file, StandardCharsets.UTF_8);
        List<List<String>> records = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(whole.substring(0, endOfCompleteLines(whole)), CSVFormat.RFC4180)) {
            for (CSVRecord record : parser) {
                records.add(record.toList());
            }
        }
        if (records.isEmpty()) {
            return List.of();
        }
        if (!records.get(0).equals(columns) || records.stream().anyMatch(r -> r.size() != columns.size())) {
            throw new ResumeRefusedException(
                    file + ": it is not a table that this release of Dorsum wrote, so it cannot be continued;"
                            + " name another file or leave --resume away");
        }
        return records.subList(1, records.size());
    }

    /** Where the last line ends that is complete; line ends between quotes do not count. */
    private static int endOfCompleteLines(String text) {
        int end = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\n' && !quoted && i > 0 && text.charAt(i - 1) == '\r') {
                end = i + 1;
            }
        }
        return end;
    }

    private static String line(List<String> cells) {
        return CSVFormat.RFC4180.format(cells.toArray()) + "\r\n";
    }
}
