package org.dorsum.clinic.work;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.dorsum.clinic.audit.AuditLog;
import org.dorsum.clinic.data.ClinicDatabase;
import org.dorsum.clinic.data.Instants;
import org.dorsum.clinic.photos.FileKind;
import org.dorsum.clinic.photos.PhotoStore;
import org.dorsum.clinic.work.JobQueue.Job;
import org.dorsum.hand.HandCorrection;
import org.dorsum.hand.HandFinder;

/**
 * What happens to photos in the background. Every photo that comes in is looked at and measured; every comparison that is asked for
 * is made; each of these once, however often the process is killed meanwhile. First looks have a thread of their own and go
 * before all measuring; what is decoded at once stays within a share of the heap. Photos are measured by the same
 * {@link org.dorsum.assess.Assessor} and {@link org.dorsum.compare.Comparer} as on the command line: the numbers are equal.
 */
public final class Work implements AutoCloseable {
    private final ClinicDatabase database;
    private final PhotoStore store;
    private final AuditLog log;
    private final Clock clock;
    private final JobQueue queue;
    private final Examiner examiner;
    private final PhotoJobs photos;
    private final ComparisonRows comparisons;
    private final ComparisonJobs comparing;
    private final HandFinder finder;
    private final MemoryBudget memory = MemoryBudget.ofHeap();
    private final Map<JobKind.Lane, LaneThread> lanes = new ConcurrentHashMap<>();

    private Work(ClinicDatabase database, PhotoStore store, AuditLog log, HandFinder finder, Clock clock) {
        this.database = database;
        this.store = store;
        this.log = log;
        this.clock = clock;
        this.finder = finder;
        queue = new JobQueue(database, clock);
        examiner = new Examiner(database, store, finder);
        photos = new PhotoJobs(database, store.files(), queue, examiner, clock);
        comparisons = new ComparisonRows(database, store.files(), queue, clock);
        comparing = new ComparisonJobs(database, store, queue, examiner, comparisons, memory);
    }

    /** Starts working, first on what an earlier process did not end. From now on photos of {@code store} are measured. */
    public static Work start(ClinicDatabase database, PhotoStore store, AuditLog log, HandFinder finder, Clock clock) {
        Work work = new Work(database, store, log, finder, clock);
        store.addDependant(new PhotoStore.Dependant() {
            @Override
            public void received(String photoId) {
                work.measure(photoId);
            }

            @Override
            public List<String> forget(String photoId) {
                List<String> gone = new ArrayList<>(work.comparisons.forgetWith(photoId));
                gone.addAll(work.photos.forget(photoId));
                return gone;
            }
        });
        for (JobKind.Lane lane : JobKind.Lane.values()) {
            work.lanes.put(lane, LaneThread.start(lane, work.queue, work::run));
        }
        return work;
    }

    private void run(Job job) {
        switch (job.kind()) {
            case LOOK -> {
                one(job, photos::look);
                signal(); // measuring has waited for it
            }
            case MEASURE -> one(job, photos::measure);
            case COMPARE -> comparing.compare(job);
            case COURSE -> comparing.course(job);
        }
    }

    private void one(Job job, LaneThread.Doer doer) {
        int needed = store.find(job.subject())
                .map(p -> MemoryBudget.need(List.of(p)))
                .orElse(0);
        memory.with(needed, () -> doer.run(job));
    }

    private void signal() {
        database.afterCommit(() -> lanes.values().forEach(LaneThread::signal));
    }

    /** Has a photo looked at and measured; nothing happens if that waits already. A photo that comes in needs no asking. */
    public void measure(String photoId) {
        database.inTransaction(() -> {
            queue.enqueue(JobKind.LOOK, photoId);
            queue.enqueue(JobKind.MEASURE, photoId);
            signal();
        });
    }

    /** How far a photo has come and what is known of it; empty for a photo that is not there. */
    public Optional<PhotoState> photo(String photoId) {
        return photos.state(photoId);
    }

    /** Everything measured on a photo, as {@code analyze --json} writes it. */
    public Optional<byte[]> result(String photoId) {
        return store.files().read(photoId, FileKind.RESULT);
    }

    /** The photo with what was found drawn on it: a PNG file. */
    public Optional<byte[]> overlay(String photoId) {
        return store.files().read(photoId, FileKind.OVERLAY);
    }

    /** The photo's rows of {@code zones.csv}. */
    public List<MeasuredRow> measurements(String photoId) {
        return photos.measurements(photoId);
    }

    /** The photo's row of {@code metrics.csv}, in the order of its columns; file is the photo's id, whose it is is empty. */
    public Optional<List<String>> cells(String photoId) {
        return photos.cells(photoId);
    }

