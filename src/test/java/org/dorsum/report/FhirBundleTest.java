package org.dorsum.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.dorsum.hand.Zone;
import org.dorsum.measure.Metric;
import org.dorsum.measure.Outcome;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FhirBundleTest {
    private static final IParser PARSER =
            FhirContext.forR4().newJsonParser().setParserErrorHandler(new StrictErrorHandler());

    private final PhotoResult result = Assessed.result("Jane Doe 1980.jpg");
    private final String json = FhirBundle.of(List.of(result, Assessed.failed("bad.jpg", "no photo")));

    private Bundle bundle() {
        return PARSER.parseResource(Bundle.class, json);
    }

    private List<Observation> observations() {
        return bundle().getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Observation.class::isInstance)
                .map(Observation.class::cast)
                .toList();
    }

    /** The strict parser refuses unknown elements and codes; what it read it writes again alike. */
    @Test
    void aStrictParserReadsItAndWritesTheSame() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        assertThat(mapper.readTree(PARSER.encodeResourceToString(bundle()))).isEqualTo(mapper.readTree(json));
        assertThat(FhirBundle.of(List.of(result, Assessed.failed("bad.jpg", "no photo"))))
                .isEqualTo(json);
    }

    @Test
    void thereIsAnObservationForEachMetricOfAMeasuredPhoto() {
        assertThat(observations()).hasSize(Metric.headlines().size()).allSatisfy(o -> {
            assertThat(o.hasSubject()).isFalse();
            assertThat(o.hasValueQuantity()).isNotEqualTo(o.hasDataAbsentReason());
            assertThat(o.getCode().getCodingFirstRep().getSystem()).isEqualTo(FhirBundle.METRICS);
            assertThat(o.getStatus()).isEqualTo(Observation.ObservationStatus.FINAL);
        });
        Observation roughness = observations().get(0);
        assertThat(result.outcome()).isInstanceOf(PhotoResult.Outcome.Assessed.class);
        Outcome outcome = ((PhotoResult.Outcome.Assessed) result.outcome())
                .assessment()
                .outcome(Zone.DORSUM, Metric.ROUGHNESS_INDEX);
        assertThat(roughness.getValueQuantity().getValue().doubleValue())
                .isEqualTo(((Outcome.Measured) outcome).value(), within(1e-5));
        assertThat(roughness.getValueQuantity().getCode()).isEqualTo("%");
        assertThat(roughness
                        .getComponentFirstRep()
                        .getCode()
                        .getCodingFirstRep()
                        .getCode())
                .isEqualTo("standard-error");
    }

    @Test
    void theDeviceIsNamedAndNobodyElse() {
        Bundle bundle = bundle();
        Device device = (Device) bundle.getEntryFirstRep().getResource();
        assertThat(device.getDeviceNameFirstRep().getName()).isEqualTo("Dorsum");
        assertThat(device.getVersion()).hasSize(3);
        assertThat(observations())
                .allSatisfy(o -> assertThat(o.getDevice().getReference())
                        .isEqualTo(bundle.getEntryFirstRep().getFullUrl()));
        assertThat(json).doesNotContain("Jane", "Patient", "bad.jpg");
    }

    @Test
    void nothingMeasuredIsAnEmptyBundle() {
        String empty = FhirBundle.of(List.of());
        assertThat(PARSER.parseResource(Bundle.class, empty).getEntry()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void everyUnitHasACode(Metric metric) {
        assertThat(FhirBundle.ucum(metric)).isNotBlank();
    }
}
