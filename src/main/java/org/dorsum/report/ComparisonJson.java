package org.dorsum.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.dorsum.assess.Assessment;
import org.dorsum.compare.Change;
import org.dorsum.compare.Comparison;
import org.dorsum.compare.SpotChange;
import org.dorsum.photo.Finding;

/** A comparison as JSON; keys and codes are promised to scripts. What could not be compared has nulls and a reason. */
public final class ComparisonJson {
    private ComparisonJson() {}

    /** The document of one comparison. */
    public static String of(Comparison comparison) {
        ObjectNode document = JsonText.object();
        document.set("before", JsonText.strings(names(comparison.before())));
        document.set("after", JsonText.strings(names(comparison.after())));
        List<Finding> reasons = comparison.comparability().reasons();
        ObjectNode comparability = document.putObject("comparability")
                .put("verdict", comparison.comparability().verdict().label());
        comparability.set(
                "reasons", JsonText.strings(reasons.stream().map(Finding::code).toList()));
        comparability.set("findings", JsonText.findings(reasons));
        ObjectNode registration = document.putObject("registration");
        comparison
                .registration()
                .ifPresentOrElse(
                        r -> registration
                                .put("overlapPercent", Numbers.decimal(r.overlapPercent()))
                                .put("residualMm", Numbers.decimal(r.residualMm()))
                                .put("sharedRelief", Numbers.decimal(r.sharedRelief())),
                        () -> registration
                                .putNull("overlapPercent")
                                .putNull("residualMm")
                                .putNull("sharedRelief"));
        ArrayNode changes = document.putArray("changes");
        comparison.changes().forEach(c -> changes.add(change(c)));
        ArrayNode spots = document.putArray("spots");
        comparison.map().spots().forEach(s -> spots.add(spot(s)));
        document.set("repeatability", RepeatabilityNote.json(comparison.repeatability()));
        document.set("scores", scores(comparison));
        document.set("provenance", provenance(comparison));
        return JsonText.of(document);
    }

    /** Scores of each photo, in the order of {@code before} and {@code after}. */
    private static ObjectNode scores(Comparison comparison) {
        ObjectNode node = JsonText.object();
        ArrayNode before = node.putArray("before");
        comparison.before().forEach(a -> before.add(ScoresJson.of(a.scores())));
        ArrayNode after = node.putArray("after");
        comparison.after().forEach(a -> after.add(ScoresJson.of(a.scores())));
        return node;
    }

    private static ObjectNode change(Change change) {
        ObjectNode node = JsonText.object()
                .put("zone", change.zone().label())
                .put("metric", change.metric().label())
                .put("unit", change.metric().unit());
        if (change.outcome() instanceof Change.Outcome.Compared c) {
            node.put("before", Numbers.decimal(c.before()))
                    .put("after", Numbers.decimal(c.after()))
                    .put("changePercent", Numbers.decimal(c.changePercent()))
                    .set("ci95", JsonText.numbers(c.lowPercent(), c.highPercent()));
            return node.put("mdcPercent", Numbers.decimal(c.mdcPercent()))
                    .put("verdict", c.label())
                    .putNull("reason");
        }
        Change.Outcome.NotCompared not = (Change.Outcome.NotCompared) change.outcome();
        return node.putNull("before")
                .putNull("after")
                .putNull("changePercent")
                .putNull("ci95")
                .putNull("mdcPercent")
                .put("verdict", not.label())
                .put("reason", not.code());
    }

    /** One spot: where in the hand's own coordinates, mm, and what became of it. */
    private static ObjectNode spot(SpotChange spot) {
        ObjectNode node = JsonText.object();
        node.set(
                "positionMm",
                JsonText.numbers(spot.positionMm().x(), spot.positionMm().y()));
        return node.put("areaBeforeMm2", Numbers.decimal(spot.areaBeforeMm2()))
                .put("areaAfterMm2", Numbers.decimal(spot.areaAfterMm2()))
                .put("de00Before", Numbers.decimal(spot.de00Before()))
                .put("de00After", Numbers.decimal(spot.de00After()))
                .put("fate", spot.fate().label());
    }

    private static ObjectNode provenance(Comparison comparison) {
        Assessment.Method method = comparison.before().get(0).method();
        ObjectNode node = JsonText.object()
                .put("toolVersion", method.toolVersion())
                .put("settingsSha256", method.settingsSha256())
                .put("handFinder", method.handFinder());
        node.set("beforeSha256", JsonText.strings(digests(comparison.before())));
        node.set("afterSha256", JsonText.strings(digests(comparison.after())));
        return node;
    }

    private static List<String> names(List<Assessment> assessments) {
        return assessments.stream().map(Assessment::photo).toList();
    }

    private static List<String> digests(List<Assessment> assessments) {
        return assessments.stream().map(a -> a.provenance().sha256()).toList();
    }
}
