package org.dorsum.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dorsum.colour.LinearRgb;
import org.dorsum.image.Point;
import org.dorsum.image.RgbImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardPictureTest {
    private static final double PER_MM = 8;
    private static final RgbImage CARD = CardPicture.of(PER_MM);

    @Test
    void patchesAndCodesStandWhereTheLayoutSays() {
        assertThat(CARD.width()).isEqualTo(840);
        assertThat(CARD.height()).isEqualTo(1184);
        assertThat(CardLayout.patches())
                .hasSize(18)
                .allSatisfy(p -> assertThat(at(p.centre())).isEqualTo(p.rgb()));
        for (int i = 0; i < 4; i++) { // the frame of a code is black, the paper around it white
            Point corner = CardLayout.marker(i);
            assertThat(at(corner.plus(new Point(1, 1)))).isEqualTo(0x202020);
            assertThat(at(corner.plus(new Point(-1, -1)))).isEqualTo(0xF3F3F3);
        }
    }

    @Test
    void theRulerHasItsHundredAndOneMarks() {
        int x = (int) ((CardLayout.RULER.x() + 1) * PER_MM);
        int marks = 0;
        for (int y = 1; y < 1000; y++) {
            marks += CARD.packed(x, y) == 0x202020 && CARD.packed(x, y - 1) != 0x202020 ? 1 : 0;
        }
        assertThat(marks).isEqualTo(101);
    }

    @Test
    void theFinderReadsItAtItsScaleAndItsColoursAsMeant() {
        RgbImage table = RgbImage.of(
                1000,
                1300,
                (x, y) -> x < 80 || y < 60 || x >= 920 || y >= 1244 ? 0x9a8f80 : CARD.packed(x - 80, y - 60));
        ReferenceCard.Sighting seen = ReferenceCard.find(table).orElseThrow();
        assertThat(seen.markers()).isEqualTo(4);
        assertThat(seen.view().pixelsPerMm()).isCloseTo(PER_MM, within(0.01));
        LinearRgb skin = LinearRgb.ofPacked(0xC68E74);
        LinearRgb read = seen.colour().orElseThrow().apply(skin);
        assertThat(read.red()).isCloseTo(skin.red(), within(0.005)); // the grey steps are rounded to 8 bits
        assertThat(read.green()).isCloseTo(skin.green(), within(0.005));
        assertThat(read.blue()).isCloseTo(skin.blue(), within(0.005));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.9, 41, Double.NaN})
    void otherScalesAreRefused(double perMm) {
        assertThatThrownBy(() -> CardPicture.of(perMm)).isInstanceOf(IllegalArgumentException.class);
    }

    private static int at(Point mm) {
        return CARD.packed((int) (mm.x() * PER_MM), (int) (mm.y() * PER_MM));
    }
}
