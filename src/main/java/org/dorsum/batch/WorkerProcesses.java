package org.dorsum.batch;

import java.io.IOException;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.dorsum.assess.Assessor;
import org.dorsum.report.PhotoResult;
import org.dorsum.report.PhotoResult.Outcome.Failed;

/**
 * Measures in processes of their own, one for each job. One that dies, or takes too long and is killed, costs the row of the
 * photo it was at; the next photo gets a new one.
 */
final class WorkerProcesses implements Measuring {
    private final List<String> command;
    private final Optional<Duration> limit;
    private final Assessor assessor;
    private final Deque<WorkerProcess> idle = new ConcurrentLinkedDeque<>();
    private final Deque<WorkerProcess> all = new ConcurrentLinkedDeque<>();

    WorkerProcesses(List<String> command, Optional<Duration> limit, Assessor assessor) {
        this.command = command;
        this.limit = limit;
        this.assessor = assessor;
    }

    @Override
    public Row row(PhotoList.Item item) throws IOException {
        WorkerProcess worker = idle.poll();
        if (worker == null) {
            worker = WorkerProcess.start(command, BatchWorker.identity(assessor));
            all.add(worker);
        }
        try {
            List<String> row = worker.ask(BatchWorker.item(item), limit);
            idle.push(worker);
            return new Row(item.file(), row.get(0), row.get(1), row.get(2), row.get(3), false);
        } catch (IOException e) {
            all.remove(worker);
            return failed(item, worker.obituary(limit));
        }
    }

    private Row failed(PhotoList.Item item, String reason) {
        return Row.of(new PhotoResult(
                item.file(), item.labels(), assessor.method(), new Failed(reason, PhotoMeasurer.sha256(item.path()))));
    }

    @Override
    public void close() {
        all.forEach(WorkerProcess::kill);
    }
}
