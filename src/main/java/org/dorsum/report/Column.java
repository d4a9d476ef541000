package org.dorsum.report;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One column of a table, or one metric of the long table, as the data dictionary describes it. Immutable.
 *
 * @param name in the first line of the table
 * @param title for people, a noun phrase
 * @param type of its cells
 * @param unit in ASCII as in {@code zones.csv}; empty for text and digests
 * @param meaning what a cell says
 * @param range of numbers
 * @param levels every text a cell can hold, where these are few
 * @param missing when a cell is empty
 * @param section of docs/methods.md, as its heading is written
 */
public record Column(
        String name,
        String title,
        Type type,
        String unit,
        String meaning,
        Range range,
        List<String> levels,
        String missing,
        String section) {

    /** What cells hold. */
    public enum Type {
        /** Text, UTF-8. */
        TEXT,
        /** A whole number. */
        INTEGER,
        /** A decimal number with at most six significant digits. */
        NUMBER;

        /** As in a Table Schema. */
        public String label() {
            return this == TEXT ? "string" : name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Ends of what a number can be, both included.
     *
     * @param least absent where there is none
     * @param most absent where there is none
     */
    public record Range(OptionalDouble least, OptionalDouble most) {
        static final Range ANY = new Range(OptionalDouble.empty(), OptionalDouble.empty());
        static final Range FROM_ZERO = new Range(OptionalDouble.of(0), OptionalDouble.empty());
        static final Range PERCENT = of(0, 100);
        static final Range UNIT = of(0, 1);

        static Range of(double least, double most) {
            return new Range(OptionalDouble.of(least), OptionalDouble.of(most));
        }

        /** For people: {@code 0 … 100}, {@code ≥ 0}, or nothing. */
        String text() {
            if (most.isPresent()) {
                return Numbers.cell(least.orElseThrow()) + " … " + Numbers.cell(most.getAsDouble());
            }
            return least.isPresent() ? "≥ " + Numbers.cell(least.getAsDouble()) : "";
        }
    }

    /** Copies. */
    public Column {
        levels = List.copyOf(levels);
    }

    /** Whether a cell is never empty. */
    public boolean required() {
        return missing.equals(NEVER);
    }

    static final String NEVER = "never empty";

    /** A text without a list of what it can be. */
    static Column text(String name, String title, String meaning, String missing, String section) {
        return new Column(name, title, Type.TEXT, "", meaning, Range.ANY, List.of(), missing, section);
    }

    /** A text that is one of a few. */
    static Column oneOf(
            String name, String title, String meaning, List<String> levels, String missing, String section) {
        return new Column(name, title, Type.TEXT, "", meaning, Range.ANY, levels, missing, section);
    }

    /** A number. */
    static Column number(
            String name, String title, String unit, String meaning, Range range, String missing, String section) {
        return new Column(name, title, Type.NUMBER, unit, meaning, range, List.of(), missing, section);
    }

    /** A count of pixels. */
    static Column pixels(String name, String title, String meaning, String missing) {
        return new Column(
                name, title, Type.INTEGER, "px", meaning, Range.FROM_ZERO, List.of(), missing, "From photo to skin");
    }

    /** The section's address below docs/, as GitHub makes it of the heading. */
    public String anchor() {
        return "methods.md#"
                + section.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    }
}
