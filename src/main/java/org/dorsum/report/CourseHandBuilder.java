package org.dorsum.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dorsum.compare.Change;
import org.dorsum.compare.Change.Outcome.Compared;
import org.dorsum.compare.CoursePlan;
import org.dorsum.compare.HandCourse;
import org.dorsum.compare.MetricCourse;
import org.dorsum.compare.SinceTreatment;
import org.dorsum.photo.Finding;
import org.dorsum.stats.Estimate;

/** Puts one hand's course into words. */
final class CourseHandBuilder {
    private final HandCourse hand;
    private final Words words;
    private final Wording wording;

    CourseHandBuilder(HandCourse hand, Words words) {
        this.hand = hand;
        this.words = words;
        this.wording = new Wording(words);
    }

    /** The part of this hand. */
    CourseHand build(Map<String, CoursePicture> pictures, List<String> panels) {
        String name = HandName.of(hand.hand(), words);
        List<HandCourse.Step> comparable = hand.steps().stream()
                .filter(s -> s.changes().stream().anyMatch(c -> c.outcome() instanceof Compared))
                .toList();
        Optional<HandCourse.Step> last = comparable.stream().reduce((a, b) -> b);
        List<Change> changes = last.map(HandCourse.Step::changes).orElse(List.of());
        return new CourseHand(
                name,
                headline(changes),
                lead(last),
                kind(changes),
                hand.problem()
                        .map(p -> words.get("course.problem", words.said(p)))
                        .orElse(""),
                pictures(pictures),
                Glance.of(changes, words),
                sure(comparable.size()),
                next(pictures, changes),
                panels,
                measures(),
                steps(),
                hand.steps().stream().map(s -> s.session().label()).toList(),
                changes(),
                last.flatMap(s -> map(s, pictures)).stream().toList(),
                last.map(s -> new Verdicts(words).fates(s.map().spots())).orElse(""),
                found(pictures));
    }

    private List<CourseHand.Found> found(Map<String, CoursePicture> pictures) {
        return hand.hand().sessions().stream()
                .flatMap(session -> session.photos().stream()
                        .map(p -> Optional.ofNullable(pictures.get(p.file())))
                        .flatMap(Optional::stream)
                        .filter(p -> !p.maps().isEmpty())
                        .findFirst()
                        .map(p -> new CourseHand.Found(words.get("course.session", session.label()), p.maps()))
                        .stream())
                .toList();
    }

    /** Where the hand has changed from the first session to a later one. */
    private Optional<Picture> map(HandCourse.Step step, Map<String, CoursePicture> pictures) {
        return hand.hand().sessions().get(0).photos().stream()
                .map(p -> Optional.ofNullable(pictures.get(p.file())))
                .flatMap(Optional::stream)
                .flatMap(p -> p.ground().stream())
                .findFirst()
                .map(ground -> ChangePicture.of(step.map(), ground, words))
                .map(image -> new Picture(
                        DataUri.jpeg(image),
                        "",
                        words.get("course.where", step.session().label()),
                        words.get("map.alt"),
                        image.width(),
                        image.height()));
    }

    private String headline(List<Change> changes) {
        if (hand.problem().isPresent() || changes.isEmpty()) {
            return words.get("course.headline.none");
        }
        String plain = Glance.headline(Glance.of(changes, words), "course.headline.", words);
        return plain.isEmpty() ? words.get("course.headline.same") : plain;
    }

    private String lead(Optional<HandCourse.Step> last) {
        return last.map(s -> words.get(
                        "course.lead",
                        hand.hand().sessions().size(),
                        s.session().label()))
                .orElse("");
    }

    private List<String> names(List<Change> changes, Change.Verdict verdict) {
        return changes.stream()
                .filter(c -> c.outcome() instanceof Compared compared && compared.verdict() == verdict)
                .map(c -> wording.inSentence(c.metric(), c.zone()))
                .toList();
    }

    private String kind(List<Change> changes) {
        boolean better = !names(changes, Change.Verdict.IMPROVED).isEmpty();
        boolean worse = !names(changes, Change.Verdict.WORSE).isEmpty();
        return changes.isEmpty() ? "stop" : better && worse ? "mixed" : better ? "better" : worse ? "worse" : "same";
    }

    /** Of each session the first photo that has a picture. */
    private List<Picture> pictures(Map<String, CoursePicture> pictures) {
        List<Picture> shown = new ArrayList<>();
        for (CoursePlan.Session session : hand.hand().sessions()) {
            session.photos().stream()
                    .map(p -> Optional.ofNullable(pictures.get(p.file())))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .map(CoursePicture::picture)
                    .ifPresent(p -> shown.add(new Picture(
                            p.uri(),
                            "",
                            words.get("course.session", session.label()),
                            p.description(),
                            p.width(),
                            p.height())));
        }
        return shown;
    }

    private List<String> sure(int comparable) {
        List<String> sure = new ArrayList<>();
        if (hand.problem().isEmpty()) {
            sure.add(words.get("course.sure.sessions", comparable, hand.steps().size()));
            hand.steps().stream()
                    .flatMap(s -> s.warnings().stream())
                    .map(f -> words.said(f.message()))
                    .distinct()
                    .forEach(sure::add);
            sure.add(words.get("sure.bar"));
        }
        return sure;
    }

