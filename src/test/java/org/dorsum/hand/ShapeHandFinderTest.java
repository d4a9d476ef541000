package org.dorsum.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dorsum.hand.HandFinder.Outcome;
import org.dorsum.image.Mask;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;
import org.dorsum.image.Regions;
import org.dorsum.image.Resampling;
import org.dorsum.image.RgbImage;
import org.dorsum.photo.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeHandFinderTest {
    private static final int LIGHT_SKIN = 0xd8a78f;
    private static final int DARK_SKIN = 0x6b4433;
    private static final int PAPER = 0xf0f0ee;
    private static final int CLOTH = 0x5a7090;

    private final ShapeHandFinder finder = ShapeHandFinder.withDefaults();

    @ParameterizedTest(name = "skin #{0} on #{1}")
    @CsvSource({
        "d8a78f, f0f0ee", // light skin on paper
        "d8a78f, 5a7090", // on blue cloth
        "d8a78f, 2b2b2b", // on a dark desk
        "6b4433, f0f0ee", // dark skin on paper
        "6b4433, 9aa59a", // on a grey-green towel
        "b07a58, 3f4d3a", // brown skin on a dark green cloth
        "c08a70, c9b48c" // on pale wood, whose hue is near
    })
    void theOutlineIsFoundToAPixel(String skin, String ground) {
        Hand hand = found(DrawnHand.onGround(Integer.parseInt(skin, 16), Integer.parseInt(ground, 16)));
        // the outline is 1500 pixels long and the hand 33000 large: half a pixel all along is 2.3 %
        assertThat(DrawnHand.overlap(hand.skin(), DrawnHand.truth())).isGreaterThan(0.975);
        assertThat(hand.confidence()).isGreaterThan(0.6);
    }

    @Test
    void axisAndZoneSitOnTheBackOfTheHand() {
        Hand hand = found(DrawnHand.onGround(LIGHT_SKIN, CLOTH));
        assertThat(hand.frame().direction()).isCloseTo(-Math.PI / 2, within(Math.toRadians(6))); // fingers point up
        assertThat(hand.frame().origin().x()).isCloseTo(DrawnHand.PALM_X, within(6.0));
        assertThat(hand.frame().origin().y()).isBetween(DrawnHand.PALM_Y - 20, DrawnHand.PALM_Y + 40);
        Mask zone = Regions.inside(hand.dorsum(), DrawnHand.WIDTH, DrawnHand.HEIGHT);
        assertThat(zone.minus(DrawnHand.truth()).count()).isZero();
        assertThat(zone.count()).isGreaterThan(3000);
    }

    @Test
    void withoutAStatedScaleItIsEstimatedAndSaysSo() {
        Hand hand = found(DrawnHand.onGround(LIGHT_SKIN, CLOTH));
        double palmBreadthMm = 2 * DrawnHand.PALM_RADIUS / hand.scale().pixelsPerMm();
        assertThat(hand.scale().source()).isEqualTo(Scale.Source.ESTIMATED);
        assertThat(palmBreadthMm).isBetween(65.0, 95.0); // adults' hands are 70 to 95 mm broad
        assertThat(hand.scale().standardError())
                .isGreaterThan(0.05 * hand.scale().pixelsPerMm());
        assertThat(hand.findings()).extracting(Finding::code).contains("scale-estimated");
    }

    @Test
    void aStatedScaleIsKept() {
        Outcome outcome = finder.find(
                DrawnHand.photo(DrawnHand.onGround(LIGHT_SKIN, CLOTH)),
                ScaleHint.none().withPixelsPerMm(1.25));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Found.class,
                        f -> assertThat(f.hand().scale()).isEqualTo(new Scale(1.25, Scale.Source.GIVEN, 0)));
    }

    @Test
    void turningThePhotoTurnsTheHand() {
        RgbImage upright = DrawnHand.onGround(LIGHT_SKIN, CLOTH);
        Hand before = found(upright);
        Hand after = found(DrawnHand.turned(upright));
        // resizing by a factor that is no whole number samples the turned picture half a pixel elsewhere
        assertThat(DrawnHand.overlap(DrawnHand.turned(before.skin()), after.skin()))
                .isGreaterThan(0.985);
        double turn = after.frame().direction() - before.frame().direction();
        assertThat(Math.IEEEremainder(turn - Math.PI / 2, 2 * Math.PI)).isCloseTo(0, within(Math.toRadians(1.5)));
        assertThat(after.scale().pixelsPerMm() / before.scale().pixelsPerMm()).isCloseTo(1, within(0.02));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.55, 0.75, 1.15})
    void brightnessDoesNotMatter(double gain) {
        RgbImage p = DrawnHand.onGround(0xb88468, CLOTH);
        RgbImage other = RgbImage.of(p.width(), p.height(), (x, y) -> {
            int rgb = 0;
            for (int c = 0; c < 3; c++) {
                rgb = rgb << 8 | (int) Math.min(255, Math.rint(gain * p.sample(x, y, c)));
            }
            return rgb;
        });
        assertThat(DrawnHand.overlap(found(p).skin(), found(other).skin())).isGreaterThan(0.985);
    }

    @Test
    void aLargerPhotoOfTheSameHandGivesTheSameHand() {
        RgbImage p = DrawnHand.onGround(DARK_SKIN, PAPER);
        RgbImage large = Resampling.resize(p, 5 * p.width(), 5 * p.height());
        Hand small = found(p);
        Hand big = found(large);
        assertThat(big.skin().width()).isEqualTo(1600);
        assertThat(big.scale().pixelsPerMm() / small.scale().pixelsPerMm()).isCloseTo(5, within(0.1));
        Mask reduced = Resampling.resize(big.skin(), p.width(), p.height());
        assertThat(DrawnHand.overlap(reduced, small.skin())).isGreaterThan(0.98);
    }

    @Test
    void sixteenBitsGiveWhatEightGive() {
        RgbImage p = DrawnHand.onGround(LIGHT_SKIN, CLOTH);
        short[] wide = new short[3 * p.width() * p.height()];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = (short) (257 * p.sample(i / 3 % p.width(), i / 3 / p.width(), i % 3));
        }
        RgbImage deep = RgbImage.of(p.width(), p.height(), wide);
        assertThat(DrawnHand.overlap(found(p).skin(), found(deep).skin())).isGreaterThan(0.99);
    }

    @Test
    void aSleeveIsNotSkin() {
        RgbImage bare = DrawnHand.onGround(LIGHT_SKIN, PAPER);
        RgbImage dressed = RgbImage.of(bare.width(), bare.height(), (x, y) -> {
            boolean sleeve = y > 330 && Math.abs(x - 165) < 48;
            return sleeve ? DrawnHand.shaded(0x2f4d7a, x, y, 0.05) : bare.packed(x, y);
        });
        Mask skin = found(dressed).skin();
        assertThat(Mask.of(skin.width(), skin.height(), (x, y) -> y > 333 && skin.at(x, y))
                        .count())
                .isLessThan(60); // of 6400
    }

    @Test
    void aShadowIsNotSkin() {
        RgbImage bare = DrawnHand.onGround(LIGHT_SKIN, PAPER);
        RgbImage shadowed = RgbImage.of(bare.width(), bare.height(), (x, y) -> {
            double shadow = Math.max(0, Math.min(1, DrawnHand.depth(x - 14, y - 10) / 6 + 0.5));
            double skin = Math.max(0, Math.min(1, DrawnHand.depth(x, y) + 0.5));
            return DrawnHand.mixed(bare.packed(x, y), 0x6c6a68, 0.8 * shadow * (1 - skin));
        });
        assertThat(DrawnHand.overlap(found(shadowed).skin(), DrawnHand.truth())).isGreaterThan(0.96);
    }

    @ParameterizedTest(name = "a page of #{0}")
    @ValueSource(strings = {"ffffff", "000000", "d8a78f", "6b4433", "808080", "5a7090"})
    void aPlainPageHasNoHand(String colour) {
        int rgb = Integer.parseInt(colour, 16);
        assertNoHand(RgbImage.of(300, 200, (x, y) -> DrawnHand.shaded(rgb, x, y, 0.02)));
    }

    @Test
    void stripesOfSkinColourAreNoHand() {
        assertNoHand(RgbImage.of(
                300, 200, (x, y) -> DrawnHand.shaded(x / 25 % 2 == 0 ? LIGHT_SKIN : CLOTH, x, y, 0.02)));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 40", "7, 3"})
    void aTinyPictureIsAnsweredNotThrownAt(int width, int height) {
        assertNoHand(RgbImage.of(width, height, (x, y) -> LIGHT_SKIN));
    }

    @Test
    void theSamePhotoGivesTheSameAnswer() {
        RgbImage p = DrawnHand.onGround(LIGHT_SKIN, CLOTH);
        Hand once = found(p);
        Hand again = found(p);
        assertThat(again.skin()).isEqualTo(once.skin());
        assertThat(again.frame()).isEqualTo(once.frame());
        assertThat(again.zones()).isEqualTo(once.zones());
        assertThat(again.confidence()).isEqualTo(once.confidence());
    }

    @Test
    void theZoneKeepsAwayFromTheOutline() {
        Polygon zone = found(DrawnHand.onGround(LIGHT_SKIN, CLOTH)).dorsum();
        for (Point corner : zone.corners()) {
            assertThat(DrawnHand.depth(corner.x(), corner.y())).isGreaterThan(4);
        }
    }

    private Hand found(RgbImage pixels) {
        Outcome outcome = finder.find(DrawnHand.photo(pixels), ScaleHint.none());
        assertThat(outcome).isInstanceOf(Outcome.Found.class);
        return ((Outcome.Found) outcome).hand();
    }

    private void assertNoHand(RgbImage pixels) {
        Outcome outcome = finder.find(DrawnHand.photo(pixels), ScaleHint.none());
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.NotFound.class,
                        n -> assertThat(n.findings()).extracting(Finding::code).containsExactly("no-hand"));
    }
}
