package org.dorsum.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dorsum.colour.Ciede2000;
import org.dorsum.colour.ColourCorrection;
import org.dorsum.colour.Lab;
import org.dorsum.image.Point;
import org.dorsum.reference.CardLayout;
import org.dorsum.reference.ReferenceCard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaidCardTest {
    private static RenderedHand render(Subject person, Conditions c) {
        return HandRenderer.withDefaults().render(person, Treatment.NONE, c, "card.jpg");
    }

    /** A right and a left hand: the card is never mirrored, or its codes would not be read. */
    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void theCardLiesWhereTheTruthSays(long seed) {
        Subject person = Subject.random(seed).wearing(Adornment.NONE);
        RenderedHand hand = render(person, Conditions.clinic(seed, 1000, 750).withCard());
        assertThat(hand.truth().side()).isEqualTo(seed == 5 ? "right" : "left");
        ReferenceCard.Sighting seen = ReferenceCard.find(hand.image()).orElseThrow();
        assertThat(seen.markers()).isEqualTo(4);
        List<Point> corners = List.of(
                new Point(0, 0),
                new Point(CardLayout.WIDTH_MM, 0),
                new Point(CardLayout.WIDTH_MM, CardLayout.HEIGHT_MM),
                new Point(0, CardLayout.HEIGHT_MM));
        for (int i = 0; i < 4; i++) {
            Point found = seen.view().toPhoto().apply(corners.get(i));
            assertThat(found.distanceTo(hand.truth().card().get(i)))
                    .isLessThan(1); // beyond the markers by half of their side
        }
    }

    /** Under even light, through a camera that changes nothing, the patches have the colours they are meant to have. */
    @Test
    void aColourimeterSeesThePatchesAsMeant() {
        Subject person = Subject.random(5).wearing(Adornment.NONE);
        RenderedHand hand =
                render(person, Conditions.clinic(5, 1000, 750).withCard().neutral());
        ColourCorrection colour =
                ReferenceCard.find(hand.image()).orElseThrow().colour().orElseThrow();
        assertThat(colour.residual()).isLessThan(0.5); // 8 bits; the sky behind the hand is a little hidden
        Lab skin = new Lab(65, 10, 18);
        Lab read = Lab.of(colour.apply(skin.toLinearRgb()));
        assertThat(Ciede2000.difference(read, skin)).isCloseTo(0, within(1.0));
    }

    @Test
    void withoutACardTheTruthHasNone() {
        RenderedHand hand = render(Subject.random(5), Conditions.clinic(5, 200, 150));
        assertThat(hand.truth().card()).isEmpty();
        assertThat(new String(hand.truth().json(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("\"card\"");
    }

    @Test
    void aHandInTheAirHasNoCardBesideIt() {
        for (long seed = 1; ; seed++) {
            Conditions c = Conditions.anywhere(seed, 200, 150, List.of());
            if (!c.laidFlat()) {
                assertThatThrownBy(c::withCard).isInstanceOf(IllegalArgumentException.class);
                return;
            }
        }
    }
}
