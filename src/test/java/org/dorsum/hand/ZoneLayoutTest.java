package org.dorsum.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneLayoutTest {
    private static ZoneLayout layout(LaidHand hand) {
        return ZoneLayout.of(hand.landmarks(), hand.skin(), hand.scale()).orElseThrow();
    }

    private static Polygon zone(ZoneLayout layout, Zone zone) {
        return Objects.requireNonNull(layout.zones().get(zone), zone.label());
    }

    private static Point middle(Polygon polygon) {
        Point sum = new Point(0, 0);
        for (Point p : polygon.corners()) {
            sum = sum.plus(p);
        }
        return sum.times(1.0 / polygon.corners().size());
    }

    @Test
    void aFlatHandHasEveryZone() {
        assertThat(layout(LaidHand.flat()).zones()).containsOnlyKeys(Zone.values());
    }

    @Test
    void aSegmentIsTheFingerBetweenItsJointsLessAMillimetreOnEachSide() {
        LaidHand hand = LaidHand.flat();
        Polygon zone = zone(layout(hand), Zone.INDEX_MIDDLE);
        double length = (0.86 - 0.16) * 0.40 * LaidHand.BREADTH;
        double expected = length * 2 * (8 - 1);
        // half a millimetre of steps and pixels on each side
        assertThat(zone.area() / 16).isCloseTo(expected, within(0.08 * expected));
    }

    @Test
    void theDorsumLiesBetweenWristAndKnuckles() {
        LaidHand hand = LaidHand.flat();
        Polygon mm = zone(layout(hand), Zone.DORSUM).through(hand.toPhoto().inverse());
        assertThat(mm.corners()).allSatisfy(p -> {
            assertThat(p.y()).isBetween(6.0, 70.0);
            assertThat(p.x()).isBetween(-31.0, 31.0);
        });
        assertThat(middle(mm).x()).isCloseTo(0, within(1.0));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 4", "1.57, 4", "3.5, 3", "-2, 3", "0, 2.5"})
    void turnAndSizeOfTheHandInThePhotoDoNotMatter(double radians, double pixelsPerMm) {
        LaidHand first = LaidHand.flat();
        LaidHand other = first.seen(radians, pixelsPerMm, 450, 450);
        ZoneLayout seen = layout(other);
        ZoneLayout expected = layout(first);
        assertThat(seen.zones().keySet()).isEqualTo(expected.zones().keySet());
        expected.zones().forEach((zone, outline) -> {
            Polygon a = outline.through(first.toPhoto().inverse());
            Polygon b = zone(seen, zone).through(other.toPhoto().inverse());
            assertThat(middle(b).distanceTo(middle(a))).as(zone.label()).isLessThan(1.2); // steps of pixels and rungs
            assertThat(b.area()).as(zone.label()).isCloseTo(a.area(), within(0.15 * a.area()));
        });
        assertThat(seen.frame().direction()).isCloseTo(Math.atan2(-Math.cos(radians), Math.sin(radians)), within(0.02));
    }

    @ParameterizedTest
    @CsvSource({"8", "9.2", "11"})
    void zonesAreApartAndInsideThePhoto(double fingerRadius) {
        List<Polygon> zones = new ArrayList<>(
                layout(LaidHand.flat().withRadius(fingerRadius)).zones().values());
        for (int i = 0; i < zones.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(Polygons.apart(zones.get(i), zones.get(j))).isTrue();
            }
            assertThat(zones.get(i).corners()).allSatisfy(p -> {
                assertThat(p.x()).isBetween(0.0, LaidHand.SIDE - 1.0);
                assertThat(p.y()).isBetween(0.0, LaidHand.SIDE - 1.0);
            });
        }
    }

    @Test
    void closedFingersAreSplitMidwayBetweenTheirBones() {
        LaidHand closed = LaidHand.flat().withRadius(11);
        Polygon mm = zone(layout(closed), Zone.MIDDLE_PROXIMAL)
                .through(closed.toPhoto().inverse());
        double left = mm.corners().stream().mapToDouble(Point::x).min().orElseThrow();
        double right = mm.corners().stream().mapToDouble(Point::x).max().orElseThrow();
        assertThat(left).isCloseTo((-27.5 - 9.2) / 2 + 2, within(0.6));
        assertThat(right).isCloseTo(0 - 2, within(0.6));
    }

    @Test
    void whatDependsOnAnUncertainKeyPointIsLeftOut() {
        LaidHand hand = LaidHand.flat();
        Map<Zone, Polygon> zones = ZoneLayout.of(hand.landmarksUnsureOf(6), hand.skin(), hand.scale())
                .orElseThrow()
                .zones();
        assertThat(zones)
                .doesNotContainKeys(Zone.INDEX_PROXIMAL, Zone.INDEX_MIDDLE, Zone.INDEX_DISTAL)
                .containsKeys(Zone.KNUCKLE_INDEX, Zone.MIDDLE_PROXIMAL, Zone.DORSUM);
    }

    @Test
    void aFingerBentAtItsMiddleJointKeepsItsFirstSegmentOnly() {
        LaidHand bent = LaidHand.flat().with(15, 9.2, -44).with(16, 9.2, -34);
        assertThat(layout(bent).zones())
                .containsKeys(Zone.RING_PROXIMAL, Zone.KNUCKLE_RING)
                .doesNotContainKeys(Zone.RING_MIDDLE, Zone.RING_DISTAL);
    }

    @Test
    void whatLiesOffThePhotoIsLeftOut() {
        LaidHand cut = LaidHand.flat().seen(0, 4, 450, 260);
        assertThat(layout(cut).zones())
                .containsKeys(Zone.INDEX_PROXIMAL, Zone.DORSUM)
                .doesNotContainKeys(Zone.INDEX_DISTAL, Zone.MIDDLE_DISTAL);
    }

    @Test
    void withoutKnucklesOrWithoutKeyPointsThereIsNoLayout() {
        LaidHand hand = LaidHand.flat();
        assertThat(ZoneLayout.of(hand.landmarksUnsureOf(9), hand.skin(), hand.scale()))
                .isEmpty();
        assertThat(ZoneLayout.of(List.of(), hand.skin(), hand.scale())).isEmpty();
    }
}