    private List<String> next(Map<String, CoursePicture> pictures, List<Change> changes) {
        List<String> next = new ArrayList<>();
        boolean suspect = hand.hand().sessions().stream()
                .flatMap(s -> s.photos().stream())
                .map(p -> Optional.ofNullable(pictures.get(p.file())))
                .flatMap(Optional::stream)
                .anyMatch(CoursePicture::suspect);
        if (suspect) {
            next.add(words.get("next.clinician"));
        }
        if (hand.problem().isPresent()) {
            return next;
        }
        next.addAll(levelling());
        if (!names(changes, Change.Verdict.WORSE).isEmpty()) {
            next.add(words.get("next.worse"));
        }
        next.add(words.said(SinceTreatment.notExpectedToRespond().message()));
        return next;
    }

    /** Whether another session still helps, by families: each is named once, by the most that can be said of it. */
    private List<String> levelling() {
        List<MetricCourse> followed =
                hand.metrics().stream().filter(m -> m.sessions() > 1).toList();
        if (followed.stream().allMatch(m -> m.levelling().verdict() == MetricCourse.Verdict.NOT_ENOUGH_SESSIONS)) {
            return List.of(words.get("course.next.not-enough-sessions"));
        }
        List<String> sentences = new ArrayList<>();
        Set<Family> named = EnumSet.noneOf(Family.class);
        for (MetricCourse.Verdict v : List.of(
                MetricCourse.Verdict.STILL_IMPROVING,
                MetricCourse.Verdict.LEVELLED_OFF,
                MetricCourse.Verdict.CANNOT_TELL)) {
            List<String> names = followed.stream()
                    .filter(m -> m.levelling().verdict() == v)
                    .map(m -> Family.of(m.metric()))
                    .distinct()
                    .filter(named::add)
                    .map(f -> words.inSentence(f.title(words)))
                    .toList();
            if (!names.isEmpty()) {
                sentences.add(words.get("course.next." + v.label(), words.list(names)));
            }
        }
        boolean others = followed.stream().anyMatch(m -> !named.contains(Family.of(m.metric())));
        if (others) {
            sentences.add(words.get(named.isEmpty() ? "course.next.no-improvement-yet" : "course.next.others"));
        }
        return sentences;
    }

    private List<CourseHand.MeasureRow> measures() {
        List<CourseHand.MeasureRow> rows = new ArrayList<>();
        for (MetricCourse m : hand.metrics()) {
            Optional<Compared> last = hand.steps().stream()
                    .flatMap(s -> s.change(m.metric()).stream())
                    .reduce((a, b) -> b);
            last.ifPresent(c -> rows.add(new CourseHand.MeasureRow(
                    wording.name(m.metric()),
                    wording.meaning(m.metric()),
                    words.signedPercent(c.changePercent()) + " (" + words.interval(c.lowPercent(), c.highPercent())
                            + ")",
                    "±" + words.fixed(c.mdcPercent(), 0) + " %",
                    m.trend().map(t -> interval(t, words)).orElse("–"),
                    words.fixed(m.scatter(), 1),
                    words.get("course.levelling." + m.levelling().verdict().label()),
                    m.levelling().next().map(e -> interval(e, words)).orElse("–"),
                    c.verdict().label())));
        }
        return rows;
    }

    private List<CourseHand.StepRow> steps() {
        List<CourseHand.StepRow> rows = new ArrayList<>();
        CoursePlan.Session first = hand.hand().sessions().get(0);
        rows.add(new CourseHand.StepRow(
                first.label() + " (" + words.get("course.first") + ")",
                days(first),
                String.valueOf(first.photos().size()),
                words.get("course.step.first"),
                List.of(),
                true));
        for (HandCourse.Step s : hand.steps()) {
            List<Finding> findings = new ArrayList<>(s.warnings());
            s.comparability().ifPresent(c -> findings.addAll(c.reasons()));
            rows.add(new CourseHand.StepRow(
                    s.session().label(),
                    days(s.session()),
                    String.valueOf(s.photosAfter()),
                    s.comparability()
                            .map(c -> new Verdicts(words).comparability(c.verdict()))
                            .orElseGet(() -> words.get("course.step.none")),
                    PhotoFacts.said(findings, words),
                    s.comparable()));
        }
        return rows;
    }

    private static String days(CoursePlan.Session session) {
        return session.daysSinceTreatment().map(String::valueOf).orElse("–");
    }

    private List<CourseHand.ChangeRow> changes() {
        List<CourseHand.ChangeRow> rows = new ArrayList<>();
        for (MetricCourse m : hand.metrics()) {
            List<Optional<Compared>> all =
                    hand.steps().stream().map(s -> s.change(m.metric())).toList();
            if (all.stream().anyMatch(Optional::isPresent)) {
                rows.add(new CourseHand.ChangeRow(
                        wording.name(m.metric()),
                        all.stream().map(c -> c.map(this::starred).orElse("–")).toList()));
            }
        }
        return rows;
    }

    private String starred(Compared c) {
        return words.signed(c.changePercent()) + (c.verdict() == Change.Verdict.NO_DETECTABLE_CHANGE ? "" : " *");
    }

    /** {@code −3 (−5 to −1 %)}. */
    static String interval(Estimate e, Words words) {
        return words.signed(e.value()) + " (" + words.interval(e.low(), e.high()) + ")";
    }
}
