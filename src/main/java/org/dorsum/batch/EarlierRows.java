package org.dorsum.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final List<String> files;

    private EarlierRows(Map<String, Kept> byFile, List<String> files) {
        this.byFile = byFile;
        this.files = files;
    }

    static EarlierRows none() {
        return new EarlierRows(Map.of(), List.of());
    }

    /** How many rows, of whatever status, are of photos that {@code list} does not name. */
    int notIn(PhotoList list) {
        Set<String> listed = list.items().stream().map(PhotoList.Item::file).collect(Collectors.toSet());
        return (int) files.stream().filter(file -> !listed.contains(file)).count();
    }

    /** The rows of an earlier run, which must have had the same settings. */
    static EarlierRows read(Path metrics, Optional<Path> zones, Assessment.Method method)
            throws IOException, ResumeRefusedException {
        Map<String, List<String>> zoneLines = new HashMap<>();
        if (zones.isPresent() && Files.exists(zones.get())) {
            for (List<String> cells : records(zones.get(), ZonesCsv.COLUMNS)) {
                zoneLines.computeIfAbsent(cells.get(0), f -> new ArrayList<>()).add(line(cells));
            }
        }
        if (!Files.exists(metrics)) {
            return none();
        }
        Map<String, Kept> byFile = new HashMap<>();
        List<String> files = new ArrayList<>();
        for (List<String> cells : records(metrics, MetricsCsv.COLUMNS)) {
            Kept row = new Kept(cells, line(cells), zoneLines.getOrDefault(cells.get(0), List.of()));
            checkSettings(metrics, row, method);
            files.add(row.cell("file"));
            boolean complete = zones.isEmpty()
                    || !row.zoneLines().isEmpty()
                    || !row.cell("status").equals("measured");
            if (complete && !row.cell("status").equals("failed")) {
                byFile.put(row.cell("file"), row);
            }
        }
        return new EarlierRows(byFile, files);
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

    /** The complete rows of a table of ours; one of which only a part of the first line was written has none. */
    private static List<List<String>> records(Path file, List<String> columns)
            throws IOException, ResumeRefusedException {
        String header = line(columns);
        String whole = text(file);
        if (header.startsWith(whole)) {
            return List.of();
        }
        if (!whole.startsWith(header)) {
            throw notOurs(file);
        }
        List<List<String>> records = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(whole.substring(0, endOfCompleteLines(whole)), CSVFormat.RFC4180)) {
            for (CSVRecord record : parser) {
                records.add(record.toList());
            }
        } catch (UncheckedIOException e) {
            throw notOurs(file);
        }
        if (records.stream().anyMatch(r -> r.size() != columns.size())) {
            throw notOurs(file);
        }
        return records.subList(1, records.size());
    }

    private static String text(Path file) throws IOException, ResumeRefusedException {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw notOurs(file);
        }
    }

    private static ResumeRefusedException notOurs(Path file) {
        return new ResumeRefusedException(
                file + ": it is not a table that this release of Dorsum wrote, so it cannot be continued;"
                        + " name another file or leave --resume away");
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
