package org.dorsum.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dorsum.measure.Metric;
import org.dorsum.stats.Estimate;
import org.dorsum.stats.WithinSubject;
import org.jspecify.annotations.Nullable;

/** A table of repeatability as CSV with a head of lines {@code # key: value}; its columns are described in docs/commands.md. */
public final class RepeatabilityFile {
    private static final double MOST = 1000; // percent; more is a slip of the decimal point
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setCommentMarker('#')
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .get();
    private static final List<String> COLUMNS = List.of(
            "metric",
            "unit",
            "hands",
            "photos",
            "mean",
            "within_sd",
            "within_sd_low",
            "within_sd_high",
            "within_cv_percent",
            "within_cv_percent_low",
            "within_cv_percent_high",
            "mdc95",
            "mdc95_percent",
            "mdc95_percent_low",
            "mdc95_percent_high",
            "icc11",
            "icc11_low",
            "icc11_high",
            "icc21",
            "icc21_low",
            "icc21_high",
            "difference_mean",
            "difference_low",
            "difference_high",
            "pairs");

    private RepeatabilityFile() {}

    /** A file that is no such table: one sentence for people. */
    public static final class UnusableTableException extends Exception {
        private static final long serialVersionUID = 1;

        UnusableTableException(String message) {
            super(message);
        }
    }

    /** The text of the file; the same study gives the same text. */
    public static String write(RepeatabilityStudy study) {
        Repeatability.Source s = study.source();
        StringBuilder text =
                new StringBuilder("# How much each metric moves when the same hand is photographed again.\n");
        head(text, "name", s.name());
        head(text, "date", s.date());
        head(text, "camera", s.camera());
        head(text, "conditions", s.conditions());
        head(text, "hands", String.valueOf(s.hands()));
        head(text, "photos", String.valueOf(s.photos()));
        head(text, "tool_version", s.toolVersion());
        head(text, "settings_sha256", s.settingsSha256());
        text.append(CSVFormat.RFC4180.format(COLUMNS.toArray())).append('\n');
        study.rows()
                .forEach(row -> text.append(CSVFormat.RFC4180.format(cells(row).toArray()))
                        .append('\n'));
        return text.toString();
    }

    private static void head(StringBuilder text, String key, String value) {
        text.append("# ")
                .append(key)
                .append(": ")
                .append(value.replaceAll("\\p{Cntrl}+", " ").strip())
                .append('\n');
    }

    private static List<String> cells(RepeatabilityStudy.Row row) {
        Optional<WithinSubject> w = row.within();
        List<String> cells = new ArrayList<>(List.of(
                row.metric().label(),
                row.metric().unit(),
                w.map(v -> String.valueOf(v.groups())).orElse("0"),
                w.map(v -> String.valueOf(v.values())).orElse("0"),
                w.map(v -> number(v.mean())).orElse("")));
        add(cells, w.map(WithinSubject::standardDeviation), 1);
        add(cells, w.flatMap(WithinSubject::variation), 100);
        cells.add(w.map(v -> number(v.detectableChange().value())).orElse(""));
        add(cells, w.flatMap(WithinSubject::detectableShare), 100);
        add(cells, row.icc11(), 1);
        add(cells, row.icc21(), 1);
        cells.add(row.agreement().map(b -> number(b.bias().value())).orElse(""));
        cells.add(row.agreement().map(b -> number(b.lower().value())).orElse(""));
        cells.add(row.agreement().map(b -> number(b.upper().value())).orElse(""));
        cells.add(row.agreement().map(b -> String.valueOf(b.pairs())).orElse("0"));
        return cells;
    }

    private static void add(List<String> cells, Optional<Estimate> e, double factor) {
        cells.add(e.map(v -> number(factor * v.value())).orElse(""));
        cells.add(e.map(v -> number(factor * v.low())).orElse(""));
        cells.add(e.map(v -> number(factor * v.high())).orElse(""));
    }

    private static String number(double v) {
        return new BigDecimal(v).round(new MathContext(5)).stripTrailingZeros().toPlainString();
    }

