package org.dorsum.image;

import java.util.ArrayList;
import java.util.List;

/**
 * Greatest means of curvature along straight windows over all directions, which {@link LineFilter} answers: for each pixel the
 * strength and its direction. Directions nearer to the columns are taken on the picture as it is, the others on the turned
 * picture, and both are brought together at the end. Lives within one call.
 */
final class LineStrengths {
    private static final float BEYOND = 0.125f; // of depth beyond the limit
    private static final int TOGETHER = 4; // directions that go side by side: their rings fit a core's second cache
    private static final int BLOCK = 16; // rows and columns turned at once, so that both stay in the cache

    private final int width;
    private final int height;
    private final float limit;
    private final boolean both;
    private final float[][][] upright;
    private final float[][][] turned;
    private final Best dark;
    private final Best bright;

    /**
     * @param curvature mean and the two parts of the difference of the second derivatives, normalised
     * @param limit depth of a pixel beyond which more counts an eighth
     * @param both whether bright lines are looked for too
     */
    LineStrengths(float[][] curvature, int width, float limit, boolean both) {
        this.width = width;
        this.height = curvature[0].length / width;
        this.limit = limit;
        this.both = both;
        upright = new float[3][][];
        turned = new float[3][][];
        for (int i = 0; i < 3; i++) {
            upright[i] = Rows.of(curvature[i], width);
            turned[i] = Rows.turned(upright[i]);
        }
        dark = new Best(width * height);
        bright = new Best(both ? width * height : 0);
    }

    /**
     * The greatest mean of each pixel so far and its direction in one number, so that one maximum keeps both: the mean's bits, which
     * order as positive means do, the last six of them giving way to the direction counted down. Of equal means the first direction
     * stays. Means lose a hundred-thousandth at most; what is not positive is below 0 and never kept.
     */
    private record Best(int[] packed) {
        private static final int DIRECTION = 63;

        Best(int n) {
            this(new int[n]);
        }

        static int pack(float mean, int code) {
            return (Float.floatToRawIntBits(mean) & ~DIRECTION) | code;
        }

        float[] strengths() {
            float[] strengths = new float[packed.length];
            for (int i = 0; i < strengths.length; i++) {
                strengths[i] = Float.intBitsToFloat(packed[i] & ~DIRECTION);
            }
            return strengths;
        }

        byte[] directions() {
            byte[] directions = new byte[packed.length];
            for (int i = 0; i < directions.length; i++) {
                directions[i] = (byte) (packed[i] == 0 ? 0 : DIRECTION - (packed[i] & DIRECTION));
            }
            return directions;
        }
    }

    /** One direction on its way through the picture. */
    private record Course(LineMean mean, LineMean.Source source, LineMean.Sink sink) {}

    /** Looks along all directions; once. */
    void raise(double reach, int directions) {
        Best turnedDark = new Best(width * height);
        Best turnedBright = new Best(both ? width * height : 0);
        List<Course> flat = new ArrayList<>();
        List<Course> steep = new ArrayList<>();
        for (int k = 0; k < directions; k++) {
            double angle = LineFilter.step(k, directions);
            double c = Math.cos(angle);
            double s = Math.sin(angle);
            int half = Math.max(1, (int) Math.rint(0.5 * reach * Math.max(Math.abs(c), Math.abs(s))));
            if (Math.abs(c) >= Math.abs(s)) {
                flat.add(course(turned, new LineMean(height, width, s / c, half), angle, k, turnedDark, turnedBright));
            } else {
                steep.add(course(upright, new LineMean(width, height, c / s, half), angle, k, dark, bright));
            }
        }
        run(flat);
        run(steep);
        merge(dark, turnedDark);
        if (both) {
            merge(bright, turnedBright);
        }
    }

    private static void run(List<Course> courses) {
        for (int from = 0; from < courses.size(); from += TOGETHER) {
            List<Course> together = courses.subList(from, Math.min(courses.size(), from + TOGETHER));
            int steps = together.stream().mapToInt(c -> c.mean.steps()).max().orElse(0);
            for (int step = 0; step < steps; step++) {
                for (Course course : together) {
                    if (step < course.mean.steps()) {
                        course.mean.step(step, course.source, course.sink);
                    }
                }
            }
        }
    }

    private Course course(float[][][] curvature, LineMean mean, double angle, int k, Best valleys, Best ridges) {
        float c = (float) Math.cos(2 * angle);
        float s = (float) Math.sin(2 * angle);
        int length = curvature[0][0].length;
        int code = Best.DIRECTION - k;
        return new Course(
                mean,
                (y, row) -> {
                    across(curvature[0][y], curvature[1][y], curvature[2][y], c, s, row);
                    if (limit < Float.MAX_VALUE) {
                        limited(row, limit);
                    }
                },
                (y, row) -> {
                    if (both) {
                        keepBoth(row, y * length, code, valleys.packed, ridges.packed);
                    } else {
                        keep(row, y * length, code, valleys.packed);
                    }
                });
    }

    /** Depth across a direction. */
    private static void across(float[] a, float[] b, float[] d, float c, float s, float[] out) {
        for (int x = 0; x < out.length; x++) {
            out[x] = a[x] - c * b[x] - s * d[x];
        }
    }

    /** Compresses what is beyond the limit. */
    private static void limited(float[] row, float limit) {
        float rest = limit - BEYOND * limit;
        for (int x = 0; x < row.length; x++) {
            row[x] = Math.min(Math.max(-limit, row[x]), rest + BEYOND * row[x]);
        }
    }

    private static void keep(float[] means, int from, int code, int[] valleys) {
        for (int x = 0; x < means.length; x++) {
            valleys[from + x] = Math.max(valleys[from + x], Best.pack(means[x], code));
        }
    }

    private static void keepBoth(float[] means, int from, int code, int[] valleys, int[] ridges) {
        for (int x = 0; x < means.length; x++) {
            int packed = Best.pack(means[x], code);
            valleys[from + x] = Math.max(valleys[from + x], packed);
            ridges[from + x] = Math.max(ridges[from + x], packed ^ Integer.MIN_VALUE);
        }
    }

    /** Brings what the turned picture gave to the upright one. */
    private void merge(Best best, Best other) {
        for (int top = 0; top < height; top += BLOCK) {
            for (int left = 0; left < width; left += BLOCK) {
                for (int y = top; y < Math.min(height, top + BLOCK); y++) {
                    for (int x = left; x < Math.min(width, left + BLOCK); x++) {
                        int i = y * width + x;
                        best.packed[i] = Math.max(best.packed[i], other.packed[x * height + y]);
                    }
                }
            }
        }
    }

    float[] dark() {
        return dark.strengths();
    }

    byte[] direction() {
        return dark.directions();
    }

    float[] bright() {
        return bright.strengths();
    }

    byte[] brightDirection() {
        return bright.directions();
    }
}
