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

    private BatchWriter(RowFile metrics, ZoneSink zones) {
        this.metrics = metrics;
        this.zones = zones;
    }

    /** Opens both tables and holds them against other batches; they are as they were until {@link #begin}. */
    static BatchWriter open(Path metrics, Optional<Path> zones, boolean resume) throws IOException {
        RowFile metricsFile = RowFile.open(metrics, resume);
        try {
            return new BatchWriter(
                    metricsFile,
                    zones.isPresent() ? ZoneSink.into(RowFile.open(zones.get(), resume)) : ZoneSink.none());
        } catch (IOException e) {
            metricsFile.close();
            throw e;
        }
    }

    /** Begins anew, or with the rows of {@code earlier} as far as they are what is written. */
    void begin(EarlierRows earlier, boolean resume) throws IOException {
        if (resume) {
            metrics.resumeAt(earlier.metricsEnd());
            zones.resumeAt(earlier.zonesEnd());
        } else {
            metrics.restart();
            zones.restart();
            earlier.done();
        }
        metrics.write(MetricsCsv.header());
        zones.write(ZonesCsv.header());
    }

    /** Zones first: a row in the table of metrics promises that the photo's zones are complete, even after a power cut. */
    void write(Row row, EarlierRows earlier) throws IOException {
        if (metrics.differs(row.metricsLine()) || zones.differs(row.zoneLines())) {
            earlier.secure();
            metrics.cut();
            zones.cut();
        }
        if (zones.write(row.zoneLines())) {
            zones.force();
        }
        if (metrics.write(row.metricsLine())) {
            metrics.force();
        }
    }

    /** Every row was written. */
    void finish(EarlierRows earlier) throws IOException {
        metrics.cut();
        zones.cut();
        checkInPlace();
        earlier.done();
    }

    /** Both tables still have their names. */
    void checkInPlace() throws IOException {
        metrics.checkInPlace();
        zones.checkInPlace();
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
