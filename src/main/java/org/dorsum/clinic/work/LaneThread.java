package org.dorsum.clinic.work;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.dorsum.clinic.work.JobQueue.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the jobs of one lane, one after the other, until it is closed. A job's failure is kept with the job; none ends the thread. */
final class LaneThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LaneThread.class);
    private static final long LOOK_AGAIN_S =
            5; // another process's back-up may have queued nothing; a lost signal costs this
    private static final long AFTER_TROUBLE_S = 1;
    private static final long PATIENCE_MS = 20_000; // longer than a comparison of six photos takes

    /** Does a job and keeps its result. */
    @FunctionalInterface
    interface Doer {
        void run(Job job);
    }

    private final JobKind.Lane lane;
    private final JobQueue queue;
    private final Doer doer;
    private final Semaphore signal = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closing;

    private LaneThread(JobKind.Lane lane, JobQueue queue, Doer doer) {
        this.lane = lane;
        this.queue = queue;
        this.doer = doer;
        this.thread = new Thread(this::work, "clinic-" + lane.label());
        this.thread.setDaemon(true);
    }

    static LaneThread start(JobKind.Lane lane, JobQueue queue, Doer doer) {
        LaneThread started = new LaneThread(lane, queue, doer);
        started.thread.start();
        return started;
    }

    /** There may be something to do. */
    void signal() {
        signal.release();
    }

    private void work() {
        boolean trouble = true; // what an earlier process was at
        while (!closing) {
            try {
                if (trouble) {
                    queue.recover(lane);
                    trouble = false;
                }
                Optional<Job> job = queue.claim(lane);
                if (job.isPresent()) {
                    attempt(job.get());
                } else if (signal.tryAcquire(LOOK_AGAIN_S, TimeUnit.SECONDS)) {
                    signal.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) { // the database is away: its job is taken up again
                LOG.warn("the queue {} cannot be worked on", lane.label(), e);
                trouble = true;
                rest();
            }
        }
    }

    private void rest() {
        try {
            TimeUnit.SECONDS.sleep(AFTER_TROUBLE_S);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing = true;
        }
    }

    private void attempt(Job job) {
        try {
            doer.run(job);
        } catch (OutOfMemoryError e) {
            queue.failed(
                    job, "there is not enough memory for this; use smaller photos, or start Dorsum with more memory");
        } catch (org.springframework.dao.DataAccessException e) {
            throw e;
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            LOG.warn("job {} {} failed", job.kind().label(), job.id(), e);
            queue.failed(job, "it failed unexpectedly; the server's log says more");
        }
    }

    /** Lets the job in hand end, unless it takes long; it is then done anew at the next start. */
    @Override
    public void close() {
        closing = true;
        signal.release();
        try {
            thread.join(PATIENCE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
