package org.dorsum.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.dorsum.image.Regions.Region;
import org.junit.jupiter.api.Test;

class RegionsTest {
    /** {@code #} is inside. */
    private static Mask drawn(String... rows) {
        return Mask.of(rows[0].length(), rows.length, (x, y) -> rows[y].charAt(x) == '#');
    }

    @Test
    void partsHaveAreaBoxAndCentre() {
        Regions.Labelled parts = Regions.label(drawn(
                "##....", //
                "##...#", ".....#"));

        assertThat(parts.regions())
                .containsExactly(
                        new Region(1, 4, 0, 0, 2, 2, new Point(0.5, 0.5)), //
                        new Region(2, 2, 5, 1, 1, 2, new Point(5, 1.5)));
        assertThat(parts.mask(parts.regions().get(1)).count()).isEqualTo(2);
        assertThat(parts.labels()[5]).isZero();
    }

    @Test
    void cornersTouch() {
        assertThat(Regions.label(drawn("#.", ".#")).regions()).hasSize(1);
    }

    @Test
    void theOrderIsThatOfTheFirstPixel() {
        Regions.Labelled parts = Regions.label(drawn(
                "........#.", //
                "#.....#...",
                "#...#....."));

        assertThat(parts.regions()).extracting(Region::left).containsExactly(8, 0, 6, 4);
        assertThat(parts.regions()).extracting(Region::label).containsExactly(1, 2, 3, 4);
    }

    /** Against the definition: labels appear for the first time in rising order, whatever the shapes. */
    @Test
    void theOrderIsThatOfTheFirstPixelInNoise() {
        Random random = new Random(11);
        Regions.Labelled parts = Regions.label(Mask.of(40, 30, (x, y) -> random.nextInt(3) == 0));

        int seen = 0;
        for (int label : parts.labels()) {
            assertThat(label).isLessThanOrEqualTo(seen + 1);
            seen = Math.max(seen, label);
        }
        assertThat(seen).isEqualTo(parts.regions().size()).isGreaterThan(20);
    }

    @Test
    void theLargestPartAndOfEqualOnesTheFirst() {
        assertThat(Regions.largest(drawn("##..#", "....#", "....#"))).isEqualTo(drawn("....#", "....#", "....#"));
        assertThat(Regions.largest(drawn("##.##"))).isEqualTo(drawn("##..."));
        assertThat(Regions.largest(Mask.none(4, 4))).isEqualTo(Mask.none(4, 4));
    }

    @Test
    void smallHolesAreFilledBaysAreNot() {
        Mask ring = drawn(
                "######.", //
                "#.#..#.", "###..#.", "..####.");

        assertThat(Regions.fillHoles(ring, 3)).isEqualTo(drawn("######.", "###..#.", "###..#.", "..####."));
        assertThat(Regions.fillHoles(ring, 4)).isEqualTo(drawn("######.", "######.", "######.", "..####."));
    }

    /** What corners hold together also closes a hole: a hole's own pixels join by sides only. */
    @Test
    void aDiamondHasAHole() {
        Mask diamond = drawn(
                "..#..", //
                ".#.#.", "..#..");

        assertThat(Regions.fillHoles(diamond, 1).at(2, 1)).isTrue();
    }

    @Test
    void outlinesComeLargestFirst() {
        List<Polygon> outlines = Regions.outlines(drawn(
                "###.....", //
                "###.####",
                "###.####",
                "....####",
                "#...####"));

        assertThat(outlines).hasSize(2); // the single pixel has no outline
        // corners are pixel centres: a square of 4 × 4 pixels has an outline of 3 × 3
        assertThat(outlines.get(0).area()).isCloseTo(9, within(1e-9));
        assertThat(outlines.get(1).area()).isCloseTo(4, within(1e-9));
    }

    @Test
    void anOutlineHoldsItsPart() {
        Mask blob = drawn(".......", ".####..", ".#####.", "...###.", ".......");

        assertThat(Regions.inside(Regions.outlines(blob).get(0), 7, 5)).isEqualTo(blob);
    }
}
