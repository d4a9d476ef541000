package org.dorsum.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.dorsum.image.Mask;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;
import org.junit.jupiter.api.Test;

class HandTest {
    private static final Polygon DORSUM = new Polygon(List.of(new Point(1, 1), new Point(4, 1), new Point(4, 4)));
    private static final Polygon FINGER = new Polygon(List.of(new Point(5, 5), new Point(7, 5), new Point(7, 7)));
    private static final Mask NAILS = Mask.of(9, 9, (x, y) -> x == 6 && y == 6);
    private static final Mask BACK = Mask.of(9, 9, (x, y) -> x > 0 && y > 0);
    private static final HandFrame FRAME = new HandFrame(new Point(3, 2), 0);
    private static final Scale SCALE = new Scale(1, Scale.Source.GIVEN, 0);
    private static final Map<Zone, Polygon> ZONES = Map.of(Zone.DORSUM, DORSUM, Zone.INDEX_DISTAL, FINGER);

    private static Hand looking(AtomicInteger looks) {
        Lazy<Hand.Details> details = new Lazy<>(() -> {
            looks.incrementAndGet();
            return new Hand.Details(BACK.minus(NAILS), ZONES, Optional.of(NAILS));
        });
        return new Hand(
                BACK,
                FRAME,
                List.of(),
                Aspect.DORSAL,
                Side.LEFT,
                1,
                SCALE,
                DORSUM,
                List.of(),
                Optional.empty(),
                details);
    }

    private static Hand known(Mask skin, Map<Zone, Polygon> zones) {
        return new Hand(
                skin, FRAME, List.of(), Aspect.DORSAL, Side.LEFT, 1, SCALE, zones, List.of(), Optional.of(NAILS));
    }

    @Test
    void theBackOfTheHandNeedsNoCloserLook() {
        AtomicInteger looks = new AtomicInteger();
        Hand hand = looking(looks);

        assertThat(hand.back()).isEqualTo(BACK);
        assertThat(hand.dorsum()).isEqualTo(DORSUM);
        assertThat(hand.zone(Zone.DORSUM)).contains(DORSUM);
        assertThat(looks).hasValue(0);

        assertThat(hand.skin()).isEqualTo(BACK.minus(NAILS));
        assertThat(hand.nails()).contains(NAILS);
        assertThat(hand.zone(Zone.INDEX_DISTAL)).contains(FINGER);
        assertThat(hand.zone(Zone.THUMB_DISTAL)).isEmpty();
        assertThat(looks).hasValue(1);
    }

    @Test
    void handsAreEqualByAllTheirParts() {
        assertThat(looking(new AtomicInteger())).isEqualTo(looking(new AtomicInteger()));
        assertThat(known(BACK, ZONES)).isNotEqualTo(looking(new AtomicInteger()));
        assertThat(known(BACK, ZONES).back()).isEqualTo(BACK);
    }

    @Test
    void aHandHasADorsum() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> known(BACK, Map.of(Zone.INDEX_DISTAL, FINGER)))
                .withMessageContaining("dorsum");
    }
}
