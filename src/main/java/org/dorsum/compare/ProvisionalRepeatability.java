package org.dorsum.compare;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Properties;
import org.dorsum.measure.Metric;

/**
 * How much each metric moves when the same hand is photographed again: within-subject coefficient of variation, as a
 * fraction. Provisional: measured once on freehand re-shots of young adults' hands on white paper (docs/validation.md);
 * another camera or room may do better or worse.
 */
final class ProvisionalRepeatability {
    private static final String TABLE = "repeatability-provisional.properties";
    private final Map<Metric, Double> variation;

    private ProvisionalRepeatability(Map<Metric, Double> variation) {
        this.variation = variation;
    }

    static ProvisionalRepeatability of(Map<Metric, Double> variation) {
        return new ProvisionalRepeatability(new EnumMap<>(variation));
    }

    static ProvisionalRepeatability load() {
        Properties table = new Properties();
        try (InputStream in = ProvisionalRepeatability.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("the table " + TABLE + " is missing from the jar");
            }
            table.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<Metric, Double> variation = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            String value = table.getProperty(metric.label());
            if (value != null) {
                variation.put(metric, Double.valueOf(value));
            }
        }
        return new ProvisionalRepeatability(variation);
    }

    /** The coefficient of variation of {@code metric}, if it was measured. */
    OptionalDouble variation(Metric metric) {
        Double v = variation.get(metric);
        return v == null ? OptionalDouble.empty() : OptionalDouble.of(v);
    }
}
