package org.dorsum.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dorsum.report.DataDictionary.Table;

/** The data dictionary as Markdown, and as the CSV file that REDCap imports. */
public final class DictionaryText {
    private static final List<String> REDCAP = List.of(
            "Variable / Field Name",
            "Form Name",
            "Section Header",
            "Field Type",
            "Field Label",
            "Choices, Calculations, OR Slider Labels",
            "Field Note",
            "Text Validation Type OR Show Slider Number",
            "Text Validation Min",
            "Text Validation Max",
            "Identifier?",
            "Branching Logic (Show field only if...)",
            "Required Field?",
            "Custom Alignment",
            "Question Number (surveys only)",
            "Matrix Group Name",
            "Matrix Ranking?",
            "Field Annotation");

    private DictionaryText() {}

    /** The whole dictionary; docs/data-dictionary.md is this text. */
    public static String markdown() {
        StringBuilder text = new StringBuilder("# Data dictionary\n\nMade by `./dorsum dictionary --out"
                + " docs/data-dictionary.md`; a test holds it equal to the code. Tables are RFC 4180, UTF-8, with"
                + " `.` decimals; numbers have at most six significant digits. An empty cell is a missing value, never"
                + " 0.\n");
        for (Table table : Table.values()) {
            text.append("\n## `").append(table.label()).append(".csv`\n\n").append(table.meaning());
            text.append("\n\n| column | type | unit | meaning | range or levels | empty | method |\n");
            text.append("|---|---|---|---|---|---|---|\n");
            table.columns().forEach(c -> text.append(row(c, c.type().label() + " | ")));
        }
        text.append("\n## Metrics\n\nWhat the column `metric` of `zones.csv` names; those that are no column of"
                + " `metrics.csv` describe a measure more closely.\n\n");
        text.append("| metric | unit | meaning | range | empty | method |\n|---|---|---|---|---|---|\n");
        DataDictionary.metrics().forEach(c -> text.append(row(c, "")));
        return text.toString();
    }

    private static String row(Column c, String type) {
        String levels = c.levels().stream().map(level -> "`" + level + "`").collect(Collectors.joining(", "));
        return "| `" + c.name() + "` | " + type + c.unit() + " | " + c.title() + ": " + c.meaning() + " | "
                + (levels.isEmpty() ? c.range().text() : levels) + " | "
                + (c.required() ? "never" : c.missing().replaceFirst("^empty: ", "")) + " | [" + c.section() + "]("
                + c.anchor() + ") |\n";
    }

    /**
     * The instrument {@code dorsum_photo} with the columns of {@code metrics.csv}, the first being the record's name, so that
     * the table itself can be imported.
     */
    public static String redcap() {
        StringBuilder text = new StringBuilder(CsvText.line(REDCAP));
        Table.METRICS.columns().forEach(c -> text.append(CsvText.line(redcap(c))));
        return text.toString();
    }

    private static List<String> redcap(Column c) {
        List<String> cells = new ArrayList<>();
        cells.add(c.name());
        cells.add("dorsum_photo");
        cells.add("");
        cells.add(c.levels().isEmpty() ? "text" : "radio");
        cells.add(c.unit().isEmpty() || c.unit().equals("1") ? c.title() : c.title() + " (" + c.unit() + ")");
        cells.add(c.levels().stream().map(level -> level + ", " + level).collect(Collectors.joining(" | ")));
        cells.add(c.meaning() + "; " + c.missing());
        cells.add(
                switch (c.type()) {
                    case TEXT -> "";
                    case INTEGER -> "integer";
                    case NUMBER -> "number";
                });
        cells.add(bound(c.range().least()));
        cells.add(bound(c.range().most()));
        cells.add(c.name().equals("subject") || c.name().equals("file") ? "y" : "");
        cells.add("");
        cells.add(c.required() ? "y" : "");
        cells.addAll(List.of("", "", "", "", ""));
        return cells;
    }

    private static String bound(java.util.OptionalDouble end) {
        return end.isPresent() ? Numbers.cell(end.getAsDouble()) : "";
    }
}
