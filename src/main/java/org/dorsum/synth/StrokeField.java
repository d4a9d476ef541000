package org.dorsum.synth;

import java.util.List;

/**
 * Many strokes at once: relief at any point of the map of the skin. A grid of cells lists the segments that come near each,
 * stroke by stroke, so that a query looks at few.
 */
final class StrokeField {
    private static final double REACH = 2.2; // beyond 2.2 scales exp(−d²) is below 0.8 %
    private final List<Stroke> strokes;
    private final double cell;
    private final double left;
    private final double top;
    private final int across;
    private final int down;
    private final int[] first; // where a cell's entries begin
    private final int[] entries; // stroke << 12 | segment
    private final float[][] along; // distance along each stroke at its points, share of its length

    StrokeField(List<Stroke> strokes, double cell) {
        this.strokes = List.copyOf(strokes);
        this.cell = cell;
        double x0 = 1e9;
        double y0 = 1e9;
        double x1 = -1e9;
        double y1 = -1e9;
        this.along = new float[strokes.size()][];
        for (int k = 0; k < strokes.size(); k++) {
            Stroke s = strokes.get(k);
            along[k] = shares(s);
            double r = REACH * s.scale() + cell;
            for (int i = 0; i < s.u().length; i++) {
                x0 = Math.min(x0, s.u()[i] - r);
                y0 = Math.min(y0, s.v()[i] - r);
                x1 = Math.max(x1, s.u()[i] + r);
                y1 = Math.max(y1, s.v()[i] + r);
            }
        }
        this.left = strokes.isEmpty() ? 0 : x0;
        this.top = strokes.isEmpty() ? 0 : y0;
        this.across = strokes.isEmpty() ? 0 : (int) Math.ceil((x1 - x0) / cell) + 1;
        this.down = strokes.isEmpty() ? 0 : (int) Math.ceil((y1 - y0) / cell) + 1;
        this.first = new int[across * down + 1];
        int[] at = new int[across * down + 1];
        visit((c, e) -> at[c + 1]++);
        for (int i = 1; i < at.length; i++) {
            at[i] += at[i - 1];
        }
        System.arraycopy(at, 0, first, 0, at.length);
        this.entries = new int[at[at.length - 1]];
        visit((c, e) -> entries[at[c]++] = e);
    }

    private interface Visitor {
        void visit(int cell, int entry);
    }

    private void visit(Visitor visitor) {
        for (int k = 0; k < strokes.size(); k++) {
            Stroke s = strokes.get(k);
            double r = REACH * s.scale();
            for (int i = 0; i + 1 < s.u().length; i++) {
                int cx0 = (int) ((Math.min(s.u()[i], s.u()[i + 1]) - r - left) / cell);
                int cx1 = (int) ((Math.max(s.u()[i], s.u()[i + 1]) + r - left) / cell);
                int cy0 = (int) ((Math.min(s.v()[i], s.v()[i + 1]) - r - top) / cell);
                int cy1 = (int) ((Math.max(s.v()[i], s.v()[i + 1]) + r - top) / cell);
                for (int y = cy0; y <= cy1; y++) {
                    for (int x = cx0; x <= cx1; x++) {
                        visitor.visit(y * across + x, k << 12 | i);
                    }
                }
            }
        }
    }

    private static float[] shares(Stroke s) {
        float[] a = new float[s.u().length];
        double sum = 0;
        for (int i = 1; i < a.length; i++) {
            double du = s.u()[i] - s.u()[i - 1];
            double dv = s.v()[i] - s.v()[i - 1];
            sum += Math.sqrt(du * du + dv * dv);
            a[i] = (float) sum;
        }
        for (int i = 1; i < a.length; i++) {
            a[i] /= (float) Math.max(sum, 1e-9);
        }
        return a;
    }

    /** Relief at (u, v), mm: minus the depths of the strokes that pass there, each counted once. */
    double height(double u, double v) {
        int cx = (int) Math.floor((u - left) / cell);
        int cy = (int) Math.floor((v - top) / cell);
        if (cx < 0 || cy < 0 || cx >= across || cy >= down) {
            return 0;
        }
        double sum = 0;
        double deepest = 0;
        int stroke = -1;
        int c = cy * across + cx;
        for (int e = first[c]; e < first[c + 1]; e++) {
            int k = entries[e] >>> 12;
            if (k != stroke) {
                sum += deepest;
                deepest = 0;
                stroke = k;
            }
            double h = segment(strokes.get(k), along[k], entries[e] & 0xfff, u, v);
            if (Math.abs(h) > Math.abs(deepest)) {
                deepest = h;
            }
        }
        return sum + deepest;
    }

    private static double segment(Stroke s, float[] share, int i, double u, double v) {
        double ax = s.u()[i];
        double ay = s.v()[i];
        double dx = s.u()[i + 1] - ax;
        double dy = s.v()[i + 1] - ay;
        double l2 = dx * dx + dy * dy;
        double t = l2 > 0 ? Fast.clamp(((u - ax) * dx + (v - ay) * dy) / l2, 0, 1) : 0;
        double ex = ax + t * dx - u;
        double ey = ay + t * dy - v;
        double d2 = ex * ex + ey * ey;
        double w = s.scale();
        if (d2 > REACH * REACH * w * w) {
            return 0;
        }
        double g = s.strength(share[i] + t * (share[i + 1] - share[i]));
        double wide = w * (0.5 + 0.5 * g);
        return -s.depth() * g * Fast.expMinus(d2 / (wide * wide));
    }

    List<Stroke> strokes() {
        return strokes;
    }
}
