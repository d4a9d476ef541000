package org.dorsum.skin;

import java.util.ArrayList;
import java.util.List;
import org.dorsum.colour.Logarithm;
import org.dorsum.image.Affine;
import org.dorsum.image.Mask;
import org.dorsum.image.Point;
import org.dorsum.image.RgbImage;
import org.dorsum.stats.Quantiles;

/**
 * Windows of a photo over bare skin on which its noise is read: from diagonal Haar differences of 2 × 2 pixels, which texture
 * hardly reaches; the quietest quarter of the windows has least of it.
 */
final class NoiseWindows {
    static final double QUIET = 0.25; // of the windows: the others show more texture than noise
    private static final int SIDE = 48; // pixels of the photo; large enough for a median of 576 differences
    static final int PIXELS = SIDE * SIDE; // of a window

    private NoiseWindows() {}

    /** Something that a pixel's colour gives: some light or its logarithm. */
    interface PixelValue {
        /** Of 8-bit samples, packed as 0xRRGGBB. */
        double ofPacked(int rgb);

        /** Of encoded samples, 0 … 1. */
        double of(double red, double green, double blue);
    }

    /** A window by its first pixel. */
    record Window(int left, int top) {

        /** Writes the values of its pixels, row by row, into {@code values}, which has {@link #PIXELS} of them. */
        void values(RgbImage photo, PixelValue value, double[] values) {
            if (photo.bitsPerSample() == 8) {
                int[] rgb = new int[SIDE];
                for (int y = 0, i = 0; y < SIDE; y++) {
                    photo.row(left, top + y, rgb);
                    for (int x = 0; x < SIDE; x++, i++) {
                        values[i] = value.ofPacked(rgb[x]);
                    }
                }
            } else {
                double white = photo.whiteLevel();
                for (int i = 0; i < values.length; i++) {
                    int x = left + i % SIDE;
                    int y = top + Math.floorDiv(i, SIDE);
                    values[i] = value.of(
                            photo.sample(x, y, 0) / white,
                            photo.sample(x, y, 1) / white,
                            photo.sample(x, y, 2) / white);
                }
            }
        }
    }

    /** Median absolute difference of a window's logarithms, for the noise's standard deviation to be taken from. */
    static double difference(double[] logs) {
        double[] differences = new double[SIDE * SIDE / 4];
        int n = 0;
        for (int y = 0; y < SIDE; y += 2) {
            for (int i = y * SIDE; i < (y + 1) * SIDE; i += 2) {
                differences[n++] = Math.abs(logs[i] - logs[i + 1] - logs[i + SIDE] + logs[i + SIDE + 1]) / 2;
            }
        }
        return Quantiles.median(differences);
    }

    /** {@link #difference} of the logarithms of positive light: one logarithm of a ratio stands for four. */
    static double differenceOfLogs(double[] light) {
        double[] differences = new double[SIDE * SIDE / 4];
        int n = 0;
        for (int y = 0; y < SIDE; y += 2) {
            for (int i = y * SIDE; i < (y + 1) * SIDE; i += 2) {
                double ratio = light[i] * light[i + SIDE + 1] / (light[i + 1] * light[i + SIDE]);
                differences[n++] = Math.abs(Logarithm.of(ratio)) / 2;
            }
        }
        return Quantiles.median(differences);
    }

    /** Median of the logarithms at the first pixels of the 2 × 2. */
    static double level(double[] logs) {
        double[] firsts = new double[SIDE * SIDE / 4];
        int n = 0;
        for (int y = 0; y < SIDE; y += 2) {
            for (int i = y * SIDE; i < (y + 1) * SIDE; i += 2) {
                firsts[n++] = logs[i];
            }
        }
        return Quantiles.median(firsts);
    }

    /** The windows whose middle lies on {@code bare}, a mask of the laid-out skin, and which lie wholly in the photo. */
    static List<Window> over(RgbImage photo, Affine toPhoto, Mask bare) {
        int step = (int) Math.max(1, Math.rint(SIDE / toPhoto.scale()));
        List<Window> windows = new ArrayList<>();
        for (int y = step / 2; y < bare.height(); y += step) {
            for (int x = step / 2; x < bare.width(); x += step) {
                Point centre = toPhoto.apply(new Point(x, y));
                int left = (int) Math.rint(centre.x()) - SIDE / 2;
                int top = (int) Math.rint(centre.y()) - SIDE / 2;
                if (bare.at(x, y)
                        && left >= 0
                        && top >= 0
                        && left + SIDE <= photo.width()
                        && top + SIDE <= photo.height()) {
                    windows.add(new Window(left, top));
                }
            }
        }
        return windows;
    }
}
