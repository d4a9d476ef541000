package org.dorsum.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import org.dorsum.skin.Capture;
import org.dorsum.skin.PhotoPhysics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptureFindingsTest {
    /** A photo without compression has blocking 1; the finding starts above 2.5; without bare skin nothing is known. */
    @ParameterizedTest
    @CsvSource({"1, 0.4, false", "2.5, 0.4, false", "2.6, 0.4, true", "6, 0.4, true", "6, 0, false"})
    void blocksOfCompressionAreFoundWhereSkinIsSeen(double blocking, double level, boolean found) {
        PhotoPhysics physics = new PhotoPhysics(Optional.empty(), OptionalDouble.empty(), blocking);
        Capture capture = new Capture(10, 0, 0.5, 0, 0, level, 0, 0, 0, physics);
        assertThat(CaptureFindings.of(capture).stream().anyMatch(f -> f.code().equals("strong-compression")))
                .isEqualTo(found);
    }
}
