package org.dorsum.image;

/**
 * Greatest means of curvature along straight windows over all directions, which {@link LineFilter} answers: for each pixel the
 * strength and its direction. Directions nearer to the columns are taken on the picture as it is, the others on the turned
 * picture, and both are brought together at the end. Lives within one call.
 */
final class LineStrengths {
    private static final float BEYOND = 0.125f; // of depth beyond the limit

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

    /** Strength of each pixel and the number of its direction. */
    private record Best(float[] strength, byte[] direction) {
        Best(int n) {
            this(new float[n], new byte[n]);
        }
    }

    /** Looks along all directions; once. */
    void raise(double reach, int directions) {
        Best turnedDark = new Best(width * height);
        Best turnedBright = new Best(both ? width * height : 0);
        for (int k = 0; k < directions; k++) {
            double angle = LineFilter.step(k, directions);
            double c = Math.cos(angle);
            double s = Math.sin(angle);
            int half = Math.max(1, (int) Math.rint(0.5 * reach * Math.max(Math.abs(c), Math.abs(s))));
            if (Math.abs(c) >= Math.abs(s)) {
                along(turned, new LineMean(height, width, s / c, half), angle, k, turnedDark, turnedBright);
            } else {
                along(upright, new LineMean(width, height, c / s, half), angle, k, dark, bright);
            }
        }
        merge(dark, turnedDark);
        if (both) {
            merge(bright, turnedBright);
        }
    }

    private void along(float[][][] curvature, LineMean mean, double angle, int k, Best valleys, Best ridges) {
        float c = (float) Math.cos(2 * angle);
        float s = (float) Math.sin(2 * angle);
        int length = curvature[0][0].length;
        mean.run((y, row) -> across(curvature[0][y], curvature[1][y], curvature[2][y], c, s, limit, row), (y, row) -> {
            if (both) {
                keepBoth(row, y * length, (byte) k, valleys, ridges);
            } else {
                keep(row, y * length, (byte) k, valleys);
            }
        });
    }

    /** Depth across a direction, compressed beyond the limit. */
    private static void across(float[] a, float[] b, float[] d, float c, float s, float limit, float[] out) {
        float rest = limit - BEYOND * limit;
        for (int x = 0; x < out.length; x++) {
            float v = Math.max(-limit, a[x] - c * b[x] - s * d[x]);
            out[x] = Math.min(v, rest + BEYOND * v);
        }
    }

    private static void keep(float[] means, int from, byte k, Best valleys) {
        float[] strength = valleys.strength;
        byte[] direction = valleys.direction;
        for (int x = 0; x < means.length; x++) {
            if (means[x] > strength[from + x]) {
                strength[from + x] = means[x];
                direction[from + x] = k;
            }
        }
    }

    private static void keepBoth(float[] means, int from, byte k, Best valleys, Best ridges) {
        float[] strength = valleys.strength;
        float[] other = ridges.strength;
        for (int x = 0; x < means.length; x++) {
            float mean = means[x];
            if (mean > strength[from + x]) {
                strength[from + x] = mean;
                valleys.direction[from + x] = k;
            } else if (-mean > other[from + x]) {
                other[from + x] = -mean;
                ridges.direction[from + x] = k;
            }
        }
    }

    /** Brings what the turned picture gave to the upright one; of equal strengths the first direction stays. */
    private void merge(Best best, Best other) {
        float[] back = new float[best.strength.length];
        byte[] backDirection = new byte[back.length];
        turn(other, back, backDirection);
        for (int i = 0; i < back.length; i++) {
            boolean higher = back[i] > best.strength[i];
            if (higher || (back[i] == best.strength[i] && backDirection[i] < best.direction[i])) {
                best.strength[i] = back[i];
                best.direction[i] = backDirection[i];
            }
        }
    }

    private void turn(Best other, float[] strength, byte[] direction) {
        float[][] rows = Rows.turned(Rows.of(other.strength, height));
        for (int y = 0; y < height; y++) {
            System.arraycopy(rows[y], 0, strength, y * width, width);
        }
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                direction[y * width + x] = other.direction[x * height + y];
            }
        }
    }

    float[] dark() {
        return dark.strength;
    }

    byte[] direction() {
        return dark.direction;
    }

    float[] bright() {
        return bright.strength;
    }

    byte[] brightDirection() {
        return bright.direction;
    }
}
