package org.dorsum.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.dorsum.assess.Assessment;
import org.dorsum.assess.Assessor;
import org.dorsum.assess.NormsFile;
import org.dorsum.hand.Zone;
import org.dorsum.measure.Metric;
import org.dorsum.measure.NotMeasuredReason;
import org.dorsum.support.EllipseHandFinder;
import org.dorsum.support.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds what is written as JSON to docs/schemas. */
class SchemaTest {
    private static final Path FOLDER = Path.of("docs", "schemas");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static JsonSchema schema(String name) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(FOLDER.resolve(name + ".schema.json")));
    }

    private static Set<ValidationMessage> problems(String name, JsonNode document) throws IOException {
        return schema(name).validate(document);
    }

    private static final String ANALYSIS = analysisText();

    private static JsonNode analysis() throws IOException {
        return JSON.readTree(ANALYSIS);
    }

    /** Measured, failed, scored, rejected. */
    private static String analysisText() {
        Assessment scored =
                Assessor.with(new EllipseHandFinder()).withNorms(shipped()).assess(Assessed.photo("s.jpg"));
        Assessment rejected = Assessed.of(Pictures.photo("r.jpg", Pictures.black()));
        return AssessmentJson.of(List.of(
                Assessed.result("a.jpg"), Assessed.failed("b.jpg", "broken"), result(scored), result(rejected)));
    }

    private static PhotoResult result(Assessment a) {
        return new PhotoResult(a.photo(), PhotoResult.Labels.none(), a.method(), new PhotoResult.Outcome.Assessed(a));
    }

    private static org.dorsum.assess.Norms shipped() {
        try {
            return NormsFile.read(Path.of("models", "norms", "hands11k.json"));
        } catch (NormsFile.UnusableNormsException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"analysis", "hand", "comparison", "norms"})
    void eachIsASchemaOfTheDialectItNames(String name) throws IOException {
        JsonNode schema = JSON.readTree(FOLDER.resolve(name + ".schema.json").toFile());
        assertThat(schema.get("$id").asText()).isEqualTo("urn:dorsum:schema:" + name);
        JsonSchema dialect = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(java.net.URI.create(schema.get("$schema").asText()));
        assertThat(dialect.validate(schema)).isEmpty();
    }

    @Test
    void analysesOfEveryStatusHold() throws IOException {
        JsonNode document = analysis();
        assertThat(StreamSupport.stream(document.get("photos").spliterator(), false)
                        .map(p -> p.get("status").asText()))
                .containsExactly("measured", "failed", "measured", "rejected");
        assertThat(document.at("/photos/2/scores/norms/name").asText()).isNotEmpty();
        assertThat(problems("analysis", document)).isEmpty();
    }

    @Test
    void handsHoldWithAndWithoutAHand() throws IOException {
        Assessment a = Assessed.of(Assessed.photo("h.jpg"));
        assertThat(problems(
                        "hand", JSON.readTree(HandJson.of(a.photo(), a.width(), a.height(), a.hand(), a.findings()))))
                .isEmpty();
        assertThat(problems("hand", JSON.readTree(HandJson.of("h.jpg", 4, 3, Optional.empty(), List.of()))))
                .isEmpty();
    }

    @Test
    void comparisonsHoldWhetherComparableOrNot() throws IOException {
        assertThat(problems("comparison", JSON.readTree(ComparisonJson.of(Assessed.comparison("b.jpg", "a.jpg")))))
                .isEmpty();
        assertThat(problems("comparison", JSON.readTree(ComparisonJson.of(Assessed.incomparable("b.jpg", "a.jpg")))))
                .isEmpty();
    }

    @Test
    void normsHold() throws IOException {
        assertThat(problems("norms", JSON.readTree(NormsFile.write(shipped())))).isEmpty();
        assertThat(problems(
                        "norms",
                        JSON.readTree(
                                Path.of("models", "norms", "hands11k.json").toFile())))
                .isEmpty();
    }

    /** What the schemas are there to notice. */
    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/photos/0 | status | \"fine\"",
                "/photos/0 | extra | 1",
                "/photos/0 | confidence | 1.5",
                "/photos/0/measurements/0 | value | null",
                "/photos/0/measurements/0 | metric | \"wrinkliness\"",
                "/photos/0/measurements/0 | notMeasuredReason | \"too-blurred\"",
                "/photos/0/scale | source | \"guess\"",
                "/photos/1 | measurements | []",
                "/photos/2/scores/score_tone | value | 101",
                "/photos/0/provenance | photoSha256 | \"12\""
            })
    void whatIsNotAsPromisedIsNoticed(String place, String key, String value) throws IOException {
        JsonNode document = analysis();
        ((ObjectNode) document.at(place)).set(key, JSON.readTree(value));
        assertThat(problems("analysis", document)).isNotEmpty();
    }

    @Test
    void theNamesInTheSchemasAreThoseOfTheCode() throws IOException {
        JsonNode defs =
                JSON.readTree(FOLDER.resolve("analysis.schema.json").toFile()).get("$defs");
        assertThat(texts(defs.at("/metric/enum")))
                .containsExactlyElementsOf(
                        List.of(Metric.values()).stream().map(Metric::label).toList());
        assertThat(texts(defs.at("/zone/enum")))
                .containsExactlyElementsOf(
                        List.of(Zone.values()).stream().map(Zone::label).toList());
        assertThat(texts(defs.at("/measurement/properties/notMeasuredReason/oneOf/0/enum")))
                .containsExactlyElementsOf(List.of(NotMeasuredReason.values()).stream()
                        .map(NotMeasuredReason::label)
                        .toList());
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
