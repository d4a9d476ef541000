package org.dorsum.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

class EnlargedMaskTest {
    /** A share of 0 and one of 1 side by side, ten times as fine: half of the way between their centres is inside. */
    @Test
    void anEdgeLiesMidway() {
        Mask mask = Resampling.enlargedAbove(Plane.of(2, 1, (x, y) -> x), 0.5, 20, 3);

        for (int x = 0; x < 20; x++) {
            assertThat(mask.at(x, 1)).isEqualTo(x >= 10);
        }
    }

    /** Blobs, noise and flat parts, sizes that divide and sizes that do not: OpenCV's resizing and threshold, bit by bit. */
    @ParameterizedTest
    @CsvSource({
        "64, 48, 400, 300",
        "61, 37, 333, 258",
        "40, 30, 41, 33",
        "25, 20, 25, 20",
        "1, 1, 7, 5",
        "50, 3, 190, 3"
    })
    void theSlowWayGivesTheSame(int columns, int rows, int width, int height) {
        SplittableRandom random = new SplittableRandom(columns);
        Plane share = Plane.of(columns, rows, (x, y) -> {
            double blob = 0.5 + 0.5 * Math.sin(x / 5.0) * Math.cos(y / 4.0);
            return x < columns / 2 ? Math.rint(blob) : random.nextDouble() * blob;
        });

        assertThat(Resampling.enlargedAbove(share, 0.5, width, height)).isEqualTo(slowly(share, 0.5, width, height));
        assertThat(Resampling.enlargedAbove(share, 0.3, width, height)).isEqualTo(slowly(share, 0.3, width, height));
    }

    private static Mask slowly(Plane share, double threshold, int width, int height) {
        try (Mats mats = new Mats()) {
            Mat bytes = mats.empty();
            mats.of(share).convertTo(bytes, CvType.CV_8U, 255);
            Mat large = mats.empty();
            Imgproc.resize(bytes, large, new Size(width, height), 0, 0, Imgproc.INTER_LINEAR);
            Imgproc.threshold(large, large, Math.floor(255 * threshold), 1, Imgproc.THRESH_BINARY);
            return Mats.binaryMask(large);
        }
    }
}
