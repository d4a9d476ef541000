package org.dorsum.report;

import org.dorsum.measure.Metric;
import org.dorsum.report.Column.Range;

/** What the data dictionary says about a metric beside its name, unit and {@linkplain Wording#meaning meaning}. */
final class MetricFacts {
    private static final String MISSING = "empty: not measured; zones.csv says why";

    private MetricFacts() {}

    /** The metric as a column. */
    static Column column(Metric metric) {
        return Column.number(
                metric.label(),
                Wording.ENGLISH.name(metric),
                metric.unit(),
                Wording.ENGLISH.meaning(metric),
                range(metric),
                MISSING,
                section(metric));
    }

    private static Range range(Metric metric) {
        return switch (metric) {
            case SCALINESS_PERCENT, LINE_CONTRAST_PERCENT, SPOT_AREA_PERCENT, REDNESS_AREA_PERCENT, TONE_L ->
                Range.PERCENT;
            case LINE_ANISOTROPY, RELIEF_ALIGNMENT, COOCCURRENCE_HOMOGENEITY -> Range.UNIT;
            case RELIEF_SKEWNESS, COOCCURRENCE_CORRELATION -> Range.of(-1, 1);
            case TONE_ITA_DEG -> Range.of(-180, 180);
            case VEIN_VISIBILITY -> Range.of(0, 4);
            case TONE_A, TONE_B, REDNESS_INDEX -> Range.ANY;
            case ROUGHNESS_INDEX,
                    LINE_DENSITY_MM_PER_CM2,
                    LINE_AREA_PERCENT,
                    LINE_WIDTH_MM,
                    SPOT_COUNT,
                    SPOT_DENSITY_PER_10CM2,
                    SPOT_CONTRAST_DE00,
                    SPOT_LOAD,
                    TONE_UNEVENNESS_DE00,
                    RELIEF_HALF_MM_PERCENT,
                    RELIEF_1MM_PERCENT,
                    RELIEF_2MM_PERCENT,
                    RELIEF_4MM_PERCENT,
                    RELIEF_PITCH_MM,
                    COOCCURRENCE_CONTRAST -> Range.FROM_ZERO;
        };
    }

    private static String section(Metric metric) {
        return switch (Family.of(metric)) {
            case TEXTURE -> "Relief";
            case LINES -> "Lines and hair";
            case SPOTS -> "Pigment and spots";
            case TONE ->
                switch (metric) {
                    case TONE_L, TONE_A, TONE_B, TONE_ITA_DEG -> "Measures";
                    default -> "Tone, redness, veins";
                };
            case VEINS -> "Tone, redness, veins";
        };
    }
}
