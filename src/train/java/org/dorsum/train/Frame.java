package org.dorsum.train;

import java.util.Random;

/**
 * Where the photo ends within the square the network reads: straight edges, beyond which the square is grey.
 *
 * @param edges {@code a·x + b·y < c} is outside, three numbers an edge; pixels
 */
record Frame(double[] edges) {
    private static final int SIDE = HandNet.SIDE;

    /** A photo broader than high or higher than broad, or a square one. */
    static Frame letterbox(Random r) {
        if (r.nextDouble() >= 0.6) {
            return new Frame(new double[0]);
        }
        double width = Math.rint(SIDE * Ground.uniform(r, 0.03, 0.22));
        boolean beside = r.nextBoolean();
        double x = beside ? 1 : 0;
        double y = beside ? 0 : 1;
        return new Frame(new double[] {x, y, width, -x, -y, width - SIDE + 1});
    }

    /** A close-up that reaches beyond the photo on one or two sides, more often on the wrist's than on others. */
    static Frame oblique(Random r) {
        int n = r.nextDouble() < 0.4 ? 0 : r.nextDouble() < 0.75 ? 1 : 2;
        double[] edges = new double[3 * n];
        double turn =
                r.nextDouble() < 0.6 ? -Math.PI / 2 + 0.35 * r.nextGaussian() : Ground.uniform(r, -Math.PI, Math.PI);
        for (int k = 0; k < n; k++) {
            double a = Math.cos(turn + k * Math.PI / 2);
            double b = Math.sin(turn + k * Math.PI / 2);
            double reach = SIDE / 2.0 * (Math.abs(a) + Math.abs(b)); // from the middle to the farthest corner
            double middle = (a + b) * (SIDE - 1) / 2;
            edges[3 * k] = a;
            edges[3 * k + 1] = b;
            double most =
                    k == 0 && r.nextDouble() < 0.3 ? 0.45 : 0.27; // now and then half the back of the hand is cut off
            edges[3 * k + 2] = middle - reach + 2 * reach * Ground.uniform(r, 0, most);
        }
        return new Frame(edges);
    }

    boolean outside(int x, int y) {
        for (int k = 0; k < edges.length; k += 3) {
            if (edges[k] * x + edges[k + 1] * y < edges[k + 2]) {
                return true;
            }
        }
        return false;
    }
}
