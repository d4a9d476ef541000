package org.dorsum.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import org.dorsum.assess.Assessment;
import org.dorsum.measure.Metric;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void aHandIsWrittenAsPromised() throws JsonProcessingException {
        Assessment a = Assessed.of(Assessed.photo("\"h\".jpg"));
        JsonNode json = parse(HandJson.of(a.photo(), a.width(), a.height(), a.hand(), a.findings()));
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "file",
                        "width",
                        "height",
                        "aspect",
                        "side",
                        "confidence",
                        "landmarks",
                        "scale",
                        "zones",
                        "findings");
        assertThat(json.get("file").asText()).isEqualTo("\"h\".jpg");
        assertThat(json.get("aspect").asText()).isEqualTo("dorsal");
        assertThat(json.get("confidence").asDouble()).isEqualTo(0.9);
        assertThat(json.get("scale").fieldNames())
                .toIterable()
                .containsExactly("pixelsPerMm", "source", "standardError");
        assertThat(json.at("/scale/pixelsPerMm").asDouble()).isEqualTo(7);
        assertThat(json.at("/zones/dorsum")).hasSize(48);
        assertThat(json.at("/zones/dorsum/0")).hasSize(2);
    }

    @Test
    void withoutAHandNothingIsMadeUp() throws JsonProcessingException {
        JsonNode json = parse(HandJson.of("h.jpg", 4, 3, Optional.empty(), List.of()));
        assertThat(json.get("aspect").asText()).isEqualTo("unclear");
        assertThat(json.get("confidence").asDouble()).isZero();
        assertThat(json.at("/scale/pixelsPerMm").isNull()).isTrue();
        assertThat(json.at("/scale/source").asText()).isEqualTo("none");
        assertThat(json.get("landmarks")).isEmpty();
        assertThat(json.get("zones")).isEmpty();
    }

    @Test
    void anAssessmentHasEveryMetricOnce() throws JsonProcessingException {
        JsonNode json = parse(AssessmentJson.of(List.of(Assessed.result("a.jpg"), Assessed.failed("b.jpg", "broken"))));
        JsonNode photo = json.at("/photos/0");
        assertThat(photo.get("status").asText()).isEqualTo("measured");
        assertThat(photo.get("reason").isNull()).isTrue();
        assertThat(photo.get("measurements")).hasSize(Metric.values().length);
        assertThat(photo.get("colour").asText()).isEqualTo("uncalibrated");
        assertThat(photo.get("measurements"))
                .allSatisfy(m -> assertThat(m.get("colour").asText("none"))
                        .isEqualTo(
                                m.get("metric").asText().matches("(spot|tone|redness)_.*") ? "uncalibrated" : "none"));
        assertThat(photo.at("/provenance/photoSha256").asText()).isEqualTo("ab".repeat(32));
        assertThat(json.at("/photos/1/status").asText()).isEqualTo("failed");
        assertThat(json.at("/photos/1/reason").asText()).isEqualTo("broken");
    }

    @Test
    void aComparisonIsWrittenAsPromised() throws JsonProcessingException {
        JsonNode json = parse(ComparisonJson.of(Assessed.comparison("b.jpg", "a.jpg")));
        assertThat(json.at("/before/0").asText()).isEqualTo("b.jpg");
        assertThat(json.at("/after/0").asText()).isEqualTo("a.jpg");
        assertThat(json.at("/comparability/verdict").asText()).isEqualTo("limited");
        assertThat(json.at("/comparability/reasons/0").asText()).isEqualTo("light-differs");
        assertThat(json.at("/registration/overlapPercent").asDouble()).isEqualTo(91.25);
        assertThat(json.at("/registration/residualMm").asDouble()).isEqualTo(0.125);
        JsonNode change = json.at("/changes/0");
        assertThat(change.fieldNames())
                .toIterable()
                .containsExactly(
                        "zone",
                        "metric",
                        "unit",
                        "before",
                        "after",
                        "changePercent",
                        "ci95",
                        "mdcPercent",
                        "verdict",
                        "reason");
        assertThat(change.get("changePercent").asDouble()).isEqualTo(-18);
        assertThat(change.at("/ci95/0").asDouble()).isEqualTo(-25);
        assertThat(change.at("/ci95/1").asDouble()).isEqualTo(-11);
        assertThat(change.get("verdict").asText()).isEqualTo("improved");
        assertThat(json.at("/changes/2/verdict").asText()).isEqualTo("no-detectable-change");
        assertThat(json.at("/changes/3/verdict").asText()).isEqualTo("not-measured");
        assertThat(json.at("/changes/3/reason").asText()).isEqualTo("not-yet-available");
        assertThat(json.at("/changes/3/before").isNull()).isTrue();
    }

    private static JsonNode parse(String text) throws JsonProcessingException {
        return JsonMapper.builder().build().readTree(text);
    }
}
