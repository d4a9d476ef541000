package org.dorsum.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dorsum.image.RgbImage;
import org.dorsum.photo.Finding;
import org.dorsum.photo.Photo;
import org.dorsum.support.EllipseHandFinder;
import org.dorsum.support.Pictures;
import org.junit.jupiter.api.Test;

class FirstLookTest {
    private static final Assessor ASSESSOR = Assessor.with(new EllipseHandFinder());

    /** Whatever a first look says, measuring says, too. */
    @Test
    void aFirstLookSaysWhatMeasuringSays() {
        RgbImage dark = RgbImage.of(560, 420, (x, y) -> 0x0a0806 + 0x010101 * ((x * 7 + y * 3) % 4));
        for (RgbImage pixels : List.of(Pictures.skin(1), Pictures.skin(2), dark)) {
            Photo photo = Pictures.photo("hand.jpg", pixels);
            assertThat(codes(ASSESSOR.assess(photo).findings()))
                    .containsAll(codes(ASSESSOR.look(photo).findings()));
        }
    }

    @Test
    void aHandIsUsableAndNoHandIsNot() {
        assertThat(ASSESSOR.look(Pictures.photo("hand.jpg", Pictures.skin(1))).usable())
                .isTrue();
        FirstLook none = ASSESSOR.look(Pictures.photo("black.jpg", Pictures.black()));
        assertThat(none.usable()).isFalse();
        assertThat(codes(none.findings())).contains("no-hand");
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }
}
