package org.dorsum.batch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dorsum.batch.PhotoList.Item;
import org.dorsum.report.PhotoResult.Labels;

/** Reads the list of photos of a batch. */
final class Manifest {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .setIgnoreHeaderCase(true)
            .get();
    private static final Set<String> HANDS = Set.of("", "left", "right");
    private static final Set<String> OWN = Set.of("file", "subject", "session", "hand");

    private final Path folder;
    private final List<String> problems = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private final Map<Path, Long> firstLine = new HashMap<>();

    private Manifest(Path folder) {
        this.folder = folder;
    }

    static List<Item> read(Path manifest) throws IOException, ManifestException {
        return read(manifest.toString(), Files.readAllBytes(manifest), manifest.resolveSibling("."));
    }

    static List<Item> read(String manifest, byte[] table, Path folder) throws ManifestException {
        Manifest reading = new Manifest(folder);
        try (CSVParser rows = CSVParser.parse(text(manifest, table), FORMAT)) {
            List<String> columns = rows.getHeaderNames().stream()
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .toList();
            if (!columns.contains("file")) {
                throw refusal(
                        manifest,
                        columns.toString().contains(";")
                                ? "its columns are separated by semicolons; save it with commas"
                                : "it has no column \"file\" in its first line, only " + columns);
            }
            Set<String> seen = new HashSet<>();
            for (String column : columns) {
                if (!column.isEmpty() && !seen.add(column)) {
                    throw refusal(manifest, "it has the column \"" + column + "\" twice; keep one");
                }
            }
            for (CSVRecord row : rows) {
                if (row.size() > columns.size()) {
                    reading.problems.add("line " + rows.getCurrentLineNumber() + " has " + row.size()
                            + " cells, the first line " + columns.size()
                            + "; put a cell that holds a comma into quotes");
                } else {
                    reading.add(row, rows.getCurrentLineNumber());
                }
            }
        } catch (IOException | java.io.UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            throw refusal(
                    manifest, "it is not a CSV table, as when a quote is opened and not closed; save it anew as CSV");
        }
        if (!reading.problems.isEmpty()) {
            throw new ManifestException(
                    reading.problems.stream().map(p -> manifest + ": " + p).toList());
        }
        return reading.items;
    }

    private void add(CSVRecord row, long line) {
        String file = cell(row, "file");
        String hand = cell(row, "hand").toLowerCase(Locale.ROOT);
        if (file.isEmpty()) {
            problems.add("line " + line + " names no file");
            return;
        }
        if (!HANDS.contains(hand)) {
            problems.add("line " + line + ": hand is left, right or empty, not " + hand);
            return;
        }
        Labels labels = new Labels(given(cell(row, "subject")), given(cell(row, "session")), given(hand));
        try {
            Path path = folder.resolve(file).normalize();
            Long earlier = firstLine.putIfAbsent(path, line);
            items.add(new Item(
                    file,
                    path,
                    labels,
                    Optional.ofNullable(earlier)
                            .map(first -> "listed twice, on lines " + first + " and " + line + "; keep one of them"),
                    more(row)));
        } catch (InvalidPathException e) {
            items.add(new Item(file, folder, labels, Optional.of("this cannot be the name of a file")));
        }
    }

    private static Map<String, String> more(CSVRecord row) {
        Map<String, String> cells = new HashMap<>();
        row.toMap().forEach((column, text) -> {
            String name = column.toLowerCase(Locale.ROOT);
            if (!OWN.contains(name) && !text.isBlank()) {
                cells.put(name, text.strip());
            }
        });
        return cells;
    }

    private static String cell(CSVRecord row, String column) {
        return row.isSet(column) ? row.get(column).strip() : "";
    }

    private static Optional<String> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static String text(String manifest, byte[] table) throws ManifestException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(table))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw refusal(manifest, "it is not UTF-8 text; save it as \"CSV UTF-8\"");
        }
    }

    private static ManifestException refusal(String manifest, String why) {
        return new ManifestException(List.of(manifest + ": " + why));
    }
}
