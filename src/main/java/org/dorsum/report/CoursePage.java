package org.dorsum.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dorsum.compare.Change;
import org.dorsum.compare.Cohort;
import org.dorsum.compare.Control;
import org.dorsum.compare.CoursePlan;
import org.dorsum.compare.HandCourse;
import org.dorsum.hand.Zone;

/** What the template of a course is given: a part for each hand, then treated against untreated hands, the cohort, repeatability. */
final class CoursePage {
    private final CourseResults results;
    private final Words words;
    private final Wording wording;

    CoursePage(CourseResults results, Words words) {
        this.results = results;
        this.words = words;
        this.wording = new Wording(words);
    }

    /** A measure of the treated hand less that of the untreated one. */
    record ControlRow(String subject, String name, String points, String detectable, String verdict, String kind) {}

    /** A group of the cohort. */
    record CohortRow(String name, String group, String n, String mean, String t, String wilcoxon, String effect) {}

    Map<String, Object> model(Map<String, CoursePicture> pictures) {
        Map<String, Object> model = new HashMap<>();
        List<CourseHand> hands = new ArrayList<>();
        for (int i = 0; i < results.hands().size(); i++) {
            HandCourse hand = results.hands().get(i);
            hands.add(new CourseHandBuilder(hand, words)
                    .build(pictures, TrendChart.panels(results.plan(), hand, "h" + i + "-", words)));
        }
        model.put("hands", hands);
        model.put(
                "trend",
                words.get(
                        results.plan().time() == CoursePlan.Time.WEEK ? "course.trend.week" : "course.trend.session"));
        model.put("controlPlain", controlPlain());
        model.put("controls", controls());
        model.put("cohort", cohort());
        model.put(
                "photos",
                results.hands().stream()
                        .flatMap(hand -> hand.hand().sessions().stream())
                        .flatMap(session -> session.photos().stream())
                        .flatMap(photo -> Optional.ofNullable(pictures.get(photo.file())).stream())
                        .map(CoursePicture::source)
                        .toList());
        model.put("repeat", Tables.repeatability(results.repeatability(), words));
        model.put("method", results.method());
        return model;
    }

    /** Of each person and measure the last session. */
    private List<Control> last() {
        Map<String, Control> last = new LinkedHashMap<>();
        results.controls().forEach(c -> last.put(c.subject() + "\t" + c.metric(), c));
        return List.copyOf(last.values());
    }

    private List<ControlRow> controls() {
        return last().stream()
                .map(c -> new ControlRow(
                        c.subject(),
                        wording.name(c.metric()),
                        words.signed(c.difference().value()) + " ("
                                + words.get(
                                        "range",
                                        words.signed(c.difference().low()),
                                        words.signed(c.difference().high()))
                                + ")",
                        "±" + words.fixed(c.mdcPoints(), 0),
                        wording.verdict(c.verdict()),
                        c.verdict().label()))
                .toList();
    }

    /** One sentence or two a person, in plain words. */
    private List<String> controlPlain() {
        Map<String, List<Control>> people = new LinkedHashMap<>();
        last().forEach(c ->
                people.computeIfAbsent(c.subject(), s -> new ArrayList<>()).add(c));
        List<String> sentences = new ArrayList<>();
        people.forEach((subject, all) -> {
            List<String> parts = new ArrayList<>();
            controlNames(all, Change.Verdict.IMPROVED)
                    .ifPresent(names -> parts.add(words.get("course.control.plain.improved", names)));
            controlNames(all, Change.Verdict.WORSE)
                    .ifPresent(names -> parts.add(words.get("course.control.plain.worse", names)));
            sentences.add(subject + ": "
                    + (parts.isEmpty() ? words.get("course.control.plain.same") : String.join(" ", parts)));
        });
        return sentences;
    }

    private Optional<String> controlNames(List<Control> controls, Change.Verdict verdict) {
        List<String> names = controls.stream()
                .filter(c -> c.verdict() == verdict)
                .map(c -> wording.inSentence(c.metric(), Zone.DORSUM))
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(words.list(names));
    }

    /** The last session of each group that has tests. */
    private List<CohortRow> cohort() {
        int last = results.cohort().stream()
                .filter(r -> r.tests().isPresent())
                .mapToInt(Cohort.Row::session)
                .max()
                .orElse(0);
        List<CohortRow> rows = new ArrayList<>();
        for (Cohort.Row r : results.cohort()) {
            if (last > 0
                    && r.session() == last
                    && r.tests().isPresent()
                    && r.mean().isPresent()) {
                Cohort.Tests t = r.tests().get();
                rows.add(new CohortRow(
                        wording.name(r.metric()),
                        group(r),
                        String.valueOf(r.n()),
                        CourseHandBuilder.interval(r.mean().get(), words),
                        p(t.tHolm()),
                        p(t.wilcoxonHolm()),
                        t.effect().map(e -> words.fixed(e.value(), 2)).orElse("–")));
            }
        }
        return rows;
    }

    private String group(Cohort.Row r) {
        String what = r.kind() == Cohort.Kind.TREATED_LESS_UNTREATED
                ? words.get("course.cohort.difference")
                : r.treated().isEmpty()
                        ? ""
                        : words.get(r.treated().equals("yes") ? "course.cohort.treated" : "course.cohort.untreated");
        return (r.arm() + " " + what).strip();
    }

    private String p(double p) {
        return p < 0.001 ? "< " + words.fixed(0.001, 3) : words.fixed(p, 3);
    }
}
