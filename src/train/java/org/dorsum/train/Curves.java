package org.dorsum.train;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws the log of a training run: how well held-out rendered hands are read after each number of steps. */
final class Curves {
    private static final List<String> SHARES = List.of("skin_iou", "nail_iou", "points", "aspect", "side");

    private Curves() {}

    /** Draws {@code log} as {@code picture}, a PNG file. */
    static void draw(Path log, Path picture) throws IOException {
        List<CSVRecord> rows;
        try (Reader in = Files.newBufferedReader(log);
                CSVParser parser = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(in)) {
            rows = parser.getRecords();
        }
        XYChart chart = new XYChartBuilder()
                .width(900)
                .height(540)
                .title("Held-out rendered hands")
                .xAxisTitle("steps of " + Feed.BATCH + " pictures")
                .yAxisTitle("share right, or overlap")
                .build();
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(1.0);
        for (String name : SHARES) {
            chart.addSeries(name, column(rows, "step"), column(rows, name)).setMarker(SeriesMarkers.NONE);
        }
        BitmapEncoder.saveBitmap(chart, picture.toString(), BitmapEncoder.BitmapFormat.PNG);
    }

    private static List<Double> column(List<CSVRecord> rows, String name) {
        List<Double> values = new ArrayList<>();
        for (CSVRecord row : rows) {
            values.add(Double.parseDouble(row.get(name)));
        }
        return values;
    }
}
