package org.dorsum.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.dorsum.colour.Ciede2000;
import org.dorsum.colour.Lab;
import org.dorsum.colour.LinearRgb;
import org.dorsum.colour.SkinPigment;
import org.dorsum.hand.Zone;
import org.dorsum.image.Mask;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;
import org.dorsum.skin.Skin;
import org.dorsum.skin.Skins;
import org.junit.jupiter.api.Test;

class FollowedSpotsTest {
    private static final double SIDE = 40;
    private static final double PITCH = 10;
    private static final Spots SPOTS = Spots.withDefaults();

    /** Discs of melanin, 10 mm apart: sixteen on the patch, each amid its own square. */
    private static Skin discs(double diameter, double melanin) {
        return Skins.pigmented(SIDE, (x, y) -> {
            double dx = x - PITCH * (Math.floor(x / PITCH) + 0.5);
            double dy = y - PITCH * (Math.floor(y / PITCH) + 0.5);
            return Math.hypot(dx, dy) < diameter / 2 ? melanin : 0;
        });
    }

    private static List<Polygon> outlines(Skin skin) {
        return SPOTS.measure(skin, Zone.DORSUM).spots().stream()
                .map(s -> s.outline().through(skin.toPhoto().inverse()))
                .toList();
    }

    private static List<FollowedSpot.Seen> seen(Skin skin, List<Polygon> outlines) {
        return SPOTS.follow(skin, Zone.DORSUM, outlines).stream()
                .map(FollowedSpot.Seen.class::cast)
                .toList();
    }

    /** In the photo where they were found, spots are followed as they were measured: sixteen, whole, of the same contrast. */
    @Test
    void followedWhereTheyWereFound() {
        Skin skin = discs(3, 0.4);
        List<Mark.Spot> found = SPOTS.measure(skin, Zone.DORSUM).spots();
        List<FollowedSpot.Seen> again = seen(skin, outlines(skin));
        assertThat(again).hasSize(16);
        for (int i = 0; i < 16; i++) {
            assertThat(again.get(i).areaMm2()).isCloseTo(found.get(i).areaMm2(), within(1e-9));
            assertThat(again.get(i).contrastDe00()).isCloseTo(found.get(i).contrastDe00(), within(1e-9));
            assertThat(again.get(i).contrastItaDeg()).isCloseTo(found.get(i).contrastItaDeg(), within(1e-9));
            assertThat(again.get(i).seenPercent()).isEqualTo(100);
            assertThat(again.get(i).keptMm2()).isEqualTo(again.get(i).areaMm2());
        }
    }

    /** A spot that has lost half of its melanin has the contrast that this colour has to the skin, and all of its area. */
    @Test
    void aFadedSpotKeepsItsAreaAndLosesContrast() {
        LinearRgb skin = new LinearRgb(0.55, 0.33, 0.22);
        SkinPigment base = SkinPigment.of(skin);
        LinearRgb faded = new SkinPigment(base.melanin() + 0.2, base.haemoglobin(), base.shading()).toLinearRgb();
        double expected = Ciede2000.difference(Lab.of(skin), Lab.of(faded));
        FollowedSpot.Seen now = seen(discs(4, 0.2), outlines(discs(4, 0.4))).get(0);
        // pixels of the rim are counted in and are in between
        assertThat(now.contrastDe00()).isCloseTo(expected, within(0.05 * expected));
        assertThat(now.keptMm2()).isGreaterThan(0.9 * now.areaMm2());
        assertThat(now.darkness()).isPositive();
    }

    /** Discs of 4 mm that shrink to 2.8 mm keep half of their area. */
    @Test
    void aShrunkSpotKeepsThatMuchOfItsArea() {
        FollowedSpot.Seen now =
                seen(discs(4 / Math.sqrt(2), 0.4), outlines(discs(4, 0.4))).get(0);
        // light smoothed with σ 0.25 mm has half of a spot's least contrast up to 0.2 mm beyond the edge of a dark disc
        assertThat(now.keptMm2() / now.areaMm2()).isBetween(0.5, 0.67);
    }

    @Test
    void aSpotThatIsGoneKeepsNothing() {
        assertThat(seen(Skins.pigmented(SIDE, (x, y) -> 0), outlines(discs(3, 0.4))))
                .hasSize(16)
                .allSatisfy(s -> {
                    assertThat(s.contrastDe00()).isZero();
                    assertThat(s.keptMm2()).isZero();
                    assertThat(s.load()).isZero();
                });
    }

    /** Half the light leaves the kept area of a spot where it was. */
    @Test
    void exposureDoesNotHideASpot() {
        Skin plain = discs(3, 0.4);
        Skin half = Skins.coloured(SIDE, (x, y) -> {
            int px = (int) (x * Skins.PIXELS_PER_MM);
            int py = (int) (y * Skins.PIXELS_PER_MM);
            return new LinearRgb(
                    0.5 * plain.light().red().at(px, py),
                    0.5 * plain.light().green().at(px, py),
                    0.5 * plain.light().blue().at(px, py));
        });
        assertThat(seen(half, outlines(plain)))
                .allSatisfy(s -> assertThat(s.keptMm2() / s.areaMm2()).isBetween(0.8, 1.0));
    }

    @Test
    void whatIsNotUsableIsNotSeenAndNotGone() {
        Skin skin = discs(3, 0.4);
        int n = skin.width();
        Skin covered = skin.withUsable(Map.of(Zone.DORSUM, Mask.of(n, n, (x, y) -> y >= n / 2)));
        List<FollowedSpot> followed = SPOTS.follow(covered, Zone.DORSUM, outlines(skin));
        assertThat(followed).hasSize(16);
        assertThat(followed.stream().filter(FollowedSpot.Seen.class::isInstance))
                .hasSize(8);
        assertThat(followed.stream().filter(FollowedSpot.NotSeen.class::isInstance))
                .hasSize(8)
                .allSatisfy(s ->
                        assertThat(((FollowedSpot.NotSeen) s).reason()).isEqualTo(NotMeasuredReason.TOO_LITTLE_SKIN));
    }

    @Test
    void offThePlanesAndGreyAreNotSeen() {
        Polygon off = new Polygon(List.of(new Point(-50, -50), new Point(-20, -50), new Point(-20, -20)));
        assertThat(SPOTS.follow(discs(3, 0.4), Zone.DORSUM, List.of(off)))
                .containsExactly(new FollowedSpot.NotSeen(off, NotMeasuredReason.TOO_LITTLE_SKIN));
        assertThat(SPOTS.follow(Skins.grey(discs(3, 0.4)), Zone.DORSUM, List.of(off)))
                .containsExactly(new FollowedSpot.NotSeen(off, NotMeasuredReason.NO_COLOUR));
        assertThat(SPOTS.follow(discs(3, 0.4), Zone.DORSUM, List.of())).isEmpty();
    }
}
