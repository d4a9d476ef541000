package org.dorsum.synth;

/**
 * Noise on a hashed lattice: a pure function of position and seed, so that a picture does not depend on the order in which
 * its pixels are computed.
 */
final class Noise {
    private Noise() {}

    /** A well mixed hash of a lattice point. */
    static int hash(int x, int y, int seed) {
        int h = x * 0x27d4eb2d ^ y * 0x165667b1 ^ seed * 0x9e3779b1;
        h ^= h >>> 15;
        h *= 0x85ebca6b;
        h ^= h >>> 13;
        h *= 0xc2b2ae35;
        return h ^ h >>> 16;
    }

    /** A hash as a number in [0, 1). */
    static double unit(int hash) {
        return (hash >>> 8) * 0x1p-24;
    }

    /** A nearly normal deviate of unit variance of a pixel: four uniform ones of one hash each half. */
    static double gaussian(int x, int y, int seed) {
        int a = hash(x, y, seed);
        int b = a * 0x2545f491 + 0x6c078965;
        b ^= b >>> 15;
        b *= 0x85ebca6b;
        b ^= b >>> 13;
        int sum = (a & 0xffff) + (a >>> 16) + (b & 0xffff) + (b >>> 16);
        return (sum - 131070) * (1.7320508 / 65536); // variance of the sum of four uniform deviates is 1/3
    }

    private static double corner(int h, double dx, double dy) {
        // Eight directions, of length √2 and 1 in turn: enough for noise that is summed over octaves.
        return switch (h >>> 29) {
            case 0 -> dx + dy;
            case 1 -> dx - dy;
            case 2 -> -dx + dy;
            case 3 -> -dx - dy;
            case 4 -> 1.4 * dx;
            case 5 -> -1.4 * dx;
            case 6 -> 1.4 * dy;
            default -> -1.4 * dy;
        };
    }

    /** Gradient noise, about −0.7 … 0.7, standard deviation about 0.27, one bump a unit. */
    static double gradient(double x, double y, int seed) {
        int ix = (int) Math.floor(x);
        int iy = (int) Math.floor(y);
        double fx = x - ix;
        double fy = y - iy;
        double wx = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
        double wy = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
        double a = corner(hash(ix, iy, seed), fx, fy);
        double b = corner(hash(ix + 1, iy, seed), fx - 1, fy);
        double c = corner(hash(ix, iy + 1, seed), fx, fy - 1);
        double d = corner(hash(ix + 1, iy + 1, seed), fx - 1, fy - 1);
        double top = a + wx * (b - a);
        return top + wy * (c + wx * (d - c) - top);
    }

    /** Sum of {@code octaves} of gradient noise, each of twice the frequency and {@code gain} of the amplitude. */
    static double fractal(double x, double y, int seed, int octaves, double gain) {
        double sum = 0;
        double amplitude = 1;
        for (int i = 0; i < octaves; i++) {
            sum += amplitude * gradient(x, y, seed + i * 101);
            amplitude *= gain;
            double t = 1.6 * x - 1.2 * y; // turn by 37° and double: hides the lattice
            y = 1.2 * x + 1.6 * y;
            x = t;
        }
        return sum;
    }

    /**
     * Distance of (x, y) to the nearest border of the Voronoi cells of a jittered unit lattice, 0 on a border, about 0.5 at
     * most. Cells of less jitter are more regular.
     */
    static double cellBorder(double x, double y, int seed, double jitter) {
        int ix = (int) Math.floor(x);
        int iy = (int) Math.floor(y);
        double best = 1e9;
        double second = 1e9;
        double bx = 0;
        double by = 0;
        double sx = 0;
        double sy = 0;
        for (int j = iy - 1; j <= iy + 1; j++) {
            for (int i = ix - 1; i <= ix + 1; i++) {
                int h = hash(i, j, seed);
                double px = i + 0.5 + jitter * ((h & 0xffff) * (1.0 / 65536) - 0.5);
                double py = j + 0.5 + jitter * ((h >>> 16) * (1.0 / 65536) - 0.5);
                double d = (px - x) * (px - x) + (py - y) * (py - y);
                if (d < best) {
                    second = best;
                    sx = bx;
                    sy = by;
                    best = d;
                    bx = px;
                    by = py;
                } else if (d < second) {
                    second = d;
                    sx = px;
                    sy = py;
                }
            }
        }
        double gap = Math.sqrt((sx - bx) * (sx - bx) + (sy - by) * (sy - by));
        return gap > 1e-6 ? (second - best) / (2 * gap) : 0;
    }
}
