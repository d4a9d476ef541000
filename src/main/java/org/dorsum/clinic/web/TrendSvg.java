package org.dorsum.clinic.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * The course of one measure as an SVG element: change against the first session in percent, with 95 % intervals, left and right
 * hand, over a grey band within which photographing the same hand again explains everything; treatments are dotted lines. Colours
 * come from the style sheet; hands differ by shape as well.
 */
final class TrendSvg {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 340;
    private static final int LEFT = 64;
    private static final int RIGHT = 20;
    private static final int TOP = 18;
    private static final int BOTTOM = 44;
    private static final double LEAST_SPAN = 25; // percent either way, so that nothing looks dramatic that is not

    private TrendSvg() {}

    /** A later session against the first. */
    record Point(LocalDate on, double percent, double low, double high, double mdc) {}

    /** One hand's points, the first session not among them. */
    record Series(String hand, LocalDate first, List<Point> points) {}

    /** The chart; {@code formatted} writes a date under the axis. */
    static String of(
            List<Series> series, List<LocalDate> treatments, java.util.function.Function<LocalDate, String> dates) {
        LocalDate start =
                series.stream().map(Series::first).min(LocalDate::compareTo).orElseThrow();
        LocalDate end = series.stream()
                .flatMap(s -> s.points().stream())
                .map(Point::on)
                .max(LocalDate::compareTo)
                .orElse(start.plusDays(1));
        double days = Math.max(1, ChronoUnit.DAYS.between(start, end));
        double span = LEAST_SPAN;
        for (Series s : series) {
            for (Point p : s.points()) {
                span = Math.max(span, Math.max(Math.max(-p.low(), p.high()), p.mdc()) * 1.08);
            }
        }
        Frame frame = new Frame(start, days, span);
        StringBuilder svg = new StringBuilder("<svg class=\"trend\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT
                + "\" role=\"img\" aria-labelledby=\"trend-title\">");
        band(svg, series, frame);
        axes(svg, frame, span);
        for (LocalDate day : treatments) {
            if (!day.isBefore(start) && !day.isAfter(end)) {
                svg.append(line("treated", frame.x(day), TOP, frame.x(day), HEIGHT - BOTTOM));
            }
        }
        series.forEach(s -> draw(svg, s, frame));
        svg.append(text("tick", LEFT, HEIGHT - 14, "start", dates.apply(start)));
        svg.append(text("tick", WIDTH - RIGHT, HEIGHT - 14, "end", dates.apply(end)));
        return svg.append("</svg>").toString();
    }

    /** Where days and percents lie. */
    private record Frame(LocalDate start, double days, double span) {
        double x(LocalDate day) {
            return LEFT + 14 + ChronoUnit.DAYS.between(start, day) / days * (WIDTH - LEFT - RIGHT - 28);
        }

        double y(double percent) {
            double clipped = Math.max(-span, Math.min(span, percent));
            return TOP + (span - clipped) / (2 * span) * (HEIGHT - TOP - BOTTOM);
        }
    }

    private static void band(StringBuilder svg, List<Series> series, Frame frame) {
        double mdc = series.stream()
                .flatMap(s -> s.points().stream())
                .mapToDouble(Point::mdc)
                .max()
                .orElse(0);
        svg.append(String.format(
                Locale.ROOT,
                "<rect class=\"band\" x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\"/>",
                LEFT,
                frame.y(mdc),
                WIDTH - LEFT - RIGHT,
                frame.y(-mdc) - frame.y(mdc)));
    }

    private static void axes(StringBuilder svg, Frame frame, double span) {
        double step = span > 120 ? 50 : span > 50 ? 25 : 10;
        for (double p = -Math.floor(span / step) * step; p <= span; p += step) {
            svg.append(line(p == 0 ? "zero" : "grid", LEFT, frame.y(p), WIDTH - RIGHT, frame.y(p)));
            svg.append(text("tick", LEFT - 8, frame.y(p) + 4, "end", p == 0 ? "0 %" : ResultView.signed(p)));
        }
    }

    private static void draw(StringBuilder svg, Series s, Frame frame) {
        svg.append("<g class=\"").append(s.hand()).append("\">");
        double shift = s.hand().equals("left") ? -5 : 5; // so that intervals of one day do not lie on each other
        StringBuilder path = new StringBuilder();
        point(path, 'M', frame.x(s.first()) + shift, frame.y(0));
        for (Point p : s.points()) {
            point(path, 'L', frame.x(p.on()) + shift, frame.y(p.percent()));
        }
        svg.append("<path class=\"course\" d=\"").append(path).append("\"/>");
        mark(svg, s.hand(), frame.x(s.first()) + shift, frame.y(0));
        for (Point p : s.points()) {
            double x = frame.x(p.on()) + shift;
            svg.append(line("interval", x, frame.y(p.low()), x, frame.y(p.high())));
            mark(svg, s.hand(), x, frame.y(p.percent()));
        }
        svg.append("</g>");
    }

    private static void mark(StringBuilder svg, String hand, double x, double y) {
        svg.append(
                hand.equals("left")
                        ? String.format(Locale.ROOT, "<circle class=\"mark\" cx=\"%.1f\" cy=\"%.1f\" r=\"6\"/>", x, y)
                        : String.format(
                                Locale.ROOT,
                                "<rect class=\"mark\" x=\"%.1f\" y=\"%.1f\" width=\"11\" height=\"11\"/>",
                                x - 5.5,
                                y - 5.5));
    }

    private static void point(StringBuilder path, char command, double x, double y) {
        path.append(command).append(String.format(Locale.ROOT, "%.1f,%.1f", x, y));
    }

    private static String line(String name, double x1, double y1, double x2, double y2) {
        return String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                name,
                x1,
                y1,
                x2,
                y2);
    }

    /** A text of ours: numbers and formatted dates, in which nothing needs escaping. */
    private static String text(String name, double x, double y, String anchor, String words) {
        return String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
                name,
                x,
                y,
                anchor,
                words);
    }
}
