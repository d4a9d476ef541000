package org.dorsum.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.dorsum.assess.Assessment;
import org.dorsum.assess.Calibration;
import org.dorsum.hand.Zone;
import org.dorsum.measure.Mark;
import org.dorsum.measure.Metric;
import org.dorsum.measure.Outcome;
import org.dorsum.photo.Provenance;
import org.dorsum.report.PhotoResult.Outcome.Assessed;
import org.dorsum.report.PhotoResult.Outcome.Failed;

/**
 * Assessments of photos as JSON: {@code {"photos": [{"file", "status", "reason", …, "measurements", "marks",
 * "findings", "provenance"}]}}, in the order of the photos. What was not measured has a null value and a reason.
 */
public final class AssessmentJson {
    private AssessmentJson() {}

    /** The document of some photos. */
    public static String of(List<PhotoResult> results) {
        ObjectNode document = JsonText.object();
        ArrayNode photos = document.putArray("photos");
        results.forEach(r -> photos.add(photo(r)));
        return JsonText.of(document);
    }

    private static ObjectNode photo(PhotoResult result) {
        ObjectNode node = JsonText.object().put("file", result.file()).put("status", result.status());
        node.put("reason", result.reason().isEmpty() ? null : result.reason());
        if (result.outcome() instanceof Assessed a) {
            assessed(node, a.assessment());
        }
        node.set("provenance", provenance(result));
        return node;
    }

    private static void assessed(ObjectNode node, Assessment a) {
        node.put("width", a.width()).put("height", a.height());
        node.setAll(HandJson.hand(a.hand()));
        node.put("colour", a.calibration().map(Calibration::label).orElse(null));
        ArrayNode measurements = node.putArray("measurements");
        Zones.of(a).forEach(zone -> {
            for (Metric metric : Metric.values()) {
                measurements.add(measurement(zone, metric, a.outcome(zone, metric))
                        .put(
                                "colour",
                                a.calibration(metric).map(Calibration::label).orElse(null)));
            }
        });
        ObjectNode marks = node.putObject("marks");
        ArrayNode lines = marks.putArray("lines");
        ArrayNode spots = marks.putArray("spots");
        ArrayNode hairs = marks.putArray("hairs");
        ArrayNode areas = marks.putArray("areas");
        for (Mark mark : a.marks()) {
            if (mark instanceof Mark.Line line) {
                lines.add(line(line));
            } else if (mark instanceof Mark.Spot spot) {
                spots.add(spot(spot));
            } else if (mark instanceof Mark.Hair hair) {
                hairs.add(hair(hair));
            } else if (mark instanceof Mark.Area area) {
                areas.add(area(area));
            }
        }
        node.set("findings", JsonText.findings(a.findings()));
        node.set("scores", ScoresJson.of(a.scores()));
    }

    private static ObjectNode measurement(Zone zone, Metric metric, Outcome outcome) {
        ObjectNode node = JsonText.object()
                .put("zone", zone.label())
                .put("metric", metric.label())
                .put("unit", metric.unit());
        if (outcome instanceof Outcome.Measured m) {
            return node.put("value", Numbers.decimal(m.value()))
                    .put("standardError", Numbers.decimal(m.standardError()))
                    .putNull("notMeasuredReason");
        }
        return node.putNull("value")
                .putNull("standardError")
                .put(
                        "notMeasuredReason",
                        ((Outcome.NotMeasured) outcome).reason().label());
    }

    private static ObjectNode line(Mark.Line line) {
        ObjectNode node = JsonText.object()
                .put("lengthMm", Numbers.decimal(line.lengthMm()))
                .put("widthMm", Numbers.decimal(line.widthMm()))
                .put("contrastPercent", Numbers.decimal(line.contrastPercent()))
                .put("directionDegrees", Numbers.decimal(line.directionDegrees()))
                .put("zone", line.zone().label())
                .put("kind", line.kind().label());
        node.set("path", JsonText.points(line.path()));
        return node;
    }

    private static ObjectNode hair(Mark.Hair hair) {
        ObjectNode node = JsonText.object()
                .put("lengthMm", Numbers.decimal(hair.lengthMm()))
                .put("bright", hair.bright())
                .put("confidence", Numbers.decimal(hair.confidence()));
        node.set("path", JsonText.points(hair.path()));
        return node;
    }

    private static ObjectNode area(Mark.Area area) {
        ObjectNode node = JsonText.object()
                .put("kind", area.kind().label())
                .put("areaMm2", Numbers.decimal(area.areaMm2()))
                .put("contrastDe00", Numbers.decimal(area.contrastDe00()));
        node.set("outline", JsonText.points(area.outline().corners()));
        return node;
    }

    private static ObjectNode spot(Mark.Spot spot) {
        ObjectNode node = JsonText.object()
                .put("areaMm2", Numbers.decimal(spot.areaMm2()))
                .put("diameterMm", Numbers.decimal(spot.diameterMm()))
                .put("contrastDe00", Numbers.decimal(spot.contrastDe00()))
                .put("contrastItaDeg", Numbers.decimal(spot.contrastItaDeg()))
                .put("roundness", Numbers.decimal(spot.roundness()))
                .put("kind", spot.kind().label());
        node.set(
                "positionMm",
                JsonText.numbers(spot.positionMm().x(), spot.positionMm().y()));
        node.set("outline", JsonText.points(spot.outline().corners()));
        return node;
    }

    private static ObjectNode provenance(PhotoResult result) {
        ObjectNode node = JsonText.object();
        if (result.outcome() instanceof Assessed a) {
            Provenance p = a.assessment().provenance();
            node.put("photoSha256", p.sha256())
                    .put("format", p.format())
                    .put("bitsPerSample", p.bitsPerSample())
                    .put("colourProfile", p.colourProfile())
                    .put("orientation", p.orientation())
                    .put("taken", p.taken().map(Object::toString).orElse(null));
        } else {
            Optional<String> sha256 = ((Failed) result.outcome()).sha256();
            node.put("photoSha256", sha256.orElse(null));
        }
        return node.put("toolVersion", result.method().toolVersion())
                .put("settingsSha256", result.method().settingsSha256())
                .put("handFinder", result.method().handFinder());
    }
}
