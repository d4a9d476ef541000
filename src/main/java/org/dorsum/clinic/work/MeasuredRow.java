package org.dorsum.clinic.work;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One metric in one zone of one photo.
 *
 * @param zone as in {@code zones.csv}
 * @param metric as in {@code zones.csv}
 * @param standardError in the value's unit
 * @param reason why there is no value, if there is none
 */
public record MeasuredRow(
        String zone,
        String metric,
        OptionalDouble value,
        String unit,
        OptionalDouble standardError,
        Optional<String> reason) {}
