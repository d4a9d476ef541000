package org.dorsum.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscsTest {
    private static final int WIDTH = 37;
    private static final int HEIGHT = 23;

    /** Every pixel against every other: the definition. */
    private static byte[] plain(byte[] set, int value, double radius) {
        byte[] out = new byte[set.length];
        for (int i = 0; i < set.length; i++) {
            for (int j = 0; j < set.length; j++) {
                int dx = i % WIDTH - j % WIDTH;
                int dy = i / WIDTH - j / WIDTH;
                if (set[j] == value && dx * dx + dy * dy <= radius * radius) {
                    out[i] = 1;
                }
            }
        }
        return out;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.9, 1, 1.5, 2.3, 4.8, 5, 11.2, 60})
    void whatIsReachedIsWhatLiesThatNear(double radius) {
        SplittableRandom random = new SplittableRandom(3);
        byte[] set = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < set.length; i++) {
            set[i] = (byte) (random.nextInt(40) == 0 ? 1 : 0);
        }
        assertThat(Discs.around(set, 1, WIDTH, HEIGHT, radius)).isEqualTo(plain(set, 1, radius));
        assertThat(Discs.around(set, 0, WIDTH, HEIGHT, radius)).isEqualTo(plain(set, 0, radius));
    }

    @Test
    void nothingReachesNothing() {
        assertThat(Discs.around(new byte[WIDTH * HEIGHT], 1, WIDTH, HEIGHT, 5)).containsOnly(0);
    }

    /** Two pixels aside and six down are √40 off; half of that as a float is √10 as a float, which three and one are off. */
    @Test
    void aRadiusReadOffAFloatDistanceReachesWhatIsAsFar() {
        byte[] set = new byte[WIDTH * HEIGHT];
        set[10 * WIDTH + 10] = 1;
        double radius = (float) Math.sqrt(40) / 2.0;
        assertThat(Discs.around(set, 1, WIDTH, HEIGHT, radius)[11 * WIDTH + 13]).isEqualTo((byte) 1);
    }
}