    /** What a person drew in a photo, if somebody did. */
    public Optional<HandCorrection> correction(String photoId) {
        return examiner.correction(photoId);
    }

    /** Keeps what a person drew in a photo, and measures it and all comparisons with it anew. */
    public void correct(String photoId, HandCorrection correction, String actor) {
        database.inTransaction(() -> {
            withdraw(photoId);
            database.jdbc()
                    .sql("INSERT INTO correction (photo_id, outlines, made_by, made_at) VALUES (?, ?, ?, ?)")
                    .params(photoId, CorrectionText.of(correction), actor, Instants.text(clock.instant()))
                    .update();
            again(photoId, actor, "photo-corrected");
        });
    }

    /** Takes back {@link #correct}. */
    public void uncorrect(String photoId, String actor) {
        database.inTransaction(() -> {
            if (withdraw(photoId)) {
                again(photoId, actor, "correction-withdrawn");
            }
        });
    }

    private boolean withdraw(String photoId) {
        return database.jdbc()
                        .sql("DELETE FROM correction WHERE photo_id = ?")
                        .param(photoId)
                        .update()
                > 0;
    }

    private void again(String photoId, String actor, String action) {
        queue.enqueue(JobKind.MEASURE, photoId);
        comparisons.again(photoId);
        log.append(actor, action, "photo:" + photoId, "");
        signal();
    }

    /**
     * Has two sessions compared; answers the comparison's id.
     *
     * @param label by which it is found again
     * @param before ids of the earlier session's photos, at least one
     * @param after ids of the later session's photos, at least one
     */
    public String compare(String label, List<String> before, List<String> after, String actor) {
        if (before.isEmpty() || after.isEmpty()) {
            throw new IllegalArgumentException("a comparison has at least one photo before and one after");
        }
        Map<String, List<String>> parts = new LinkedHashMap<>();
        parts.put(ComparisonRows.BEFORE, before);
        parts.put(ComparisonRows.AFTER, after);
        return added(JobKind.COMPARE, label, FindingsText.json(parts), parts, actor);
    }

    /**
     * Has a hand followed over all its visits; answers the course's id. The same photos again are the same course.
     *
     * @param label by which it is found again
     * @param subject pseudonymous code
     * @param hand {@code left} or {@code right}
     */
    public String course(String label, String subject, String hand, List<CoursePhoto> photos, String actor) {
        if (photos.isEmpty()) {
            throw new IllegalArgumentException("a course has at least one photo");
        }
        List<String> ids = photos.stream().map(CoursePhoto::photoId).toList();
        return added(
                JobKind.COURSE,
                label,
                ComparisonJobs.plan(subject, hand, photos),
                Map.of(ComparisonRows.ALL, ids),
                actor);
    }

    private String added(JobKind kind, String label, String plan, Map<String, List<String>> parts, String actor) {
        return database.inTransaction(() -> {
            Optional<String> there = comparisons.find(kind, label, plan);
            if (there.isPresent()) {
                return there.get();
            }
            String id = comparisons.add(kind, label, plan, parts, actor);
            log.append(actor, kind == JobKind.COURSE ? "course-made" : "comparison-made", "comparison:" + id, "");
            signal();
            return id;
        });
    }

    /** A comparison or course. */
    public Optional<StoredComparison> comparison(String id) {
        return comparisons.comparison(id);
    }

    /** All comparisons and courses of a label, newest first. */
    public List<StoredComparison> comparisons(String label) {
        return comparisons.labelled(label);
    }

    /**
     * A file of a comparison or course: {@link FileKind#RESULT} as JSON, {@link FileKind#PAGE}, {@link FileKind#CHANGE_MAP}, {@link
     * FileKind#ALIGNED_BEFORE}, {@link FileKind#ALIGNED_AFTER}; of a course {@link FileKind#RESULT}, {@link FileKind#TABLE}, {@link
     * FileKind#CHART}. Empty while there is none.
     */
    public Optional<byte[]> file(String comparisonId, FileKind kind) {
        return store.files().read(comparisonId, kind);
    }

    /** Comparisons that nothing is kept of, within the same share of the heap; their encrypted files lie in a folder of {@code data}. */
    public QuickLooks quickLooks(Path data) {
        return QuickLooks.open(data, finder, memory, clock);
    }

    /** How many jobs wait or run. */
    public int open() {
        return queue.open();
    }

    /** Ends; what is not done is done after the next start. */
    @Override
    public void close() {
        lanes.values().forEach(LaneThread::close);
    }
}
