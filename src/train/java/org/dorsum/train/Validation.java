package org.dorsum.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Locale;

/**
 * How well the network does on rendered hands it did not see.
 *
 * @param skinIou intersection over union of skin cells over all pictures
 * @param nailIou the same for nails
 * @param points share of key points in the picture within 5 % of the picture's side
 * @param aspect share of pictures whose back or palm is right
 * @param side share of pictures whose left or right is right
 */
record Validation(double skinIou, double nailIou, double points, double aspect, double side) {

    static Validation of(Weights weights, NDManager manager, List<List<Example>> batches) {
        long[] n = new long[10];
        for (List<Example> examples : batches) {
            try (NDManager scratch = manager.newSubManager()) {
                Batch batch = Batch.of(scratch, examples);
                HandNet.Heads<NDArray> heads = HandNet.run(new TorchOps(weights, false), batch.pictures());
                classes(heads.classes().toFloatArray(), batch.classes().toFloatArray(), examples.size(), n);
                points(heads.heat().toFloatArray(), examples, n);
                kind(heads.aspect().toFloatArray(), batch.aspect().toFloatArray(), n, 6);
                kind(heads.side().toFloatArray(), batch.side().toFloatArray(), n, 8);
            }
        }
        return new Validation(
                share(n[0], n[1]), share(n[2], n[3]), share(n[4], n[5]), share(n[6], n[7]), share(n[8], n[9]));
    }

    private static double share(long some, long all) {
        return all == 0 ? 0 : some / (double) all;
    }

    private static void classes(float[] said, float[] truth, int pictures, long[] n) {
        int cells = HandNet.CLASS_SIDE * HandNet.CLASS_SIDE;
        for (int k = 0; k < pictures; k++) {
            for (int i = 0; i < cells; i++) {
                int a = largest(said, k, i, cells);
                int b = largest(truth, k, i, cells);
                n[0] += a == 1 && b == 1 ? 1 : 0;
                n[1] += a == 1 || b == 1 ? 1 : 0;
                n[2] += a == 2 && b == 2 ? 1 : 0;
                n[3] += a == 2 || b == 2 ? 1 : 0;
            }
        }
    }

    private static int largest(float[] v, int picture, int cell, int cells) {
        int best = 0;
        for (int c = 1; c < HandNet.CLASSES; c++) {
            int at = picture * HandNet.CLASSES * cells + cell;
            best = v[at + c * cells] > v[at + best * cells] ? c : best;
        }
        return best;
    }

    private static void points(float[] heat, List<Example> examples, long[] n) {
        int cells = HandNet.HEAT_SIDE * HandNet.HEAT_SIDE;
        for (int k = 0; k < examples.size(); k++) {
            for (int p = 0; p < HandNet.KEY_POINTS; p++) {
                double x = examples.get(k).points()[2 * p];
                double y = examples.get(k).points()[2 * p + 1];
                if (x >= 0 && y >= 0 && x < HandNet.SIDE && y < HandNet.SIDE) {
                    int best = 0;
                    int at = (k * HandNet.KEY_POINTS + p) * cells;
                    for (int i = 1; i < cells; i++) {
                        best = heat[at + i] > heat[at + best] ? i : best;
                    }
                    double dx = best % HandNet.HEAT_SIDE * 4 + 1.5 - x;
                    double dy = best / HandNet.HEAT_SIDE * 4 + 1.5 - y;
                    n[4] += Math.hypot(dx, dy) < 0.05 * HandNet.SIDE ? 1 : 0;
                    n[5]++;
                }
            }
        }
    }

    private static void kind(float[] said, float[] truth, long[] n, int at) {
        for (int k = 0; k < said.length; k += 2) {
            if (truth[k] + truth[k + 1] > 0) {
                n[at] += said[k + 1] > said[k] == truth[k + 1] > truth[k] ? 1 : 0;
                n[at + 1]++;
            }
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.4f,%.4f,%.4f,%.4f,%.4f", skinIou, nailIou, points, aspect, side);
    }
}
