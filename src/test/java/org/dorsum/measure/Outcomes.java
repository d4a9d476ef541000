package org.dorsum.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Reads outcomes in tests. */
final class Outcomes {
    private Outcomes() {}

    static double value(Measurement measurement) {
        assertThat(measurement.outcome()).isInstanceOf(Outcome.Measured.class);
        return ((Outcome.Measured) measurement.outcome()).value();
    }

    static double value(List<Measurement> measurements, Metric metric) {
        return value(one(measurements, metric));
    }

    static Measurement one(List<Measurement> measurements, Metric metric) {
        return measurements.stream()
                .filter(m -> m.metric() == metric)
                .findFirst()
                .orElseThrow();
    }
}
