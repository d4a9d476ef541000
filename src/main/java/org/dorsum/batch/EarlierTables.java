package org.dorsum.batch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dorsum.report.MetricsCsv;
import org.dorsum.report.ZonesCsv;

/**
 * One pair of tables of an earlier run and where in them each photo's lines are; the lines themselves stay on disk.
 *
 * @param places by file
 * @param metricsEnd where the last complete line ends
 * @param zonesEnd the same in the long table, 0 where there is none
 */
record EarlierTables(
        Path metrics, Optional<Path> zones, Map<String, Place> places, Open open, long metricsEnd, long zonesEnd)
        implements Closeable {

    /** The tables, open for reading. */
    record Open(FileChannel metrics, Optional<FileChannel> zones) implements Closeable {
        @Override
        public void close() throws IOException {
            metrics.close();
            if (zones.isPresent()) {
                zones.get().close();
            }
        }
    }

    /** A stretch of a file. */
    record Stretch(long start, int length) {
        static final Stretch NONE = new Stretch(0, 0);

        Stretch plus(Stretch next) {
            return length == 0 ? next : new Stretch(start, length + next.length);
        }
    }

    /** Where a photo's lines are. */
    record Place(Stretch metrics, Stretch zones) {}

    /** A line of the table of metrics is checked as it is read. */
    interface Check {
        /** Whether the row may be kept. */
        boolean keep(java.util.List<String> cells) throws ResumeRefusedException;
    }

    /** Both tables of a run; absent if there is no table of metrics. */
    static Optional<EarlierTables> read(Path metrics, Optional<Path> zones, Check check)
            throws IOException, ResumeRefusedException {
        if (!Files.exists(metrics)) {
            return Optional.empty();
        }
        Open open = new Open(
                FileChannel.open(metrics, StandardOpenOption.READ),
                zones.isPresent() && Files.exists(zones.get())
                        ? Optional.of(FileChannel.open(zones.get(), StandardOpenOption.READ))
                        : Optional.empty());
        try {
            return Optional.of(read(metrics, zones, open, check));
        } catch (IOException | ResumeRefusedException e) {
            open.close();
            throw e;
        }
    }

    private static EarlierTables read(Path metrics, Optional<Path> zones, Open open, Check check)
            throws IOException, ResumeRefusedException {
        Map<String, Stretch> zoneLines = new HashMap<>();
        Map<String, String> lastMetric = new HashMap<>();
        int metric = ZonesCsv.COLUMNS.indexOf("metric");
        long zonesEnd = 0;
        if (open.zones().isPresent()) {
            zonesEnd =
                    TableScan.of(zones.orElseThrow(), open.zones().get(), ZonesCsv.COLUMNS, (start, length, cells) -> {
                        zoneLines.merge(cells.get(0), new Stretch(start, length), Stretch::plus);
                        lastMetric.put(cells.get(0), cells.get(metric));
                    });
        }
        // Scores, if there are norms, stand last; a photo whose lines end elsewhere was cut off, as by a power cut.
        String last = lastMetric.containsValue(ZonesCsv.LAST_SCORE) ? ZonesCsv.LAST_SCORE : ZonesCsv.LAST_METRIC;
        int status = MetricsCsv.COLUMNS.indexOf("status");
        Map<String, Place> places = new HashMap<>();
        long metricsEnd = TableScan.of(metrics, open.metrics(), MetricsCsv.COLUMNS, (start, length, cells) -> {
            Stretch lines = zoneLines.getOrDefault(cells.get(0), Stretch.NONE);
            boolean complete = zones.isEmpty()
                    || last.equals(lastMetric.get(cells.get(0)))
                    || !cells.get(status).equals("measured");
            if (check.keep(cells) && complete) {
                places.put(cells.get(0), new Place(new Stretch(start, length), lines));
            }
        });
        return new EarlierTables(metrics, zones, places, open, metricsEnd, zonesEnd);
    }

    String metricsLine(Place place) throws IOException {
        return text(open.metrics(), place.metrics());
    }

    String zoneLines(Place place) throws IOException {
        return open.zones().isPresent() ? text(open.zones().get(), place.zones()) : "";
    }

    private static String text(FileChannel channel, Stretch stretch) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(stretch.length());
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, stretch.start() + bytes.position()) < 0) {
                throw new IOException("a table was shortened while it was continued");
            }
        }
        return new String(bytes.array(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        open.close();
    }
}
