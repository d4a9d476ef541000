package org.dorsum.synth;

import java.util.ArrayList;
import java.util.List;

/** Flexion creases of the palm side and scars of the back: curves in the map of the skin. */
final class Creases {
    private static final double[][] LIFE = {{-33, 62}, {-22, 58}, {-11, 48}, {-6, 34}, {-7, 20}, {-11, 8}};
    private static final double[][] HEAD = {{-33, 62}, {-18, 57}, {-3, 51}, {12, 44}, {24, 35}};
    private static final double[][] HEART = {{34, 58}, {22, 60}, {8, 61}, {-5, 66}, {-13, 75}, {-17, 82}};
    private static final double[][][] PALM = {LIFE, HEAD, HEART};

    private Creases() {}

    /** The three great creases of the palm and those of the fingers. */
    static List<Stroke> palm(Subject s, Anatomy a, Skeleton flat) {
        Rng r = Rng.of(s.seed(), "palm");
        List<Stroke> all = new ArrayList<>();
        for (double[][] line : PALM) {
            all.add(smooth(r, line, a, r.uniform(0.9, 1.4), r.uniform(0.25, 0.45)));
        }
        for (int i = 0; i < 26; i++) { // the small ones between
            double x = r.uniform(-26, 28) * a.handBreadth();
            double y = r.uniform(12, 74) * a.scale();
            all.add(Stroke.wander(
                    r,
                    x,
                    y,
                    r.uniform(0, 6.28),
                    r.uniform(6, 20),
                    1,
                    0.04,
                    r.uniform(0.3, 0.6),
                    r.uniform(0.03, 0.12)));
        }
        for (Bone b : flat.bones()) {
            if (b.group() == 0) {
                continue;
            }
            boolean base = b.start().equals(flat.joints()[b.group() == 1 ? 2 : 4 * b.group() - 3]);
            double at = base && b.group() > 1 ? 0.48 * b.length() : 0;
            for (int k = -1; k <= 1; k += 2) {
                double half = b.radiusStart() * r.uniform(0.9, 1.15);
                all.add(across(r, b, at + k * r.uniform(0.5, 1.3), half, r.uniform(0.6, 1), r.uniform(0.12, 0.3)));
            }
        }
        return all;
    }

    private static Stroke across(Rng r, Bone b, double along, double half, double width, double depth) {
        int n = 9;
        float[] u = new float[n];
        float[] v = new float[n];
        double c = StrictMath.cos(b.mapAngle());
        double s = StrictMath.sin(b.mapAngle());
        double bow = r.normal(0, 0.4);
        for (int i = 0; i < n; i++) {
            double t = 2.0 * i / (n - 1) - 1;
            double l = along + bow * t * t + r.normal(0, 0.1);
            u[i] = (float) (b.mapX() + c * t * half + s * l);
            v[i] = (float) (b.mapY() - s * t * half + c * l);
        }
        return new Stroke(u, v, width, depth, true);
    }

    /** A curve through the points (Catmull–Rom), each a little off. */
    private static Stroke smooth(Rng r, double[][] points, Anatomy a, double width, double depth) {
        int per = 7;
        int n = (points.length - 1) * per + 1;
        double[][] p = new double[points.length][];
        for (int i = 0; i < p.length; i++) {
            p[i] = new double[] {
                (points[i][0] + r.normal(0, 1.6)) * a.handBreadth(), (points[i][1] + r.normal(0, 1.6)) * a.scale()
            };
        }
        float[] u = new float[n];
        float[] v = new float[n];
        for (int i = 0; i < n; i++) {
            int k = Math.min(i / per, p.length - 2);
            double t = (i - k * per) / (double) per;
            u[i] = (float) (spline(p, k, t, 0) + r.normal(0, 0.12));
            v[i] = (float) (spline(p, k, t, 1) + r.normal(0, 0.12));
        }
        return new Stroke(u, v, width, depth, true);
    }

    private static double spline(double[][] p, int k, double t, int c) {
        double a = p[Math.max(k - 1, 0)][c];
        double b = p[k][c];
        double d = p[k + 1][c];
        double e = p[Math.min(k + 2, p.length - 1)][c];
        return b + 0.5 * t * (d - a + t * (2 * a - 5 * b + 4 * d - e + t * (3 * (b - d) + e - a)));
    }

    /** Old scars: pale, smooth, a little raised. */
    static List<Stroke> scars(Subject s, Anatomy a) {
        Rng r = Rng.of(s.seed(), "scars");
        List<Stroke> all = new ArrayList<>();
        for (int i = 0; i < s.scars(); i++) {
            double x = r.uniform(-28, 26) * a.handBreadth();
            double y = r.uniform(12, 74) * a.scale();
            all.add(Stroke.wander(
                    r,
                    x,
                    y,
                    r.uniform(0, 6.28),
                    r.uniform(6, 24),
                    1,
                    0.03,
                    r.uniform(0.9, 2.4),
                    -r.uniform(0.04, 0.12)));
        }
        return all;
    }
}
