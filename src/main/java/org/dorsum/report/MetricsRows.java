package org.dorsum.report;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dorsum.assess.Assessment;
import org.dorsum.assess.NormsBuilder;
import org.dorsum.measure.Metric;

/** Reads {@code metrics.csv} back, as far as norms need it, and lists of people's ages. */
public final class MetricsRows {
    private static final List<String> NEEDED = List.of(
            "subject",
            "hand",
            "status",
            "scale_px_per_mm",
            "findings",
            "tool_version",
            "settings_sha256",
            "hand_finder");

    private MetricsRows() {}

    /** A table that is none of ours: one sentence for people. */
    public static final class UnusableTableException extends Exception {
        private static final long serialVersionUID = 1;

        UnusableTableException(String message) {
            super(message);
        }
    }

    /** The measured rows of a table that {@code batch} wrote; every row names its subject. */
    public static List<NormsBuilder.Row> read(Path table) throws IOException, UnusableTableException {
        List<NormsBuilder.Row> rows = new ArrayList<>();
        try (Reader in = Files.newBufferedReader(table);
                CSVParser parser = parser(in, table, NEEDED)) {
            for (CSVRecord r : parser) {
                checkLength(r, parser, table);
                if (r.get("status").equals("measured")) {
                    if (r.get("subject").isEmpty()) {
                        throw new UnusableTableException(table + ": line " + parser.getCurrentLineNumber()
                                + ": no subject: a cohort counts people, so list the photos with whose they are");
                    }
                    rows.add(row(r, table));
                }
            }
        } catch (CharacterCodingException | UncheckedIOException e) {
            throw notCsv(table);
        }
        return rows;
    }

    private static UnusableTableException notCsv(Path table) {
        return new UnusableTableException(table + ": it is not a CSV table in UTF-8, as batch writes it");
    }

    private static void checkLength(CSVRecord r, CSVParser parser, Path table) throws UnusableTableException {
        if (!r.isConsistent()) {
            throw new UnusableTableException(table + ": line " + parser.getCurrentLineNumber() + " has " + r.size()
                    + " cells, the first line " + parser.getHeaderNames().size() + "; let batch write the table anew");
        }
    }

    private static NormsBuilder.Row row(CSVRecord r, Path table) throws UnusableTableException {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.headlines()) {
            if (r.isMapped(metric.label()) && !r.get(metric.label()).isEmpty()) {
                values.put(metric, number(r, metric.label(), table));
            }
        }
        return new NormsBuilder.Row(
                r.get("subject"),
                r.get("hand"),
                number(r, "scale_px_per_mm", table),
                Set.of(r.get("findings").split(";")),
                values,
                new Assessment.Method(r.get("tool_version"), r.get("settings_sha256"), r.get("hand_finder")));
    }

    /** Ages in years by subject, from a table with the columns {@code subject} and {@code age}; empty ages are unknown. */
    public static Map<String, Double> ages(Path table) throws IOException, UnusableTableException {
        Map<String, Double> ages = new HashMap<>();
        try (Reader in = Files.newBufferedReader(table);
                CSVParser parser = parser(in, table, List.of("subject", "age"))) {
            for (CSVRecord r : parser) {
                checkLength(r, parser, table);
                if (!r.get("age").isEmpty()) {
                    ages.put(r.get("subject"), number(r, "age", table));
                }
            }
        } catch (CharacterCodingException | UncheckedIOException e) {
            throw notCsv(table);
        }
        return ages;
    }

    private static CSVParser parser(Reader in, Path table, List<String> needed)
            throws IOException, UnusableTableException {
        CSVParser parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(in);
        for (String column : needed) {
            if (!parser.getHeaderNames().contains(column)) {
                throw new UnusableTableException(table + ": the column \"" + column + "\" is missing");
            }
        }
        return parser;
    }

    private static double number(CSVRecord r, String column, Path table) throws UnusableTableException {
        double value = Double.NaN;
        try {
            value = Double.parseDouble(r.get(column));
        } catch (NumberFormatException e) {
            // said below
        }
        if (!Double.isFinite(value)) {
            throw new UnusableTableException(table + ": \"" + column + "\" is a number, not \"" + r.get(column) + "\"");
        }
        return value;
    }
}
