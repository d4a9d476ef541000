package org.dorsum.batch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.dorsum.assess.Assessment;
import org.dorsum.assess.Assessor;
import org.dorsum.photo.PhotoReader;

/**
 * Measures many photos: one row each in {@code metrics.csv}, in the order of the list, written as they come; the same bytes
 * whatever the number of jobs. One photo's failure, of whatever kind, is one row. Immutable.
 *
 * <p>Memory: the pixels of as many photos as there are jobs; finished rows wait as text for slower ones before them, at
 * most two for each job. Of an earlier run that is continued, where each row is.
 */
public final class Batch {
    private static final int WINDOW = 2;

    private final PhotoReader reader;
    private final Assessor assessor;
    private final int jobs;
    private final boolean resume;
    private final Optional<Isolation> isolation;

    /** Measuring in other processes: how one is started, and how long it may take for a photo. */
    private record Isolation(List<String> command, Optional<Duration> limit) {}

    private Batch(PhotoReader reader, Assessor assessor, int jobs, boolean resume, Optional<Isolation> isolation) {
        if (jobs < 1) {
            throw new IllegalArgumentException("a batch has at least 1 job, not " + jobs);
        }
        this.reader = reader;
        this.assessor = assessor;
        this.jobs = jobs;
        this.resume = resume;
        this.isolation = isolation;
    }

    /** A batch on all cores that starts afresh. */
    public static Batch with(PhotoReader reader, Assessor assessor) {
        return new Batch(reader, assessor, Runtime.getRuntime().availableProcessors(), false, Optional.empty());
    }

    /** The same with that many photos in work at once, at least 1. */
    public Batch withJobs(int newJobs) {
        return new Batch(reader, assessor, newJobs, resume, isolation);
    }

    /** The same, but rows of an earlier run are kept where the photo's bytes are what they were. */
    public Batch resuming() {
        return new Batch(reader, assessor, jobs, true, isolation);
    }

    /**
     * The same, but each job measures in a process of its own, so that what crashes it costs one row.
     *
     * @param command starts a process that runs {@link BatchWorker#serve} on its standard streams with the same assessor
     * @param limit time for one photo, after which its process is killed and its row says so
     */
    public Batch isolated(List<String> command, Optional<Duration> limit) {
        if (limit.isPresent() && !(limit.get().compareTo(Duration.ZERO) > 0)) {
            throw new IllegalArgumentException("a limit is longer than 0 s");
        }
        return new Batch(reader, assessor, jobs, resume, Optional.of(new Isolation(List.copyOf(command), limit)));
    }

    /** With what it measures. */
    public Assessment.Method method() {
        return assessor.method();
    }

    /** How many photos ended how; {@code kept} of them were there from an earlier run, {@code left} were not looked at. */
    public record Tally(int measured, int rejected, int failed, int kept, int left) {
        Tally plus(Row row) {
            return new Tally(
                    measured + (row.status().equals("measured") ? 1 : 0),
                    rejected + (row.status().equals("rejected") ? 1 : 0),
                    failed + (row.status().equals("failed") ? 1 : 0),
                    kept + (row.kept() ? 1 : 0),
                    left - 1);
        }

        /** Whether every photo has numbers. */
        public boolean complete() {
            return rejected == 0 && failed == 0 && left == 0;
        }
    }

    /**
     * Measures the photos of {@code list}.
     *
     * @param metrics where {@code metrics.csv} goes
     * @param zones where {@code zones.csv} goes, if it is wanted
     * @param stop asked before each photo: once it is true, those in hand are finished and the rest is left
     * @throws IOException if a table cannot be written
     * @throws ResumeRefusedException if the earlier table was measured otherwise
     */
    public Tally run(PhotoList list, Path metrics, Optional<Path> zones, BatchListener listener, BooleanSupplier stop)
            throws IOException, ResumeRefusedException {
        ExecutorService pool = Executors.newFixedThreadPool(jobs, Batch::thread);
        // The tables are held before they are read, and what was read is closed after the last row.
        try (BatchWriter writer = BatchWriter.open(metrics, zones, resume);
                EarlierRows earlier = resume
                        ? EarlierRows.read(metrics, zones, assessor.method())
                        : EarlierRows.none(metrics, zones);
                Measuring measuring = measuring()) {
            writer.begin(earlier, resume);
            int dropped = earlier.notIn(list);
            if (dropped > 0) {
                listener.dropped(dropped);
            }
            listener.started(list.items().size());
            PhotoWork work = new PhotoWork(assessor.method(), earlier, measuring);
            Queue<Future<Optional<Row>>> window = new ArrayDeque<>();
            Tally tally = new Tally(0, 0, 0, 0, list.items().size());
            Iterator<PhotoList.Item> items = list.items().iterator();
            while (tally.left() > 0) {
                while (items.hasNext() && window.size() < WINDOW * jobs) {
                    PhotoList.Item item = items.next();
                    window.add(pool.submit(() -> stop.getAsBoolean() ? Optional.empty() : Optional.of(work.row(item))));
                }
                Optional<Row> row = await(window.remove());
                if (row.isEmpty()) {
                    writer.checkInPlace();
                    return tally; // photos are begun in their order: what follows is left, too
                }
                writer.write(row.get(), earlier);
                listener.written(row.get().file(), row.get().status(), row.get().reason());
                tally = tally.plus(row.get());
            }
            writer.finish(earlier);
            return tally;
        } finally {
            pool.shutdownNow();
        }
    }

    private Measuring measuring() {
        return isolation.isPresent()
                ? new WorkerProcesses(isolation.get().command(), isolation.get().limit(), assessor)
                : new PhotoMeasurer(reader, assessor);
    }

    private static Optional<Row> await(Future<Optional<Row>> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IllegalStateException("a photo's failure is a row", e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "dorsum-batch");
        thread.setDaemon(true);
        return thread;
    }
}
