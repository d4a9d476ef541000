package org.dorsum.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dorsum.image.Point;

/**
 * A chain of pixels with the steps of the grid smoothed away by a running mean, ends kept; coordinates in pixels.
 *
 * @param x columns in order
 * @param y rows
 */
record Curve(double[] x, double[] y) {
    private static final int SMOOTHED = 4; // pixels to either side, half a millimetre: bends of a line are longer
    private static final int DRAWN = 4; // every half millimetre is enough to draw

    static Curve of(LineTracer.Chain chain) {
        int n = chain.size();
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            int reach = Math.min(SMOOTHED, Math.min(i, n - 1 - i));
            for (int j = i - reach; j <= i + reach; j++) {
                x[i] += chain.x()[j];
                y[i] += chain.y()[j];
            }
            x[i] /= 2 * reach + 1;
            y[i] /= 2 * reach + 1;
        }
        return new Curve(x, y);
    }

    int size() {
        return x.length;
    }

    /** Length in pixels; does not depend on direction to about 1 %. */
    double length() {
        double length = 0;
        for (int i = 1; i < x.length; i++) {
            double dx = x[i] - x[i - 1];
            double dy = y[i] - y[i - 1];
            length += Math.sqrt(dx * dx
                    + dy * dy); // a step is about a pixel: no overflow for hypot to prevent, at a tenth of its cost
        }
        return length;
    }

    /** Distance of the ends over the length, 0 … 1: 1 is straight. */
    double straightness() {
        int last = x.length - 1;
        double length = length();
        return length > 0 ? Math.hypot(x[last] - x[0], y[last] - y[0]) / length : 0;
    }

    /** The points from place {@code from} to before {@code to}. */
    Curve part(int from, int to) {
        return new Curve(Arrays.copyOfRange(x, from, to), Arrays.copyOfRange(y, from, to));
    }

    /** Every few points and the last one. */
    List<Point> path() {
        List<Point> path = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            if (i % DRAWN == 0 || i == x.length - 1) {
                path.add(new Point(x[i], y[i]));
            }
        }
        return path;
    }
}
