package org.dorsum.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dorsum.image.Homography;
import org.dorsum.image.Point;
import org.dorsum.image.RgbImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankCardTest {
    private static final Point ON_CARD = new Point(BankCard.WIDTH_MM / 2, BankCard.HEIGHT_MM / 2);
    private static final int TABLE = 0xD8D4CC;

    private static RgbImage picture(double width, double height, double radius, int colour, Homography camera) {
        return Tabletop.picture(Tabletop.plate(width, height, radius, colour, 0xE0C060, TABLE), camera);
    }

    @ParameterizedTest(name = "{0}, turned {1}°, tilted {2}°, {3} px/mm")
    @CsvSource({
        "9B1C1F, 0, 0, 4",
        "1E3A70, 37, 0, 5",
        "101010, -80, 8, 4",
        "C0C4CC, 15, 5, 6",
        "F4F4F0, 60, 0, 5",
        "2E7D4F, 90, 12, 3.5"
    })
    void aCardOfAnyColourAndTurn(String colour, double turn, double tilt, double perMm) {
        Homography camera = Tabletop.camera(new Point(60, 10), perMm, turn, tilt);
        RgbImage picture = picture(BankCard.WIDTH_MM, BankCard.HEIGHT_MM, 3.18, Integer.parseInt(colour, 16), camera);
        PlaneView view = BankCard.find(picture).orElseThrow();
        assertThat(view.pixelsPerMm() / camera.at(ON_CARD).scale()).isCloseTo(1, within(0.004)); // 0.5 px of 216
        assertThat(view.pixelsPerMmAt(camera.apply(new Point(120, 80)))
                        / camera.at(new Point(120, 80)).scale())
                .isCloseTo(1, within(0.02)); // perspective of a small card seen 80 mm away, or left out as too small
    }

    @Test
    void turningThePictureMovesNothing() {
        Homography camera = Tabletop.camera(new Point(60, 10), 4, 25, 0);
        RgbImage picture = picture(BankCard.WIDTH_MM, BankCard.HEIGHT_MM, 3.18, 0x9B1C1F, camera);
        double straight = BankCard.find(picture).orElseThrow().pixelsPerMm();
        double turned = BankCard.find(Tabletop.turned(picture)).orElseThrow().pixelsPerMm();
        assertThat(turned / straight).isCloseTo(1, within(0.003));
    }

    @ParameterizedTest(name = "{0} × {1} mm, radius {2} mm: {3}")
    @CsvSource({
        "85.6, 53.98, 0, sharp corners: a paper of that size",
        "85.6, 53.98, 14, far too round",
        "85.6, 64, 3.18, too high",
        "100, 53.98, 3.18, too long",
        "60, 60, 3.18, a square",
    })
    void whatIsNoBankCard(double width, double height, double radius, String why) {
        Homography camera = Tabletop.camera(new Point(60, 10), 4, 10, 0);
        assertThat(BankCard.find(picture(width, height, radius, 0x9B1C1F, camera)))
                .as(why)
                .isEmpty();
    }

    @Test
    void aCardThatLeavesThePhotoOrIsNotThere() {
        Homography camera = Tabletop.camera(new Point(130, 10), 5, 0, 0);
        assertThat(BankCard.find(picture(BankCard.WIDTH_MM, BankCard.HEIGHT_MM, 3.18, 0x9B1C1F, camera)))
                .isEmpty();
        assertThat(BankCard.find(RgbImage.of(300, 200, (x, y) -> TABLE))).isEmpty();
    }
}
