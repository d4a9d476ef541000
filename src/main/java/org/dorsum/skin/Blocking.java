package org.dorsum.skin;

import java.util.Arrays;
import org.dorsum.image.RgbImage;

/**
 * How far the 8 × 8 blocks of JPEG stand out: mean step of green across block borders over the median of the mean steps at
 * the other seven places, rows and columns alike, 1 for none. The phase of the blocks is searched, so that a crop does not
 * hide them; turning or resizing does.
 *
 * @see <a href="https://doi.org/10.1109/ICIP.2002.1038064">Wang, Sheikh, Bovik 2002</a> on steps across block borders
 */
final class Blocking {
    private static final int BLOCK = 8;

    private Blocking() {}

    /** Blocking within a box of the photo: left, top, width and height in pixels; 1 for a box too small to tell. */
    static double of(RgbImage photo, int left, int top, int width, int height) {
        if (width < 4 * BLOCK || height < 4 * BLOCK) {
            return 1;
        }
        int[] columns = new int[width]; // sums of steps towards the left
        double[] down = new double[BLOCK];
        int[] above = new int[width];
        int[] here = new int[width];
        green(photo, left, top, above);
        for (int y = top + 1; y < top + height; y++) {
            green(photo, left, y, here);
            int sum = 0;
            for (int x = 1; x < width; x++) {
                columns[x] += Math.abs(here[x] - here[x - 1]);
                sum += Math.abs(here[x] - above[x]);
            }
            down[y % BLOCK] += sum;
            int[] last = above;
            above = here;
            here = last;
        }
        double[] across = new double[BLOCK];
        for (int x = 1; x < width; x++) {
            across[(left + x) % BLOCK] += columns[x];
        }
        return (ratio(across) + ratio(down)) / 2;
    }

    private static void green(RgbImage photo, int left, int y, int[] to) {
        photo.row(left, y, to);
        for (int x = 0; x < to.length; x++) {
            to[x] = to[x] >> 8 & 255;
        }
    }

    private static double ratio(double[] byPhase) {
        double[] sorted = byPhase.clone();
        Arrays.sort(sorted);
        double middle = sorted[BLOCK / 2 - 1]; // the median of the seven others
        return middle > 0 ? sorted[BLOCK - 1] / middle : 1;
    }
}
