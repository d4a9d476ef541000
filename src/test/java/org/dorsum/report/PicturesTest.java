package org.dorsum.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dorsum.assess.Assessment;
import org.dorsum.image.Affine;
import org.dorsum.image.Codec;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;
import org.dorsum.image.RgbImage;
import org.dorsum.photo.Photo;
import org.junit.jupiter.api.Test;

class PicturesTest {
    @Test
    void anOverlayIsAtMost1600PixelsLongAndLeavesMostSkinUntouched() {
        Photo photo = Assessed.photo("h.jpg");
        RgbImage overlay = Overlay.draw(photo.pixels(), Assessed.of(photo));
        assertThat(overlay.width()).isEqualTo(photo.width());
        assertThat(overlay.height())
                .as("with a strip for the legend")
                .isGreaterThan(photo.height())
                .isLessThan(1600);
        int centre = photo.height() / 2;
        assertThat(overlay.packed(2, 2))
                .as("the ground is as it was")
                .isEqualTo(photo.pixels().packed(2, 2));
        assertThat(overlay.packed((int) Math.round(560 * 0.05), centre))
                .as("the outline is drawn")
                .isNotEqualTo(photo.pixels().packed((int) Math.round(560 * 0.05), centre));
        assertThat(Codec.decode(Overlay.png(photo, Assessed.of(photo)))).isPresent();
    }

    @Test
    void aRejectedPhotoShowsItsOutlineButNoZones() {
        Assessment measured = Assessed.of(Assessed.photo("a.jpg"));
        Assessment rejected = new Assessment(
                measured.photo(),
                measured.width(),
                measured.height(),
                measured.provenance(),
                Assessment.Status.REJECTED,
                measured.hand(),
                List.of(),
                List.of(),
                List.of(),
                measured.method());
        assertThat(Drawing.of(measured, Affine.identity()).zones()).hasSize(1);
        assertThat(Drawing.of(rejected, Affine.identity()).zones()).isEmpty();
        assertThat(Drawing.of(rejected, Affine.identity()).hand()).isNotEmpty();
    }

    @Test
    void largePhotosAreShrunk() {
        RgbImage large = RgbImage.of(4000, 1000, (x, y) -> 0x808080);
        RgbImage small = Overlay.shrunk(large, 1600, 1556);
        assertThat(small.width()).isEqualTo(1600);
        assertThat(small.height()).isEqualTo(400);
    }

    @Test
    void aPathKeepsItsCornersAndEnds() {
        List<Point> path =
                List.of(new Point(0, 0), new Point(5, 0.1), new Point(10, 0), new Point(10, 5), new Point(10, 10));
        assertThat(Paths.simplify(path, 0.4)).containsExactly(new Point(0, 0), new Point(10, 0), new Point(10, 10));
    }

    @Test
    void aTriangleStaysATriangle() {
        Polygon tiny = new Polygon(List.of(new Point(0, 0), new Point(0.1, 0), new Point(0, 0.1)));
        assertThat(Paths.simplify(tiny, 5)).isEqualTo(tiny);
    }

    /** A white mark of the first photo lies in the second 40 pixels to the right: registered, both views agree. */
    @Test
    void theLaterPhotoIsSeenWhereTheEarlierOneIs() {
        RgbImage before = RgbImage.of(300, 200, (x, y) -> x >= 100 && x < 120 ? 0xffffff : 0x404040);
        RgbImage after = RgbImage.of(300, 200, (x, y) -> x >= 140 && x < 160 ? 0xffffff : 0x404040);
        Viewport view = Viewport.whole(before, 300);
        RgbImage seen = view.through(Affine.shift(40, 0)).of(after);
        assertThat(seen.packed(110, 100)).isEqualTo(0xffffff);
        assertThat(seen.packed(150, 100)).isEqualTo(0x404040);
        assertThat(seen.packed(290, 100)).as("beyond the later photo's frame").isEqualTo(0x8a8a8a);
    }
}
