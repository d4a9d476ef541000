package org.dorsum.batch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.dorsum.report.MetricsCsv;
import org.dorsum.report.ZonesCsv;

/** The tables of a batch. */
final class BatchWriter implements Closeable {
    private final RowFile metrics;
    private final ZoneSink zones;
    private final EarlierRows earlier;

    private BatchWriter(RowFile metrics, ZoneSink zones, EarlierRows earlier) {
        this.metrics = metrics;
        this.zones = zones;
        this.earlier = earlier;
    }

    /** Tables that begin with the rows of {@code earlier}, as far as they are what is written. */
    static BatchWriter open(Path metrics, Optional<Path> zones, EarlierRows earlier, boolean resume)
            throws IOException {
        RowFile metricsFile = resume ? RowFile.resume(metrics, earlier.metricsEnd()) : RowFile.create(metrics);
        try {
            ZoneSink sink = ZoneSink.none();
            if (zones.isPresent()) {
                Path z = zones.get();
                sink = ZoneSink.into(resume ? RowFile.resume(z, earlier.zonesEnd()) : RowFile.create(z));
            }
            BatchWriter writer = new BatchWriter(metricsFile, sink, earlier);
            metricsFile.write(MetricsCsv.header());
            sink.write(ZonesCsv.header());
            return writer;
        } catch (IOException e) {
            metricsFile.close();
            throw e;
        }
    }

    /** Zones first: a row in the table of metrics promises that the photo's zones are complete. */
    void write(Row row) throws IOException {
        if (metrics.differs(row.metricsLine()) || zones.differs(row.zoneLines())) {
            earlier.secure();
            metrics.cut();
            zones.cut();
        }
        zones.write(row.zoneLines());
        metrics.write(row.metricsLine());
    }

    /** Every row was written. */
    void finish() throws IOException {
        metrics.cut();
        zones.cut();
        earlier.done();
    }

    @Override
    public void close() throws IOException {
        try {
            zones.close();
        } finally {
            metrics.close();
        }
    }
}
