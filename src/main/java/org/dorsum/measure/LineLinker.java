package org.dorsum.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Joins pieces of what is one line across gaps: ends that lie near and point at each other, nearest first. A gap is what a
 * hair, a glint or a shallow stretch leaves; its own length is part of the line but is not counted as found.
 */
final class LineLinker {
    private static final int END = 8; // pixels, a millimetre: over which an end's direction is taken

    private final double gap;
    private final double cosine;

    /**
     * @param gap greatest distance of two ends, pixels
     * @param cosine of the greatest angle between either end's direction and the way across the gap
     */
    LineLinker(double gap, double cosine) {
        this.gap = gap;
        this.cosine = cosine;
    }

    /** Two ends that could be joined: of chain a (its last point if {@code aLast}) and of chain b. */
    private record Joint(int a, boolean aLast, int b, boolean bLast, double distance) {}

    /** Groups of places in {@code chains}, each group one line with its chains in order of the list. */
    List<List<Integer>> link(List<LineTracer.Chain> chains) {
        // first and last of every chain, side by side: taken once, for most of the pairs only measure a distance
        double[][] ends = new double[2 * chains.size()][];
        for (int i = 0; i < chains.size(); i++) {
            ends[2 * i] = end(chains.get(i), false);
            ends[2 * i + 1] = end(chains.get(i), true);
        }
        List<Joint> joints = new ArrayList<>();
        for (int a = 0; a < chains.size(); a++) {
            for (int b = a + 1; b < chains.size(); b++) {
                add(ends, a, b, joints);
            }
        }
        joints.sort(Comparator.comparingDouble(Joint::distance)
                .thenComparingInt(Joint::a)
                .thenComparingInt(Joint::b));
        boolean[][] taken = new boolean[chains.size()][2];
        int[] group = new int[chains.size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
        }
        for (Joint j : joints) {
            int p = j.aLast ? 1 : 0;
            int q = j.bLast ? 1 : 0;
            if (!taken[j.a][p] && !taken[j.b][q] && root(group, j.a) != root(group, j.b)) {
                taken[j.a][p] = true;
                taken[j.b][q] = true;
                int low = Math.min(root(group, j.a), root(group, j.b));
                group[Math.max(root(group, j.a), root(group, j.b))] = low;
            }
        }
        List<List<Integer>> lines = new ArrayList<>();
        int[] at = new int[chains.size()];
        for (int i = 0; i < chains.size(); i++) {
            int r = root(group, i);
            if (r == i) {
                at[i] = lines.size();
                lines.add(new ArrayList<>());
            }
            lines.get(at[r]).add(i);
        }
        return lines;
    }

    private static int root(int[] group, int i) {
        int r = i;
        while (group[r] != r) {
            r = group[r];
        }
        return r;
    }

    private void add(double[][] ends, int a, int b, List<Joint> joints) {
        for (int end = 0; end < 4; end++) {
            boolean aLast = (end & 1) != 0;
            boolean bLast = (end & 2) != 0;
            double[] p = ends[2 * a + (aLast ? 1 : 0)];
            double[] q = ends[2 * b + (bLast ? 1 : 0)];
            double dx = q[0] - p[0];
            double dy = q[1] - p[1];
            double d = Math.sqrt(dx * dx + dy * dy);
            if (d <= gap && d > 0 && p[2] * dx + p[3] * dy >= cosine * d && q[2] * dx + q[3] * dy <= -cosine * d) {
                joints.add(new Joint(a, aLast, b, bLast, d));
            }
        }
    }

    /** Place and outward direction of an end. */
    private static double[] end(LineTracer.Chain c, boolean last) {
        int n = c.size();
        int e = last ? n - 1 : 0;
        int inner = last ? Math.max(0, n - 1 - END) : Math.min(n - 1, END);
        double dx = c.x()[e] - c.x()[inner];
        double dy = c.y()[e] - c.y()[inner];
        double l = Math.max(1e-9, Math.hypot(dx, dy));
        return new double[] {c.x()[e], c.y()[e], dx / l, dy / l};
    }
}
