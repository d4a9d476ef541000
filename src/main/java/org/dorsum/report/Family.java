package org.dorsum.report;

import java.util.Locale;
import org.dorsum.measure.Metric;

/** What people ask about, each told by several metrics. */
enum Family {
    TEXTURE,
    LINES,
    SPOTS,
    TONE,
    VEINS;

    static Family of(Metric metric) {
        return switch (metric) {
            case ROUGHNESS_INDEX,
                    SCALINESS_PERCENT,
                    RELIEF_HALF_MM_PERCENT,
                    RELIEF_1MM_PERCENT,
                    RELIEF_2MM_PERCENT,
                    RELIEF_4MM_PERCENT,
                    RELIEF_SKEWNESS,
                    RELIEF_PITCH_MM,
                    RELIEF_ALIGNMENT,
                    COOCCURRENCE_CONTRAST,
                    COOCCURRENCE_HOMOGENEITY,
                    COOCCURRENCE_CORRELATION -> TEXTURE;
            case LINE_DENSITY_MM_PER_CM2, LINE_AREA_PERCENT, LINE_WIDTH_MM, LINE_CONTRAST_PERCENT, LINE_ANISOTROPY ->
                LINES;
            case SPOT_COUNT, SPOT_AREA_PERCENT, SPOT_DENSITY_PER_10CM2, SPOT_CONTRAST_DE00, SPOT_LOAD -> SPOTS;
            case TONE_L, TONE_A, TONE_B, TONE_ITA_DEG, TONE_UNEVENNESS_DE00, REDNESS_INDEX, REDNESS_AREA_PERCENT ->
                TONE;
            case VEIN_VISIBILITY -> VEINS;
        };
    }

    /** What it is called. */
    String title(Words words) {
        return words.get(this == VEINS ? "card.veins" : "photo.card." + label());
    }

    /** Part of the keys of its words. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
