package org.dorsum.report;

import static org.dorsum.report.Column.NEVER;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dorsum.assess.Calibration;
import org.dorsum.assess.Scores;
import org.dorsum.hand.Aspect;
import org.dorsum.hand.Scale;
import org.dorsum.hand.Side;
import org.dorsum.hand.Zone;
import org.dorsum.measure.Metric;
import org.dorsum.measure.NotMeasuredReason;
import org.dorsum.report.Column.Range;

/**
 * Every column of the tables and every metric, described once: the tables take their columns from here, and the Markdown,
 * Frictionless and REDCap forms are made of it.
 */
public final class DataDictionary {
    private static final String PHOTO = "From photo to skin";
    private static final String NOT_READ = "empty: the photo could not be read";
    private static final String NO_HAND = "empty: no hand was found";
    private static final String NOT_STATED = "empty: not stated";
    /** What stands in the place of a reason where a score is absent; as {@code Scorer} gives them. */
    private static final List<String> NO_SCORE = List.of(
            "not-measured",
            "metric-not-in-norms",
            "scale-not-covered",
            "sharpness-not-covered",
            "calibration-not-covered");

    private static final List<Column> METRICS_COLUMNS = metricsColumns();
    private static final List<Column> ZONES_COLUMNS = zonesColumns();

    private DataDictionary() {}

    /** The tables that there are. */
    public enum Table {
        /** {@code metrics.csv}: one row a photo. */
        METRICS("One row a photo, in the order of the photos."),
        /** {@code zones.csv}: one row a photo, zone and metric. */
        ZONES("One row a photo, zone and metric, with the reason where there is no value.");

        private final String meaning;

        Table(String meaning) {
            this.meaning = meaning;
        }

        /** {@code metrics} or {@code zones}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What a row is. */
        public String meaning() {
            return meaning;
        }

        /** The columns in their order. */
        public List<Column> columns() {
            return this == METRICS ? METRICS_COLUMNS : ZONES_COLUMNS;
        }

        /** The names of the columns in their order. */
        List<String> names() {
            return columns().stream().map(Column::name).toList();
        }
    }

    /** Every metric as the {@code metric} column of {@code zones.csv} names it, scores last. */
    public static List<Column> metrics() {
        return Stream.concat(Stream.of(Metric.values()).map(MetricFacts::column), scores())
                .toList();
    }

    private static List<Column> metricsColumns() {
        return Stream.of(
                        about(),
                        Metric.headlines().stream().map(MetricFacts::column),
                        scores(),
                        Stream.of(
                                Column.text("tool_version", "Release", "release of Dorsum", NEVER, "Measures"),
                                Column.text("photo_sha256", "Photo", "SHA-256 of the file", NOT_READ, PHOTO),
                                Column.text(
                                        "settings_sha256",
                                        "Settings",
                                        "SHA-256 of every setting that changes a value",
                                        NEVER,
                                        "Measures"),
                                Column.text(
                                        "model_sha256",
                                        "Model",
                                        "SHA-256 of the model that finds hands",
                                        "empty: the hand finder has no model",
                                        PHOTO),
                                Column.text(
                                        "hand_finder",
                                        "Hand finder",
                                        "its name and version, or the digest of its model",
                                        NEVER,
                                        PHOTO),
                                colour(
                                        "what the photo's colours rest on: the card's patches, or the camera alone",
                                        "empty: not measured, or a photo without colour")))
                .flatMap(s -> s)
                .toList();
    }

