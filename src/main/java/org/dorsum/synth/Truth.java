package org.dorsum.synth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;

/**
 * What is known about a rendered hand. Positions are pixels of the picture, the centre of the top left one being (0, 0).
 *
 * @param file name of the picture
 * @param width pixels
 * @param height pixels
 * @param aspect {@code dorsal} or {@code palmar}
 * @param side {@code left} or {@code right}
 * @param pixelsPerMm on the middle of the back (or palm) of the hand
 * @param keyPoints 21: wrist, then thumb to little finger from base to tip; they may lie off the picture
 * @param zones outlines by zone name
 * @param subject what the hand is like
 * @param treatment percent of change by effect
 * @param spots those at least partly in the picture
 * @param lines those at least partly in the picture
 * @param reliefRmsMm root mean square of the relief by band of periods, mm, on the middle of the back of the hand
 * @param ita typology angle of the skin's own colour, degrees
 * @param lab L*, a*, b* of the skin's own colour under D65
 * @param card corners of Dorsum's card from its top left one clockwise; empty if there is none
 */
public record Truth(
        String file,
        int width,
        int height,
        String aspect,
        String side,
        double pixelsPerMm,
        List<Point> keyPoints,
        Map<String, Polygon> zones,
        Subject subject,
        Map<String, Double> treatment,
        List<SpotTruth> spots,
        List<LineTruth> lines,
        Map<String, Double> reliefRmsMm,
        double ita,
        double[] lab,
        List<Point> card) {

    /**
     * One spot.
     *
     * @param id the same in every picture of the hand
     * @param centre of mass of what is seen
     * @param areaPixels pixels of the picture within its outline
     * @param areaMm2 on the skin, whole
     * @param deltaE ΔE00 of its middle against the skin's own colour
     * @param outline of what is seen
     */
    public record SpotTruth(int id, Point centre, int areaPixels, double areaMm2, double deltaE, List<Point> outline) {}

    /**
     * One fine line or wrinkle.
     *
     * @param id the same in every picture of the hand
     * @param kind {@code line} below 0.45 mm of width, else {@code wrinkle}
     * @param widthMm full width at half depth in its middle
     * @param depthMm in its middle
     * @param lengthMm along the skin, whole
     * @param lengthPixels of the part that is seen
     * @param path of the part that is seen
     */
    public record LineTruth(
            int id,
            String kind,
            double widthMm,
            double depthMm,
            double lengthMm,
            double lengthPixels,
            List<Point> path) {}

    /** The truth as a JSON document; same truth, same bytes. */
    public byte[] json() {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("file", file);
        m.put("width", width);
        m.put("height", height);
        m.put("aspect", aspect);
        m.put("side", side);
        m.put("pixelsPerMm", round(pixelsPerMm, 4));
        m.put("keyPoints", keyPoints.stream().map(Truth::pair).toList());
        Map<String, Object> z = new LinkedHashMap<>();
        zones.forEach((k, v) -> z.put(k, v.corners().stream().map(Truth::pair).toList()));
        m.put("zones", z);
        m.put("treatment", treatment);
        m.put("ita", round(ita, 2));
        m.put("lab", new double[] {round(lab[0], 2), round(lab[1], 2), round(lab[2], 2)});
        if (!card.isEmpty()) {
            m.put("card", card.stream().map(Truth::pair).toList());
        }
        Map<String, Double> relief = new LinkedHashMap<>();
        reliefRmsMm.forEach((k, v) -> relief.put(k, round(v, 5)));
        m.put("reliefRmsMm", relief);
        m.put("subject", subjectJson());
        m.put("spots", spots.stream().map(Truth::spotJson).toList());
        m.put("lines", lines.stream().map(Truth::lineJson).toList());
        try {
            return new ObjectMapper()
                    .configure(SerializationFeature.FLUSH_AFTER_WRITE_VALUE, false)
                    .writeValueAsBytes(m);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("truth is made of numbers and text alone", e);
        }
    }

    private Map<String, Object> subjectJson() {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("seed", subject.seed());
        m.put("age", round(subject.age(), 1));
        m.put("ita", round(subject.ita(), 2));
        m.put("bloodPercent", round(100 * subject.blood(), 4));
        m.put("roughness", round(subject.roughness(), 3));
        m.put("lines", round(subject.lines(), 3));
        m.put("spots", round(subject.spots(), 3));
        m.put("freckles", subject.freckles());
        m.put("flakePercent", round(100 * subject.dryness(), 2));
        m.put("veins", round(subject.veins(), 3));
        m.put("hairsPerCm2", round(subject.hair(), 2));
        m.put("hairShade", round(subject.hairShade(), 2));
        m.put("oiliness", round(subject.oiliness(), 3));
        m.put("scars", subject.scars());
        m.put("rings", subject.adornment().rings());
        m.put("bracelet", subject.adornment().bracelet());
        m.put("watch", subject.adornment().watch());
        m.put("sleeve", subject.adornment().sleeve());
        m.put("polish", subject.adornment().polish() >= 0);
        return m;
    }

    private static Map<String, Object> spotJson(SpotTruth s) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("id", s.id);
        m.put("centre", pair(s.centre));
        m.put("areaPixels", s.areaPixels);
        m.put("areaMm2", round(s.areaMm2, 4));
        m.put("deltaE00", round(s.deltaE, 2));
        m.put("outline", s.outline.stream().map(Truth::pair).toList());
        return m;
    }

    private static Map<String, Object> lineJson(LineTruth l) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("id", l.id);
        m.put("kind", l.kind);
        m.put("widthMm", round(l.widthMm, 4));
        m.put("depthMm", round(l.depthMm, 4));
        m.put("lengthMm", round(l.lengthMm, 3));
        m.put("lengthPixels", round(l.lengthPixels, 2));
        m.put("path", l.path.stream().map(Truth::pair).toList());
        return m;
    }

    private static double[] pair(Point p) {
        return new double[] {round(p.x(), 2), round(p.y(), 2)};
    }

    private static double round(double v, int digits) {
        double f = 1;
        for (int i = 0; i < digits; i++) {
            f *= 10;
        }
        return Math.rint(v * f) / f;
    }
}
