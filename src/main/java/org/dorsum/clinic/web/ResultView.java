package org.dorsum.clinic.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dorsum.measure.Metric;
import org.springframework.ui.Model;

/** What pages show of a result, read from the JSON that the command line would write of the same photos. */
final class ResultView {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ResultView() {}

    /**
     * One measured value.
     *
     * @param value and error as text; empty where there is none
     * @param reason why there is none
     */
    record Value(String metric, String value, String error, String unit, String reason) {}

    /** A spot: diameter, colour difference to its surroundings, what it is. */
    record Spot(int number, String areaMm2, String diameterMm, String contrast, String kind) {}

    /** A finding, as the tool words it. */
    record Finding(String severity, String message, String advice) {}

    /** A change: everything as text, with what is needed to draw it. */
    record Change(
            String metric,
            String before,
            String after,
            String unit,
            double percent,
            double low,
            double high,
            double mdc,
            String verdict) {
        public String percentText() {
            return signed(percent);
        }

        public String interval() {
            return signed(low) + " … " + signed(high);
        }

        public String mdcText() {
            return "±" + fixed(mdc, 0) + " %";
        }
    }

    /** What became of a spot. */
    record SpotChange(
            int number,
            String areaBefore,
            String areaAfter,
            String contrastBefore,
            String contrastAfter,
            String fate) {}

    /** The document, or that of its only photo. */
    static JsonNode read(byte[] json) {
        try {
            JsonNode node = JSON.readTree(json);
            return node.has("photos") ? node.get("photos").path(0) : node;
        } catch (IOException e) {
            throw new IllegalStateException("a stored result is not JSON", e);
        }
    }

    /** The values of the back of the hand that describe it, without details for research. */
    static List<Value> values(JsonNode photo) {
        List<Value> values = new ArrayList<>();
        for (JsonNode m : photo.path("measurements")) {
            if (m.path("zone").asText().equals("dorsum")
                    && headline(m.path("metric").asText())) {
                double value = m.path("value").asDouble(Double.NaN);
                double error = m.path("standardError").asDouble(Double.NaN);
                int decimals = decimals(value);
                values.add(new Value(
                        m.path("metric").asText(),
                        Double.isNaN(value) ? "" : fixed(value, decimals),
                        Double.isNaN(error) || Double.isNaN(value) ? "" : "± " + fixed(error, decimals),
                        unit(m.path("unit").asText()),
                        m.path("notMeasuredReason").asText("")));
            }
        }
        return values;
    }

    private static boolean headline(String label) {
        return Metric.headlines().stream().anyMatch(m -> m.label().equals(label));
    }

    /** The spots, in the order of the document. */
    static List<Spot> spots(JsonNode photo) {
        List<Spot> spots = new ArrayList<>();
        for (JsonNode s : photo.path("marks").path("spots")) {
            spots.add(new Spot(
                    spots.size() + 1,
                    fixed(s.path("areaMm2").asDouble(), 1),
                    fixed(s.path("diameterMm").asDouble(), 1),
                    fixed(s.path("contrastDe00").asDouble(), 1),
                    s.path("kind").asText()));
        }
        return spots;
    }

    /** Findings of a photo, or of whether two sessions can be compared. */
    static List<Finding> findings(JsonNode list) {
        List<Finding> findings = new ArrayList<>();
        for (JsonNode f : list) {
            findings.add(new Finding(
                    f.path("severity").asText(),
                    f.path("message").asText(),
                    f.path("advice").asText("")));
        }
        return findings;
    }

    /** The changes that could be given, in the order of the document. */
    static List<Change> changes(JsonNode comparison) {
        List<Change> changes = new ArrayList<>();
        for (JsonNode c : comparison.path("changes")) {
            if (c.path("changePercent").isNumber() && headline(c.path("metric").asText())) {
                double before = c.path("before").asDouble();
                int decimals = decimals(before);
                changes.add(new Change(
                        c.path("metric").asText(),
                        fixed(before, decimals),
                        fixed(c.path("after").asDouble(), decimals),
                        unit(c.path("unit").asText()),
                        c.path("changePercent").asDouble(),
                        c.path("ci95").path(0).asDouble(),
                        c.path("ci95").path(1).asDouble(),
                        c.path("mdcPercent").asDouble(),
                        c.path("verdict").asText()));
            }
        }
        return changes;
    }

    /** The change of one metric, if it is given. */
    static Optional<Change> change(JsonNode comparison, String metric) {
        return changes(comparison).stream()
                .filter(c -> c.metric().equals(metric))
                .findFirst();
    }

    /** Puts what a comparison found into a page's model: verdict, reasons, changes and spots. */
    static void show(Model model, JsonNode comparison) {
        JsonNode comparability = comparison.path("comparability");
        model.addAttribute("verdict", comparability.path("verdict").asText());
        model.addAttribute("reasons", findings(comparability.path("findings")));
        model.addAttribute("changes", changes(comparison));
        model.addAttribute("spots", spotChanges(comparison));
    }

    /** What became of each spot. */
    static List<SpotChange> spotChanges(JsonNode comparison) {
        List<SpotChange> spots = new ArrayList<>();
        for (JsonNode s : comparison.path("spots")) {
            spots.add(new SpotChange(
                    spots.size() + 1,
                    maybe(s.path("areaBeforeMm2")),
                    maybe(s.path("areaAfterMm2")),
                    maybe(s.path("de00Before")),
                    maybe(s.path("de00After")),
                    s.path("fate").asText()));
        }
        return spots;
    }

    private static String maybe(JsonNode number) {
        return number.isNumber() ? fixed(number.asDouble(), 1) : "–";
    }

    private static String unit(String unit) {
        return switch (unit) {
            case "percent" -> "%";
            case "mm/cm2" -> "mm/cm²";
            case "1/10cm2" -> "/10 cm²";
            case "dE00" -> "ΔE00";
            case "dE00*percent" -> "ΔE00·%";
            case "deg" -> "°";
            case "1", "count" -> "";
            default -> unit;
        };
    }

    private static int decimals(double value) {
        double size = Math.abs(value);
        return size >= 100 ? 0 : size >= 10 ? 1 : 2;
    }

    static String fixed(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    static String signed(double percent) {
        String text = fixed(Math.abs(percent), Math.abs(percent) >= 10 ? 0 : 1);
        boolean nothing = text.matches("[0.]+");
        return (nothing ? "±" : percent < 0 ? "−" : "+") + text + " %";
    }
}
