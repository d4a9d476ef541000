package org.dorsum.image;

import java.util.Arrays;

/**
 * Means along straight windows of one direction that steps from row to row: the picture is read along digital lines, each with one
 * pixel in every row, and smoothed along them by two running means (a triangle). All lines advance together, row by row, so that
 * the work on a row is sums of arrays; what a step needs of earlier rows waits in two rings. One picture, once; several directions can go
 * side by side, so that what they read and write stays in the cache. Directions
 * nearer to the rows are taken on the turned picture.
 *
 * <p>Sums are floats: over a row's windows they drift by a millionth of what they hold. Not for use by several threads.
 */
final class LineMean {
    /** Values of a row, computed when it is their turn. */
    interface Source {
        /** Writes the values of row {@code y} into {@code row}. */
        void read(int y, float[] row);
    }

    /** Takes the means of a row. */
    interface Sink {
        /** Takes the means of row {@code y}; the array is used again. */
        void take(int y, float[] means);
    }

    private final int width;
    private final int height;
    private final int half;
    private final int[] start; // for each row the line that its first pixel lies on
    private final int[] from; // for each line its first row
    private final int[] to; // for each line the row after its last one
    private final float[][] values; // the last rows read
    private final float[][] once; // the last rows smoothed once
    private final float[] twice;
    private final float[] sum; // for each line over the window that moves along it
    private final float[] sumOfOnce;
    private final float[] work;

    /**
     * @param slope columns from row to row, −1 … 1
     * @param half rows to either side of a running mean
     */
    LineMean(int width, int height, double slope, int half) {
        this.width = width;
        this.height = height;
        this.half = half;
        int last = shift(height - 1, slope);
        int first = Math.max(0, last);
        start = new int[height];
        for (int y = 0; y < height; y++) {
            start[y] = first - shift(y, slope);
        }
        from = new int[width + Math.abs(last)];
        to = new int[from.length];
        Arrays.fill(from, start[0], start[0] + width, 0);
        for (int y = 1; y < height; y++) {
            int a = start[y - 1];
            int b = start[y];
            Arrays.fill(from, Math.min(a, b) + (b < a ? 0 : width), Math.max(a, b) + (b < a ? 0 : width), y);
            Arrays.fill(to, Math.min(a, b) + (b < a ? width : 0), Math.max(a, b) + (b < a ? width : 0), y);
        }
        Arrays.fill(to, start[height - 1], start[height - 1] + width, height);
        values = new float[2 * half + 2][width];
        once = new float[2 * half + 2][width];
        twice = new float[width];
        sum = new float[from.length];
        sumOfOnce = new float[from.length];
        work = new float[width];
    }

    private static int shift(int y, double slope) {
        return (int) Math.floor(y * slope + 0.5);
    }

    /** How many steps it takes until the last row's means are known. */
    int steps() {
        return height + 2 * half;
    }

    /**
     * Lets the next row in.
     *
     * @param step 0, 1, … {@link #steps()} − 1, in this order
     * @param source read where {@code step} is a row
     * @param sink given the means of row {@code step} − 2·half, where there is one
     */
    void step(int step, Source source, Sink sink) {
        int ring = values.length;
        if (step < height) {
            source.read(step, values[step % ring]);
            add(sum, start[step], values[step % ring], work);
        }
        int y = step - half;
        if (y >= 0 && y < height) {
            if (y > half) {
                subtract(sum, start[y - half - 1], values[(y - half - 1) % ring], work);
            }
            means(sum, y, once[y % ring]);
            add(sumOfOnce, start[y], once[y % ring], work);
        }
        int done = y - half;
        if (done >= 0) {
            if (done > half) {
                subtract(sumOfOnce, start[done - half - 1], once[(done - half - 1) % ring], work);
            }
            means(sumOfOnce, done, twice);
            sink.take(done, twice);
        }
    }

    private static void add(float[] sum, int at, float[] row, float[] work) {
        System.arraycopy(sum, at, work, 0, row.length);
        for (int x = 0; x < row.length; x++) {
            work[x] += row[x];
        }
        System.arraycopy(work, 0, sum, at, row.length);
    }

    private static void subtract(float[] sum, int at, float[] row, float[] work) {
        System.arraycopy(sum, at, work, 0, row.length);
        for (int x = 0; x < row.length; x++) {
            work[x] -= row[x];
        }
        System.arraycopy(work, 0, sum, at, row.length);
    }

    /** Sums over how many pixels of the window lie in the picture. */
    private void means(float[] sum, int y, float[] out) {
        System.arraycopy(sum, start[y], out, 0, width);
        int low = Math.max(0, y - half);
        int high = Math.min(height - 1, y + half);
        int left = Math.max(0, Math.max(start[low], start[high]) - start[y]); // whole windows begin
        int right = Math.max(left, width + Math.min(0, Math.min(start[low], start[high]) - start[y]));
        for (int x = 0; x < Math.min(left, width); x++) {
            out[x] /= rows(start[y] + x, low, high);
        }
        for (int x = Math.min(right, width); x < width; x++) {
            out[x] /= rows(start[y] + x, low, high);
        }
        if (left < right) {
            scale(out, left, right, 1f / (high - low + 1));
        }
    }

    private static void scale(float[] row, int from, int to, float share) {
        for (int x = from; x < to; x++) {
            row[x] *= share;
        }
    }

    private int rows(int line, int low, int high) {
        return Math.min(to[line] - 1, high) - Math.max(from[line], low) + 1;
    }
}
