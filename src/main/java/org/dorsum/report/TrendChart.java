package org.dorsum.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dorsum.compare.Change.Outcome.Compared;
import org.dorsum.compare.CoursePlan;
import org.dorsum.compare.HandCourse;
import org.dorsum.compare.MetricCourse;
import org.dorsum.stats.Estimate;
import org.knowm.xchart.XYChart;
import org.unbescape.xml.XmlEscape;
import org.unbescape.xml.XmlEscapeLevel;
import org.unbescape.xml.XmlEscapeType;

/**
 * The course of one hand as panels, one a metric: change against the first session with its 95 % interval, the band of what re-photographing alone would
 * do, and the trend.
 */
public final class TrendChart {
    private static final int WIDTH = 440;
    private static final int HEIGHT = 300;
    private static final int COLUMNS = 2;
    private static final int LEAST_ROOM = 30; // pixels from tick to tick
    private static final int STEPS = 24; // a trend in percent is a slight curve

    private TrendChart() {}

    /** The panels as SVG, in English; absent where no metric has a change. */
    public static Optional<String> svg(CoursePlan plan, HandCourse hand) {
        Words words = Words.english();
        String name = " – " + HandName.of(hand.hand(), words);
        List<XYChart> charts = followed(hand)
                .map(m -> panel(plan, hand, m, name, "chart.long.", words))
                .toList();
        return charts.isEmpty() ? Optional.empty() : Optional.of(SvgCharts.svg(charts, COLUMNS));
    }

    /**
     * The panels one by one, for a page that says what bars and bands are; each with its numbers in words, for those who do not see it.
     *
     * @param prefix of the names within each drawing, so that several can stand on one page
     */
    static List<String> panels(CoursePlan plan, HandCourse hand, String prefix, Words words) {
        List<String> panels = new ArrayList<>();
        followed(hand).forEach(m -> {
            String svg = SvgCharts.svg(List.of(panel(plan, hand, m, "", "chart.", words)), 1);
            panels.add(svg.substring(svg.indexOf("<svg"))
                    .replaceFirst("<svg ", Matcher.quoteReplacement("<svg " + described(hand, m, words) + " "))
                    .replace("clip-", prefix + panels.size() + "-clip-"));
        });
        return panels;
    }

    private static String described(HandCourse hand, MetricCourse m, Words words) {
        String sessions = hand.steps().stream()
                .flatMap(s -> s.change(m.metric()).stream()
                        .map(c -> words.get(
                                "chart.alt.session",
                                s.session().label(),
                                words.signedPercent(c.changePercent()),
                                words.interval(c.lowPercent(), c.highPercent()),
                                words.fixed(c.mdcPercent(), 0))))
                .collect(Collectors.joining("; "));
        String text = words.get("chart.alt", new Wording(words).name(m.metric()), sessions);
        return "role=\"img\" aria-label=\""
                + XmlEscape.escapeXml10Attribute(
                        text,
                        XmlEscapeType.CHARACTER_ENTITY_REFERENCES_DEFAULT_TO_HEXA,
                        XmlEscapeLevel.LEVEL_1_ONLY_MARKUP_SIGNIFICANT)
                + "\"";
    }

    /** The metrics that have a change in some session. */
    private static Stream<MetricCourse> followed(HandCourse hand) {
        return hand.metrics().stream()
                .filter(m ->
                        hand.steps().stream().anyMatch(s -> s.change(m.metric()).isPresent()));
    }

    private static XYChart panel(
            CoursePlan plan, HandCourse hand, MetricCourse m, String hint, String axis, Words words) {
        List<HandCourse.Step> steps = hand.steps().stream()
                .filter(s -> s.change(m.metric()).isPresent())
                .toList();
        int n = steps.size() + 1;
        double[] x = new double[n];
        double[] change = new double[n];
        double[] mdc = new double[n];
        x[0] = hand.hand().sessions().get(0).time();
        XYChart chart = SvgCharts.chart(
                WIDTH,
                HEIGHT,
                new Wording(words).name(m.metric()) + hint,
                words.get(axis + (plan.time() == CoursePlan.Time.WEEK ? "weeks" : "sessions")),
                words.get("chart.change"));
        for (int i = 1; i < n; i++) {
            Compared c = steps.get(i - 1).change(m.metric()).orElseThrow();
            x[i] = steps.get(i - 1).session().time();
            change[i] = c.changePercent();
            mdc[i] = c.mdcPercent();
        }
        mdc[0] = mdc[1];
        double[] less = Arrays.stream(mdc).map(v -> -v).toArray();
        SvgCharts.band(chart, "re-photographing", x, less, mdc, SvgCharts.INK);
        m.trend().ifPresent(t -> trend(chart, t, x[0], x[n - 1], Math.log1p(m.level() / 100)));
        for (int i = 1; i < n; i++) {
            Compared c = steps.get(i - 1).change(m.metric()).orElseThrow();
            double[] at = {x[i], x[i]};
            SvgCharts.line(
                    chart, "interval " + i, at, new double[] {c.lowPercent(), c.highPercent()}, SvgCharts.BLUE, false);
        }
        SvgCharts.dots(chart, "change", x, change, SvgCharts.BLUE);
        double margin = 0.05 * (x[n - 1] - x[0]);
        chart.getStyler().setXAxisMin(x[0] - margin).setXAxisMax(x[n - 1] + margin);
        chart.getStyler().setMarkerSize(8);
        chart.getStyler().setLocale(words.language().locale());
        if (plan.time() != CoursePlan.Time.WEEK) {
            // a tick a session: the hint is the least room between ticks, in pixels
            int room = (int) (0.6 * WIDTH / Math.max(1, x[n - 1] - x[0]));
            chart.getStyler()
                    .setXAxisTickMarkSpacingHint(Math.max(LEAST_ROOM, room))
                    .setXAxisDecimalPattern("0");
        }
        return chart;
    }

    private static void trend(XYChart chart, Estimate slope, double from, double to, double level) {
        double[] x = new double[STEPS + 1];
        double[] y = new double[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            x[i] = from + (to - from) * i / STEPS;
            y[i] = 100 * Math.expm1(level + Math.log1p(slope.value() / 100) * (x[i] - from));
        }
        SvgCharts.line(chart, "trend", x, y, SvgCharts.ORANGE, true);
    }
}
