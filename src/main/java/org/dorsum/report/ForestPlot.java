package org.dorsum.report;

import java.util.List;
import java.util.Locale;
import org.dorsum.compare.Change;
import org.dorsum.compare.Change.Outcome.Compared;

/**
 * Changes drawn on one axis in percent: a band for what re-photographing alone would do, the 95 % interval as a bar, the
 * change as a dot. What lies beyond the axis ends in an arrowhead.
 */
final class ForestPlot {
    private static final double WIDTH = 300;
    private static final double HEIGHT = 34;
    private static final double MARGIN = 12;
    private static final double[] LIMITS = {5, 10, 20, 40, 60, 100};

    private static final String BAND = "#d9d4cc"; // on paper; on screen the style sheet rules
    private static final String PLAIN = "#5d5953";
    private static final String BETTER = "#00608f";
    private static final String WORSE = "#a84300";

    private final double limit;
    private final Words words;

    private ForestPlot(double limit, Words words) {
        this.limit = limit;
        this.words = words;
    }

    /** An axis on which most of what is to be seen of {@code changes} fits. */
    static ForestPlot of(List<Change> changes, Words words) {
        double most = changes.stream()
                .map(Change::outcome)
                .filter(Compared.class::isInstance)
                .map(Compared.class::cast)
                .mapToDouble(
                        c -> Math.max(c.mdcPercent(), Math.max(Math.abs(c.lowPercent()), Math.abs(c.highPercent()))))
                .max()
                .orElse(0);
        for (double l : LIMITS) {
            if (most <= l) {
                return new ForestPlot(l, words);
            }
        }
        return new ForestPlot(LIMITS[LIMITS.length - 1], words);
    }

    /** The axis with its labels. */
    String axis() {
        StringBuilder svg = open("axis", words.get("forest.axis", label(-limit), label(limit)), 20);
        for (double tick : new double[] {-limit, -limit / 2, 0, limit / 2, limit}) {
            String anchor = tick == -limit ? "start" : tick == limit ? "end" : "middle";
            double x = tick == -limit ? 1 : tick == limit ? WIDTH - 1 : x(tick);
            svg.append("<text class=\"tick\" x=\"")
                    .append(SvgMarks.number(x))
                    .append(
                            "\" y=\"14\" font-size=\"11\" font-family=\"Liberation Sans, sans-serif\" fill=\"#67625b\" text-anchor=\"")
                    .append(anchor)
                    .append("\">")
                    .append(label(tick))
                    .append("</text>");
        }
        return svg.append("</svg>").toString();
    }

    /** One change. */
    String row(Compared c) {
        StringBuilder svg = open(
                "change",
                words.get(
                        "forest.row",
                        words.signedPercent(c.changePercent()),
                        words.signed(c.lowPercent()),
                        words.signedPercent(c.highPercent()),
                        words.fixed(c.mdcPercent(), 0)),
                HEIGHT);
        String ink = switch (c.verdict()) {
            case IMPROVED -> BETTER;
            case WORSE -> WORSE;
            case NO_DETECTABLE_CHANGE -> PLAIN;
        };
        double middle = HEIGHT / 2;
        double low = x(c.lowPercent());
        double high = x(c.highPercent());
        svg.append(String.format(
                Locale.ROOT,
                "<rect class=\"band\" x=\"%s\" y=\"3\" width=\"%s\" height=\"%s\" rx=\"3\" fill=\"" + BAND + "\"/>",
                SvgMarks.number(x(-c.mdcPercent())),
                SvgMarks.number(x(c.mdcPercent()) - x(-c.mdcPercent())),
                SvgMarks.number(HEIGHT - 6)));
        svg.append(line("zero", PLAIN, x(0), 0, x(0), HEIGHT));
        svg.append(line("interval", ink, low, middle, high, middle));
        svg.append(end(c.lowPercent(), ink, low, middle, 1)).append(end(c.highPercent(), ink, high, middle, -1));
        if (Math.abs(c.changePercent()) <= limit) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle class=\"dot\" cx=\"%s\" cy=\"%s\" r=\"5\" fill=\"%s\"/>",
                    SvgMarks.number(x(c.changePercent())),
                    SvgMarks.number(middle),
                    ink));
        }
        return svg.append("</svg>").toString();
    }

    private String end(double percent, String ink, double x, double y, int inwards) {
        return Math.abs(percent) > limit
                ? String.format(
                        Locale.ROOT,
                        "<path class=\"interval\" fill=\"none\" stroke=\"" + ink
                                + "\" stroke-width=\"2\" d=\"M%s,%s L%s,%s L%s,%s\"/>",
                        SvgMarks.number(x + 5.0 * inwards),
                        SvgMarks.number(y - 5),
                        SvgMarks.number(x),
                        SvgMarks.number(y),
                        SvgMarks.number(x + 5.0 * inwards),
                        SvgMarks.number(y + 5))
                : line("interval", ink, x, y - 4, x, y + 4);
    }

    private static String line(String kind, String ink, double x1, double y1, double x2, double y2) {
        return String.format(
                Locale.ROOT,
                "<line class=\"%s\" stroke=\"%s\" stroke-width=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>",
                kind,
                ink,
                kind.equals("zero") ? "0.8" : "2",
                SvgMarks.number(x1),
                SvgMarks.number(y1),
                SvgMarks.number(x2),
                SvgMarks.number(y2));
    }

    private static StringBuilder open(String kind, String description, double height) {
        return new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"forest %s\" viewBox=\"0 0 %s %s\" role=\"img\" aria-label=\"%s\">",
                kind,
                SvgMarks.number(WIDTH),
                SvgMarks.number(height),
                description));
    }

    private double x(double percent) {
        double t = Math.max(-1, Math.min(1, percent / limit));
        return WIDTH / 2 + t * (WIDTH / 2 - MARGIN);
    }

    private String label(double percent) {
        return percent == Math.rint(percent)
                ? words.signedPercent(percent)
                : (percent > 0 ? "+" : "") + words.fixed(percent, 1) + " %";
    }
}
