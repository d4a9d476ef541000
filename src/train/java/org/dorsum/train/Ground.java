package org.dorsum.train;

import java.util.List;
import java.util.Random;
import org.dorsum.image.RgbImage;
import org.jspecify.annotations.Nullable;

/**
 * A surface behind a hand: a photographed one, turned, scaled and recoloured, or a mixture of soft blotches, stripes and
 * boxes in colours of which some are like skin. Colour at any place; immutable.
 */
final class Ground {
    private final @Nullable RgbImage picture;
    private final double cos;
    private final double sin;
    private final double offsetX;
    private final double offsetY;
    private final double[] gain = new double[3];
    private final double[] lift = new double[3];
    private final double[][] palette = new double[5][];
    private final double[] boxes;
    private final double stripes;
    private final double blotch;
    private final int seed;

    private Ground(Random r, List<RgbImage> surfaces) {
        picture = !surfaces.isEmpty() && r.nextDouble() < 0.6 ? surfaces.get(r.nextInt(surfaces.size())) : null;
        double scale = picture == null ? 1 : Math.exp(uniform(r, -0.7, 1.3));
        double turn = uniform(r, 0, 2 * Math.PI);
        cos = scale * Math.cos(turn);
        sin = scale * Math.sin(turn);
        offsetX = uniform(r, 0, 2000);
        offsetY = uniform(r, 0, 2000);
        double level = Math.exp(0.35 * r.nextGaussian());
        for (int c = 0; c < 3; c++) {
            gain[c] = level * Math.exp(0.18 * r.nextGaussian());
            lift[c] = 12 * r.nextGaussian();
        }
        for (int k = 0; k < palette.length; k++) {
            palette[k] = colour(r);
        }
        boxes = new double[5 * r.nextInt(14)];
        for (int k = 0; k < boxes.length; k++) {
            boxes[k] = r.nextDouble();
        }
        stripes = r.nextDouble() < 0.3 ? uniform(r, 4, 40) : 0;
        blotch = Math.exp(uniform(r, 1.5, 4.5));
        seed = r.nextInt();
    }

    static Ground random(Random r, List<RgbImage> surfaces) {
        return new Ground(r, surfaces);
    }

    /** Any colour, now and then one like skin or wood. */
    private static double[] colour(Random r) {
        if (r.nextDouble() < 0.3) {
            double level = uniform(r, 70, 240);
            return new double[] {level, level * uniform(r, 0.62, 0.9), level * uniform(r, 0.4, 0.8)};
        }
        double grey = uniform(r, 10, 245);
        double vivid = r.nextDouble() < 0.5 ? 12 : 60;
        return new double[] {
            grey + vivid * r.nextGaussian(), grey + vivid * r.nextGaussian(), grey + vivid * r.nextGaussian()
        };
    }

    static double uniform(Random r, double low, double high) {
        return low + (high - low) * r.nextDouble();
    }

    /** Colour at (x, y) of a picture {@code side} pixels wide, sRGB 0 … 255, into {@code out}. */
    void at(double x, double y, int side, double[] out) {
        double u = cos * x - sin * y + offsetX;
        double v = sin * x + cos * y + offsetY;
        if (picture != null) {
            sample(picture, u, v, out);
            for (int c = 0; c < 3; c++) {
                out[c] = gain[c] * out[c] + lift[c];
            }
        } else {
            double n = noise(u / blotch, v / blotch, seed) + 0.5 * noise(2.1 * u / blotch, 2.1 * v / blotch, seed + 1);
            double fine = noise(u / 1.7, v / 1.7, seed + 2) - 0.5;
            double share = Math.max(0, Math.min(1, n / 1.5 * 2 - 0.5));
            boolean striped = stripes > 0 && Math.floorMod((long) Math.floor(u / stripes), 2L) == 0;
            double[] a = striped ? palette[2] : palette[0];
            for (int c = 0; c < 3; c++) {
                out[c] = a[c] + (palette[1][c] - a[c]) * share + 20 * fine;
            }
        }
        for (int k = 0; k + 4 < boxes.length; k += 5) {
            double dx = x / side - boxes[k];
            double dy = y / side - boxes[k + 1];
            double bx = 0.02 + 0.35 * boxes[k + 2] * boxes[k + 2];
            double by = 0.02 + 0.35 * boxes[k + 3] * boxes[k + 3];
            boolean in =
                    k % 2 == 0 ? Math.abs(dx) < bx && Math.abs(dy) < by : dx * dx / (bx * bx) + dy * dy / (by * by) < 1;
            if (in) {
                double[] colour = palette[(int) (boxes[k + 4] * palette.length)];
                double shade = 1 + 0.3 * (dx / bx) * (boxes[k + 4] - 0.5);
                for (int c = 0; c < 3; c++) {
                    out[c] = colour[c] * shade;
                }
            }
        }
    }

    private static void sample(RgbImage p, double u, double v, double[] out) {
        double x = mirrored(u, p.width() - 1);
        double y = mirrored(v, p.height() - 1);
        int ix = Math.min((int) x, p.width() - 2);
        int iy = Math.min((int) y, p.height() - 2);
        double fx = x - ix;
        double fy = y - iy;
        int a = p.packed(ix, iy);
        int b = p.packed(ix + 1, iy);
        int c = p.packed(ix, iy + 1);
        int d = p.packed(ix + 1, iy + 1);
        for (int k = 0; k < 3; k++) {
            int s = 16 - 8 * k;
            double top = (a >> s & 255) * (1 - fx) + (b >> s & 255) * fx;
            double bottom = (c >> s & 255) * (1 - fx) + (d >> s & 255) * fx;
            out[k] = top * (1 - fy) + bottom * fy;
        }
    }

    private static double mirrored(double t, double period) {
        double m = t % (2 * period);
        m = m < 0 ? m + 2 * period : m;
        return m <= period ? m : 2 * period - m;
    }

    /** Smooth noise, 0 … 1. */
    private static double noise(double x, double y, int seed) {
        long ix = (long) Math.floor(x);
        long iy = (long) Math.floor(y);
        double fx = x - ix;
        double fy = y - iy;
        fx = fx * fx * (3 - 2 * fx);
        fy = fy * fy * (3 - 2 * fy);
        double top = hash(ix, iy, seed) * (1 - fx) + hash(ix + 1, iy, seed) * fx;
        double bottom = hash(ix, iy + 1, seed) * (1 - fx) + hash(ix + 1, iy + 1, seed) * fx;
        return top * (1 - fy) + bottom * fy;
    }

    private static double hash(long x, long y, int seed) {
        long h = x * 0x9E3779B97F4A7C15L ^ y * 0xC2B2AE3D27D4EB4FL ^ seed * 0x165667B19E3779F9L;
        h ^= h >>> 29;
        h *= 0xBF58476D1CE4E5B9L;
        h ^= h >>> 32;
        return (h >>> 40) / (double) (1 << 24);
    }
}
