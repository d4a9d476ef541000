package org.dorsum.image;

import java.util.Arrays;

/**
 * Where 8-bit shares exceed a threshold once they are enlarged linearly: the pixels that OpenCV's enlarging and threshold give, bit
 * by bit, at the cost of the result's outline instead of its area. Between four shares on the same side of the threshold every
 * place is on that side; only the other cells are interpolated, in OpenCV's fixed-point steps.
 */
final class EnlargedMask {
    private static final int ONE = 2048; // fixed-point 1 of a weight

    private final byte[] share;
    private final int columns;
    private final int rows;
    private final int above;
    private final int width;
    private final int height;
    private final byte[] inside;

    private EnlargedMask(byte[] share, int columns, int rows, int above, int width, int height) {
        this.share = share;
        this.columns = columns;
        this.rows = rows;
        this.above = above;
        this.width = width;
        this.height = height;
        inside = new byte[width * height];
    }

    /**
     * The mask of {@code width} × {@code height}.
     *
     * @param share unsigned, {@code columns} × {@code rows} of them
     * @param above the largest share that is outside
     */
    static Mask of(byte[] share, int columns, int rows, int above, int width, int height) {
        EnlargedMask mask = new EnlargedMask(share, columns, rows, above, width, height);
        mask.fill();
        return new Mask(width, height, mask.inside);
    }

    /** For each place of a longer line the place before it in the shorter one, and how far it is behind it, 0 … 2048. */
    private record Steps(int[] before, int[] weight, int[] weightOfNext) {

        /** Of rows: before the first centre and behind the last one both rows are the same. */
        static Steps down(int length, int longer) {
            int[] before = new int[longer];
            int[] weight = new int[longer];
            int[] next = new int[longer];
            double scale = length / (double) longer;
            for (int i = 0; i < longer; i++) {
                float f = (float) ((i + 0.5) * scale - 0.5);
                before[i] = (int) Math.floor(f);
                f -= before[i];
                weight[i] = (int) Math.rint((1 - f) * ONE);
                next[i] = (int) Math.rint(f * ONE);
            }
            return new Steps(before, weight, next);
        }

        /** Of columns: there the whole weight is on the outermost one. */
        static Steps across(int length, int longer) {
            Steps steps = down(length, longer);
            for (int i = 0; i < longer; i++) {
                if (steps.before[i] < 0 || steps.before[i] >= length - 1) {
                    steps.before[i] = Math.max(0, Math.min(length - 1, steps.before[i]));
                    steps.weight[i] = ONE;
                    steps.weightOfNext[i] = 0;
                }
            }
            return steps;
        }

        /** For each place of the shorter line, and one beyond, the first place of the longer one that lies behind it. */
        int[] starts(int length) {
            int[] starts = new int[length + 1];
            Arrays.fill(starts, before.length);
            for (int i = before.length - 1; i >= 0; i--) {
                starts[before[i]] = i;
            }
            for (int s = length - 1; s >= 0; s--) {
                starts[s] = Math.min(starts[s], starts[s + 1]);
            }
            return starts;
        }
    }

    private void fill() {
        Steps across = Steps.across(columns, width);
        Steps down = Steps.down(rows, height);
        int[] starts = across.starts(columns);
        int[] within = new int[2 * columns]; // stretches of a row between shares that are all inside: start, end
        int[] mixed = new int[columns]; // cells on whose sides shares differ
        int last = Integer.MIN_VALUE;
        int stretches = 0;
        int cells = 0;
        for (int y = 0; y < height; y++) {
            int top = Math.max(0, down.before()[y]) * columns;
            int bottom = Math.min(down.before()[y] + 1, rows - 1) * columns;
            if (down.before()[y] != last) {
                last = down.before()[y];
                stretches = 0;
                cells = 0;
                for (int s = 0; s < columns; s++) {
                    int next = Math.min(s + 1, columns - 1);
                    int least = Math.min(
                            Math.min(at(top + s), at(top + next)), Math.min(at(bottom + s), at(bottom + next)));
                    int most = Math.max(
                            Math.max(at(top + s), at(top + next)), Math.max(at(bottom + s), at(bottom + next)));
                    boolean all = least > above + 1; // OpenCV's steps may lose one
                    if (all && stretches > 0 && within[stretches - 1] == starts[s]) {
                        within[stretches - 1] = starts[s + 1];
                    } else if (all) {
                        within[stretches++] = starts[s];
                        within[stretches++] = starts[s + 1];
                    } else if (most > above) {
                        mixed[cells++] = s;
                    }
                }
            }
            for (int k = 0; k < stretches; k += 2) {
                Arrays.fill(inside, y * width + within[k], y * width + within[k + 1], (byte) 1);
            }
            for (int k = 0; k < cells; k++) {
                int s = mixed[k];
                int next = Math.min(s + 1, columns - 1);
                for (int x = starts[s]; x < starts[s + 1]; x++) {
                    int a = across.weight()[x];
                    int b = across.weightOfNext()[x];
                    int upper = at(top + s) * a + at(top + next) * b;
                    int lower = at(bottom + s) * a + at(bottom + next) * b;
                    int value = ((upper >> 4) * down.weight()[y]) >> 16;
                    value += ((lower >> 4) * down.weightOfNext()[y]) >> 16;
                    inside[y * width + x] = (value + 2) >> 2 > above ? (byte) 1 : 0;
                }
            }
        }
    }

    private int at(int i) {
        return share[i] & 0xff;
    }
}
