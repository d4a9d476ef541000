package org.dorsum.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dorsum.compare.RepeatabilityStudy.Reshot;
import org.dorsum.measure.Metric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepeatabilityTest {
    private static final Repeatability.Source SOURCE =
            new Repeatability.Source("ours, 2027", "2026-11-27", "phone", "stand", 0, 0, "1", "ab");

    private static Reshot reshot(String subject, String session, double roughness) {
        return new Reshot(subject, session, "left", Map.of(Metric.ROUGHNESS_INDEX, roughness));
    }

    private static RepeatabilityStudy.Row roughness(RepeatabilityStudy study) {
        return study.rows().stream()
                .filter(r -> r.metric() == Metric.ROUGHNESS_INDEX)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void countableByHand() {
        // Two hands, each twice: differences 2 and 20, means 10 and 100: s/m is √2/10 for both.
        RepeatabilityStudy study = RepeatabilityStudy.of(
                SOURCE,
                List.of(reshot("a", "1", 9), reshot("a", "1", 11), reshot("b", "1", 90), reshot("b", "1", 110)));
        assertThat(study.source().hands()).isEqualTo(2);
        assertThat(study.source().photos()).isEqualTo(4);
        var within = roughness(study).within().orElseThrow();
        assertThat(within.variation().orElseThrow().value()).isCloseTo(Math.sqrt(2) / 10, within(1e-12));
        assertThat(within.detectableShare().orElseThrow().value())
                .isCloseTo(1.959964 * Math.sqrt(2) * Math.sqrt(2) / 10, within(1e-6));
    }

    @Test
    void aLaterSessionIsAnotherGroupAndNotAnotherHand() {
        // What changed between sessions, 10 to 20, must not count as error.
        RepeatabilityStudy study = RepeatabilityStudy.of(
                SOURCE, List.of(reshot("a", "1", 9), reshot("a", "1", 11), reshot("a", "2", 18), reshot("a", "2", 22)));
        assertThat(study.source().hands()).isEqualTo(1);
        assertThat(roughness(study).within().orElseThrow().groups()).isEqualTo(2);
        assertThat(roughness(study)
                        .within()
                        .orElseThrow()
                        .variation()
                        .orElseThrow()
                        .value())
                .isCloseTo(Math.sqrt(2) / 10, within(1e-12));
        assertThat(roughness(study).pairs()).hasSize(1);
    }

    @Test
    void aDrawnStudyGivesBackWhatItWasDrawnFrom() throws RepeatabilityFile.UnusableTableException {
        Random random = new Random(3);
        List<Reshot> photos = new ArrayList<>();
        for (int hand = 0; hand < 200; hand++) {
            double level = 10 * Math.exp(0.3 * random.nextGaussian());
            for (int photo = 0; photo < 3; photo++) {
                photos.add(reshot("s" + hand, "", level * (1 + 0.06 * random.nextGaussian())));
            }
        }
        RepeatabilityStudy study = RepeatabilityStudy.of(SOURCE, photos);
        String text = RepeatabilityFile.write(study);
        assertThat(RepeatabilityFile.write(RepeatabilityStudy.of(SOURCE, photos)))
                .isEqualTo(text);
        Repeatability table = RepeatabilityFile.parse("t.csv", text);
        // 400 degrees of freedom: standard error of the deviation 0.06/√800, three of them
        assertThat(table.of(Metric.ROUGHNESS_INDEX).orElseThrow().variation().value())
                .isCloseTo(0.06, within(0.0064));
        assertThat(table.of(Metric.ROUGHNESS_INDEX).orElseThrow().variation().leavesOutZero())
                .isTrue();
        assertThat(table.of(Metric.SPOT_LOAD)).isEmpty();
        assertThat(table.source())
                .isEqualTo(new Repeatability.Source("ours, 2027", "2026-11-27", "phone", "stand", 200, 600, "1", "ab"));
        assertThat(table.fewHands()).isFalse();
        assertThat(table.shipped()).isFalse();
    }

    @Test
    void theShippedTableSaysWhatItIs() {
        Repeatability table = Repeatability.shippedTable();
        assertThat(table.shipped()).isTrue();
        assertThat(table.source().name()).isEqualTo("hands11k");
        assertThat(table.source().hands()).isGreaterThanOrEqualTo(30);
        // What an independent run over the same photos printed for roughness, within 5 to 7 %: docs/validation.md.
        assertThat(table.variation(Metric.ROUGHNESS_INDEX).orElseThrow()).isBetween(0.04, 0.09);
    }

    @Test
    void aTableFromASpreadsheetWillDo() throws RepeatabilityFile.UnusableTableException {
        Repeatability table = RepeatabilityFile.parse(
                "own.csv", "\ufeffmetric,hands,within_cv_percent\r\nroughness_index,4,5\r\nspot_load,4,\r\n");
        assertThat(table.source().name()).isEqualTo("own.csv");
        assertThat(table.source().hands()).isEqualTo(4);
        assertThat(table.variation(Metric.ROUGHNESS_INDEX)).hasValue(0.05);
        assertThat(table.of(Metric.SPOT_LOAD)).isEmpty();
        assertThat(table.fewHands()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,b\\n1,2|\"metric\" is missing",
                "metric,hands,within_cv_percent|no metric with",
                "metric,hands,within_cv_percent\\nspeed,9,5|no metric called \"speed\"",
                "metric,hands,within_cv_percent\\nspot_load,9,wide|is no number",
                "metric,hands,within_cv_percent\\nspot_load,9,0|above 0",
                "metric,hands,within_cv_percent\\nspot_load,9,NaN|above 0",
                "metric,hands,within_cv_percent\\nspot_load,0,5|hands is at least 1",
                "metric,hands,within_cv_percent\\nspot_load,9,5\\nspot_load,9,6|listed twice",
                "metric,hands,within_cv_percent,within_cv_percent_low\\nspot_load,9,5,6|its own interval",
            })
    void badTablesSayWhy(String text, String why) {
        assertThatThrownBy(() -> RepeatabilityFile.parse("t.csv", text.replace("\\n", "\n")))
                .isInstanceOf(RepeatabilityFile.UnusableTableException.class)
                .hasMessageContaining("t.csv")
                .hasMessageContaining(why);
    }
}
