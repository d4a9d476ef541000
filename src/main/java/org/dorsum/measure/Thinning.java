package org.dorsum.measure;

/**
 * Takes the corners out of staircases, so that a diagonal line is one pixel wide: a pixel goes when exactly two of its four
 * straight neighbours are there, they meet at a right angle, and nothing lies opposite. The two then touch by their corners,
 * so nothing breaks, and ends never go.
 */
final class Thinning {
    private Thinning() {}

    /** The thinned set; {@code set} is row by row and stays as it is. Pixels on the frame stay too. */
    static boolean[] of(int width, int height, boolean[] set) {
        boolean[] thin = set.clone();
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int i = y * width + x;
                if (thin[i]) {
                    int vertical = only(thin[i - width], thin[i + width], width);
                    int horizontal = only(thin[i - 1], thin[i + 1], 1);
                    thin[i] = vertical == 0 || horizontal == 0 || thin[i - vertical - horizontal];
                }
            }
        }
        return thin;
    }

    /** Step to the one of two opposite neighbours that is there; 0 if none or both are. */
    private static int only(boolean before, boolean after, int step) {
        if (before == after) {
            return 0;
        }
        return before ? -step : step;
    }
}
