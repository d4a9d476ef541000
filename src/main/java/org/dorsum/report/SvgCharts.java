package org.dorsum.report;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Charts in one style and as one SVG; colours that the colour-blind can tell apart (Okabe, Ito 2008). */
final class SvgCharts {
    static final Color INK = new Color(0x222222);
    static final Color BLUE = new Color(0x0072b2);
    static final Color ORANGE = new Color(0xd55e00);
    static final Color GREEN = new Color(0x009e73);
    private static final Color GRID = new Color(0xe4e4e4);
    private static final BasicStroke THIN = new BasicStroke(1.4f);
    private static final BasicStroke DASHED =
            new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {6, 4}, 0);

    private static final Pattern CLIP = Pattern.compile("clip-?\\d+");

    private SvgCharts() {}

    /** An empty chart. */
    static XYChart chart(int width, int height, String title, String x, String y) {
        XYChart chart = new XYChartBuilder()
                .width(width)
                .height(height)
                .title(title)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        XYStyler style = chart.getStyler();
        style.setChartBackgroundColor(Color.WHITE)
                .setPlotBackgroundColor(Color.WHITE)
                .setChartFontColor(INK)
                .setLegendVisible(false)
                .setChartTitleBoxVisible(false)
                .setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 15))
                .setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12))
                .setLegendPosition(Styler.LegendPosition.OutsideS)
                .setLegendLayout(Styler.LegendLayout.Horizontal)
                .setLegendBorderColor(Color.WHITE)
                .setAnnotationTextFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12))
                .setAnnotationTextFontColor(INK);
        style.setPlotBorderVisible(false);
        style.setPlotGridLinesColor(GRID)
                .setPlotGridLinesStroke(new BasicStroke(1))
                .setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13))
                .setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12))
                .setAxisTickLabelsColor(INK)
                .setAxisTickMarksColor(INK);
        style.setLocale(Locale.ROOT);
        return chart;
    }

    /** Dots. */
    static void dots(XYChart chart, String name, double[] x, double[] y, Color colour) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
        series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(colour);
    }

    /** A line from point to point. */
    static void line(XYChart chart, String name, double[] x, double[] y, Color colour, boolean dashed) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Line);
        series.setMarker(SeriesMarkers.NONE).setLineColor(colour).setLineStyle(dashed ? DASHED : THIN);
    }

    /** A filled band between two curves over the same places. */
    static void band(XYChart chart, String name, double[] x, double[] low, double[] high, Color colour) {
        int n = x.length;
        double[] px = new double[2 * n];
        double[] py = new double[2 * n];
        for (int i = 0; i < n; i++) {
            px[i] = x[i];
            py[i] = low[i];
            px[2 * n - 1 - i] = x[i];
            py[2 * n - 1 - i] = high[i];
        }
        XYSeries series = chart.addSeries(name, px, py);
        series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.PolygonArea);
        series.setMarker(SeriesMarkers.NONE)
                .setLineColor(new Color(0, 0, 0, 0))
                .setFillColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 38));
    }

    /** The charts side by side, so many in a row, as one picture. */
    static String svg(List<XYChart> charts, int columns) {
        int width = charts.get(0).getWidth();
        int height = charts.get(0).getHeight();
        int across = Math.min(columns, charts.size());
        int down = (charts.size() + columns - 1) / columns;
        VectorGraphics2D graphics = new VectorGraphics2D();
        for (int i = 0; i < charts.size(); i++) {
            int row = i / columns;
            double x = (double) width * (i % columns);
            double y = (double) height * row;
            graphics.translate(x, y);
            charts.get(i).paint(graphics, width, height);
            graphics.translate(-x, -y);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new SVGProcessor()
                    .getDocument(graphics.getCommands(), new PageSize((double) width * across, (double) height * down))
                    .writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return numbered(withinNamespace(out.toString(StandardCharsets.UTF_8)));
    }

    /** With some XML serialisers on the class path the library's elements leave SVG's namespace, and nothing that reads XML draws them. */
    private static String withinNamespace(String svg) {
        return svg.replace(" xmlns=\"\"", "");
    }

    /** The library names clip paths by a number that differs from run to run; ours count from 1. */
    private static String numbered(String svg) {
        Map<String, String> names = new HashMap<>();
        return CLIP.matcher(svg)
                .replaceAll(m -> names.computeIfAbsent(m.group(), name -> "clip-" + (names.size() + 1)));
    }
}
