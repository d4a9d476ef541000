package org.dorsum.clinic.work;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.dorsum.clinic.data.ClinicDatabase;
import org.dorsum.clinic.data.Ids;
import org.dorsum.clinic.data.Instants;
import org.springframework.jdbc.core.RowMapper;

/**
 * The jobs of a clinic, in its database. A job is done when its result is kept: both happen in one transaction, so that however
 * a process ends, a job has either a result or another turn. Jobs that were begun before come after fresh ones: one that brings
 * the process down does not keep it down, and is given up after {@value #MOST_ATTEMPTS} attempts.
 */
final class JobQueue {
    static final int MOST_ATTEMPTS = 10;

    private static final String NO_LOOKS =
            " AND NOT EXISTS (SELECT 1 FROM job look WHERE look.lane = 'look' AND look.state IN ('queued', 'running'))";
    private static final RowMapper<Job> JOB =
            (row, n) -> new Job(row.getString("id"), JobKind.of(row.getString("kind")), row.getString("subject"));

    private final ClinicDatabase database;
    private final Clock clock;

    JobQueue(ClinicDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Something to be done to a photo or a comparison. */
    record Job(String id, JobKind kind, String subject) {}

    /** Queues a job unless it is waiting already. */
    void enqueue(JobKind kind, String subject) {
        database.inTransaction(() -> {
            boolean waits = database.jdbc()
                    .sql("SELECT id FROM job WHERE kind = ? AND subject = ? AND state = 'queued'")
                    .params(kind.label(), subject)
                    .query(String.class)
                    .optional()
                    .isPresent();
            if (!waits) {
                database.jdbc()
                        .sql("INSERT INTO job (id, lane, kind, subject, state, attempts, created_at)"
                                + " VALUES (?, ?, ?, ?, 'queued', 0, ?) ON CONFLICT DO NOTHING")
                        .params(Ids.random(), kind.lane().label(), kind.label(), subject, now())
                        .update();
            }
        });
    }

    /** Takes what the lane's thread was at when it ended, and queues it again; gives up what was begun too often. */
    void recover(JobKind.Lane lane) {
        database.inTransaction(() -> {
            database.jdbc()
                    .sql("UPDATE job SET state = 'failed', finished_at = ?, problem = ?"
                            + " WHERE lane = ? AND state = 'running' AND attempts >= ?")
                    .params(
                            now(),
                            "it was begun " + MOST_ATTEMPTS + " times and never ended",
                            lane.label(),
                            MOST_ATTEMPTS)
                    .update();
            // one that was queued once more in the meantime has its turn anyhow
            database.jdbc()
                    .sql(
                            "DELETE FROM job WHERE lane = ? AND state = 'running' AND EXISTS (SELECT 1 FROM job other WHERE"
                                    + " other.kind = job.kind AND other.subject = job.subject AND other.state = 'queued')")
                    .param(lane.label())
                    .update();
            database.jdbc()
                    .sql("UPDATE job SET state = 'queued', started_at = NULL WHERE lane = ? AND state = 'running'")
                    .param(lane.label())
                    .update();
        });
    }

    /**
     * The lane's next job, from now on running. Each lane has one thread. Measuring waits while there is a first look to be had:
     * somebody stands there with the camera.
     */
    Optional<Job> claim(JobKind.Lane lane) {
        return database.inTransaction(() -> {
            Optional<Job> next = database.jdbc()
                    .sql("SELECT id, kind, subject FROM job WHERE lane = ? AND state = 'queued'"
                            + (lane == JobKind.Lane.MEASURE ? NO_LOOKS : "")
                            + " ORDER BY attempts, created_at, id LIMIT 1")
                    .param(lane.label())
                    .query(JOB)
                    .optional();
            next.ifPresent(job -> database.jdbc()
                    .sql("UPDATE job SET state = 'running', attempts = attempts + 1, started_at = ? WHERE id = ?")
                    .params(now(), job.id())
                    .update());
            return next;
        });
    }

    /**
     * Ends a job with its result, both or neither. False, and no result is kept, if there is no such job any more: what it was
     * about has been deleted.
     */
    boolean done(Job job, Runnable keepResult) {
        return database.inTransaction(() -> {
            boolean current = end(job, "done", Optional.empty());
            if (current) {
                keepResult.run();
            }
            return current;
        });
    }

    /** Ends a job without a result. */
    void failed(Job job, String problem) {
        database.inTransaction(() -> {
            end(job, "failed", Optional.of(problem));
        });
    }

    private boolean end(Job job, String state, Optional<String> problem) {
        return database.jdbc()
                        .sql(
                                "UPDATE job SET state = ?, finished_at = ?, problem = ? WHERE id = ? AND state = 'running'")
                        .params(state, now())
                        .param(problem.orElse(null))
                        .param(job.id())
                        .update()
                == 1;
    }

    /** Deletes all jobs of a subject; one that is running ends without a result. */
    void forget(String subject) {
        database.jdbc().sql("DELETE FROM job WHERE subject = ?").param(subject).update();
    }

    /** How far the subject's latest job of that kind has come. */
    Optional<Progress> progress(JobKind kind, String subject) {
        return database.jdbc()
                .sql(
                        "SELECT j.state, j.problem, (SELECT count(*) FROM job o WHERE o.lane = j.lane AND"
                                + " (o.state = 'running' OR o.state = 'queued' AND (o.attempts < j.attempts OR o.attempts = j.attempts AND"
                                + " (o.created_at < j.created_at OR o.created_at = j.created_at AND o.id < j.id)))) AS ahead"
                                + " FROM job j WHERE j.kind = ? AND j.subject = ?"
                                + " ORDER BY CASE j.state WHEN 'queued' THEN 0 WHEN 'running' THEN 1 ELSE 2 END, j.finished_at DESC LIMIT 1")
                .params(kind.label(), subject)
                .query((row, n) -> {
                    Stage stage = Stage.of(row.getString("state"));
                    return new Progress(
                            stage,
                            stage == Stage.QUEUED ? row.getInt("ahead") : 0,
                            Optional.ofNullable(row.getString("problem")));
                })
                .optional();
    }

    /** How many jobs wait or run. */
    int open() {
        return database.jdbc()
                .sql("SELECT count(*) FROM job WHERE state IN ('queued', 'running')")
                .query(Integer.class)
                .single();
    }

    /** The subjects of all comparisons and photos with a job that waits. */
    List<String> waiting(JobKind kind) {
        return database.jdbc()
                .sql("SELECT subject FROM job WHERE kind = ? AND state = 'queued' ORDER BY created_at, id")
                .param(kind.label())
                .query(String.class)
                .list();
    }

    private String now() {
        return Instants.text(clock.instant());
    }
}
