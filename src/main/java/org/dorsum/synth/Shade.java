package org.dorsum.synth;

/**
 * Where the hand takes the light away, on the table and on itself: a map of heights above the table, and for each of its
 * cells the share of the key light and of the sky that arrives.
 */
final class Shade {
    private static final int DIRECTIONS = 8;
    private static final double MARGIN = 55; // mm of table around the hand that its shadow may reach

    private final double cell;
    private final double left;
    private final double top;
    private final int across;
    private final int down;
    private final float[] height; // mm above the table
    final float[] tableKey;
    final float[] tableSky;
    final float[] handKey;
    final float[] handSky;

    /**
     * @param key direction towards the key light in the hand's frame with z up from the table
     * @param flip whether heights count downwards from {@code table} (palm view)
     */
    Shade(Surface s, Vec key, double softness, double table, boolean flip, double cell) {
        this.cell = cell;
        double x0 = 1e9;
        double y0 = 1e9;
        double x1 = -1e9;
        double y1 = -1e9;
        for (int i = 0; i < s.cover.length; i++) {
            if (s.cover[i] > 0.5) {
                x0 = Math.min(x0, s.x[i]);
                x1 = Math.max(x1, s.x[i]);
                y0 = Math.min(y0, s.y[i]);
                y1 = Math.max(y1, s.y[i]);
            }
        }
        boolean none = x0 > x1;
        left = none ? 0 : x0 - MARGIN;
        top = none ? 0 : y0 - MARGIN;
        across = none ? 2 : (int) ((x1 - x0 + 2 * MARGIN) / cell) + 2;
        down = none ? 2 : (int) ((y1 - y0 + 2 * MARGIN) / cell) + 2;
        height = new float[across * down];
        for (int i = 0; i < s.cover.length; i++) {
            if (s.cover[i] > 0.5) {
                int row = (int) Math.rint((s.y[i] - top) / cell);
                int k = row * across + (int) Math.rint((s.x[i] - left) / cell);
                height[k] = Math.max(height[k], (float) Math.max(0, flip ? table - s.z[i] : s.z[i] - table));
            }
        }
        tableKey = new float[height.length];
        tableSky = new float[height.length];
        handKey = new float[height.length];
        handSky = new float[height.length];
        for (int j = 0; j < down; j++) {
            for (int i = 0; i < across; i++) {
                int k = j * across + i;
                // On the table the hand's own flesh overhangs the cells near its outline.
                tableKey[k] = (float) key(i, j, 0.5, key, softness);
                tableSky[k] = (float) sky(i, j, 0.5);
                handKey[k] = height[k] > 0 ? (float) key(i, j, height[k] + 0.6, key, softness) : tableKey[k];
                handSky[k] = height[k] > 0 ? (float) sky(i, j, height[k] + 0.3) : tableSky[k];
            }
        }
        for (float[] map : new float[][] {tableKey, tableSky, handKey, handSky}) {
            Blur.gaussian(map, across, down, 1);
        }
    }

    private double heightAt(double i, double j) {
        int x = (int) i;
        int y = (int) j;
        if (i < 0 || j < 0 || x + 1 >= across || y + 1 >= down) {
            return 0;
        }
        double fx = i - x;
        double fy = j - y;
        int k = y * across + x;
        double a = height[k] + fx * (height[k + 1] - height[k]);
        double b = height[k + across] + fx * (height[k + across + 1] - height[k + across]);
        return a + fy * (b - a);
    }

    /** Share of an extended light that arrives: by how much the flesh rises above the ray, against the light's own size. */
    private double key(int i, int j, double z, Vec key, double softness) {
        double flat = Math.sqrt(key.x() * key.x() + key.y() * key.y());
        if (flat < 1e-3) {
            return 1;
        }
        double ux = key.x() / flat;
        double uy = key.y() / flat;
        double rise = key.z() / flat;
        double spread = 0.06 + 1.1 * softness;
        double open = 1;
        double step = 1.2;
        for (double d = cell; d < 75; d += step) {
            double over = heightAt(i + ux * d / cell, j + uy * d / cell) - (z + d * rise);
            open = Math.min(open, 0.5 - over / (d * spread * (1 + rise)));
            if (open <= 0) {
                return 0;
            }
            step = Math.max(cell, 0.12 * d);
        }
        return open >= 1 ? 1 : open * open * (3 - 2 * open);
    }

    /** Share of the sky that is seen from a cell. */
    private double sky(int i, int j, double z) {
        double sum = 0;
        for (int n = 0; n < DIRECTIONS; n++) {
            double ux = DX[n];
            double uy = DY[n];
            double slope = 0;
            for (double d = cell; d < 40; d *= 1.55) {
                slope = Math.max(slope, (heightAt(i + ux * d / cell, j + uy * d / cell) - z) / d);
            }
            sum += 1 / (1 + slope * slope); // cos² of the horizon's height
        }
        return sum / DIRECTIONS;
    }

    private static final double[] DX = {1, 0.7071, 0, -0.7071, -1, -0.7071, 0, 0.7071};
    private static final double[] DY = {0, 0.7071, 1, 0.7071, 0, -0.7071, -1, -0.7071};

    /** Value of one of the four maps at a point, 1 beyond the map. */
    double at(float[] map, double x, double y) {
        double i = (x - left) / cell;
        double j = (y - top) / cell;
        int ix = (int) i;
        int iy = (int) j;
        if (i < 0 || j < 0 || ix + 1 >= across || iy + 1 >= down) {
            return 1;
        }
        double fx = i - ix;
        double fy = j - iy;
        int k = iy * across + ix;
        double a = map[k] + fx * (map[k + 1] - map[k]);
        double b = map[k + across] + fx * (map[k + across + 1] - map[k + across]);
        return a + fy * (b - a);
    }
}
