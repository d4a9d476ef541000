package org.dorsum.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dorsum.measure.Metric;
import org.dorsum.support.EllipseHandFinder;
import org.dorsum.support.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NormsTest {
    private static final Assessment.Method METHOD = new Assessment.Method("1.0", "ab".repeat(32), "finder");

    /** Every metric of hand number i is i, of 21 people with both hands; a second photo of each hand lies far off. */
    private static List<NormsBuilder.Row> rows(Assessment.Method method, double pixelsPerMm) {
        List<NormsBuilder.Row> rows = new ArrayList<>();
        for (int i = 0; i < 42; i++) {
            for (int photo = 0; photo < 3; photo++) {
                Map<Metric, Double> values = new EnumMap<>(Metric.class);
                for (Metric metric : Metric.headlines()) {
                    values.put(metric, photo == 2 ? 1000.0 : i);
                }
                int person = i / 2;
                rows.add(new NormsBuilder.Row(
                        "p" + person, i % 2 == 0 ? "left" : "right", pixelsPerMm, Set.of(""), values, method));
            }
        }
        return rows;
    }

    @Test
    void eachHandCountsOnceByItsMedian() throws Exception {
        Norms norms = NormsBuilder.of("test", rows(METHOD, 6), Map.of());
        assertThat(norms.cohort()).isEqualTo(new Norms.Cohort(21, 42, 126, Optional.empty()));
        Norms.Reference spots = Objects.requireNonNull(norms.references().get(Metric.SPOT_LOAD));
        assertThat(spots.hands()).isEqualTo(42);
        Norms.Quantile median = spots.quantiles().get(3);
        assertThat(median.value()).isCloseTo(20.5, within(1e-9));
        // Its error is about 1.25·12.1/√21 = 3.3; twice that, and as much again for the steps of pairs.
        assertThat(median.low()).isBetween(9.0, 17.0);
        assertThat(median.high()).isBetween(24.0, 32.0);
    }

    @Test
    void softPhotosAreLeftOutAndTooFewHandsRefused() {
        List<NormsBuilder.Row> few = rows(METHOD, 6).subList(0, 57);
        assertThatThrownBy(() -> NormsBuilder.of("test", few, Map.of())).hasMessageContaining("19");
        List<NormsBuilder.Row> soft = rows(METHOD, 6).stream()
                .map(r -> new NormsBuilder.Row(
                        r.subject(), r.hand(), 6, Set.of("glare", "soft-focus"), r.values(), r.method()))
                .toList();
        assertThatThrownBy(() -> NormsBuilder.of("test", soft, Map.of())).hasMessageContaining("no row");
    }

    @Test
    void rowsOfOtherSettingsAreNotMixed() {
        List<NormsBuilder.Row> mixed = new ArrayList<>(rows(METHOD, 6));
        mixed.addAll(rows(new Assessment.Method("1.1", "cd".repeat(32), "finder"), 6));
        assertThatThrownBy(() -> NormsBuilder.of("test", mixed, Map.of())).hasMessageContaining("different settings");
    }

    @Test
    void aFileHoldsThemAndSaysTheSameTwice(@TempDir Path folder) throws Exception {
        Map<String, Double> ages = new java.util.HashMap<>();
        for (int i = 0; i < 21; i++) {
            ages.put("p" + i, 20.0 + i);
        }
        Norms norms = NormsBuilder.of("test", rows(METHOD, 6), ages);
        assertThat(norms.cohort().ages()).contains(new Norms.Ages(20, 30, 40));
        Path file = Files.writeString(folder.resolve("n.json"), NormsFile.write(norms));
        assertThat(NormsFile.read(file)).isEqualTo(norms);
        assertThat(NormsFile.write(NormsFile.read(file))).isEqualTo(NormsFile.write(norms));
    }

    @Test
    void otherFilesAreRefused(@TempDir Path folder) throws Exception {
        Path none = Files.writeString(folder.resolve("n.json"), "{\"format\":\"x\"}");
        assertThatThrownBy(() -> NormsFile.read(none)).hasMessageContaining("dorsum-norms-1");
        Path half = Files.writeString(folder.resolve("h.json"), "{\"format\":");
        assertThatThrownBy(() -> NormsFile.read(half)).hasMessageContaining("JSON");
    }

    private static Assessor assessor() {
        return Assessor.with(new EllipseHandFinder());
    }

    private static Assessment assessed(Norms norms) {
        return assessor().withNorms(norms).assess(Pictures.photo("a.jpg", Pictures.skin(1)));
    }

    private static double scale() {
        return assessor()
                .assess(Pictures.photo("a.jpg", Pictures.skin(1)))
                .hand()
                .orElseThrow()
                .scale()
                .pixelsPerMm();
    }

    @Test
    void aPhotoOfTheSameKindIsScoredAndSaysAgainstWhom() throws Exception {
        Norms norms = NormsBuilder.of("test", rows(assessor().method(), scale()), Map.of());
        Scores scores = assessed(norms).scores();
        assertThat(scores.of(Scores.Family.TONE)).isInstanceOf(Scores.Score.Given.class);
        assertThat(scores.cohort())
                .hasValueSatisfying(c -> assertThat(c).contains("21 people").contains("ages unknown"));
        assertThat(scores.notes()).noneMatch(n -> n.contains("other settings"));
        Scores.Score.Given tone = (Scores.Score.Given) scores.of(Scores.Family.TONE);
        assertThat(tone.value()).isBetween(tone.low(), tone.high());
    }

    @Test
    void otherSettingsAreSaid() throws Exception {
        Norms norms = NormsBuilder.of("test", rows(METHOD, scale()), Map.of());
        assertThat(assessed(norms).scores().notes()).anyMatch(n -> n.contains("other settings"));
    }

    @Test
    void aPhotoOfAnotherScaleHasNoScoreAndSaysWhy() throws Exception {
        Norms norms = NormsBuilder.of("test", rows(METHOD, 3 * scale()), Map.of());
        Scores.Score score = assessed(norms).scores().of(Scores.Family.TONE);
        assertThat(score).isInstanceOf(Scores.Score.Absent.class);
        assertThat(((Scores.Score.Absent) score).code()).isEqualTo("scale-not-covered");
        assertThat(assessed(norms).scores().of(Scores.Family.OVERALL)).isInstanceOf(Scores.Score.Absent.class);
    }

    @Test
    void lessIsBetter() {
        Norms.Reference r =
                new Norms.Reference(40, List.of(new Norms.Quantile(0.1, 1, 1, 1), new Norms.Quantile(0.9, 5, 5, 5)));
        assertThat(Scorer.standing(r, 1)).isCloseTo(90, within(1e-9));
        assertThat(Scorer.standing(r, 5)).isCloseTo(10, within(1e-9));
    }

    @Test
    void withoutNormsThereIsNoScore() {
        Scores scores =
                assessor().assess(Pictures.photo("a.jpg", Pictures.skin(1))).scores();
        assertThat(scores.of(Scores.Family.OVERALL)).isInstanceOf(Scores.Score.Absent.class);
    }
}
