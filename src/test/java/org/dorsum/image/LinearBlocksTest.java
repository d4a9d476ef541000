package org.dorsum.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinearBlocksTest {
    private static float[] squares(int count) {
        float[] light = new float[count];
        for (int i = 0; i < count; i++) {
            light[i] = (float) i * i;
        }
        return light;
    }

    /** Samples 1 2 3 / 4 5 6 in red, twice that in green; light is their square; the square begins at the second column. */
    @Test
    void lightIsAveragedAndNotSamples() {
        RgbImage image = RgbImage.of(3, 2, (x, y) -> {
            int v = 1 + x + 3 * y;
            return v << 16 | (2 * v) << 8 | 3;
        });

        List<Plane> light = LinearBlocks.of(image, 1, 0, 1, 1, 2, squares(256));

        assertThat(light.get(0).at(0, 0)).isEqualTo((4 + 9 + 25 + 36) / 4f);
        assertThat(light.get(1).at(0, 0)).isEqualTo(4 + 9 + 25 + 36f);
        assertThat(light.get(2).at(0, 0)).isEqualTo(9f);
    }

    @Test
    void sixteenBitsGiveWhatEightGive() {
        RgbImage eight = RgbImage.of(20, 14, (x, y) -> (7 * x + y) << 16 | (3 * x + 11 * y) << 8 | ((x * y) & 255));
        short[] samples = new short[3 * 20 * 14];
        for (int i = 0; i < samples.length; i++) {
            int pixel = i / 3;
            samples[i] = (short) (257 * eight.sample(pixel % 20, pixel / 20, i % 3));
        }
        RgbImage sixteen = RgbImage.of(20, 14, samples);
        float[] fine = new float[65536];
        for (int i = 0; i < fine.length; i++) {
            fine[i] = i / 257f;
        }
        float[] coarse = new float[256];
        for (int i = 0; i < coarse.length; i++) {
            coarse[i] = i;
        }

        List<Plane> a = LinearBlocks.of(eight, 2, 1, 6, 4, 3, coarse);
        List<Plane> b = LinearBlocks.of(sixteen, 2, 1, 6, 4, 3, fine);

        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < 24; i++) {
                assertThat(a.get(c).at(i % 6, i / 6)).isCloseTo(b.get(c).at(i % 6, i / 6), within(1e-4f));
            }
        }
    }

    @Test
    void squaresOffThePictureAreRefused() {
        RgbImage image = RgbImage.of(6, 6, (x, y) -> 0);

        assertThatIllegalArgumentException().isThrownBy(() -> LinearBlocks.of(image, 1, 0, 3, 3, 2, squares(256)));
        assertThatIllegalArgumentException().isThrownBy(() -> LinearBlocks.of(image, 0, 0, 3, 3, 2, squares(255)));
    }
}