    /**
     * The table of a file.
     *
     * @throws UnusableTableException if it is none; says what to do
     */
    public static Repeatability read(Path file) throws UnusableTableException {
        try {
            return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw new UnusableTableException(file + ": there is no such file; 'dorsum repeatability' makes one");
        } catch (IOException e) {
            throw new UnusableTableException(file + ": it cannot be read as UTF-8 text");
        }
    }

    static Repeatability parse(String name, String text) throws UnusableTableException {
        String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
        try (CSVParser rows = CSVParser.parse(plain, FORMAT)) {
            for (String column : List.of("metric", "hands", "within_cv_percent")) {
                if (!rows.getHeaderNames().contains(column)) {
                    throw new UnusableTableException(name + ": it is no table of repeatability, the column \"" + column
                            + "\" is missing; 'dorsum repeatability' makes one");
                }
            }
            Map<Metric, Repeatability.Entry> entries = new EnumMap<>(Metric.class);
            for (CSVRecord row : rows) {
                add(entries, row, name + ", line " + rows.getCurrentLineNumber() + ": ");
            }
            if (entries.isEmpty()) {
                throw new UnusableTableException(name
                        + ": it holds no metric with a within_cv_percent; photograph hands twice and measure anew");
            }
            return new Repeatability(source(name, plain, entries), false, entries);
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            throw new UnusableTableException(name + ": it is not a CSV table: " + e.getMessage());
        }
    }

    private static void add(Map<Metric, Repeatability.Entry> entries, CSVRecord row, String place)
            throws UnusableTableException {
        String label = row.isSet("metric") ? row.get("metric") : "";
        Metric metric = Arrays.stream(Metric.values())
                .filter(m -> m.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new UnusableTableException(place + "there is no metric called \"" + label + "\""));
        Optional<Double> cv = cell(row, "within_cv_percent", place);
        if (cv.isEmpty()) {
            return;
        }
        double hands = cell(row, "hands", place).orElse(0.0);
        if (!(cv.get() > 0 && cv.get() <= MOST)) {
            throw new UnusableTableException(place + "within_cv_percent is above 0 and at most 1000, not " + cv.get());
        }
        if (!(hands >= 1)) {
            throw new UnusableTableException(place + "hands is at least 1, not " + hands);
        }
        double low = cell(row, "within_cv_percent_low", place).orElse(cv.get());
        double high = cell(row, "within_cv_percent_high", place).orElse(cv.get());
        if (!(low <= cv.get() && cv.get() <= high)) {
            throw new UnusableTableException(place + "within_cv_percent lies outside of its own interval");
        }
        Estimate variation = new Estimate(cv.get(), low, high).map(v -> v / 100);
        if (entries.putIfAbsent(metric, new Repeatability.Entry((int) hands, variation)) != null) {
            throw new UnusableTableException(place + metric.label() + " is listed twice; keep one");
        }
    }

    private static Optional<Double> cell(CSVRecord row, String column, String place) throws UnusableTableException {
        String text = row.isMapped(column) && row.isSet(column) ? row.get(column) : "";
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Double.valueOf(text));
        } catch (NumberFormatException e) {
            throw new UnusableTableException(place + column + " is no number: \"" + text + "\"");
        }
    }

    private static Repeatability.Source source(String name, String text, Map<Metric, Repeatability.Entry> entries) {
        Map<String, String> head = new TreeMap<>();
        text.lines().filter(line -> line.startsWith("#")).forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                head.putIfAbsent(
                        line.substring(1, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        });
        int most = entries.values().stream()
                .mapToInt(Repeatability.Entry::hands)
                .max()
                .orElse(0);
        Path file = Path.of(name).getFileName();
        return new Repeatability.Source(
                head.getOrDefault("name", file == null ? name : file.toString()),
                head.getOrDefault("date", ""),
                head.getOrDefault("camera", ""),
                head.getOrDefault("conditions", ""),
                count(head.get("hands"), most),
                count(head.get("photos"), 0),
                head.getOrDefault("tool_version", ""),
                head.getOrDefault("settings_sha256", ""));
    }

    private static int count(@Nullable String text, int otherwise) {
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : otherwise;
    }
}
