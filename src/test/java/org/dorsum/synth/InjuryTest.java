package org.dorsum.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class InjuryTest {
    private static final Conditions CLINIC = Conditions.clinic(5, 320, 240);

    private static RenderedHand render(List<Injury> injuries) {
        return HandRenderer.withDefaults()
                .withInjuries(injuries)
                .render(Subject.random(5).wearing(Adornment.NONE), Treatment.NONE, CLINIC, "a.jpg");
    }

    @Test
    void withoutOneNothingChanges() {
        RenderedHand plain = HandRenderer.withDefaults()
                .render(Subject.random(5).wearing(Adornment.NONE), Treatment.NONE, CLINIC, "a.jpg");
        assertThat(render(List.of()).jpeg()).isEqualTo(plain.jpeg());
    }

    /** Only within its place, its rim and the blur of light and lens: a twentieth at most of a picture of which it is a hundredth. */
    @Test
    void onlyItsPlaceChanges() {
        RenderedHand plain = render(List.of());
        RenderedHand injured = render(List.of(new Injury(Injury.Kind.BROKEN, 0, 50, 5)));
        int changed = 0;
        int n = plain.image().width() * plain.image().height();
        for (int y = 0; y < plain.image().height(); y++) {
            for (int x = 0; x < plain.image().width(); x++) {
                changed += plain.image().packed(x, y) != injured.image().packed(x, y) ? 1 : 0;
            }
        }
        assertThat(changed).isBetween(n / 400, n / 30);
    }

    @Test
    void veinsAndBloodOfTheTruthFollowTreatment() {
        Subject s = Subject.random(5);
        ToneTruth before = ToneTruth.of(s, Treatment.NONE);
        assertThat(ToneTruth.of(s, Treatment.parse("redness=50")).bloodPercent())
                .isCloseTo(1.5 * before.bloodPercent(), within(1e-6));
        assertThat(ToneTruth.of(s, Treatment.parse("veins=-50")).veinRmsMm())
                .isCloseTo(0.5 * before.veinRmsMm(), within(1e-6));
        assertThat(ToneTruth.of(s, Treatment.parse("unevenness=-50")).unevennessDe00())
                .isLessThan(0.8 * before.unevennessDe00());
    }
}
