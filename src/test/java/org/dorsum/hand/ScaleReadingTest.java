package org.dorsum.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dorsum.hand.ScaleHint.KnownObject;
import org.dorsum.image.Homography;
import org.dorsum.image.Markers;
import org.dorsum.image.Point;
import org.dorsum.image.RgbImage;
import org.dorsum.photo.Finding;
import org.dorsum.reference.BankCard;
import org.dorsum.reference.Tabletop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleReadingTest {
    private static final Scale ESTIMATE = new Scale(5.5, Scale.Source.ESTIMATED, 0.5);
    private static final int GROUND = 0x9AA39A;
    private static final ScaleHint BOTH = ScaleHint.none().withMarkerMm(20).withObject(KnownObject.BANK_CARD);

    /** The card at the left, a marker of 20 mm right of it, a bank card below the marker: whichever are wanted. */
    private static RgbImage table(boolean card, boolean marker, boolean bankCard, double tilt) {
        Tabletop.Scene ours = Tabletop.card(GROUND);
        Tabletop.Scene square = Tabletop.marker(Markers.Dictionary.ARUCO_5X5, 5, 20, GROUND);
        Tabletop.Scene plate = Tabletop.plate(BankCard.WIDTH_MM, BankCard.HEIGHT_MM, 3.18, 0x1E3A70, 0xE0C060, GROUND);
        return Tabletop.picture(
                (x, y) -> {
                    if (x < 110) {
                        return card ? ours.at(x, y) : GROUND;
                    }
                    if (y < 60) {
                        return marker ? square.at(x - 130, y - 15) : GROUND;
                    }
                    return bankCard ? plate.at(x - 120, y - 70) : GROUND;
                },
                camera(tilt));
    }

    private static Homography camera(double tilt) {
        return Tabletop.camera(new Point(105, 75), 5, 0, tilt);
    }

    private static ScaleReading read(RgbImage picture, ScaleHint hint) {
        return ScaleReading.of(Tabletop.photo(picture), hint, ESTIMATE, new Point(600, 450));
    }

    @Test
    void theFirstOfStatedCardMarkerObjectAndEstimate() {
        RgbImage all = table(true, true, true, 0);
        assertThat(read(all, BOTH.withPixelsPerMm(7)).scale()).isEqualTo(new Scale(7, Scale.Source.GIVEN, 0));
        assertThat(read(all, BOTH).scale().source()).isEqualTo(Scale.Source.CARD);
        assertThat(read(all, ScaleHint.none()).scale().source()).isEqualTo(Scale.Source.CARD);
        RgbImage two = table(false, true, true, 0);
        assertThat(read(two, BOTH).scale().source()).isEqualTo(Scale.Source.MARKER);
        assertThat(read(two, ScaleHint.none().withObject(KnownObject.BANK_CARD))
                        .scale()
                        .source())
                .isEqualTo(Scale.Source.REFERENCE);
        assertThat(read(two, ScaleHint.none()).scale()).isEqualTo(ESTIMATE);
    }

    @Test
    void everySourceGivesTheSameScaleAndItsError() {
        for (boolean[] on : new boolean[][] {{true, false, false}, {false, true, false}, {false, false, true}}) {
            Scale scale = read(table(on[0], on[1], on[2], 0), BOTH).scale();
            assertThat(scale.pixelsPerMm()).as(scale.source().label()).isCloseTo(5, within(0.03));
            assertThat(scale.standardError()).isBetween(0.148, 0.2); // 3 % for the hand's height and a little more
        }
    }

    @Test
    void whatIsMissingIsSaidAndTheEstimateIsUsed() {
        ScaleReading nothing = read(table(false, false, false, 0), BOTH);
        assertThat(nothing.scale()).isEqualTo(ESTIMATE);
        assertThat(nothing.findings())
                .extracting(Finding::code)
                .containsExactly("marker-not-found", "reference-not-found", "scale-estimated");
        ScaleReading markerMissing = read(table(false, false, true, 0), BOTH);
        assertThat(markerMissing.findings()).extracting(Finding::code).containsExactly("marker-not-found");
        assertThat(read(table(true, false, false, 0), BOTH).findings())
                .extracting(Finding::code)
                .containsExactly("card-found");
    }

    @Test
    void aTiltedViewIsSaidAndTheScaleIsThatOfThePlace() {
        ScaleReading tilted = read(table(true, false, false, 20), ScaleHint.none());
        assertThat(tilted.findings()).extracting(Finding::code).containsExactly("card-found", "view-tilted");
        assertThat(tilted.scale().pixelsPerMm())
                .isCloseTo(5 * Math.sqrt(Math.cos(Math.toRadians(20))), within(0.03)); // shortened in one direction
        assertThat(read(table(true, false, false, 10), ScaleHint.none()).findings())
                .extracting(Finding::code)
                .containsExactly("card-found");
    }

    @Test
    void aSizeThatDoesNotFitTheHandIsSaid() {
        ScaleReading wrong = read(table(false, true, false, 0), ScaleHint.none().withMarkerMm(40));
        assertThat(wrong.findings()).extracting(Finding::code).containsExactly("scale-unlike-hand");
        assertThat(wrong.findings().get(0).message()).contains("2.2"); // 5.5 over 2.5
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, 0, -1, Double.POSITIVE_INFINITY})
    void whatCannotBeStated(double value) {
        assertThatThrownBy(() -> ScaleHint.none().withPixelsPerMm(value)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ScaleHint.none().withMarkerMm(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsStatedIsPartOfTheSettings() {
        assertThat(ScaleHint.none().settings()).isEmpty();
        assertThat(BOTH.withPixelsPerMm(7).settings()).isEqualTo("7.0 px/mm, marker 20.0 mm, bank-card");
    }
}
