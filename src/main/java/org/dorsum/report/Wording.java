package org.dorsum.report;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dorsum.assess.Assessment;
import org.dorsum.assess.Calibration;
import org.dorsum.compare.Change;
import org.dorsum.hand.Zone;
import org.dorsum.measure.Metric;

/** What metrics, units, zones and verdicts are called before people; files use their labels. */
final class Wording {
    private Wording() {}

    /** The metric's name, one singular noun phrase that can begin a sentence. */
    static String name(Metric metric) {
        return switch (metric) {
            case ROUGHNESS_INDEX -> "Roughness";
            case SCALINESS_PERCENT -> "Dry-flake area";
            case LINE_DENSITY_MM_PER_CM2 -> "Fine-line density";
            case LINE_AREA_PERCENT -> "Fine-line area";
            case LINE_WIDTH_MM -> "Fine-line width";
            case LINE_CONTRAST_PERCENT -> "Fine-line depth";
            case LINE_ANISOTROPY -> "Fine-line alignment";
            case SPOT_COUNT -> "Spot count";
            case SPOT_AREA_PERCENT -> "Spot area";
            case SPOT_DENSITY_PER_10CM2 -> "Spot density";
            case SPOT_CONTRAST_DE00 -> "Spot contrast";
            case SPOT_LOAD -> "Spot load";
            case TONE_L -> "Lightness (L*)";
            case TONE_A -> "Green–red (a*)";
            case TONE_B -> "Blue–yellow (b*)";
            case TONE_ITA_DEG -> "Typology angle (ITA)";
            case TONE_UNEVENNESS_DE00 -> "Tone unevenness";
            case REDNESS_INDEX -> "Redness";
            case REDNESS_AREA_PERCENT -> "Red area";
            case VEIN_VISIBILITY -> "Vein visibility";
            case RELIEF_HALF_MM_PERCENT -> "Relief of 0.5 mm";
            case RELIEF_1MM_PERCENT -> "Relief of 1 mm";
            case RELIEF_2MM_PERCENT -> "Relief of 2 mm";
            case RELIEF_4MM_PERCENT -> "Relief of 4 mm";
            case RELIEF_SKEWNESS -> "Relief skewness";
            case RELIEF_PITCH_MM -> "Relief pitch";
            case RELIEF_ALIGNMENT -> "Relief alignment";
            case COOCCURRENCE_CONTRAST -> "Co-occurrence contrast";
            case COOCCURRENCE_HOMOGENEITY -> "Co-occurrence homogeneity";
            case COOCCURRENCE_CORRELATION -> "Co-occurrence correlation";
        };
    }

    /** What the number says, in the words one would use to a client. */
    static String meaning(Metric metric) {
        return switch (metric) {
            case ROUGHNESS_INDEX -> "contrast of the relief between about 2 and 9 mm";
            case SCALINESS_PERCENT -> "share of the skin under bright dry flakes";
            case LINE_DENSITY_MM_PER_CM2 -> "length of fine lines on each square centimetre";
            case LINE_AREA_PERCENT -> "share of the skin that fine lines take up";
            case LINE_WIDTH_MM -> "how wide the lines are";
            case LINE_CONTRAST_PERCENT -> "how much darker the lines are than the skin beside them";
            case LINE_ANISOTROPY -> "0 if lines run every way, 1 if all run the same way";
            case SPOT_COUNT -> "pigmented spots seen on the back of the hand";
            case SPOT_AREA_PERCENT -> "share of the skin under pigmented spots";
            case SPOT_DENSITY_PER_10CM2 -> "pigmented spots on ten square centimetres";
            case SPOT_CONTRAST_DE00 -> "how much spots stand out from the skin around them";
            case SPOT_LOAD -> "area times contrast of all spots: how spotted the skin is";
            case TONE_L -> "0 black to 100 white";
            case TONE_A -> "larger is redder";
            case TONE_B -> "larger is yellower";
            case TONE_ITA_DEG -> "skin colour angle; larger is lighter";
            case TONE_UNEVENNESS_DE00 -> "how much the colour varies over the back of the hand";
            case REDNESS_INDEX -> "strength of the blood colour of the skin";
            case REDNESS_AREA_PERCENT -> "share of the skin that is red in patches";
            case VEIN_VISIBILITY -> "0 none to 4 marked";
            case RELIEF_HALF_MM_PERCENT, RELIEF_1MM_PERCENT, RELIEF_2MM_PERCENT, RELIEF_4MM_PERCENT ->
                "contrast of relief of about this wavelength";
            case RELIEF_SKEWNESS -> "below 0 where dark furrows are narrower than what lies between them";
            case RELIEF_PITCH_MM -> "mean wavelength of the relief";
            case RELIEF_ALIGNMENT -> "0 if relief runs every way, 1 if all runs the same way";
            case COOCCURRENCE_CONTRAST -> "how much places half a millimetre apart differ";
            case COOCCURRENCE_HOMOGENEITY -> "how alike places half a millimetre apart are";
            case COOCCURRENCE_CORRELATION -> "how places half a millimetre apart go together";
        };
    }

    /** The metric's unit with its proper signs; empty for a bare number. */
    static String unit(Metric metric) {
        return switch (metric.unit()) {
            case "percent" -> "%";
            case "mm/cm2" -> "mm/cm²";
            case "1/10cm2" -> "per 10 cm²";
            case "dE00" -> "ΔE00";
            case "dE00*percent" -> "ΔE00·%";
            case "deg" -> "°";
            case "count", "1" -> "";
            default -> metric.unit();
        };
    }

    /** The unit, and of a value of colour whether it is calibrated. */
    static String unit(Metric metric, Assessment a) {
        return Stream.concat(Stream.of(unit(metric)), a.calibration(metric).map(Calibration::label).stream())
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** The zone's name. */
    static String name(Zone zone) {
        return zone == Zone.DORSUM ? "back of the hand" : zone.label().replace('_', ' ');
    }

    /** The metric's name, with the zone where it is not the back of the hand. */
    static String name(Metric metric, Zone zone) {
        return zone == Zone.DORSUM ? name(metric) : name(metric) + ", " + name(zone);
    }

    /** The metric's name within a sentence. */
    static String inSentence(Metric metric, Zone zone) {
        String name = name(metric, zone);
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** The verdict in words. */
    static String verdict(Change.Verdict verdict) {
        return switch (verdict) {
            case IMPROVED -> "improved";
            case NO_DETECTABLE_CHANGE -> "no detectable change";
            case WORSE -> "worse";
        };
    }
}
