package org.dorsum.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.dorsum.assess.Assessment;
import org.dorsum.hand.Hand;
import org.dorsum.hand.Side;
import org.dorsum.hand.Zone;
import org.dorsum.measure.Metric;
import org.dorsum.measure.Outcome;

/**
 * Photos as a FHIR R4 {@code Bundle} of type {@code collection}: one {@code Observation} a headline metric of the back of the hand, and the
 * {@code Device} that made them, Dorsum with its version. Units are UCUM; the standard error is a component; what was not measured has
 * a {@code dataAbsentReason}. No patient: whoever takes the bundle in sets {@code subject}. Identifiers within come from the photo's SHA-256,
 * so the same photo gives the same bundle.
 *
 * @see <a href="https://hl7.org/fhir/R4/observation.html">HL7 FHIR R4, Observation</a>
 */
public final class FhirBundle {
    static final String METRICS = "urn:x-dorsum:metric"; // code system: the names of the tables' columns
    private static final String PHOTOS = "urn:x-dorsum:photo-sha256";
    private static final String UCUM = "http://unitsofmeasure.org";
    private static final String CATEGORIES = "http://terminology.hl7.org/CodeSystem/observation-category";
    private static final String ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason";

    private FhirBundle() {}

    /** The document, JSON; photos without a hand that could be measured are left out. */
    public static String of(List<PhotoResult> results) {
        ObjectNode bundle = JsonText.object().put("resourceType", "Bundle").put("type", "collection");
        ArrayNode entries = bundle.putArray("entry");
        if (!results.isEmpty()) {
            Assessment.Method method = results.get(0).method();
            String device = urn(method.toString());
            add(entries, device, device(method));
            for (PhotoResult result : results) {
                if (result.outcome() instanceof PhotoResult.Outcome.Assessed assessed
                        && assessed.assessment().status() == Assessment.Status.MEASURED) {
                    photo(entries, assessed.assessment(), device);
                }
            }
        }
        return JsonText.of(bundle);
    }

    private static void photo(ArrayNode entries, Assessment a, String device) {
        for (Zone zone : Zones.headline(a)) {
            for (Metric metric : Metric.headlines()) {
                String id = urn(a.provenance().sha256() + zone.label() + metric.label() + a.method());
                add(entries, id, observation(a, zone, metric, device));
            }
        }
    }

    private static void add(ArrayNode entries, String url, ObjectNode resource) {
        entries.addObject().put("fullUrl", url).set("resource", resource);
    }

    private static String urn(String of) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode device(Assessment.Method method) {
        ObjectNode device = JsonText.object().put("resourceType", "Device").put("status", "active");
        device.putArray("deviceName").addObject().put("name", "Dorsum").put("type", "model-name");
        device.putObject("type")
                .put("text", "software that measures how skin looks in photographs; not a medical device");
        ArrayNode versions = device.putArray("version");
        version(versions, "release", method.toolVersion());
        version(versions, "settings SHA-256", method.settingsSha256());
        version(versions, "hand finder", method.handFinder());
        return device;
    }

    private static void version(ArrayNode versions, String type, String value) {
        ObjectNode version = versions.addObject();
        version.putObject("type").put("text", type);
        version.put("value", value);
    }

    private static ObjectNode observation(Assessment a, Zone zone, Metric metric, String device) {
        ObjectNode o = JsonText.object().put("resourceType", "Observation");
        o.putArray("identifier")
                .addObject()
                .put("system", PHOTOS)
                .put("value", a.provenance().sha256());
        o.put("status", "final");
        coded(o.putArray("category").addObject(), CATEGORIES, "imaging", "Imaging");
        coded(o.putObject("code"), METRICS, metric.label(), Wording.ENGLISH.name(metric));
        a.provenance()
                .taken()
                .ifPresent(t -> o.put("effectiveDateTime", t.toLocalDate().toString()));
        Outcome outcome = a.outcome(zone, metric);
        if (outcome instanceof Outcome.Measured m) {
            o.set("valueQuantity", quantity(metric, m.value()));
        } else if (outcome instanceof Outcome.NotMeasured not) {
            coded(o.putObject("dataAbsentReason"), ABSENT, "not-performed", "Not Performed")
                    .put("text", not.reason().text());
        }
        a.findings().forEach(f -> o.withArray("note").addObject().put("text", f.code() + ": " + f.message()));
        o.putObject("bodySite").put("text", site(a));
        o.putObject("method")
                .put(
                        "text",
                        Wording.ENGLISH.meaning(metric) + "; photographic, "
                                + a.calibration(metric)
                                        .map(c -> c.label() + " colours, ")
                                        .orElse("")
                                + "docs/methods.md");
        o.putObject("device").put("reference", device);
        if (outcome instanceof Outcome.Measured m) {
            ObjectNode error = o.putArray("component").addObject();
            coded(error.putObject("code"), METRICS, "standard-error", "Standard error of the value over the zone");
            error.set("valueQuantity", quantity(metric, m.standardError()));
        }
        return o;
    }

    private static ObjectNode coded(ObjectNode concept, String system, String code, String display) {
        concept.putArray("coding")
                .addObject()
                .put("system", system)
                .put("code", code)
                .put("display", display);
        return concept;
    }

    private static ObjectNode quantity(Metric metric, double value) {
        return JsonText.object()
                .put("value", Numbers.decimal(value))
                .put("unit", Wording.ENGLISH.unit(metric).isEmpty() ? "1" : Wording.ENGLISH.unit(metric))
                .put("system", UCUM)
                .put("code", ucum(metric));
    }

    /** The metric's unit in the Unified Code for Units of Measure; what UCUM has no unit for is an annotated 1. */
    static String ucum(Metric metric) {
        return switch (metric.unit()) {
            case "percent" -> "%";
            case "mm/cm2" -> "mm/cm2";
            case "1/10cm2" -> "/(10.cm2)";
            case "dE00" -> "{dE00}";
            case "dE00*percent" -> "{dE00}.%";
            case "deg" -> "deg";
            case "mm" -> "mm";
            case "count" -> "{count}";
            case "1" -> "1";
            default -> throw new IllegalArgumentException("no UCUM code for " + metric.unit());
        };
    }

    private static String site(Assessment a) {
        Side side = a.hand().map(Hand::side).orElse(Side.UNCLEAR);
        return side == Side.UNCLEAR ? "back of the hand" : "back of the " + side.label() + " hand";
    }
}
