package org.dorsum.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.dorsum.synth.Treatment.Effect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TreatmentTest {

    @Test
    void aTreatmentIsReadFromItsText() {
        Treatment t = Treatment.parse("roughness=-30, spots=-40,redness=15");
        assertThat(t.factor(Effect.ROUGHNESS)).isEqualTo(0.7);
        assertThat(t.factor(Effect.SPOTS)).isEqualTo(0.6);
        assertThat(t.factor(Effect.REDNESS)).isEqualTo(1.15);
        assertThat(t.factor(Effect.LINES)).isEqualTo(1);
        assertThat(t.changes()).containsOnlyKeys("roughness", "spots", "redness");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wrinkels=3 | unknown treatment 'wrinkels'",
                "roughness | write a change as roughness=-30",
                "lines=much | is a number of percent",
                "spots=-101 | -100 to 400",
                "spots=NaN | -100 to 400",
                "'' | unknown treatment"
            })
    void nonsenseIsRefusedByName(String text, String complaint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Treatment.parse(text))
                .withMessageContaining(complaint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"roughness=0", "lines=0,spots=0"})
    void noChangeIsNone(String text) {
        assertThat(Treatment.parse(text)).isEqualTo(Treatment.NONE);
    }

    @Test
    void aPortionIsAShareOfEachChange() {
        Treatment t = Treatment.parse("lines=-40,spots=-20").portion(0.25);
        assertThat(t).isEqualTo(Treatment.parse("lines=-10,spots=-5"));
    }
}
