package org.dorsum.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineMeanTest {
    private static final int WIDTH = 31;
    private static final int HEIGHT = 26;

    /** The definition, pixel by pixel: the mean over those of the 2·half + 1 pixels along the digital line that lie in the picture. */
    private static double[][] plain(double[][] values, double slope, int half) {
        double[][] means = new double[HEIGHT][WIDTH];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                long line = x - (long) Math.floor(y * slope + 0.5);
                double sum = 0;
                int n = 0;
                for (int v = Math.max(0, y - half); v <= Math.min(HEIGHT - 1, y + half); v++) {
                    long u = line + (long) Math.floor(v * slope + 0.5);
                    if (u >= 0 && u < WIDTH) {
                        sum += values[v][(int) u];
                        n++;
                    }
                }
                means[y][x] = sum / n;
            }
        }
        return means;
    }

    @ParameterizedTest
    @CsvSource({"0, 3", "0.4, 3", "-0.4, 2", "1, 5", "-1, 5", "0.77, 1", "0.2, 20", "-0.9, 40"})
    void twoRunningMeansAlongDigitalLines(double slope, int half) {
        SplittableRandom random = new SplittableRandom(9);
        double[][] values = new double[HEIGHT][WIDTH];
        for (double[] row : values) {
            for (int x = 0; x < WIDTH; x++) {
                row[x] = (float) random.nextDouble();
            }
        }
        double[][] expected = plain(plain(values, slope, half), slope, half);
        LineMean mean = new LineMean(WIDTH, HEIGHT, slope, half);
        boolean[] seen = new boolean[HEIGHT];
        for (int step = 0; step < mean.steps(); step++) {
            mean.step(
                    step,
                    (y, row) -> {
                        for (int x = 0; x < WIDTH; x++) {
                            row[x] = (float) values[y][x];
                        }
                    },
                    (y, means) -> {
                        seen[y] = true;
                        for (int x = 0; x < WIDTH; x++) {
                            // floats that run over a window of ones drift by some units of 6e-8
                            assertThat((double) means[x]).isCloseTo(expected[y][x], within(5e-6));
                        }
                    });
        }
        assertThat(seen).containsOnly(true);
    }
}
