package org.dorsum.compare;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dorsum.measure.Metric;
import org.dorsum.stats.Estimate;

/**
 * How much each metric moves when the same hand is photographed again, and on what that was measured: the table behind every minimal
 * detectable change. Immutable.
 *
 * @param source on what it was measured
 * @param shipped whether it came along with Dorsum and so speaks of another camera and room than the user's
 * @param entries by metric; a metric without an entry has no change given
 */
public record Repeatability(Source source, boolean shipped, Map<Metric, Entry> entries) {
    private static final String SHIPPED = "repeatability-hands11k.csv";
    private static final int FEW_HANDS = 10; // with ten pairs the ends of an MDC's interval lie a factor 2.5 apart

    /**
     * On what a table was measured; texts are empty where nothing was stated.
     *
     * @param date ISO date
     * @param settingsSha256 digest of the settings of the measures, empty where unknown
     */
    public record Source(
            String name,
            String date,
            String camera,
            String conditions,
            int hands,
            int photos,
            String toolVersion,
            String settingsSha256) {}

    /**
     * Variation of one metric.
     *
     * @param hands with two photos and more
     * @param variation within-subject coefficient of variation, a fraction; without an interval both ends are the value
     */
    public record Entry(int hands, Estimate variation) {}

    /** Copies the entries. */
    public Repeatability {
        entries = entries.isEmpty() ? Map.of() : new EnumMap<>(entries);
    }

    @Override
    public Map<Metric, Entry> entries() {
        return Map.copyOf(entries);
    }

    /** The table that comes along: freehand re-shots of hands11k (docs/validation.md). */
    public static Repeatability shippedTable() {
        try (InputStream in = Repeatability.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("the table " + SHIPPED + " is missing from the jar");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Repeatability table = RepeatabilityFile.parse(SHIPPED, text);
            return new Repeatability(table.source(), true, table.entries());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RepeatabilityFile.UnusableTableException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** The coefficient of variation of {@code metric} as a fraction, if it was measured. */
    OptionalDouble variation(Metric metric) {
        return of(metric).map(e -> OptionalDouble.of(e.variation().value())).orElseGet(OptionalDouble::empty);
    }

    /** What is known of a metric. */
    public Optional<Entry> of(Metric metric) {
        return Optional.ofNullable(entries.get(metric));
    }

    /** Whether so few hands were photographed that the minimal detectable changes themselves are unsure. */
    public boolean fewHands() {
        return entries.values().stream().anyMatch(e -> e.hands() < FEW_HANDS);
    }
}
