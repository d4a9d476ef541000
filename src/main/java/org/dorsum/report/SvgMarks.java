package org.dorsum.report;

import java.util.List;
import java.util.Locale;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;

/** A drawing as an SVG layer over a picture, one group a kind of mark; numbers only, so nothing needs escaping. */
final class SvgMarks {
    private static final double UNIT = 1 / 650.0; // of the picture's width: a stroke of width 1 on paper

    private SvgMarks() {}

    static String of(Drawing drawing, int width, int height) {
        double unit = width * UNIT;
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"marks\" viewBox=\"0 0 "
                + width + " " + height + "\" aria-hidden=\"true\">");
        svg.append(closed("hand", drawing.hand(), Palette.HAND, unit));
        svg.append(closed("zone", drawing.zones(), Palette.ZONE, unit));
        svg.append(closed("zone part", drawing.parts(), Palette.PART, unit));
        svg.append(open("lines", drawing.lines(), Palette.LINE, unit));
        svg.append(closed("spots", drawing.spots(), Palette.SPOT, unit));
        svg.append(closed("areas", drawing.areas(), Palette.AREA, unit));
        svg.append(closed("suspects", drawing.suspects(), Palette.SUSPECT, unit));
        return svg.append("</svg>").toString();
    }

    private static String open(String name, List<List<Point>> paths, Palette.Ink ink, double unit) {
        StringBuilder d = new StringBuilder();
        for (List<Point> path : paths) {
            d.append(corners(path));
        }
        return group(name, d.toString(), ink, unit);
    }

    private static String closed(String name, List<Polygon> outlines, Palette.Ink ink, double unit) {
        StringBuilder d = new StringBuilder();
        for (Polygon outline : outlines) {
            d.append(corners(outline.corners())).append('Z');
        }
        return group(name, d.toString(), ink, unit);
    }

    /**
     * Each path twice: a dark, half transparent one below a thin coloured one. On screen the style sheet rules; the attributes are for
     * paper.
     */
    private static String group(String name, String d, Palette.Ink ink, double unit) {
        if (d.isEmpty()) {
            return "";
        }
        double width = ink.width() * unit;
        String dash = ink.dashed() ? " stroke-dasharray=\"" + number(5 * width) + " " + number(4 * width) + "\"" : "";
        return "<g class=\"" + name
                + "\" fill=\"none\"><path class=\"edge\" stroke=\"#000000\" stroke-opacity=\"0.25\" stroke-width=\""
                + number(width + 1.2 * unit) + "\" d=\"" + d + "\"/><path class=\"ink\" stroke=\"" + ink.css()
                + "\" stroke-width=\"" + number(width) + "\"" + dash + " d=\"" + d + "\"/></g>";
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
