package org.dorsum.batch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dorsum.assess.Assessor;
import org.dorsum.photo.PhotoReader;
import org.dorsum.report.MetricsCsv;
import org.dorsum.report.ZonesCsv;

/**
 * Measures many photos: one row each in {@code metrics.csv}, in the order of the list, written as they come; the same bytes
 * whatever the number of jobs. One photo's failure, of whatever kind, is one row. Immutable.
 *
 * <p>Memory: the pixels of as many photos as there are jobs; finished rows wait as text for slower ones before them, at
 * most two for each job.
 */
public final class Batch {
    private static final int WINDOW = 2;

    private final PhotoReader reader;
    private final Assessor assessor;
    private final int jobs;
    private final boolean resume;

    private Batch(PhotoReader reader, Assessor assessor, int jobs, boolean resume) {
        if (jobs < 1) {
            throw new IllegalArgumentException("a batch has at least 1 job, not " + jobs);
        }
        this.reader = reader;
        this.assessor = assessor;
        this.jobs = jobs;
        this.resume = resume;
    }

    /** A batch on all cores that starts afresh. */
    public static Batch with(PhotoReader reader, Assessor assessor) {
        return new Batch(reader, assessor, Runtime.getRuntime().availableProcessors(), false);
    }

    /** The same with that many photos in work at once, at least 1. */
    public Batch withJobs(int newJobs) {
        return new Batch(reader, assessor, newJobs, resume);
    }

    /** The same, but rows of an earlier run are kept where the photo's bytes are what they were. */
    public Batch resuming() {
        return new Batch(reader, assessor, jobs, true);
    }

    /** How many photos ended how; {@code kept} of them were there from an earlier run. */
    public record Tally(int measured, int rejected, int failed, int kept) {
        Tally plus(Row row) {
            return new Tally(
                    measured + (row.status().equals("measured") ? 1 : 0),
                    rejected + (row.status().equals("rejected") ? 1 : 0),
                    failed + (row.status().equals("failed") ? 1 : 0),
                    kept + (row.kept() ? 1 : 0));
        }

        /** Whether every photo has numbers. */
        public boolean complete() {
            return rejected == 0 && failed == 0;
        }
    }

    /**
     * Measures the photos of {@code list}.
     *
     * @param metrics where {@code metrics.csv} goes
     * @param zones where {@code zones.csv} goes, if it is wanted
     * @throws IOException if a table cannot be written
     * @throws ResumeRefusedException if the earlier table was measured otherwise
     */
    public Tally run(PhotoList list, Path metrics, Optional<Path> zones, BatchListener listener)
            throws IOException, ResumeRefusedException {
        EarlierRows earlier = resume ? EarlierRows.read(metrics, zones, assessor.method()) : EarlierRows.none();
        int dropped = earlier.notIn(list);
        if (dropped > 0) {
            listener.dropped(dropped);
        }
        ExecutorService pool = Executors.newFixedThreadPool(jobs, Batch::thread);
        try (RowFile metricsFile = open(metrics);
                ZoneSink zonesFile = zones.isPresent() ? ZoneSink.into(open(zones.get())) : ZoneSink.none()) {
            metricsFile.write(MetricsCsv.header());
            zonesFile.write(ZonesCsv.header());
            listener.started(list.items().size());
            PhotoWork work = new PhotoWork(reader, assessor, earlier);
            Queue<Future<Row>> window = new ArrayDeque<>();
            Tally tally = new Tally(0, 0, 0, 0);
            for (PhotoList.Item item : list.items()) {
                if (window.size() == WINDOW * jobs) {
                    tally = tally.plus(write(window.remove(), metricsFile, zonesFile, listener));
                }
                window.add(pool.submit(() -> work.row(item)));
            }
            while (!window.isEmpty()) {
                tally = tally.plus(write(window.remove(), metricsFile, zonesFile, listener));
            }
            return tally;
        } finally {
            pool.shutdownNow();
        }
    }

    /** Zones first: a row in the table of metrics promises that the photo's zones are complete. */
    private static Row write(Future<Row> future, RowFile metrics, ZoneSink zones, BatchListener listener)
            throws IOException {
        Row row = await(future);
        for (String line : row.zoneLines()) {
            zones.write(line);
        }
        metrics.write(row.metricsLine());
        listener.written(row.file(), row.status(), row.reason());
        return row;
    }

    private static Row await(Future<Row> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a photo's failure is a row", e);
        }
    }

    private RowFile open(Path path) throws IOException {
        return resume ? RowFile.resume(path) : RowFile.create(path);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "dorsum-batch");
        thread.setDaemon(true);
        return thread;
    }
}
