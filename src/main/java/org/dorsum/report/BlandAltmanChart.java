package org.dorsum.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dorsum.compare.RepeatabilityStudy;
import org.dorsum.stats.BlandAltman;
import org.dorsum.stats.Estimate;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;

/**
 * Bland–Altman plot of one metric: difference of the first two photos of each hand against their mean, with bias and limits of agreement, each with
 * its 95 % interval as a band.
 */
public final class BlandAltmanChart {
    private static final double MARGIN = 0.06;
    private static final double LABELS = 0.56; // of the width of the plot, beside the dots

    private BlandAltmanChart() {}

    /** The plot as SVG; absent where fewer than three hands have two photos. */
    public static Optional<String> svg(RepeatabilityStudy.Row row, String study) {
        return row.agreement().map(b -> draw(row, b, study));
    }

    private static String draw(RepeatabilityStudy.Row row, BlandAltman b, String study) {
        List<RepeatabilityStudy.Pair> pairs = row.pairs().stream()
                .sorted(Comparator.comparingDouble(p -> p.first() + p.second()))
                .toList();
        double[] mean =
                pairs.stream().mapToDouble(p -> (p.first() + p.second()) / 2).toArray();
        double[] difference =
                pairs.stream().mapToDouble(p -> p.first() - p.second()).toArray();
        double low = mean[0];
        double high = mean[mean.length - 1];
        double span = high > low ? high - low : Math.max(1, Math.abs(low)) * 0.1;
        double left = low - MARGIN * span;
        double right = high + MARGIN * span;
        double end = right + LABELS * span;
        String unit = Wording.ENGLISH.unit(row.metric());
        String of = unit.isEmpty() ? "" : " (" + unit + ")";
        XYChart chart = SvgCharts.chart(
                760,
                500,
                Wording.ENGLISH.name(row.metric()) + ": photographing the same hand again",
                "mean of two photos" + of + " – " + b.pairs() + " hands, " + study,
                "first less second photo" + of);
        chart.getStyler().setXAxisMin(left).setXAxisMax(end);
        level(chart, "upper limit", "+1.96 SD", b.upper(), left, right, end, SvgCharts.ORANGE, true);
        level(chart, "bias", "mean", b.bias(), left, right, end, SvgCharts.BLUE, false);
        level(chart, "lower limit", "−1.96 SD", b.lower(), left, right, end, SvgCharts.ORANGE, true);
        SvgCharts.dots(chart, "hands", mean, difference, SvgCharts.INK);
        chart.getStyler().setMarkerSize(6);
        return SvgCharts.svg(List.of(chart), 1);
    }

    private static void level(
            XYChart chart,
            String name,
            String label,
            Estimate e,
            double left,
            double right,
            double end,
            java.awt.Color colour,
            boolean dashed) {
        double[] x = {left, right};
        SvgCharts.band(
                chart,
                name + " interval",
                x,
                new double[] {e.low(), e.low()},
                new double[] {e.high(), e.high()},
                colour);
        SvgCharts.line(chart, name, x, new double[] {e.value(), e.value()}, colour, dashed);
        int decimals = Numbers.commonDecimals(e.value(), e.high() - e.low());
        String text = String.format(
                Locale.ROOT,
                "%s %s (%s to %s)",
                label,
                Numbers.fixed(e.value(), decimals),
                Numbers.fixed(e.low(), decimals),
                Numbers.fixed(e.high(), decimals));
        chart.addAnnotation(new AnnotationText(text, (right + end) / 2, e.value(), false));
    }
}
