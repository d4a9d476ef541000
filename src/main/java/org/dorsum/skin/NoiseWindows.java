package org.dorsum.skin;

import java.util.ArrayList;
import java.util.List;
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

    private NoiseWindows() {}

    /** The logarithm of some light at a pixel of the photo. */
    @FunctionalInterface
    interface LogLight {
        double at(int x, int y);
    }

    /** A window by its first pixel. */
    record Window(int left, int top) {

        /** Median absolute difference of the window, for the noise's standard deviation to be taken from. */
        double difference(LogLight log) {
            double[] differences = new double[SIDE * SIDE / 4];
            int n = 0;
            for (int y = top; y < top + SIDE; y += 2) {
                for (int x = left; x < left + SIDE; x += 2) {
                    differences[n++] =
                            Math.abs(log.at(x, y) - log.at(x + 1, y) - log.at(x, y + 1) + log.at(x + 1, y + 1)) / 2;
                }
            }
            return Quantiles.median(differences);
        }

        /** Median of the logarithms at the first pixels of the 2 × 2. */
        double level(LogLight log) {
            double[] logs = new double[SIDE * SIDE / 4];
            int n = 0;
            for (int y = top; y < top + SIDE; y += 2) {
                for (int x = left; x < left + SIDE; x += 2) {
                    logs[n++] = log.at(x, y);
                }
            }
            return Quantiles.median(logs);
        }
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
