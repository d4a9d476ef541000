package org.dorsum.measure;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Every quantity that Dorsum measures, under the name it has in tables. */
public enum Metric {
    /** RMS contrast of the relief band of log-luminance, noise removed. */
    ROUGHNESS_INDEX("percent", Better.LOWER),
    /** Area of bright dry flakes. */
    SCALINESS_PERCENT("percent", Better.LOWER),
    /** Length of lines per area. */
    LINE_DENSITY_MM_PER_CM2("mm/cm2", Better.LOWER),
    /** Area of lines. */
    LINE_AREA_PERCENT("percent", Better.LOWER),
    /** Mean width of lines, weighted by length. */
    LINE_WIDTH_MM("mm", Better.LOWER),
    /** Mean depth of lines below their flanks, weighted by length. */
    LINE_CONTRAST_PERCENT("percent", Better.LOWER),
    /** 0 no preferred direction … 1 all parallel. */
    LINE_ANISOTROPY("1", Better.LOWER),
    /** Number of pigmented spots. */
    SPOT_COUNT("count", Better.LOWER),
    /** Area of pigmented spots. */
    SPOT_AREA_PERCENT("percent", Better.LOWER),
    /** Number of pigmented spots per area. */
    SPOT_DENSITY_PER_10CM2("1/10cm2", Better.LOWER),
    /** Mean colour difference of spots to the skin around them, weighted by area. */
    SPOT_CONTRAST_DE00("dE00", Better.LOWER),
    /** Sum over spots of area times contrast, per usable area. */
    SPOT_LOAD("dE00*percent", Better.LOWER),
    /** CIE L* of the skin. */
    TONE_L("1", Better.NEITHER),
    /** CIE a* of the skin. */
    TONE_A("1", Better.NEITHER),
    /** CIE b* of the skin. */
    TONE_B("1", Better.NEITHER),
    /** Individual typology angle of the skin. */
    TONE_ITA_DEG("deg", Better.NEITHER),
    /** Robust spread of low-frequency colour, shading removed. */
    TONE_UNEVENNESS_DE00("dE00", Better.LOWER),
    /** Median haemoglobin-direction optical density, times 100. */
    REDNESS_INDEX("1", Better.LOWER),
    /** Area of red patches. */
    REDNESS_AREA_PERCENT("percent", Better.LOWER),
    /** 0 none … 4 marked. */
    VEIN_VISIBILITY("1", Better.LOWER),
    /** RMS contrast of relief around a wavelength of 0.5 mm. */
    RELIEF_HALF_MM_PERCENT("percent"),
    /** RMS contrast of relief around a wavelength of 1 mm. */
    RELIEF_1MM_PERCENT("percent"),
    /** RMS contrast of relief around a wavelength of 2 mm. */
    RELIEF_2MM_PERCENT("percent"),
    /** RMS contrast of relief around a wavelength of 4 mm. */
    RELIEF_4MM_PERCENT("percent"),
    /** Quantile skewness of relief: below 0 where furrows are narrow. */
    RELIEF_SKEWNESS("1"),
    /** Mean wavelength of relief. */
    RELIEF_PITCH_MM("mm"),
    /** 0 no preferred direction of relief … 1 all parallel. */
    RELIEF_ALIGNMENT("1"),
    /** Mean squared difference half a millimetre apart, in bins of 0.5 percent. */
    COOCCURRENCE_CONTRAST("1"),
    /** How alike neighbours half a millimetre apart are, 0 … 1. */
    COOCCURRENCE_HOMOGENEITY("1"),
    /** Correlation of neighbours half a millimetre apart. */
    COOCCURRENCE_CORRELATION("1");

    /** In which direction a change is an improvement. */
    public enum Better {
        /** Less is better. */
        LOWER,
        /** Neither direction is better than the other. */
        NEITHER
    }

    private final String unit;
    private final Better better;
    private final boolean detail;

    Metric(String unit, Better better) {
        this.unit = unit;
        this.better = better;
        this.detail = false;
    }

    /** A detail of a measure. */
    Metric(String unit) {
        this.unit = unit;
        this.better = Better.NEITHER;
        this.detail = true;
    }

    /** The metrics that describe a hand, without the details. */
    public static List<Metric> headlines() {
        return Stream.of(values()).filter(m -> !m.detail).toList();
    }

    /** Whether this describes a measure more closely, for research: in the long tables only. */
    public boolean detail() {
        return detail;
    }

    /** Unit of the value, in ASCII, {@code 1} for none. */
    public String unit() {
        return unit;
    }

    /** Whether the value is read off colours and so rests on exposure and white balance. */
    public boolean colour() {
        return switch (this) {
            case SPOT_COUNT,
                    SPOT_AREA_PERCENT,
                    SPOT_DENSITY_PER_10CM2,
                    SPOT_CONTRAST_DE00,
                    SPOT_LOAD,
                    TONE_L,
                    TONE_A,
                    TONE_B,
                    TONE_ITA_DEG,
                    TONE_UNEVENNESS_DE00,
                    REDNESS_INDEX,
                    REDNESS_AREA_PERCENT -> true;
            default -> false;
        };
    }

    /** In which direction a change is an improvement. */
    public Better better() {
        return better;
    }

    /** The name in tables: lower case, words joined by underscores. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
