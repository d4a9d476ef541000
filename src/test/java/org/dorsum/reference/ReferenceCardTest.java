package org.dorsum.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dorsum.colour.LinearRgb;
import org.dorsum.image.Homography;
import org.dorsum.image.Markers;
import org.dorsum.image.Point;
import org.dorsum.image.RgbImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceCardTest {
    private static final Point CENTRE = new Point((Tabletop.WIDTH - 1) / 2.0, (Tabletop.HEIGHT - 1) / 2.0);
    private static final Point BESIDE = new Point(-30, 80); // where a hand would lie, mm from the card's corner
    private static final int GROUND = 0x9AA39A;

    @ParameterizedTest(name = "turned {0}°, tilted {1}°")
    @CsvSource({"0, 0", "33, 0", "180, 3", "-70, 10", "12, 20", "90, 30"})
    void scaleAndTiltAreTheCameras(double turn, double tilt) {
        Homography camera = Tabletop.camera(new Point(30, 74), 4, turn, tilt);
        ReferenceCard.Sighting card = ReferenceCard.find(Tabletop.picture(Tabletop.card(GROUND), camera))
                .orElseThrow();
        assertThat(card.markers()).isEqualTo(4);
        assertThat(card.view().pixelsPerMmAt(camera.apply(BESIDE))
                        / camera.at(BESIDE).scale())
                .isCloseTo(1, within(0.003)); // corners to 0.1 of 400 pixels
        // acos: a foreshortening of 0.1 %, half a pixel of 500, looks like 2.6° from straight above
        assertThat(card.view().tiltDegrees(CENTRE)).isCloseTo(tilt, within(tilt < 5 ? 4.0 : 0.7));
    }

    @Test
    void turningThePictureMovesNothing() {
        Homography camera = Tabletop.camera(new Point(30, 74), 4.5, 20, 8);
        RgbImage picture = Tabletop.picture(Tabletop.card(GROUND), camera);
        Point hand = camera.apply(BESIDE);
        double straight = ReferenceCard.find(picture).orElseThrow().view().pixelsPerMmAt(hand);
        double turned = ReferenceCard.find(Tabletop.turned(picture))
                .orElseThrow()
                .view()
                .pixelsPerMmAt(new Point(picture.height() - 1 - hand.y(), hand.x()));
        assertThat(turned / straight).isCloseTo(1, within(0.003));
    }

    @Test
    void theGreyStepsUndoACast() {
        Homography camera = Tabletop.camera(new Point(30, 74), 5, 0, 0);
        Tabletop.Scene card = Tabletop.card(GROUND);
        RgbImage warm = Tabletop.picture(
                (x, y) -> {
                    LinearRgb c = LinearRgb.ofPacked(card.at(x, y));
                    return new LinearRgb(0.9 * c.red(), 0.8 * c.green(), 0.6 * c.blue()).toPacked();
                },
                camera);
        WhiteBalance balance =
                ReferenceCard.find(warm).orElseThrow().whiteBalance().orElseThrow();
        assertThat(balance.red()).isCloseTo(0.8 / 0.9, within(0.02)); // one byte of the darkest step is 3 %
        assertThat(balance.blue()).isCloseTo(0.8 / 0.6, within(0.02));
        assertThat(balance.standardError()).isLessThan(0.02);
        assertThat(balance.steps()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void aClippedPhotoHasNoWhiteBalance() {
        Homography camera = Tabletop.camera(new Point(30, 74), 5, 0, 0);
        Tabletop.Scene card = Tabletop.card(GROUND);
        RgbImage bright = Tabletop.picture((x, y) -> (card.at(x, y) & 0xff) > 0x28 ? 0xFFFFFF : 0, camera);
        assertThat(ReferenceCard.find(bright).orElseThrow().whiteBalance()).isEmpty();
    }

    @Test
    void twoSquaresAreEnoughAndOneIsNot() {
        Homography camera = Tabletop.camera(new Point(30, 74), 5, 0, 0);
        Tabletop.Scene card = Tabletop.card(GROUND);
        RgbImage upperHalf = Tabletop.picture((x, y) -> y > 100 ? GROUND : card.at(x, y), camera);
        ReferenceCard.Sighting two = ReferenceCard.find(upperHalf).orElseThrow();
        assertThat(two.markers()).isEqualTo(2);
        assertThat(two.view().pixelsPerMm()).isCloseTo(5, within(0.05)); // 1 %: the lower half is extrapolated
        RgbImage corner = Tabletop.picture((x, y) -> y > 100 || x > 50 ? GROUND : card.at(x, y), camera);
        assertThat(ReferenceCard.find(corner)).isEmpty();
        assertThat(ReferenceCard.find(RgbImage.of(80, 60, (x, y) -> GROUND))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ARUCO_4X4_50, 7, 0", "ARUCO_5X5, 3, 45", "ARUCO_6X6, 120, 10", "ARUCO_ORIGINAL, 26, 80"})
    void bareMarkersOfEveryDictionary(Markers.Dictionary dictionary, int id, double turn) {
        Homography camera = Tabletop.camera(new Point(30, 10), 5, turn, 0);
        RgbImage picture = Tabletop.picture(Tabletop.marker(dictionary, id, 20, GROUND), camera);
        PlaneView view = SquareMarkers.find(picture, 20).orElseThrow();
        assertThat(view.pixelsPerMmAt(CENTRE)).isCloseTo(5, within(0.03)); // 0.3 px on each side of 100
        assertThat(view.relativeErrorAt(CENTRE)).isBetween(0.001, 0.01);
        assertThat(SquareMarkers.find(Tabletop.picture((x, y) -> GROUND, camera), 20))
                .isEmpty();
    }
}
