package org.dorsum.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.dorsum.assess.Assessment;
import org.dorsum.compare.Change;
import org.dorsum.compare.Change.Outcome.Compared;
import org.dorsum.compare.Control;
import org.dorsum.compare.CoursePlan;
import org.dorsum.compare.HandCourse;
import org.dorsum.compare.MetricCourse;
import org.dorsum.compare.Repeatability;
import org.dorsum.compare.SinceTreatment;
import org.dorsum.stats.Estimate;

/** Courses as JSON; keys and codes are promised to scripts. */
public final class CourseJson {
    private CourseJson() {}

    /** The document. */
    public static String of(
            CoursePlan plan,
            List<HandCourse> hands,
            List<Control> controls,
            Repeatability table,
            Assessment.Method method) {
        ObjectNode document = JsonText.object().put("timeUnit", plan.time().label());
        ArrayNode courses = document.putArray("courses");
        hands.forEach(h -> courses.add(course(h)));
        ArrayNode differences = document.putArray("treatedLessUntreated");
        controls.forEach(c -> differences.add(control(c)));
        document.set("notes", JsonText.findings(List.of(SinceTreatment.notExpectedToRespond())));
        document.set("repeatability", RepeatabilityNote.json(table));
        document.putObject("provenance")
                .put("toolVersion", method.toolVersion())
                .put("settingsSha256", method.settingsSha256())
                .put("handFinder", method.handFinder());
        return JsonText.of(document);
    }

    private static ObjectNode course(HandCourse h) {
        ObjectNode node = JsonText.object()
                .put("subject", h.hand().subject())
                .put("hand", h.hand().side())
                .put("treated", CourseCsv.yesOrNo(h.hand().treated()))
                .put("arm", h.hand().arm())
                .put("baseline", h.hand().sessions().get(0).label())
                .put("problem", h.problem().orElse(null));
        ArrayNode steps = node.putArray("sessions");
        h.steps().forEach(s -> steps.add(step(s)));
        ArrayNode metrics = node.putArray("metrics");
        h.metrics().forEach(m -> metrics.add(metric(m)));
        return node;
    }

    private static ObjectNode step(HandCourse.Step s) {
        ObjectNode node = JsonText.object()
                .put("session", s.session().label())
                .put("time", Numbers.decimal(s.session().time()))
                .put("daysSinceTreatment", s.session().daysSinceTreatment().orElse(null))
                .put("photos", s.photosAfter())
                .put(
                        "comparability",
                        s.comparability().map(c -> c.verdict().label()).orElse(null));
        node.set(
                "findings",
                JsonText.findings(s.comparability().map(c -> c.reasons()).orElse(List.of())));
        node.set("warnings", JsonText.findings(s.warnings()));
        ArrayNode changes = node.putArray("changes");
        for (Change change : s.changes()) {
            ObjectNode c = changes.addObject()
                    .put("zone", change.zone().label())
                    .put("metric", change.metric().label())
                    .put("unit", change.metric().unit());
            if (change.outcome() instanceof Compared given) {
                c.put("before", Numbers.decimal(given.before()))
                        .put("after", Numbers.decimal(given.after()))
                        .put("changePercent", Numbers.decimal(given.changePercent()));
                c.set("ci95", JsonText.numbers(given.lowPercent(), given.highPercent()));
                c.put("mdcPercent", Numbers.decimal(given.mdcPercent()));
            }
            c.put("verdict", change.outcome().label());
            c.put("reason", change.outcome() instanceof Change.Outcome.NotCompared not ? not.code() : null);
        }
        return node;
    }

    private static ObjectNode metric(MetricCourse m) {
        ObjectNode node = JsonText.object().put("metric", m.metric().label()).put("sessions", m.sessions());
        node.set("trendPercentPerUnit", estimate(m.trend()));
        node.put("scatter", Numbers.decimal(m.scatter()));
        ObjectNode levelling = node.putObject("levelling")
                .put("verdict", m.levelling().verdict().label());
        levelling.set("nextPercent", estimate(m.levelling().next()));
        levelling.set("totalPercent", estimate(m.levelling().total()));
        return node;
    }

    private static ObjectNode control(Control c) {
        ObjectNode node = JsonText.object()
                .put("subject", c.subject())
                .put("session", c.session())
                .put("metric", c.metric().label());
        node.set("differencePoints", estimate(Optional.of(c.difference())));
        return node.put("mdcPoints", Numbers.decimal(c.mdcPoints()))
                .put("verdict", c.verdict().label());
    }

    private static JsonNode estimate(Optional<Estimate> e) {
        if (e.isEmpty()) {
            return NullNode.getInstance();
        }
        ObjectNode node = JsonText.object().put("value", Numbers.decimal(e.get().value()));
        node.set("ci95", JsonText.numbers(e.get().low(), e.get().high()));
        return node;
    }
}
