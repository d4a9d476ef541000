package org.dorsum.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.dorsum.hand.Zone;
import org.dorsum.image.Morphology;
import org.dorsum.skin.Skin;
import org.dorsum.skin.Skins;
import org.junit.jupiter.api.Test;

class SkinZoneTest {
    private static final Skin SKIN = Skins.relief(30, (x, y) -> 0.03 * Math.cos(2 * y) + 0.02 * Math.sin(3 * x));

    @Test
    void whatIsSharedIsMadeOnceAndIsWhatItWasWithoutSharing() {
        SkinZone zone = SkinZone.of(SKIN, Zone.DORSUM);
        assertThat(zone.grid()).isSameAs(zone.grid());
        assertThat(zone.grid().squares())
                .isEqualTo(TileGrid.over(SKIN, SKIN.usable(Zone.DORSUM)).squares());
        assertThat(zone.closed(2)).isSameAs(zone.closed(2));
        assertThat(zone.closed(2)).isEqualTo(Morphology.close(SKIN.usable(Zone.DORSUM), 2 * SKIN.pixelsPerMm()));
        assertThat(zone.coarse()).isEqualTo(Coarse.of(SKIN, Zone.DORSUM));
    }

    @Test
    void aValueIsMadeOnceHoweverManyAsk() {
        AtomicInteger made = new AtomicInteger();
        Lazy<Integer> lazy = new Lazy<>(made::incrementAndGet);
        assertThat(made).hasValue(0);
        assertThat(IntStream.range(0, 64)
                        .parallel()
                        .map(i -> lazy.get())
                        .boxed()
                        .toList())
                .containsOnly(1);
    }

    @Test
    void measuresOfASharedZoneAreThoseOfTheSkin() {
        SkinZone zone = SkinZone.of(SKIN, Zone.DORSUM);
        assertThat(Roughness.withDefaults().measure(zone))
                .isEqualTo(Roughness.withDefaults().measure(SKIN, Zone.DORSUM));
        assertThat(ReliefTexture.withDefaults().measure(zone))
                .isEqualTo(ReliefTexture.withDefaults().measure(SKIN, Zone.DORSUM));
        assertThat(Tone.withDefaults().measure(zone).measurements())
                .isEqualTo(Tone.withDefaults().measure(SKIN, Zone.DORSUM).measurements());
    }
}
