package org.dorsum.assess;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dorsum.measure.Metric;

/** Norms as a JSON file; what it holds is described in docs/methods.md. */
public final class NormsFile {
    private static final String FORMAT = "dorsum-norms-1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private NormsFile() {}

    /** A file that holds no norms: one sentence for people. */
    public static final class UnusableNormsException extends Exception {
        private static final long serialVersionUID = 1;

        UnusableNormsException(String message) {
            super(message);
        }
    }

    /** The text of the file; the same norms give the same text. */
    public static String write(Norms n) {
        ObjectNode json = JSON.createObjectNode().put("format", FORMAT).put("name", n.name());
        ObjectNode cohort = json.putObject("cohort")
                .put("people", n.cohort().people())
                .put("hands", n.cohort().hands())
                .put("photos", n.cohort().photos());
        n.cohort()
                .ages()
                .ifPresent(a -> cohort.putObject("ages")
                        .put("youngest", a.youngest())
                        .put("median", a.median())
                        .put("oldest", a.oldest()));
        json.putObject("conditions")
                .put("leastPixelsPerMm", n.conditions().leastPixelsPerMm())
                .put("mostPixelsPerMm", n.conditions().mostPixelsPerMm())
                .put("calibrated", n.conditions().calibrated());
        json.putObject("method")
                .put("toolVersion", n.method().toolVersion())
                .put("settingsSha256", n.method().settingsSha256())
                .put("handFinder", n.method().handFinder());
        ObjectNode metrics = json.putObject("metrics");
        for (Metric metric : Metric.values()) {
            Norms.Reference reference = n.references().get(metric);
            if (reference != null) {
                ObjectNode node = metrics.putObject(metric.label())
                        .put("unit", metric.unit())
                        .put("hands", reference.hands());
                ArrayNode quantiles = node.putArray("quantiles");
                reference
                        .quantiles()
                        .forEach(q -> quantiles
                                .addObject()
                                .put("p", q.probability())
                                .put("value", q.value())
                                .put("low", q.low())
                                .put("high", q.high()));
            }
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("norms are made of numbers and text alone", e);
        }
    }

    /** The norms of a file. */
    public static Norms read(Path file) throws UnusableNormsException {
        try {
            return parse(JSON.readTree(Files.readString(file)));
        } catch (JsonProcessingException e) {
            throw new UnusableNormsException(file + ": cannot be read as JSON; give a file that 'dorsum norms' wrote");
        } catch (IOException e) {
            throw new UnusableNormsException(file + ": cannot be read");
        } catch (IllegalArgumentException e) {
            throw new UnusableNormsException(file + ": no norms this version can use: " + e.getMessage());
        }
    }

    private static Norms parse(JsonNode json) {
        if (!FORMAT.equals(json.path("format").asText())) {
            throw new IllegalArgumentException("\"format\" has to be \"" + FORMAT + "\"");
        }
        Map<Metric, Norms.Reference> references = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            JsonNode node = json.path("metrics").path(metric.label());
            if (node.isObject()) {
                List<Norms.Quantile> quantiles = new ArrayList<>();
                node.path("quantiles")
                        .forEach(q -> quantiles.add(new Norms.Quantile(
                                number(q, "p"), number(q, "value"), number(q, "low"), number(q, "high"))));
                references.put(metric, new Norms.Reference((int) number(node, "hands"), quantiles));
            }
        }
        JsonNode cohort = json.path("cohort");
        JsonNode ages = cohort.path("ages");
        JsonNode conditions = json.path("conditions");
        JsonNode method = json.path("method");
        return new Norms(
                json.path("name").asText(),
                new Norms.Cohort(
                        (int) number(cohort, "people"),
                        (int) number(cohort, "hands"),
                        (int) number(cohort, "photos"),
                        ages.isObject()
                                ? Optional.of(new Norms.Ages(
                                        number(ages, "youngest"), number(ages, "median"), number(ages, "oldest")))
                                : Optional.empty()),
                new Norms.Conditions(
                        number(conditions, "leastPixelsPerMm"),
                        number(conditions, "mostPixelsPerMm"),
                        conditions.path("calibrated").asBoolean()),
                new Assessment.Method(
                        method.path("toolVersion").asText(),
                        method.path("settingsSha256").asText(),
                        method.path("handFinder").asText()),
                references);
    }

    private static double number(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isNumber()) {
            throw new IllegalArgumentException("\"" + name + "\" is missing or no number");
        }
        return value.asDouble();
    }
}
