package org.dorsum.synth;

import java.util.Optional;
import org.dorsum.image.Point;

/** Finds the pixel that shows a point of the map of the skin. */
final class Locator {
    private static final double CELL = 2; // mm of map a cell of the index covers
    private static final double LEFT = -180;
    private static final double TOP = -160;
    private static final int SIDE = 210;
    private static final int MOST_STEPS = 8;

    private final Surface g;
    private final byte[] cells;
    private final int[] index = new int[SIDE * SIDE]; // 1 + a pixel of each cell of the map, 0 none

    Locator(Surface g, byte[] cells, double pixelsPerMm) {
        this.g = g;
        this.cells = cells;
        int step = Math.max(1, (int) (0.5 * pixelsPerMm));
        for (int y = 0; y < g.height; y += step) {
            for (int x = 0; x < g.width; x += step) {
                int i = y * g.width + x;
                if (skin(i)) {
                    int k = cell(g.v[i] - TOP) * SIDE + cell(g.u[i] - LEFT);
                    if (index[k] == 0) {
                        index[k] = 1 + i;
                    }
                }
            }
        }
    }

    private boolean skin(int i) {
        return g.cover[i] >= 1 && cells[i] == CellClass.SKIN.code();
    }

    private static int cell(double mm) {
        return (int) Fast.clamp(mm / CELL, 0, SIDE - 1.0);
    }

    /** Where (u, v) appears, to a twentieth of a pixel; empty where it is hidden, covered or off the picture. */
    Optional<Point> find(double u, double v) {
        int start = 0;
        int cu = cell(u - LEFT);
        int cv = cell(v - TOP);
        for (int r = 0; r <= 1 && start == 0; r++) {
            for (int j = Math.max(0, cv - r); j <= Math.min(SIDE - 1, cv + r) && start == 0; j++) {
                for (int i = Math.max(0, cu - r); i <= Math.min(SIDE - 1, cu + r) && start == 0; i++) {
                    start = index[j * SIDE + i];
                }
            }
        }
        if (start == 0) {
            return Optional.empty();
        }
        double x = (start - 1) % g.width;
        double y = Math.floorDiv(start - 1, g.width);
        for (int n = 0; n < MOST_STEPS; n++) { // Newton's method on the map as seen
            int ix = (int) Fast.clamp(x, 1, g.width - 3.0);
            int iy = (int) Fast.clamp(y, 1, g.height - 3.0);
            int i = iy * g.width + ix;
            if (!skin(i) || !skin(i + 1) || !skin(i + g.width) || !skin(i + g.width + 1)) {
                return Optional.empty();
            }
            double fx = x - ix;
            double fy = y - iy;
            double ux = g.u[i + 1] - g.u[i];
            double uy = g.u[i + g.width] - g.u[i];
            double vx = g.v[i + 1] - g.v[i];
            double vy = g.v[i + g.width] - g.v[i];
            double eu = u - (g.u[i] + fx * ux + fy * uy);
            double ev = v - (g.v[i] + fx * vx + fy * vy);
            double det = ux * vy - uy * vx;
            if (Math.abs(det) < 1e-9) {
                return Optional.empty();
            }
            double dx = (eu * vy - ev * uy) / det;
            double dy = (ev * ux - eu * vx) / det;
            x += Fast.clamp(dx, -40, 40);
            y += Fast.clamp(dy, -40, 40);
            if (x < 0 || y < 0 || x > g.width - 1 || y > g.height - 1) {
                return Optional.empty();
            }
            if (dx * dx + dy * dy < 0.0025) {
                return Optional.of(new Point(x, y));
            }
        }
        return Optional.empty();
    }
}
