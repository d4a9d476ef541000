package org.dorsum.photo;

import org.dorsum.image.RgbImage;

/** How far two pictures of one size are apart. */
final class Differences {
    private Differences() {}

    /** The largest difference of any sample. */
    static int largest(RgbImage a, RgbImage b) {
        int most = 0;
        for (int y = 0; y < a.height(); y++) {
            for (int x = 0; x < a.width(); x++) {
                for (int c = 0; c < 3; c++) {
                    most = Math.max(most, Math.abs(a.sample(x, y, c) - b.sample(x, y, c)));
                }
            }
        }
        return most;
    }
}
