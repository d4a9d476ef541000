package org.dorsum.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dorsum.colour.Srgb;
import org.dorsum.image.RgbImage;

/** A picture of colours from all over the cube, and what becomes of them by the published matrices. */
final class Cube {
    // Linear light to linear light of sRGB, computed from the published chromaticities with the white kept,
    // independently
    // of ICC's connection space: W3C, CSS Color 4, sample code for P3 and A98.
    static final double[][] P3 = {
        {1.22494017628, -0.22494017628, 0},
        {-0.04205695471, 1.04205695471, 0},
        {-0.01963755459, -0.07863604555, 1.09827360014}
    };
    static final double[][] ADOBE = {{1.39835574396, -0.39835574396, 0}, {0, 1, 0}, {0, -0.04292898929, 1.04292898929}};

    private Cube() {}

    /** A cube of colours, 9 values a channel. */
    static RgbImage of() {
        return RgbImage.of(81, 9, (x, y) -> level(x / 9) << 16 | level(x % 9) << 8 | level(y));
    }

    static RgbImage deep() {
        short[] v = new short[81 * 9 * 3];
        RgbImage c = of();
        for (int i = 0; i < v.length; i++) {
            v[i] = (short) (c.sample(i / 3 % 81, i / 3 / 81, i % 3) * 257 ^ (i % 255));
        }
        return RgbImage.of(81, 9, v);
    }

    private static int level(int i) {
        return Math.min(255, 32 * i);
    }

    /** Half a level of rounding and what the digits of the profile's numbers are worth. */
    static void checkAgainst(double[][] matrix, RgbImage stored, RgbImage converted) {
        double white = stored.whiteLevel();
        // Four digits of a profile's primaries are off by 5e-5 of linear light each; sRGB's steep end multiplies by
        // 12.92.
        double tolerance = 0.5 + 0.0015 * white;
        for (int y = 0; y < stored.height(); y++) {
            for (int x = 0; x < stored.width(); x++) {
                double[] light = new double[3];
                for (int c = 0; c < 3; c++) {
                    double v = stored.sample(x, y, c) / white;
                    light[c] = matrix == ADOBE ? Math.pow(v, 563.0 / 256) : Srgb.toLinear(v);
                }
                for (int c = 0; c < 3; c++) {
                    double l = matrix[c][0] * light[0] + matrix[c][1] * light[1] + matrix[c][2] * light[2];
                    double expected = white * Srgb.toEncoded(Math.max(0, Math.min(1, l)));
                    assertThat((double) converted.sample(x, y, c)).isCloseTo(expected, within(tolerance));
                }
            }
        }
    }
}
