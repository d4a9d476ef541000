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
 * How much a change moves when a hand is photographed again with nothing done to it: what a smallest detectable change rests
 * on. Photos in pairs, laid onto each other, repeat better than photos one by one (spots most of all), so that a table of
 * single photos would be too wide. As fractions, standard deviation of the logarithm of a change over √2.
 *
 * <p>A change varies more where the photos were not equally sharp (other focus and harder light both show there, and neither can be
 * taken out wholly), and where they share little of their relief (noise, and light from elsewhere). So a metric has three figures
 * that add in quadrature: variation of photos alike, what the square of the unshared part of relief adds, and what a unit of the
 * logarithm of the photos' sharpness does.
 *
 * <p>Measured on pairs of hands11k. Another table of single photos scales it: where a clinic's photos repeat twice as well as
 * those of hands11k one by one, they are taken to do so in pairs too.
 */
final class PairedVariation {
    private static final String TABLE = "paired-variation.properties";

    private final Map<Metric, Figures> paired;
    private final Repeatability shipped;

    private PairedVariation(Map<Metric, Figures> paired, Repeatability shipped) {
        this.paired = paired;
        this.shipped = shipped;
    }

    /**
     * How photos of two sessions go together.
     *
     * @param unlike how far their sharpness differs, natural logarithm of the ratio, at least 0
     * @param unshared the part of their relief that they do not share, 0 … 1
     */
    record Likeness(double unlike, double unshared) {}

    /** Of photos alike, what the square of the unshared part adds, and what a unit of the logarithm of sharpness. */
    private record Figures(double alike, double perUnshared, double perUnlike) {
        double at(Likeness l) {
            double apart = perUnshared * l.unshared() * l.unshared();
            return Math.hypot(Math.hypot(alike, apart), perUnlike * l.unlike());
        }
    }

    static PairedVariation load() {
        Properties table = new Properties();
        try (InputStream in = PairedVariation.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("the table " + TABLE + " is missing from the jar");
            }
            table.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<Metric, Figures> paired = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            String value = table.getProperty(metric.label());
            if (value != null) {
                String[] all = value.split(" ", -1);
                paired.put(
                        metric,
                        new Figures(
                                Double.parseDouble(all[0]), Double.parseDouble(all[1]), Double.parseDouble(all[2])));
            }
        }
        return new PairedVariation(paired, Repeatability.shippedTable());
    }

    /** Variation of a metric's changes where {@code table} says how single photos vary; empty if neither knows the metric. */
    OptionalDouble of(Metric metric, Repeatability table, Likeness likeness) {
        OptionalDouble alone = table.variation(metric);
        OptionalDouble usual = shipped.variation(metric);
        Figures pair = paired.get(metric);
        if (pair == null) {
            return alone;
        }
        if (usual.isEmpty()) {
            return OptionalDouble.of(pair.at(likeness)); // a detail, which tables of single photos do not have
        }
        return alone.isEmpty()
                ? alone
                : OptionalDouble.of(pair.at(likeness) * alone.getAsDouble() / usual.getAsDouble());
    }
}
