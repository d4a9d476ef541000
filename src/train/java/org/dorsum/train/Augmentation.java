package org.dorsum.train;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.dorsum.image.RgbImage;

/**
 * Makes an example for the network from a rendered one: placed as a whole photo, turned any way and letterboxed, or as the
 * close-up of a hand already found, roughly upright; mirrored; on another ground with a cast shadow; under other light, in
 * another camera. Two pictures drawn from the same random numbers are the same.
 */
final class Augmentation {
    private static final int SIDE = HandNet.SIDE;
    private static final double CLOSE_UPS = 0.5;
    private static final double NEW_GROUNDS = 0.5;
    private static final double LOOK_ALIKE = 0.2; // of the new grounds have the hand's colour
    private static final double EMPTY = 0.04; // pictures without any hand

    private final List<RgbImage> surfaces;

    Augmentation(List<RgbImage> surfaces) {
        this.surfaces = List.copyOf(surfaces);
    }

    /** A picture of {@link HandNet#SIDE} pixels from a rendered one. */
    Example apply(Example e, Random r) {
        boolean mirror = r.nextBoolean();
        boolean near = r.nextDouble() < CLOSE_UPS && showsHand(e);
        double[] view = near ? closeUp(e, r) : whole(e, r);
        if (mirror) { // of the picture that results
            view = new double[] {
                -view[0], view[1], view[2] + view[0] * (SIDE - 1), -view[3], view[4], view[5] + view[3] * (SIDE - 1)
            };
        }
        boolean empty = r.nextDouble() < EMPTY;
        boolean newGround = empty || r.nextDouble() < NEW_GROUNDS;
        Ground ground = Ground.random(r, surfaces);
        Frame frame = near ? Frame.oblique(r) : Frame.letterbox(r);
        float[] colour = new float[3 * SIDE * SIDE];
        byte[] classes = new byte[SIDE * SIDE];
        paint(e, view, ground, newGround, empty, r, colour, classes);
        photograph(colour, r);
        byte[] rgb = new byte[3 * SIDE * SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int i = y * SIDE + x;
                boolean bar = frame.outside(x, y);
                classes[i] = bar ? 0 : classes[i];
                for (int c = 0; c < 3; c++) {
                    rgb[3 * i + c] = (byte) (bar ? 128 : Math.max(0, Math.min(255, Math.round(colour[3 * i + c]))));
                }
            }
        }
        float[] points = new float[e.points().length]; // what the frame cuts off keeps its place
        if (empty) {
            Arrays.fill(points, -1e4f);
        } else {
            double det = view[0] * view[4] - view[1] * view[3];
            for (int k = 0; k < points.length; k += 2) {
                double dx = e.points()[k] - view[2];
                double dy = e.points()[k + 1] - view[5];
                points[k] = (float) ((view[4] * dx - view[1] * dy) / det);
                points[k + 1] = (float) ((view[0] * dy - view[3] * dx) / det);
            }
        }
        return new Example(SIDE, rgb, classes, points, e.palm(), e.left() != mirror);
    }

    /** Whether the picture shows more than a few fingertips: most of the key points. */
    private static boolean showsHand(Example e) {
        int inside = 0;
        for (int k = 0; k < e.points().length; k += 2) {
            float x = e.points()[k];
            float y = e.points()[k + 1];
            inside += x >= 0 && y >= 0 && x < e.side() && y < e.side() ? 1 : 0;
        }
        return inside > 10;
    }

    /** From pixels of the result to pixels of {@code e}: {x = v0 u + v1 v + v2, y = v3 u + v4 v + v5}. */
    private static double[] whole(Example e, Random r) {
        double scale = e.side() / (double) SIDE * Math.exp(Ground.uniform(r, -0.45, 0.35));
        double turn = r.nextDouble() < 0.3 ? 0.1 * r.nextGaussian() : Ground.uniform(r, -Math.PI, Math.PI);
        double shift = 0.07 * e.side();
        return view(e.side() / 2.0 + shift * r.nextGaussian(), e.side() / 2.0 + shift * r.nextGaussian(), scale, turn);
    }

    /** The hand's box fills the picture and the fingers point up, both roughly. */
    private static double[] closeUp(Example e, Random r) {
        double ax = e.points()[18] - e.points()[0];
        double ay = e.points()[19] - e.points()[1];
        double turn = Math.atan2(ax, -ay) + 0.25 * r.nextGaussian();
        double cos = Math.cos(turn);
        double sin = Math.sin(turn);
        double[] low = {1e9, 1e9};
        double[] high = {-1e9, -1e9};
        for (int k = 0; k < e.points().length; k += 2) {
            double x = e.points()[k];
            double y = e.points()[k + 1];
            double u = cos * x + sin * y;
            double v = -sin * x + cos * y;
            low[0] = Math.min(low[0], u);
            high[0] = Math.max(high[0], u);
            low[1] = Math.min(low[1], v);
            high[1] = Math.max(high[1], v);
        }
        double extent = Math.max(30, Math.max(high[0] - low[0], high[1] - low[1]));
        double scale = extent * Ground.uniform(r, 1.12, 1.6) / SIDE;
        double mu = (low[0] + high[0]) / 2 + 0.06 * extent * r.nextGaussian();
        double mv = (low[1] + high[1]) / 2 + 0.06 * extent * r.nextGaussian();
        return view(cos * mu - sin * mv, sin * mu + cos * mv, scale, turn);
    }

    private static double[] view(double cx, double cy, double scale, double turn) {
        double a = scale * Math.cos(turn);
        double b = scale * Math.sin(turn);
        double m = (SIDE - 1) / 2.0;
        return new double[] {a, -b, cx - (a - b) * m, b, a, cy - (a + b) * m};
    }

    private static void paint(
            Example e,
            double[] v,
            Ground ground,
            boolean newGround,
            boolean empty,
            Random r,
            float[] colour,
            byte[] classes) {
        int s = e.side();
        boolean shadow = r.nextDouble() < 0.7;
        double shadowX = 9 * r.nextGaussian();
        double shadowY = 9 * r.nextGaussian();
        double depth = shadow ? Ground.uniform(r, 0.1, 0.7) : 0;
        double[] g = new double[3];
        double[] tint = new double[3];
        for (int c = 0; c < 3; c++) { // the ground kept may have another colour, too
            tint[c] = Math.exp(0.12 * r.nextGaussian());
        }
        boolean tinted = r.nextBoolean();
        double[] varnish = NailColour.random(e, r);
        double[] shift = r.nextDouble() < LOOK_ALIKE ? towardsHand(e, ground, r) : new double[3];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int i = y * SIDE + x;
                double px = v[0] * x + v[1] * y + v[2];
                double py = v[3] * x + v[4] * y + v[5];
                boolean inside = px >= 0 && py >= 0 && px < s - 1 && py < s - 1;
                double alpha = 0;
                if (inside && !empty) {
                    classes[i] = e.classes()[(int) Math.rint(py) * s + (int) Math.rint(px)];
                    alpha = cover(e, px, py);
                }
                boolean replaced = newGround || !inside;
                if (replaced) {
                    ground.at(x, y, SIDE, g);
                    double dark = depth == 0 ? 1 : 1 - depth * soft(e, px + shadowX, py + shadowY, empty);
                    for (int c = 0; c < 3; c++) {
                        g[c] = (g[c] + shift[c]) * dark;
                    }
                }
                double nail = inside && varnish[3] > 0 ? varnish[3] * nail(e, px, py) : 0;
                for (int c = 0; c < 3; c++) {
                    double own = inside ? bilinear(e, px, py, c) : 0;
                    own = nail > 0 ? own + nail * (varnish[c] * own - own + varnish[4 + c]) : own;
                    double behind = replaced ? g[c] : tinted ? own * tint[c] : own;
                    colour[3 * i + c] = (float) (alpha * own + (1 - alpha) * behind);
                }
            }
        }
    }

    /** Share of the pixel that is nail. */
    private static double nail(Example e, double x, double y) {
        int s = e.side();
        int i = ((int) y) * s + (int) x;
        double fx = x - (int) x;
        double fy = y - (int) y;
        byte[] k = e.classes();
        double top = (k[i] == 2 ? 1 - fx : 0) + (k[i + 1] == 2 ? fx : 0);
        double bottom = (k[i + s] == 2 ? 1 - fx : 0) + (k[i + s + 1] == 2 ? fx : 0);
        return top * (1 - fy) + bottom * fy;
    }

    /** What the ground's colour lacks to be the hand's, roughly. */
    private static double[] towardsHand(Example e, Ground ground, Random r) {
        double[] hand = NailColour.mean(e, 1);
        boolean bare = hand[0] + hand[1] + hand[2] == 0;
        double[] behind = new double[3];
        double[] g = new double[3];
        for (int k = 0; k < 256; k++) {
            ground.at(k % 16 * SIDE / 16.0, Math.floorDiv(k, 16) * SIDE / 16.0, SIDE, g);
            for (int c = 0; c < 3; c++) {
                behind[c] += g[c] / 256;
            }
        }
        double level = Math.exp(0.1 * r.nextGaussian());
        for (int c = 0; c < 3; c++) {
            hand[c] = bare ? 0 : level * hand[c] * Math.exp(0.04 * r.nextGaussian()) - behind[c];
        }
        return hand;
    }

    /** Share of the pixel that the hand covers, drawn in a little so that no rim of the old ground remains. */
    private static double cover(Example e, double x, double y) {
        int s = e.side();
        int ix = (int) x;
        int iy = (int) y;
        double fx = x - ix;
        double fy = y - iy;
        double a = on(e, iy * s + ix) * (1 - fx) + on(e, iy * s + ix + 1) * fx;
        double b = on(e, (iy + 1) * s + ix) * (1 - fx) + on(e, (iy + 1) * s + ix + 1) * fx;
        double c = a * (1 - fy) + b * fy;
        return Math.max(0, Math.min(1, (c - 0.35) / 0.65));
    }

    private static double on(Example e, int i) {
        return e.classes()[i] == 0 ? 0 : 1;
    }

    /** The hand's outline, blurred: how deep a point lies in its shadow. */
    private static double soft(Example e, double x, double y, boolean empty) {
        if (empty) {
            return 0;
        }
        int s = e.side();
        int sum = 0;
        for (int dy = -4; dy <= 4; dy += 4) {
            for (int dx = -4; dx <= 4; dx += 4) {
                int ix = (int) x + dx;
                int iy = (int) y + dy;
                sum += ix >= 0 && iy >= 0 && ix < s && iy < s && e.classes()[iy * s + ix] != 0 ? 1 : 0;
            }
        }
        return sum / 9.0;
    }

    private static double bilinear(Example e, double x, double y, int c) {
        int s = e.side();
        int ix = (int) x;
        int iy = (int) y;
        double fx = x - ix;
        double fy = y - iy;
        int i = 3 * (iy * s + ix) + c;
        double top = (e.rgb()[i] & 255) * (1 - fx) + (e.rgb()[i + 3] & 255) * fx;
        double bottom = (e.rgb()[i + 3 * s] & 255) * (1 - fx) + (e.rgb()[i + 3 * s + 3] & 255) * fx;
        return top * (1 - fy) + bottom * fy;
    }

    /** Another light and another camera: level, colour, tone curve, saturation, soft shadow or glow, blur, noise. */
    private static void photograph(float[] colour, Random r) {
        double[] gain = new double[3];
        double level = Math.exp(0.22 * r.nextGaussian());
        for (int c = 0; c < 3; c++) {
            gain[c] = level * Math.exp(0.07 * r.nextGaussian());
        }
        double gamma = Math.exp(0.2 * r.nextGaussian());
        double saturation = r.nextDouble() < 0.1 ? Ground.uniform(r, 0.1, 0.5) : Math.exp(0.2 * r.nextGaussian());
        double slopeX = 0.5 * r.nextGaussian() / SIDE;
        double slopeY = 0.5 * r.nextGaussian() / SIDE;
        boolean lit = r.nextDouble() < 0.5;
        if (r.nextDouble() < 0.3) {
            blur(colour);
        }
        double noise = r.nextDouble() < 0.5 ? Ground.uniform(r, 0, 8) : 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int i = 3 * (y * SIDE + x);
                double light = lit ? Math.exp(slopeX * (x - SIDE / 2.0) + slopeY * (y - SIDE / 2.0)) : 1;
                double grey = (colour[i] + colour[i + 1] + colour[i + 2]) / 3;
                for (int c = 0; c < 3; c++) {
                    double t = grey + saturation * (colour[i + c] - grey);
                    t = 255 * Math.pow(Math.max(0, Math.min(1.2, t * gain[c] * light / 255)), gamma);
                    colour[i + c] = (float) (noise > 0 ? t + noise * r.nextGaussian() : t);
                }
            }
        }
    }

    private static void blur(float[] colour) {
        float[] in = colour.clone();
        for (int y = 1; y < SIDE - 1; y++) {
            for (int x = 1; x < SIDE - 1; x++) {
                for (int c = 0; c < 3; c++) {
                    float sum = 0;
                    for (int k = -1; k <= 1; k++) {
                        int i = 3 * ((y + k) * SIDE + x) + c;
                        sum += (in[i - 3] + 2 * in[i] + in[i + 3]) * (k == 0 ? 2 : 1);
                    }
                    colour[3 * (y * SIDE + x) + c] = sum / 16;
                }
            }
        }
    }
}
