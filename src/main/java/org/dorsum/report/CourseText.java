package org.dorsum.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dorsum.compare.Change;
import org.dorsum.compare.Change.Outcome.Compared;
import org.dorsum.compare.Cohort;
import org.dorsum.compare.Control;
import org.dorsum.compare.CoursePlan;
import org.dorsum.compare.HandCourse;
import org.dorsum.compare.MetricCourse;
import org.dorsum.compare.Repeatability;
import org.dorsum.compare.SinceTreatment;
import org.dorsum.photo.Finding;
import org.dorsum.stats.Estimate;

/** Courses for a terminal. */
public final class CourseText {
    private final CoursePlan.Time time;
    private final boolean colour;

    private CourseText(CoursePlan.Time time, boolean colour) {
        this.time = time;
        this.colour = colour;
    }

    /** Text of a plan's courses. */
    public static CourseText of(CoursePlan plan, boolean colour) {
        return new CourseText(plan.time(), colour);
    }

    /** One hand: last change against the first session, trend, and whether another session still helps. */
    public String of(HandCourse h) {
        StringBuilder text =
                new StringBuilder(Ansi.BOLD.on(oneLine(HandName.of(h.hand(), Words.english())), colour)).append('\n');
        if (h.problem().isPresent()) {
            return text.append(Ansi.BAD.on("  no course: " + h.problem().get(), colour))
                    .append('\n')
                    .toString();
        }
        for (HandCourse.Step s : h.steps()) {
            text.append(step(s));
        }
        TextTable table = new TextTable();
        table.add(Ansi.FAINT, "", "last change", "95 % interval", "re-photo", "trend per " + unit(), "another session");
        int shown = 0;
        for (MetricCourse m : h.metrics()) {
            Optional<HandCourse.Step> last = last(h, m);
            if (last.isPresent()) {
                Compared c = last.get().change(m.metric()).orElseThrow();
                table.add(
                        style(c.verdict()),
                        Wording.ENGLISH.name(m.metric()),
                        Numbers.signedPercent(c.changePercent()),
                        Numbers.signed(c.lowPercent()) + " … " + Numbers.signedPercent(c.highPercent()),
                        "±" + Numbers.fixed(c.mdcPercent(), 0) + " %",
                        m.trend().map(CourseText::interval).orElse("–"),
                        words(m.levelling()));
                shown++;
            }
        }
        return shown == 0
                ? text.append("  nothing could be compared\n").toString()
                : text.append(table.text(colour)).toString();
    }

    private String step(HandCourse.Step s) {
        String how = s.comparability()
                .map(c -> Verdicts.ENGLISH.comparability(c.verdict()).replaceFirst("The photos are ", ""))
                .orElse("no photo could be measured");
        StringBuilder text = new StringBuilder();
        text.append((s.comparable() ? Ansi.PLAIN : Ansi.BAD)
                        .on("  session " + oneLine(s.session().label()) + ": " + how, colour))
                .append('\n');
        List<Finding> findings = new ArrayList<>(s.warnings());
        s.comparability().ifPresent(c -> findings.addAll(c.reasons()));
        for (Finding f : findings) {
            text.append(Ansi.FAINT.on(
                            "    " + f.severity().label() + ": " + oneLine(f.message()) + " " + f.advice(), colour))
                    .append('\n');
        }
        return text.toString();
    }

    private static Optional<HandCourse.Step> last(HandCourse h, MetricCourse m) {
        return h.steps().stream().filter(s -> s.change(m.metric()).isPresent()).reduce((a, b) -> b);
    }

    private String unit() {
        return time == CoursePlan.Time.WEEK ? "week" : "session";
    }

    private static String interval(Estimate e) {
        return Numbers.signed(e.value()) + " (" + Numbers.signed(e.low()) + " … " + Numbers.signedPercent(e.high())
                + ")";
    }

    private static String words(MetricCourse.Levelling l) {
        String next = l.next()
                .map(e -> " (" + Numbers.signed(e.low()) + " … " + Numbers.signedPercent(e.high()) + ")")
                .orElse("");
        return switch (l.verdict()) {
            case NOT_ENOUGH_SESSIONS -> "not enough sessions";
            case NO_IMPROVEMENT_YET -> "no improvement yet";
            case STILL_IMPROVING -> "still helps" + next;
            case LEVELLED_OFF -> "levelled off" + next;
            case CANNOT_TELL -> "cannot tell" + next;
        };
    }

    /** Treated against untreated hands: those of the last session each. */
    public String of(List<Control> controls) {
        if (controls.isEmpty()) {
            return "";
        }
        Map<String, Control> last = new LinkedHashMap<>();
        controls.forEach(c -> last.put(c.subject() + "\t" + c.metric(), c));
        TextTable table = new TextTable();
        table.add(Ansi.FAINT, "treated less untreated", "metric", "points", "95 % interval", "re-photo", "");
        last.values()
                .forEach(c -> table.add(
                        style(c.verdict()),
                        oneLine(c.subject()) + ", session " + oneLine(c.session()),
                        Wording.ENGLISH.name(c.metric()),
                        Numbers.signed(c.difference().value()),
                        Numbers.signed(c.difference().low()) + " … "
                                + Numbers.signed(c.difference().high()),
                        "±" + Numbers.fixed(c.mdcPoints(), 0),
                        Wording.ENGLISH.verdict(c.verdict())));
        return table.text(colour);
    }

    /** The cohort's last session of each group, where there are tests. */
    public String cohort(List<Cohort.Row> rows) {
        int last = rows.stream()
                .filter(r -> r.tests().isPresent())
                .mapToInt(Cohort.Row::session)
                .max()
                .orElse(0);
        if (last == 0) {
            return "";
        }
        TextTable table = new TextTable();
        table.add(Ansi.FAINT, "cohort, session " + last, "group", "n", "mean change", "t, Holm", "Wilcoxon, Holm", "g");
        for (Cohort.Row r : rows) {
            if (r.session() == last && r.tests().isPresent() && r.mean().isPresent()) {
                Cohort.Tests t = r.tests().get();
                table.add(
                        Ansi.PLAIN,
                        Wording.ENGLISH.name(r.metric()),
                        group(r),
                        String.valueOf(r.n()),
                        interval(r.mean().get()),
                        p(t.tHolm()),
                        p(t.wilcoxonHolm()),
                        t.effect().map(e -> Numbers.fixed(e.value(), 2)).orElse("–"));
            }
        }
        return table.text(colour);
    }

    private static String group(Cohort.Row r) {
        String treated = r.treated().isEmpty() ? "" : r.treated().equals("yes") ? "treated" : "untreated";
        String kind = r.kind() == Cohort.Kind.TREATED_LESS_UNTREATED ? "difference" : treated;
        return oneLine((r.arm() + " " + kind).strip());
    }

    private static String p(double p) {
        return p < 0.001 ? "< 0.001" : Numbers.fixed(p, 3);
    }

    /** What to know about all courses. */
    public String notes(Repeatability table) {
        Finding scars = SinceTreatment.notExpectedToRespond();
        return Ansi.FAINT.on("  " + oneLine(RepeatabilityNote.sentence(table, Words.english())), colour) + "\n"
                + Ansi.FAINT.on("  " + scars.message() + " " + scars.advice(), colour) + "\n";
    }

    private static Ansi style(Change.Verdict verdict) {
        return switch (verdict) {
            case IMPROVED -> Ansi.GOOD;
            case WORSE -> Ansi.BAD;
            case NO_DETECTABLE_CHANGE -> Ansi.PLAIN;
        };
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
