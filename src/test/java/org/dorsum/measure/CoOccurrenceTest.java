package org.dorsum.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dorsum.image.Mask;
import org.dorsum.image.Plane;
import org.dorsum.skin.Skin;
import org.dorsum.skin.Skins;
import org.junit.jupiter.api.Test;

class CoOccurrenceTest {
    private static final double SIDE = 10; // mm: two by two tiles of 40 by 40 pixels
    private static final Skin FLAT = Skins.relief(SIDE, (x, y) -> 0);

    private static CoOccurrence[] of(Plane band, Mask usable) {
        return CoOccurrence.of(band, TileGrid.over(FLAT, usable), Skins.PIXELS_PER_MM);
    }

    private static Plane plane(Plane.PixelFunction f) {
        return Plane.of(FLAT.width(), FLAT.height(), f);
    }

    private static Mask all() {
        return Mask.all(FLAT.width(), FLAT.height());
    }

    @Test
    void aFlatPlaneHasNoContrastAndIsHomogeneous() {
        for (CoOccurrence tile : of(plane((x, y) -> 0.001), all())) {
            assertThat(tile.contrast()).isZero();
            assertThat(tile.homogeneity()).isEqualTo(1);
            assertThat(tile.correlation()).isZero();
        }
    }

    /**
     * Pairs a tile of 40 by 40 has: 36 · 40 along rows and as many along columns (4 pixels apart), 37 · 37 along each
     * diagonal (3 pixels, half a millimetre over √2).
     */
    @Test
    void pairsAreThoseWithinATile() {
        for (CoOccurrence tile : of(plane((x, y) -> 0), all())) {
            assertThat(tile.pairs()).isEqualTo(2 * 36 * 40 + 2 * 37 * 37);
        }
    }

    /**
     * Columns of 4 pixels in turn in bins 12 and 20: along rows all 1440 pairs differ by 8 bins, along columns none; on the
     * diagonals, 3 columns on, 37 pairs of columns, of which 27 lie in different stripes.
     */
    @Test
    void stripesCountedByHand() {
        Plane stripes = plane((x, y) -> x / 4 % 2 == 0 ? -0.0199 : 0.0201);
        double different = 1440 + 2 * 27 * 37;
        double pairs = 2 * 1440 + 2 * 37 * 37;
        for (CoOccurrence tile : of(stripes, all())) {
            assertThat(tile.contrast()).isCloseTo(64 * different / pairs, within(1e-9));
            assertThat(tile.homogeneity()).isCloseTo(1 - different / pairs * 64 / 65, within(1e-9));
            assertThat(tile.correlation()).isCloseTo(1 - 2 * different / pairs, within(0.02)); // margins not quite even
        }
    }

    /** What lies beyond the mask is never read: it may hold anything. */
    @Test
    void pairsThatLeaveTheMaskDoNotCount() {
        Mask left = Mask.of(FLAT.width(), FLAT.height(), (x, y) -> x % 40 < 24);
        CoOccurrence[] clean = of(plane((x, y) -> 0.01 * (x % 3)), left);
        CoOccurrence[] dirty = of(plane((x, y) -> x % 40 < 24 ? 0.01 * (x % 3) : 99), left);
        assertThat(dirty).isEqualTo(clean);
        assertThat(clean[0].pairs()).isEqualTo(20 * 40 + 24 * 36 + 2 * 21 * 37);
    }
}
