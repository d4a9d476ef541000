package org.dorsum.image;

/**
 * Pixels within a distance of a set, without taking any distance: down and up the columns each pixel learns how many rows off the
 * set is, which says how far along its row it carries; then two sweeps a row mark what is reached. Exact, as comparing squared
 * Euclidean distances is. O(pixels) whatever the radius.
 *
 * @see <a href="https://doi.org/10.1109/TPAMI.2003.1177156">Maurer, Qi, Raghavan 2003</a> on distances row by row
 */
final class Discs {
    private Discs() {}

    /**
     * 1 for the pixels at most {@code radius} from a pixel that is {@code value} in {@code set}, else 0.
     *
     * @param set zeros and ones, row by row, as many as {@code width} × {@code height}
     * @param radius pixels, at least 0
     */
    static byte[] around(byte[] set, int value, int width, int height, double radius) {
        int far = (int) radius + 1; // rows: from here on nothing is reached
        int[] carries = carries(radius, far);
        int[][] rows = rowsOff(set, value, width, height, far);
        byte[] out = new byte[set.length];
        for (int y = 0; y < height; y++) {
            reach(rows[y], carries, y * width, out);
        }
        return out;
    }

    /**
     * How many pixels along a row a set so many rows off carries; less than any place for {@code far} rows. Distances are rounded
     * to floats as those of {@link Morphology#distanceToOutside} are, so that a radius read off there reaches what is as far.
     */
    private static int[] carries(double radius, int far) {
        int[] carries = new int[far + 1];
        for (int d = 0; d < far; d++) {
            double squared = (double) d * d;
            int along = (int) Math.sqrt(radius * radius - squared);
            boolean farther = (float) Math.sqrt(squared + (along + 1.0) * (along + 1)) <= radius;
            carries[d] = farther ? along + 1 : along;
        }
        carries[far] = Integer.MIN_VALUE / 2;
        return carries;
    }

    /** Rows to the nearest pixel of the set in the same column, at most {@code far}. */
    private static int[][] rowsOff(byte[] set, int value, int width, int height, int far) {
        int[][] rows = new int[height][width];
        for (int y = 0; y < height; y++) {
            int[] row = rows[y];
            for (int x = 0, i = y * width; x < width; x++, i++) {
                row[x] = set[i] == value ? 0 : far;
            }
            if (y > 0) {
                atMostOneMore(row, rows[y - 1]);
            }
        }
        for (int y = height - 2; y >= 0; y--) {
            atMostOneMore(rows[y], rows[y + 1]);
        }
        return rows;
    }

    private static void atMostOneMore(int[] row, int[] beside) {
        for (int x = 0; x < row.length; x++) {
            row[x] = Math.min(row[x], beside[x] + 1);
        }
    }

    private static void reach(int[] row, int[] carries, int from, byte[] out) {
        int reached = -1;
        for (int x = 0; x < row.length; x++) {
            reached = Math.max(reached, x + carries[row[x]]);
            out[from + x] = (byte) (reached >= x ? 1 : 0);
        }
        reached = row.length;
        for (int x = row.length - 1; x >= 0; x--) {
            reached = Math.min(reached, x - carries[row[x]]);
            if (reached <= x) {
                out[from + x] = 1;
            }
        }
    }
}
