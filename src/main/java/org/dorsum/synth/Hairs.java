package org.dorsum.synth;

import java.util.Optional;
import org.dorsum.image.Point;

/** Hairs on the back of the hand and the base segments of the fingers: thin curved lines over the skin, tapering. */
final class Hairs {
    /** Share of a pixel a hair covers from which it counts as seen. */
    static final float SEEN = 0.12f;

    private static final double WIDTH = 0.07; // mm near the root
    private static final int POINTS = 7;

    private Hairs() {}

    /** Draws the hairs on the canvas and adds their coverage to {@code cover}. */
    static void draw(Scene s, Surface g, byte[] cells, Canvas canvas, float[] cover) {
        if (s.setup.palm() || s.subject.hair() < 0.05 || s.pixelsPerMm < 1.5) {
            return; // a hair of 0.07 mm vanishes below one and a half pixels a millimetre
        }
        Rng r = Rng.of(s.subject.seed(), "hair");
        Locator locator = new Locator(g, cells, s.pixelsPerMm);
        int n = (int) (s.subject.hair() * 95); // tries over 95 cm² of skin
        double sweep = r.normal(0, 0.25);
        for (int i = 0; i < n; i++) {
            double u;
            double v;
            if (i % 5 == 0) { // base segments of the fingers
                Bone b = s.flat.bones().get(3 * r.below(4));
                double t = r.uniform(0.3, 0.75) * b.length();
                u = b.mapX() + StrictMath.sin(b.mapAngle()) * t + r.normal(0, 3);
                v = b.mapY() + StrictMath.cos(b.mapAngle()) * t;
            } else {
                u = r.uniform(-34, 36) * s.anatomy.handBreadth();
                v = r.uniform(-60, 78) * s.anatomy.scale();
            }
            double dense = Fast.step(-38, 30, u) * (v < 0 ? 1 : Fast.step(95, 15, v) * 0.8 + 0.2);
            double length = r.uniform(2.5, 9) * (v < 5 ? 1.3 : 1);
            double angle = 0.25 + 0.012 * u + sweep + r.normal(0, 0.35); // they lie towards the little finger
            double bend = r.normal(0.02, 0.07);
            double thick = WIDTH * r.uniform(0.6, 1.25);
            if (r.chance(dense)) {
                hair(s, g, locator, canvas, cover, u, v, angle, bend, length, thick);
            }
        }
    }

    private static void hair(
            Scene s,
            Surface g,
            Locator locator,
            Canvas canvas,
            float[] cover,
            double u,
            double v,
            double angle,
            double bend,
            double length,
            double thick) {
        double white = s.subject.hairShade();
        double k = 0.018 + 0.5 * white * white;
        double[] tint = {k * (1.25 - 0.25 * white), k, k * (0.75 + 0.23 * white)};
        Point last = null;
        double step = length / (POINTS - 1);
        for (int i = 0; i < POINTS; i++) {
            Optional<Point> p = locator.find(u, v);
            if (p.isEmpty()) {
                return;
            }
            if (last != null) {
                double w = thick * s.pixelsPerMm * (1 - 0.75 * i / (POINTS - 1.0));
                line(g, canvas, cover, last, p.get(), w, tint);
            }
            last = p.get();
            u += step * StrictMath.cos(angle);
            v += step * StrictMath.sin(angle);
            angle += bend * step;
        }
    }

    /** A line of {@code w} pixels of width, by the share of each pixel it covers. */
    private static void line(Surface g, Canvas canvas, float[] cover, Point a, Point b, double w, double[] tint) {
        double dx = b.x() - a.x();
        double dy = b.y() - a.y();
        double l2 = Math.max(dx * dx + dy * dy, 1e-9);
        int x0 = (int) Math.max(0, Math.min(a.x(), b.x()) - w - 1);
        int x1 = (int) Math.min(g.width - 1.0, Math.max(a.x(), b.x()) + w + 2);
        int y0 = (int) Math.max(0, Math.min(a.y(), b.y()) - w - 1);
        int y1 = (int) Math.min(g.height - 1.0, Math.max(a.y(), b.y()) + w + 2);
        for (int y = y0; y <= y1; y++) {
            for (int x = x0; x <= x1; x++) {
                double t = ((x - a.x()) * dx + (y - a.y()) * dy) / l2;
                if (t < 0 || t > 1) {
                    continue;
                }
                double ex = a.x() + t * dx - x;
                double ey = a.y() + t * dy - y;
                double d = Math.sqrt(ex * ex + ey * ey);
                double share = Fast.clamp(0.5 * w + 0.5 - d, 0, 1) * Math.min(1, w);
                if (share <= 0) {
                    continue;
                }
                int i = y * g.width + x;
                share = Math.max(0, share * 0.9 - 0.5 * cover[i]);
                cover[i] += (float) share;
                for (int c = 0; c < 3; c++) {
                    canvas.rgb[c][i] += (float) (share * (tint[c] - canvas.rgb[c][i]));
                }
            }
        }
    }
}
