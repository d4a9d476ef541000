package org.dorsum.clinic.work;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dorsum.assess.Examination;
import org.dorsum.clinic.data.ClinicDatabase;
import org.dorsum.clinic.photos.FileKind;
import org.dorsum.clinic.photos.PhotoStore;
import org.dorsum.clinic.photos.StoredPhoto;
import org.dorsum.clinic.work.ComparisonFiles.Content;
import org.dorsum.clinic.work.JobQueue.Job;
import org.dorsum.compare.Comparer;
import org.dorsum.compare.Comparison;
import org.dorsum.compare.Course;
import org.dorsum.compare.CoursePlan;
import org.dorsum.compare.HandCourse;

/** Compares stored photos: sessions with each other, and whole courses. Photos are examined anew, by the same measures as ever. */
final class ComparisonJobs {
    private final ClinicDatabase database;
    private final PhotoStore store;
    private final JobQueue queue;
    private final Examiner examiner;
    private final ComparisonRows rows;
    private final MemoryBudget memory;
    private final Comparer comparer;

    ComparisonJobs(
            ClinicDatabase database,
            PhotoStore store,
            JobQueue queue,
            Examiner examiner,
            ComparisonRows rows,
            MemoryBudget memory) {
        this.database = database;
        this.store = store;
        this.queue = queue;
        this.examiner = examiner;
        this.rows = rows;
        this.memory = memory;
        this.comparer = Comparer.with(examiner.assessor());
    }

    /** How the photos of a course belong together, for the column. */
    static String plan(String subject, String hand, List<CoursePhoto> photos) {
        List<Map<String, String>> tree = new ArrayList<>();
        for (CoursePhoto p : photos) {
            Map<String, String> node = new LinkedHashMap<>();
            node.put("photo", p.photoId());
            node.put("subject", subject);
            node.put("hand", hand);
            node.put("date", p.date().toString());
            p.treated().ifPresent(t -> node.put("treated", t.toString()));
            tree.add(node);
        }
        return FindingsText.json(tree);
    }

    private static CoursePlan read(String plan) throws CoursePlan.UnusableCourseException {
        List<CoursePlan.Photo> photos = new ArrayList<>();
        for (Map<String, String> p : FindingsText.read(plan, new TypeReference<List<Map<String, String>>>() {})) {
            String id = p.getOrDefault("photo", "");
            photos.add(new CoursePlan.Photo(
                    id,
                    Path.of(id),
                    p.getOrDefault("subject", ""),
                    p.getOrDefault("date", ""),
                    p.getOrDefault("hand", ""),
                    "",
                    "",
                    p.getOrDefault("treated", ""),
                    p.getOrDefault("date", "")));
        }
        return CoursePlan.of(photos);
    }

    void compare(Job job) {
        List<String> before = rows.photos(job.subject(), ComparisonRows.BEFORE);
        List<String> after = rows.photos(job.subject(), ComparisonRows.AFTER);
        int needed = MemoryBudget.need(stored(before)) + MemoryBudget.need(stored(after));
        if (!memory.allows(needed)) {
            queue.failed(
                    job,
                    "these photos have too many pixels together for the memory Dorsum was started with; take fewer");
            return;
        }
        memory.with(needed, () -> {
            List<Examination> earlier = examine(before);
            List<Examination> later = examine(after);
            if (earlier.size() < before.size() || later.size() < after.size() || earlier.isEmpty() || later.isEmpty()) {
                queue.failed(job, "a photo is gone");
                return;
            }
            Comparison comparison = comparer.compare(earlier, later);
            keep(job, comparison.comparability().verdict().label(), ComparisonFiles.of(comparison, earlier, later));
        });
    }

    private List<Examination> examine(List<String> photos) {
        return photos.parallelStream()
                .map(examiner::examine)
                .flatMap(Optional::stream)
                .toList();
    }

    private List<StoredPhoto> stored(List<String> photos) {
        return photos.stream().map(store::find).flatMap(Optional::stream).toList();
    }

    void course(Job job) {
        Optional<String> text = rows.plan(job.subject());
        if (text.isEmpty()) {
            queue.failed(job, "the course is gone");
            return;
        }
        CoursePlan plan;
        try {
            plan = read(text.get());
        } catch (CoursePlan.UnusableCourseException e) {
            queue.failed(job, String.valueOf(e.getMessage()));
            return;
        }
        CoursePlan.Hand hand = plan.hands().get(0);
        int needed = MemoryBudget.need(stored(ids(hand.sessions().get(0))))
                + hand.sessions().stream()
                        .mapToInt(s -> MemoryBudget.need(stored(ids(s))))
                        .max()
                        .orElse(0);
        memory.with(needed, () -> {
            HandCourse course = Course.with(comparer).follow(hand, photo -> examiner.survey(photo.file()));
            keep(
                    job,
                    course.problem().isPresent() ? "no-course" : "course",
                    ComparisonFiles.of(plan, course, comparer, examiner.assessor()));
        });
    }

    private static List<String> ids(CoursePlan.Session session) {
        return session.photos().stream().map(CoursePlan.Photo::file).toList();
    }

    private void keep(Job job, String verdict, Map<FileKind, Content> contents) {
        Map<FileKind, String> written = new EnumMap<>(FileKind.class);
        contents.forEach((kind, c) -> written.put(kind, store.files().write(c.bytes())));
        boolean kept = queue.done(job, () -> {
            List<String> old = store.files().unregister(job.subject(), EnumSet.allOf(FileKind.class));
            database.afterCommit(() -> store.files().delete(old));
            rows.result(job.subject(), verdict);
            contents.forEach((kind, c) ->
                    store.files().register(job.subject(), kind, c.mediaType(), written.getOrDefault(kind, "")));
        });
        if (!kept) {
            store.files().delete(List.copyOf(written.values()));
        }
    }
}
