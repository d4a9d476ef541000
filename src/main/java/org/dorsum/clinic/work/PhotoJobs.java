package org.dorsum.clinic.work;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.dorsum.assess.Assessment;
import org.dorsum.assess.Examination;
import org.dorsum.assess.FirstLook;
import org.dorsum.clinic.data.ClinicDatabase;
import org.dorsum.clinic.data.Instants;
import org.dorsum.clinic.photos.FileKind;
import org.dorsum.clinic.photos.StoredFiles;
import org.dorsum.clinic.work.JobQueue.Job;
import org.dorsum.measure.Measurement;
import org.dorsum.measure.Outcome;
import org.dorsum.photo.Finding;
import org.dorsum.report.AssessmentJson;
import org.dorsum.report.MetricsCsv;
import org.dorsum.report.Overlay;
import org.dorsum.report.PhotoResult;

/** What is done with one photo, and what came of it. */
final class PhotoJobs {
    private static final Set<FileKind> RESULTS = EnumSet.of(FileKind.RESULT, FileKind.OVERLAY);

    private final ClinicDatabase database;
    private final StoredFiles files;
    private final JobQueue queue;
    private final Examiner examiner;
    private final Clock clock;

    PhotoJobs(ClinicDatabase database, StoredFiles files, JobQueue queue, Examiner examiner, Clock clock) {
        this.database = database;
        this.files = files;
        this.queue = queue;
        this.examiner = examiner;
        this.clock = clock;
    }

    void look(Job job) {
        Optional<FirstLook> look = examiner.look(job.subject());
        if (look.isEmpty()) {
            queue.failed(job, "the photo is gone");
            return;
        }
        queue.done(job, () -> {
            database.jdbc()
                    .sql("DELETE FROM look WHERE photo_id = ?")
                    .param(job.subject())
                    .update();
            database.jdbc()
                    .sql("INSERT INTO look (photo_id, usable, findings, looked_at) VALUES (?, ?, ?, ?)")
                    .params(
                            job.subject(),
                            look.get().usable() ? 1 : 0,
                            FindingsText.of(look.get().findings()),
                            Instants.text(clock.instant()))
                    .update();
        });
    }

    void measure(Job job) {
        boolean corrected = examiner.correction(job.subject()).isPresent();
        Optional<Examination> examination = examiner.examine(job.subject());
        if (examination.isEmpty()) {
            queue.failed(job, "the photo is gone");
            return;
        }
        Assessment a = examination.get().assessment();
        PhotoResult result = new PhotoResult(
                job.subject(), PhotoResult.Labels.none(), a.method(), new PhotoResult.Outcome.Assessed(a));
        String json = files.write(AssessmentJson.of(List.of(result)).getBytes(StandardCharsets.UTF_8));
        String overlay = files.write(Overlay.png(examination.get().photo(), a));
        boolean kept = queue.done(job, () -> {
            forgetResults(job.subject()).forEach(id -> database.afterCommit(() -> files.delete(List.of(id))));
            keep(job, result, a, corrected);
            files.register(job.subject(), FileKind.RESULT, "application/json", json);
            files.register(job.subject(), FileKind.OVERLAY, "image/png", overlay);
        });
        if (!kept) {
            files.delete(List.of(json, overlay));
        }
    }

    private void keep(Job job, PhotoResult result, Assessment a, boolean corrected) {
        database.jdbc()
                .sql("INSERT INTO analysis (photo_id, job_id, status, findings, cells, corrected, measured_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        job.subject(),
                        job.id(),
                        a.status().name().toLowerCase(Locale.ROOT),
                        FindingsText.of(a.findings()),
                        FindingsText.json(MetricsCsv.cells(result)),
                        corrected ? 1 : 0,
                        Instants.text(clock.instant()))
                .update();
        a.measurements().forEach(m -> keep(job.subject(), m));
    }

    private void keep(String photoId, Measurement m) {
        Optional<Outcome.Measured> measured =
                m.outcome() instanceof Outcome.Measured v ? Optional.of(v) : Optional.empty();
        database.jdbc()
                .sql("INSERT INTO measurement (photo_id, zone, metric, unit, value, standard_error, reason)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        photoId,
                        m.zone().label(),
                        m.metric().label(),
                        m.metric().unit())
                .param(measured.map(Outcome.Measured::value).orElse(null))
                .param(measured.map(Outcome.Measured::standardError).orElse(null))
                .param(
                        m.outcome() instanceof Outcome.NotMeasured not
                                ? not.reason().label()
                                : null)
                .update();
    }

    /** Deletes the rows of a result; answers files to be deleted after the transaction. */
    private List<String> forgetResults(String photoId) {
        delete("measurement", photoId);
        delete("analysis", photoId);
        return files.unregister(photoId, RESULTS);
    }

    /** Deletes all that is known of a photo, in a transaction; answers files to be deleted after it. */
    List<String> forget(String photoId) {
        queue.forget(photoId);
        delete("look", photoId);
        delete("correction", photoId);
        return forgetResults(photoId);
    }

    private void delete(String table, String photoId) {
        database.jdbc()
                .sql("DELETE FROM " + table + " WHERE photo_id = ?")
                .param(photoId)
                .update();
    }

    /** Empty for a photo that nobody ever asked to measure. */
    Optional<PhotoState> state(String photoId) {
        return queue.progress(JobKind.MEASURE, photoId).map(progress -> {
            Optional<Row> row = row(photoId);
            return row.map(r -> new PhotoState(
                            progress,
                            Optional.of(r.status.equals("measured")),
                            r.findings,
                            Optional.of(r.status),
                            r.corrected))
                    .orElseGet(() -> looked(photoId, progress));
        });
    }

    private record Row(String status, List<Finding> findings, boolean corrected) {
        static Row of(ResultSet row, int number) throws SQLException {
            return new Row(
                    row.getString("status"),
                    FindingsText.findings(row.getString("findings")),
                    row.getInt("corrected") != 0);
        }
    }

    private Optional<Row> row(String photoId) {
        return database.jdbc()
                .sql("SELECT status, findings, corrected FROM analysis WHERE photo_id = ?")
                .param(photoId)
                .query(Row::of)
                .optional();
    }

    private PhotoState looked(String photoId, Progress progress) {
        return database.jdbc()
                .sql("SELECT usable, findings FROM look WHERE photo_id = ?")
                .param(photoId)
                .query((row, n) -> new PhotoState(
                        progress,
                        Optional.of(row.getInt("usable") != 0),
                        FindingsText.findings(row.getString("findings")),
                        Optional.empty(),
                        false))
                .optional()
                .orElseGet(() -> new PhotoState(progress, Optional.empty(), List.of(), Optional.empty(), false));
    }

    boolean measured(String photoId) {
        return row(photoId).isPresent();
    }

    List<MeasuredRow> measurements(String photoId) {
        return database.jdbc()
                .sql("SELECT zone, metric, value, unit, standard_error, reason FROM measurement WHERE photo_id = ?"
                        + " ORDER BY zone, metric")
                .param(photoId)
                .query((row, n) -> new MeasuredRow(
                        row.getString("zone"),
                        row.getString("metric"),
                        number(row, "value"),
                        row.getString("unit"),
                        number(row, "standard_error"),
                        Optional.ofNullable(row.getString("reason"))))
                .list();
    }

    private static OptionalDouble number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    Optional<List<String>> cells(String photoId) {
        return database.jdbc()
                .sql("SELECT cells FROM analysis WHERE photo_id = ?")
                .param(photoId)
                .query(String.class)
                .optional()
                .map(text -> FindingsText.read(text, new TypeReference<List<String>>() {}));
    }
}
