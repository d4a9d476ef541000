package org.dorsum.image;

/** Values row by row in arrays of their own, which loops over one row need no offsets for. */
final class Rows {
    private static final int BLOCK = 16; // rows and columns turned at once, so that both stay in the cache

    private Rows() {}

    /** Rows of a plane given as one array. */
    static float[][] of(float[] values, int width) {
        float[][] rows = new float[values.length / width][width];
        for (int y = 0; y < rows.length; y++) {
            System.arraycopy(values, y * width, rows[y], 0, width);
        }
        return rows;
    }

    /** Columns as rows. */
    static float[][] turned(float[][] rows) {
        int width = rows[0].length;
        float[][] turned = new float[width][rows.length];
        for (int top = 0; top < rows.length; top += BLOCK) {
            int bottom = Math.min(rows.length, top + BLOCK);
            for (int left = 0; left < width; left += BLOCK) {
                int right = Math.min(width, left + BLOCK);
                for (int y = top; y < bottom; y++) {
                    for (int x = left; x < right; x++) {
                        turned[x][y] = rows[y][x];
                    }
                }
            }
        }
        return turned;
    }
}
