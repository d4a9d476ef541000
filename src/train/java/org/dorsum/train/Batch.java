package org.dorsum.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * Several examples as tensors.
 *
 * @param pictures N × 3 × 192 × 192, as {@link HandNet} reads them
 * @param classes N × 4 × 96 × 96, share of each cell
 * @param heat N × 21 × 2304, where each key point lies: a normal distribution, or 0 where it is out of the picture
 * @param aspect N × 2, one of back and palm is 1; both 0 without a hand
 * @param side N × 2, one of right and left is 1; both 0 without a hand
 */
record Batch(NDArray pictures, NDArray classes, NDArray heat, NDArray aspect, NDArray side) {
    private static final double SPREAD = 1.0; // of a key point's map, cells: 2 % of a hand that fills the picture

    static Batch of(NDManager manager, List<Example> examples) {
        int n = examples.size();
        int side = HandNet.SIDE;
        int cells = HandNet.CLASS_SIDE;
        int heatCells = HandNet.HEAT_SIDE * HandNet.HEAT_SIDE;
        float[] pictures = new float[n * 3 * side * side];
        float[] classes = new float[n * HandNet.CLASSES * cells * cells];
        float[] heat = new float[n * HandNet.KEY_POINTS * heatCells];
        float[] aspect = new float[2 * n];
        float[] sides = new float[2 * n];
        for (int k = 0; k < n; k++) {
            Example e = examples.get(k);
            for (int i = 0; i < side * side; i++) {
                for (int c = 0; c < 3; c++) {
                    pictures[(k * 3 + c) * side * side + i] = (e.rgb()[3 * i + c] & 255) / 255f - 0.5f;
                }
                int cell = (i / side / 2) * cells + i % side / 2;
                classes[(k * HandNet.CLASSES + e.classes()[i]) * cells * cells + cell] += 0.25f;
            }
            boolean hand = false;
            for (int p = 0; p < HandNet.KEY_POINTS; p++) {
                hand |= spread(e, p, heat, (k * HandNet.KEY_POINTS + p) * heatCells);
            }
            if (hand) {
                aspect[2 * k + (e.palm() ? 1 : 0)] = 1;
                sides[2 * k + (e.left() ? 1 : 0)] = 1;
            }
        }
        return new Batch(
                manager.create(pictures, new Shape(n, 3, side, side)),
                manager.create(classes, new Shape(n, HandNet.CLASSES, cells, cells)),
                manager.create(heat, new Shape(n, HandNet.KEY_POINTS, heatCells)),
                manager.create(aspect, new Shape(n, 2)),
                manager.create(sides, new Shape(n, 2)));
    }

    /** Writes the map of key point {@code p}; false where it lies outside. */
    private static boolean spread(Example e, int p, float[] heat, int at) {
        double x = (e.points()[2 * p] + 0.5) / 4 - 0.5;
        double y = (e.points()[2 * p + 1] + 0.5) / 4 - 0.5;
        int m = HandNet.HEAT_SIDE;
        if (!(x > -0.5 && y > -0.5 && x < m - 0.5 && y < m - 0.5)) {
            return false;
        }
        double sum = 0;
        for (int pass = 0; pass < 2; pass++) {
            for (int j = (int) Math.max(0, y - 3); j <= Math.min(m - 1, y + 4); j++) {
                for (int i = (int) Math.max(0, x - 3); i <= Math.min(m - 1, x + 4); i++) {
                    double g = Math.exp(-((i - x) * (i - x) + (j - y) * (j - y)) / (2 * SPREAD * SPREAD));
                    if (pass == 0) {
                        sum += g;
                    } else {
                        heat[at + j * m + i] = (float) (g / sum);
                    }
                }
            }
        }
        return true;
    }
}
