package org.dorsum.batch;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** One process that runs {@link BatchWorker}; what it prints on standard error goes where ours goes. */
final class WorkerProcess {
    private static final Duration TO_START = Duration.ofMinutes(2); // a model is loaded in a second; disks can be slow

    private static final ScheduledExecutorService ALARMS = Executors.newSingleThreadScheduledExecutor(run -> {
        Thread thread = new Thread(run, "dorsum-time-limit");
        thread.setDaemon(true);
        return thread;
    });

    private final Process process;
    private final DataInputStream rows;
    private final DataOutputStream photos;
    private final AtomicBoolean tooSlow = new AtomicBoolean();

    private WorkerProcess(Process process) {
        this.process = process;
        this.rows = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        this.photos = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    }

    /**
     * A process that is ready.
     *
     * @param identity what it has to measure with
     * @throws WorkerException if none can be had
     */
    static WorkerProcess start(List<String> command, List<String> identity) throws WorkerException {
        WorkerProcess worker;
        try {
            worker = new WorkerProcess(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new WorkerException("a process that measures cannot be started: " + e.getMessage());
        }
        List<String> its;
        try {
            its = worker.answer(identity.size(), Optional.of(TO_START));
        } catch (IOException e) {
            throw new WorkerException(
                    "a process that measures did not start: " + worker.obituary(Optional.of(TO_START)));
        }
        if (!its.equals(identity)) {
            worker.kill();
            throw new WorkerException("the processes that measure are of another release or have other settings");
        }
        return worker;
    }

    /** Answer to a question; whatever the reason for which there is none, the process is dead afterwards. */
    List<String> ask(List<String> question, Optional<Duration> limit) throws IOException {
        Frames.write(photos, question);
        return answer(BatchWorker.ROW, limit);
    }

    private List<String> answer(int size, Optional<Duration> limit) throws IOException {
        Optional<Future<?>> alarm =
                limit.map(most -> ALARMS.schedule(this::giveUp, most.toMillis(), TimeUnit.MILLISECONDS));
        try {
            return Frames.read(rows, size);
        } finally {
            alarm.ifPresent(a -> a.cancel(false));
        }
    }

    private void giveUp() {
        tooSlow.set(true);
        kill();
    }

    /** Of what it died; kills it if it has not yet. */
    String obituary(Optional<Duration> limit) {
        kill();
        if (tooSlow.get() && limit.isPresent()) {
            return "it took longer than the limit of " + seconds(limit.get()) + " s";
        }
        try {
            return "the process that measured it ended (status " + process.waitFor()
                    + "), as when a library crashes or the system has no memory left";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "the process that measured it ended";
        }
    }

    private static String seconds(Duration limit) {
        return BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros().toPlainString();
    }

    void kill() {
        process.destroyForcibly();
    }
}
