package org.dorsum.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dorsum.compare.Change;
import org.dorsum.compare.Change.Outcome.Compared;
import org.dorsum.compare.Cohort;
import org.dorsum.compare.CoursePlan;
import org.dorsum.compare.HandCourse;
import org.dorsum.measure.Metric;
import org.dorsum.photo.Finding;
import org.dorsum.stats.Estimate;

/** Courses as tidy tables: {@code course.csv}, one row a hand, later session and metric; {@code cohort.csv}, one row a group and metric. */
public final class CourseCsv {
    private static final List<String> COURSE = List.of(
            "subject",
            "hand",
            "treated",
            "arm",
            "baseline",
            "session",
            "time",
            "time_unit",
            "days_since_treatment",
            "comparability",
            "findings",
            "zone",
            "metric",
            "unit",
            "before",
            "after",
            "change_percent",
            "ci95_low",
            "ci95_high",
            "mdc_percent",
            "verdict",
            "reason");
    private static final List<String> COHORT = List.of(
            "kind",
            "arm",
            "treated",
            "session",
            "metric",
            "n",
            "before_mean",
            "before_sd",
            "after_mean",
            "after_sd",
            "mean",
            "ci95_low",
            "ci95_high",
            "sd",
            "t_p",
            "t_p_holm",
            "wilcoxon_p",
            "wilcoxon_p_holm",
            "hedges_g",
            "hedges_g_low",
            "hedges_g_high",
            "reason");

    private CourseCsv() {}

    /** {@code course.csv}. */
    public static String course(CoursePlan plan, List<HandCourse> hands) {
        StringBuilder text = new StringBuilder(CsvText.line(COURSE));
        for (HandCourse h : hands) {
            List<String> whose = List.of(
                    h.hand().subject(),
                    h.hand().side(),
                    yesOrNo(h.hand().treated()),
                    h.hand().arm(),
                    h.hand().sessions().get(0).label());
            if (h.problem().isPresent()) {
                text.append(line(whose, Collections.nCopies(16, ""), h.problem().get()));
            }
            for (HandCourse.Step step : h.steps()) {
                List<String> when = when(plan, step);
                if (step.changes().isEmpty()) {
                    text.append(line(
                            whose, when, Collections.nCopies(10, ""), "no photo of the session could be measured"));
                }
                for (Change change : step.changes()) {
                    text.append(line(whose, when, change));
                }
            }
        }
        return text.toString();
    }

    private static List<String> when(CoursePlan plan, HandCourse.Step step) {
        List<Finding> findings = new ArrayList<>(step.warnings());
        step.comparability().ifPresent(c -> findings.addAll(c.reasons()));
        return List.of(
                step.session().label(),
                Numbers.cell(step.session().time()),
                plan.time().label(),
                step.session().daysSinceTreatment().map(String::valueOf).orElse(""),
                step.comparability().map(c -> c.verdict().label()).orElse(""),
                findings.stream().map(Finding::code).distinct().collect(Collectors.joining(";")));
    }

    private static String line(List<String> whose, List<String> when, Change change) {
        Metric metric = change.metric();
        List<String> what = List.of(change.zone().label(), metric.label(), metric.unit());
        if (change.outcome() instanceof Compared c) {
            return line(
                    whose,
                    when,
                    what,
                    List.of(
                            Numbers.cell(c.before()),
                            Numbers.cell(c.after()),
                            Numbers.cell(c.changePercent()),
                            Numbers.cell(c.lowPercent()),
                            Numbers.cell(c.highPercent()),
                            Numbers.cell(c.mdcPercent()),
                            c.label()),
                    "");
        }
        Change.Outcome.NotCompared not = (Change.Outcome.NotCompared) change.outcome();
        return line(whose, when, what, List.of("", "", "", "", "", "", not.label()), not.code());
    }

    /** A line of parts, each a cell or a list of cells. */
    private static String line(Object... parts) {
        return CsvText.line(Arrays.stream(parts)
                .flatMap(p -> p instanceof List<?> list ? list.stream() : Stream.of(p))
                .map(String::valueOf)
                .toList());
    }

    /** {@code cohort.csv}. */
    public static String cohort(List<Cohort.Row> rows) {
        StringBuilder text = new StringBuilder(CsvText.line(COHORT));
        for (Cohort.Row r : rows) {
            text.append(line(
                    List.of(
                            r.kind().label(),
                            r.arm(),
                            r.treated(),
                            r.session() == 0 ? "" : String.valueOf(r.session()),
                            r.metric().label(),
                            String.valueOf(r.n())),
                    spread(r.before()),
                    spread(r.after()),
                    estimate(r.mean()),
                    r.tests()
                            .map(t -> List.of(
                                    Numbers.cell(t.deviation()),
                                    Numbers.cell(t.t()),
                                    Numbers.cell(t.tHolm()),
                                    Numbers.cell(t.wilcoxon()),
                                    Numbers.cell(t.wilcoxonHolm())))
                            .orElse(Collections.nCopies(5, "")),
                    estimate(r.tests().flatMap(Cohort.Tests::effect)),
                    r.reason()));
        }
        return text.toString();
    }

    private static List<String> spread(Optional<Cohort.Spread> s) {
        return List.of(
                s.map(v -> Numbers.cell(v.mean())).orElse(""),
                s.map(v -> Numbers.cell(v.deviation())).orElse(""));
    }

    private static List<String> estimate(Optional<Estimate> e) {
        return List.of(
                e.map(v -> Numbers.cell(v.value())).orElse(""),
                e.map(v -> Numbers.cell(v.low())).orElse(""),
                e.map(v -> Numbers.cell(v.high())).orElse(""));
    }

    static String yesOrNo(Optional<Boolean> treated) {
        return treated.map(t -> t ? "yes" : "no").orElse("");
    }
}