    private static Stream<Column> about() {
        return Stream.of(
                Column.text("file", "File", "path relative to the folder or the list that was measured", NEVER, PHOTO),
                Column.text("subject", "Subject", "whose hand it is, as the list states", NOT_STATED, PHOTO),
                Column.text("session", "Session", "visit, as the list states", NOT_STATED, PHOTO),
                Column.oneOf(
                        "hand",
                        "Hand",
                        "which hand, as the list states, else as it was found",
                        List.of(Side.LEFT.label(), Side.RIGHT.label()),
                        "empty: neither stated nor clear",
                        PHOTO),
                Column.oneOf(
                        "status",
                        "Status",
                        "measured; rejected: no hand that could be measured; failed: no photo that could be read",
                        List.of("measured", "rejected", "failed"),
                        NEVER,
                        PHOTO),
                Column.text("reason", "Reason", "why there are no numbers, a sentence", "empty: measured", PHOTO),
                Column.oneOf(
                        "aspect",
                        "Aspect",
                        "side of the hand that the photo shows",
                        Stream.of(Aspect.values()).map(Aspect::label).toList(),
                        NEVER,
                        PHOTO),
                Column.number(
                        "hand_confidence",
                        "Confidence",
                        "1",
                        "how sure the outline of the hand is",
                        Range.UNIT,
                        NO_HAND,
                        PHOTO),
                Column.pixels("width_px", "Width", "columns of the upright photo", NOT_READ),
                Column.pixels("height_px", "Height", "rows of the upright photo", NOT_READ),
                Column.number(
                        "scale_px_per_mm",
                        "Scale",
                        "px/mm",
                        "pixels of the upright photo per millimetre on the hand",
                        Range.FROM_ZERO,
                        NO_HAND,
                        PHOTO),
                Column.oneOf(
                        "scale_source",
                        "Source of the scale",
                        "how the scale is known; none where no hand was found",
                        Stream.concat(Stream.of(Scale.Source.values()).map(Scale.Source::label), Stream.of("none"))
                                .toList(),
                        NEVER,
                        PHOTO),
                Column.text(
                        "findings",
                        "Findings",
                        "codes of what is to be known about the photo, joined by semicolons",
                        "empty: nothing found, or the photo could not be read",
                        PHOTO));
    }

    private static Stream<Column> scores() {
        return Stream.of(Scores.Family.values())
                .map(family -> Column.number(
                        family.label(),
                        "Score, " + family.name().toLowerCase(Locale.ROOT),
                        "1",
                        family.metrics().isEmpty()
                                ? "mean of the other scores, larger is better"
                                : "mean standing among the norms' hands, larger is better, of "
                                        + family.metrics().stream()
                                                .map(Metric::label)
                                                .collect(Collectors.joining(", ")),
                        Range.PERCENT,
                        "empty: no score; zones.csv says why where there are norms",
                        "Scores"));
    }

    private static List<Column> zonesColumns() {
        return List.of(
                Column.text("file", "File", "as in metrics.csv", NEVER, PHOTO),
                Column.oneOf(
                        "zone",
                        "Zone",
                        "part of the back of the hand",
                        Stream.of(Zone.values()).map(Zone::label).toList(),
                        NEVER,
                        PHOTO),
                Column.oneOf(
                        "metric",
                        "Metric",
                        "name of the quantity",
                        metrics().stream().map(Column::name).toList(),
                        NEVER,
                        "Measures"),
                Column.number(
                        "value", "Value", "", "in the unit of its row", Range.ANY, "empty: not measured", "Measures"),
                Column.oneOf(
                        "unit",
                        "Unit",
                        "unit of value and standard_error, 1 for none",
                        metrics().stream().map(Column::unit).distinct().toList(),
                        NEVER,
                        "Measures"),
                Column.number(
                        "standard_error",
                        "Standard error",
                        "",
                        "of the value, over the skin that was seen; not what another photo of the same hand would do",
                        Range.FROM_ZERO,
                        "empty: not measured",
                        PHOTO),
                Column.oneOf(
                        "not_measured_reason",
                        "Reason",
                        "why there is no value",
                        Stream.concat(
                                        Stream.of(NotMeasuredReason.values()).map(NotMeasuredReason::label),
                                        NO_SCORE.stream())
                                .toList(),
                        "empty: measured",
                        "Measures"),
                colour(
                        "what a value of colour rests on: the card's patches, or the camera alone",
                        "empty: the metric is none of colour, or the photo has none"));
    }

    private static Column colour(String meaning, String missing) {
        return Column.oneOf(
                "colour",
                "Colour",
                meaning,
                Stream.of(Calibration.values()).map(Calibration::label).toList(),
                missing,
                "Tone, redness, veins");
    }
}
