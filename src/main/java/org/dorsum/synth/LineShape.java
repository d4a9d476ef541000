package org.dorsum.synth;

import java.util.ArrayList;
import java.util.List;

/**
 * A line drawn by hand, as a path whose unit is its own length: x and y of each point, the first at (0, 0).
 *
 * @param x along the drawing's rows
 * @param y down the drawing's columns
 */
public record LineShape(float[] x, float[] y) {
    private static final double SHARE = 0.5; // drawn lines for each line of the renderer's own

    /** Checks the size and copies the points. */
    public LineShape {
        if (x.length != y.length || x.length < 3) {
            throw new IllegalArgumentException("a line has at least three points");
        }
        x = x.clone();
        y = y.clone();
    }

    /** Some of the shapes on the back of the hand of {@code s}, chosen, turned and sized by its seed. */
    static List<Stroke> place(List<LineShape> shapes, Subject s) {
        List<Stroke> all = new ArrayList<>();
        if (shapes.isEmpty()) {
            return all;
        }
        Rng r = Rng.of(s.seed(), "line shapes");
        int n = (int) Math.rint(SHARE * s.lines() * (14 + 90 * s.aged()));
        for (int i = 0; i < n; i++) {
            LineShape shape = shapes.get(r.below(shapes.size()));
            double length = r.uniform(6, 28);
            double turn = r.uniform(-0.5, 0.5);
            double c = length * StrictMath.cos(turn);
            double k = length * StrictMath.sin(turn);
            double x0 = r.uniform(-36, 20);
            double y0 = r.uniform(8, 76);
            float[] u = new float[shape.x.length];
            float[] v = new float[u.length];
            for (int j = 0; j < u.length; j++) {
                u[j] = (float) (x0 + c * shape.x[j] - k * shape.y[j]);
                v[j] = (float) (y0 + k * shape.x[j] + c * shape.y[j]);
            }
            double width = r.uniform(0.18, 0.5);
            all.add(new Stroke(u, v, width, width * r.uniform(0.16, 0.32), true));
        }
        return all;
    }
}
