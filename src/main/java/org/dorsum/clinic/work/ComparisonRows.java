package org.dorsum.clinic.work;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dorsum.clinic.data.ClinicDatabase;
import org.dorsum.clinic.data.Ids;
import org.dorsum.clinic.data.Instants;
import org.dorsum.clinic.photos.FileKind;
import org.dorsum.clinic.photos.StoredFiles;

/** Comparisons and courses in the database. */
final class ComparisonRows {
    static final String BEFORE = "before";
    static final String AFTER = "after";
    static final String ALL = "all";

    private final ClinicDatabase database;
    private final StoredFiles files;
    private final JobQueue queue;
    private final Clock clock;

    ComparisonRows(ClinicDatabase database, StoredFiles files, JobQueue queue, Clock clock) {
        this.database = database;
        this.files = files;
        this.queue = queue;
        this.clock = clock;
    }

    /** A new comparison whose job is queued; to be called in a transaction. */
    String add(JobKind kind, String label, String plan, Map<String, List<String>> parts, String actor) {
        String id = Ids.random();
        database.jdbc()
                .sql("INSERT INTO comparison (id, kind, label, plan, made_by, made_at) VALUES (?, ?, ?, ?, ?, ?)")
                .params(id, kind.label(), label, plan, actor, Instants.text(clock.instant()))
                .update();
        parts.forEach((part, photos) -> {
            for (int place = 0; place < photos.size(); place++) {
                database.jdbc()
                        .sql("INSERT INTO comparison_photo (comparison_id, part, place, photo_id) VALUES (?, ?, ?, ?)")
                        .params(id, part, place, photos.get(place))
                        .update();
            }
        });
        queue.enqueue(kind, id);
        return id;
    }

    /** The newest of that kind, label and plan. */
    Optional<String> find(JobKind kind, String label, String plan) {
        return database.jdbc()
                .sql(
                        "SELECT id FROM comparison WHERE kind = ? AND label = ? AND plan = ? ORDER BY made_at DESC, id LIMIT 1")
                .params(kind.label(), label, plan)
                .query(String.class)
                .optional();
    }

    /** The photos of a part, in their order. */
    List<String> photos(String id, String part) {
        return database.jdbc()
                .sql("SELECT photo_id FROM comparison_photo WHERE comparison_id = ? AND part = ? ORDER BY place")
                .params(id, part)
                .query(String.class)
                .list();
    }

    Optional<String> plan(String id) {
        return database.jdbc()
                .sql("SELECT plan FROM comparison WHERE id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    /** Notes a result; in a transaction. */
    void result(String id, String verdict) {
        database.jdbc()
                .sql("UPDATE comparison SET verdict = ?, compared_at = ? WHERE id = ?")
                .params(verdict, Instants.text(clock.instant()), id)
                .update();
    }

    private record Row(String id, JobKind kind, String label, Optional<String> verdict, String madeBy, String madeAt) {}

    private static final String COLUMNS = "id, kind, label, verdict, made_by, made_at";

    Optional<StoredComparison> comparison(String id) {
        return rows("SELECT " + COLUMNS + " FROM comparison WHERE id = ?", id).stream()
                .findFirst();
    }

    List<StoredComparison> labelled(String label) {
        return rows("SELECT " + COLUMNS + " FROM comparison WHERE label = ? ORDER BY made_at DESC, id", label);
    }

    private List<StoredComparison> rows(String sql, String parameter) {
        return database
                .jdbc()
                .sql(sql)
                .param(parameter)
                .query((row, n) -> new Row(
                        row.getString("id"),
                        JobKind.of(row.getString("kind")),
                        row.getString("label"),
                        Optional.ofNullable(row.getString("verdict")),
                        row.getString("made_by"),
                        row.getString("made_at")))
                .list()
                .stream()
                .map(this::stored)
                .toList();
    }

    private StoredComparison stored(Row row) {
        boolean course = row.kind == JobKind.COURSE;
        return new StoredComparison(
                row.id,
                row.label,
                photos(row.id, course ? ALL : BEFORE),
                photos(row.id, AFTER),
                queue.progress(row.kind, row.id)
                        .orElse(new Progress(Stage.FAILED, 0, Optional.of("it was never queued"))),
                row.verdict,
                row.madeBy,
                Instants.of(row.madeAt));
    }

    /** Queues everything anew that the photo is part of; in a transaction. */
    void again(String photoId) {
        with(photoId)
                .forEach(id -> database.jdbc()
                        .sql("SELECT kind FROM comparison WHERE id = ?")
                        .param(id)
                        .query(String.class)
                        .optional()
                        .ifPresent(kind -> queue.enqueue(JobKind.of(kind), id)));
    }

    private List<String> with(String photoId) {
        return database.jdbc()
                .sql("SELECT DISTINCT comparison_id FROM comparison_photo WHERE photo_id = ?")
                .param(photoId)
                .query(String.class)
                .list();
    }

    /** Deletes everything that the photo is part of, in a transaction; answers files to be deleted after it. */
    List<String> forgetWith(String photoId) {
        List<String> gone = new ArrayList<>();
        with(photoId).forEach(id -> gone.addAll(forget(id)));
        return gone;
    }

    /** Deletes a comparison, in a transaction; answers files to be deleted after it. */
    List<String> forget(String id) {
        queue.forget(id);
        database.jdbc()
                .sql("DELETE FROM comparison_photo WHERE comparison_id = ?")
                .param(id)
                .update();
        database.jdbc().sql("DELETE FROM comparison WHERE id = ?").param(id).update();
        return files.unregister(id, EnumSet.allOf(FileKind.class));
    }
}
