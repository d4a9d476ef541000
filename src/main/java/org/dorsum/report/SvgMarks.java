package org.dorsum.report;

import java.util.List;
import java.util.Locale;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;

/** A drawing as an SVG layer over a picture, one group a kind of mark; numbers only, so nothing needs escaping. */
final class SvgMarks {
    private SvgMarks() {}

    static String of(Drawing drawing, int width, int height) {
        StringBuilder svg = new StringBuilder(
                "<svg class=\"marks\" viewBox=\"0 0 " + width + " " + height + "\" aria-hidden=\"true\">");
        svg.append(closed("hand", drawing.hand()));
        svg.append(closed("zone", drawing.zones()));
        svg.append(closed("zone part", drawing.parts()));
        svg.append(open("lines", drawing.lines()));
        svg.append(closed("spots", drawing.spots()));
        svg.append(closed("areas", drawing.areas()));
        svg.append(closed("suspects", drawing.suspects()));
        return svg.append("</svg>").toString();
    }

    private static String open(String name, List<List<Point>> paths) {
        StringBuilder d = new StringBuilder();
        for (List<Point> path : paths) {
            d.append(corners(path));
        }
        return group(name, d.toString());
    }

    private static String closed(String name, List<Polygon> outlines) {
        StringBuilder d = new StringBuilder();
        for (Polygon outline : outlines) {
            d.append(corners(outline.corners())).append('Z');
        }
        return group(name, d.toString());
    }

    /** Each path twice: a dark, half transparent one below a thin coloured one. */
    private static String group(String name, String d) {
        return d.isEmpty()
                ? ""
                : "<g class=\"" + name + "\"><path class=\"edge\" d=\"" + d + "\"/><path class=\"ink\" d=\"" + d
                        + "\"/></g>";
    }

    private static String corners(List<Point> points) {
        StringBuilder d = new StringBuilder();
        for (int i = 0; i < points.size(); i++) {
            d.append(i == 0 ? "M" : i == 1 ? "L" : " ")
                    .append(number(points.get(i).x()))
                    .append(',')
                    .append(number(points.get(i).y()));
        }
        return d.toString();
    }

    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
