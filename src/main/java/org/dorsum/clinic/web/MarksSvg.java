package org.dorsum.clinic.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** What was found on a photo as one SVG element over its picture, a group for each kind; numbers only, nothing to escape. */
final class MarksSvg {
    private MarksSvg() {}

    /** The drawing of a photo's result; sizes are pixels of the upright photo. */
    static String of(JsonNode photo) {
        int width = photo.path("width").asInt(1);
        int height = photo.path("height").asInt(1);
        StringBuilder svg = new StringBuilder("<svg class=\"marks over\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\" aria-hidden=\"true\">");
        StringBuilder zones = new StringBuilder();
        photo.path("zones").forEach(zone -> zones.append(path(zone, true)));
        group(svg, "zone", zones);
        JsonNode marks = photo.path("marks");
        StringBuilder lines = new StringBuilder();
        for (JsonNode line : marks.path("lines")) {
            if (!line.path("kind").asText().equals("furrow")) {
                lines.append(path(line.path("path"), false));
            }
        }
        group(svg, "lines", lines);
        group(svg, "hairs", all(marks.path("hairs"), "path", false));
        group(svg, "spots", all(marks.path("spots"), "outline", true));
        StringBuilder areas = new StringBuilder();
        StringBuilder suspects = new StringBuilder();
        for (JsonNode area : marks.path("areas")) {
            (area.path("kind").asText().equals("suspect") ? suspects : areas).append(path(area.path("outline"), true));
        }
        group(svg, "areas", areas);
        group(svg, "suspects", suspects);
        return svg.append("</svg>").toString();
    }

    private static StringBuilder all(JsonNode list, String key, boolean closed) {
        StringBuilder d = new StringBuilder();
        list.forEach(item -> d.append(path(item.path(key), closed)));
        return d;
    }

    /** Each path twice: a dark, half transparent one below a thin coloured one. */
    private static void group(StringBuilder svg, String name, StringBuilder d) {
        if (!d.isEmpty()) {
            svg.append("<g class=\"")
                    .append(name)
                    .append("\"><path class=\"edge\" d=\"")
                    .append(d)
                    .append("\"/><path class=\"ink\" d=\"")
                    .append(d)
                    .append("\"/></g>");
        }
    }

    private static StringBuilder path(JsonNode points, boolean closed) {
        StringBuilder d = new StringBuilder();
        for (JsonNode point : points) {
            d.append(d.isEmpty() ? 'M' : 'L')
                    .append(String.format(
                            Locale.ROOT,
                            "%.1f,%.1f",
                            point.path(0).asDouble(),
                            point.path(1).asDouble()));
        }
        return closed && !d.isEmpty() ? d.append('Z') : d;
    }
}
