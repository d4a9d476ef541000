package org.dorsum.synth;

import java.util.List;

/** All spots of a hand, by place. */
final class SpotField {
    private static final double CELL = 3; // mm
    private static final double LEFT = -160;
    private static final double TOP = -160;
    private static final int SIDE = 140; // cells: 420 mm, more than any hand and forearm
    private final List<Spot> spots;
    private final int[][] cells = new int[SIDE * SIDE][];
    private static final int[] NONE = {};

    SpotField(List<Spot> spots) {
        this.spots = List.copyOf(spots);
        java.util.Arrays.fill(cells, NONE);
        for (int k = 0; k < spots.size(); k++) {
            Spot s = spots.get(k);
            double r = s.reach();
            for (int y = cell(s.v() - r - TOP); y <= cell(s.v() + r - TOP); y++) {
                for (int x = cell(s.u() - r - LEFT); x <= cell(s.u() + r - LEFT); x++) {
                    int[] old = cells[y * SIDE + x];
                    int[] grown = java.util.Arrays.copyOf(old, old.length + 1);
                    grown[old.length] = k;
                    cells[y * SIDE + x] = grown;
                }
            }
        }
    }

    private static int cell(double mm) {
        return (int) Fast.clamp(mm / CELL, 0, SIDE - 1.0);
    }

    /** Melanin above the skin's own at (u, v), as share of it; overlapping spots do not add up but the darker counts. */
    double excess(double u, double v) {
        double most = 0;
        for (int k : cells[cell(v - TOP) * SIDE + cell(u - LEFT)]) {
            most = Math.max(most, spots.get(k).excess() * spots.get(k).weight(u, v));
        }
        return most;
    }

    /** The spot whose outline holds (u, v), or −1; of several the darker. */
    int owner(double u, double v) {
        int best = -1;
        double most = 0;
        for (int k : cells[cell(v - TOP) * SIDE + cell(u - LEFT)]) {
            double w = spots.get(k).weight(u, v);
            if (w >= 0.5 && w * spots.get(k).excess() > most) {
                most = w * spots.get(k).excess();
                best = k;
            }
        }
        return best;
    }

    List<Spot> spots() {
        return spots;
    }
}
