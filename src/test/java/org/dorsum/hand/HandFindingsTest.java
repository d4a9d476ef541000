package org.dorsum.hand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dorsum.image.Affine;
import org.dorsum.image.Mask;
import org.dorsum.photo.Finding;
import org.junit.jupiter.api.Test;

class HandFindingsTest {
    private static List<Finding> of(LaidHand hand) {
        return HandFindings.of(hand.landmarks(), hand.skin(), Aspect.DORSAL, Side.LEFT);
    }

    private static List<String> codes(LaidHand hand) {
        return of(hand).stream().map(Finding::code).toList();
    }

    @Test
    void aFlatHandSeenWholeIsAsItShouldBe() {
        assertThat(of(LaidHand.flat())).isEmpty();
    }

    @Test
    void aPalmIsAnError() {
        LaidHand hand = LaidHand.flat();
        List<Finding> found = HandFindings.of(hand.landmarks(), hand.skin(), Aspect.PALMAR, Side.UNCLEAR);
        assertThat(found.get(0).code()).isEqualTo("palm-up");
        assertThat(found.get(0).severity()).isEqualTo(Finding.Severity.ERROR);
        assertThat(found.get(1).code()).isEqualTo("side-unclear");
    }

    @Test
    void whatAFinderDoesNotKnowIsSaid() {
        LaidHand hand = LaidHand.flat();
        assertThat(HandFindings.of(List.of(), hand.skin(), Aspect.UNCLEAR, Side.UNCLEAR))
                .extracting(Finding::code)
                .containsExactly("aspect-unclear", "side-unclear");
    }

    @Test
    void threeFoldedFingersAreAFist() {
        LaidHand hand = LaidHand.flat()
                .with(11, -9.2, -20)
                .with(12, -9.2, -8)
                .with(15, 9.2, -18)
                .with(16, 9.2, -8);
        assertThat(codes(hand)).isEmpty();
        assertThat(codes(hand.with(19, 27.5, -14).with(20, 27.5, -6))).containsExactly("fist");
    }

    @Test
    void fingertipsBeyondTheFrame() {
        assertThat(codes(LaidHand.flat().seen(0, 4, 450, 260))).containsExactly("fingers-cut");
    }

    @Test
    void theBackOfTheHandBeyondTheFrame() {
        assertThat(codes(LaidHand.flat().seen(0, 4, 450, 750))).containsExactly("hand-cut");
        assertThat(codes(LaidHand.flat().seen(0, 4, 450, 880))).containsExactly("no-back-of-hand");
    }

    @Test
    void aHandSeenAslant() {
        LaidHand hand = LaidHand.flat();
        assertThat(codes(hand.through(new Affine(4, 0, 450, 0, 1.6, 500)))).contains("view-tilted");
        assertThat(codes(hand.through(new Affine(2.4, 0, 450, 0, 4, 500)))).contains("view-tilted");
    }

    @Test
    void aSecondHandButNoForearmBehindAWatch() {
        LaidHand hand = LaidHand.flat().seen(0, 2, 250, 350);
        Mask beside = hand.skin()
                .or(Mask.of(LaidHand.SIDE, LaidHand.SIDE, (x, y) -> x > 550 && x < 700 && y > 300 && y < 500));
        assertThat(HandFindings.of(hand.landmarks(), beside, Aspect.DORSAL, Side.LEFT))
                .extracting(Finding::code)
                .containsExactly("two-hands");
        Mask arm = hand.skin().or(Mask.of(LaidHand.SIDE, LaidHand.SIDE, (x, y) -> x > 200 && x < 300 && y > 580));
        assertThat(HandFindings.of(hand.landmarks(), arm, Aspect.DORSAL, Side.LEFT))
                .isEmpty();
    }
}
