package org.dorsum.clinic.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dorsum.clinic.clients.Consultation.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsultationTest {
    @Test
    void nothingTickedIsSuitable() {
        assertThat(Consultation.decide(Set.of(), false)).isEqualTo(Decision.SUITABLE);
    }

    @ParameterizedTest
    @EnumSource(Condition.class)
    void eachConditionAloneDecidesByItsWeight(Condition condition) {
        Decision alone = Consultation.decide(EnumSet.of(condition), false);
        Decision agreed = Consultation.decide(EnumSet.of(condition), true);
        switch (condition.weight()) {
            case STOP -> assertThat(List.of(alone, agreed)).containsOnly(Decision.STOP);
            case CLINICIAN_DECIDES -> {
                assertThat(alone).isEqualTo(Decision.UNDECIDED);
                assertThat(agreed).isEqualTo(Decision.SUITABLE);
            }
            case SOMETHING_ELSE -> assertThat(alone).isEqualTo(Decision.SUITABLE);
        }
    }

    @Test
    void aStopIsStrongerThanAnyDecision() {
        assertThat(Consultation.decide(EnumSet.of(Condition.SENSITIVE, Condition.WOUNDS), true))
                .isEqualTo(Decision.STOP);
    }

    @Test
    void acneEczemaAndOpenWoundsAreTheStops() {
        assertThat(EnumSet.allOf(Condition.class).stream()
                        .filter(c -> c.weight() == Condition.Weight.STOP)
                        .toList())
                .containsExactly(Condition.ACNE, Condition.ECZEMA, Condition.WOUNDS);
    }
}
