package org.dorsum.synth;

import java.util.Arrays;
import org.dorsum.image.RgbImage;

/** What the hand lies on: colour of a flat surface at any of its points. */
sealed interface Backdrop
        permits Backdrop.Paper,
                Backdrop.Cloth,
                Backdrop.Wood,
                Backdrop.Desk,
                Backdrop.Picture,
                Print,
                Tiles,
                Grass,
                Clutter,
                Graded {

    /** Colour at (x, y) mm on the surface, linear light 0 … 1, into {@code rgb}; features below {@code finest} mm are left out. */
    void colour(double x, double y, double finest, double[] rgb);

    /** Whether it has a middle, which belongs before the camera, and does not go on for ever. */
    default boolean placed() {
        return false;
    }

    /** Mean luminance of the surface about the origin, 0 … 1: what it throws back of the light. */
    default double level() {
        double[] rgb = new double[3];
        double sum = 0;
        for (int k = 0; k < 49; k++) {
            colour((k % 7 - 3) * 17.3, (k / 7 - 3) * 17.3, 5, rgb);
            sum += 0.2126729 * rgb[0] + 0.7151522 * rgb[1] + 0.0721750 * rgb[2];
        }
        return Fast.clamp(sum / 49, 0, 1);
    }

    /** A sheet of paper or a painted board: even, faintly mottled. */
    record Paper(double red, double green, double blue, int seed) implements Backdrop {
        @Override
        public void colour(double x, double y, double finest, double[] rgb) {
            double n = 1
                    + 0.012 * Noise.gradient(x / 1.7, y / 1.7, seed)
                    + 0.02 * Noise.gradient(x / 60, y / 60, seed + 1);
            rgb[0] = red * n;
            rgb[1] = green * n;
            rgb[2] = blue * n;
        }
    }

    /** Woven cloth: threads over and under, with folds. */
    record Cloth(double red, double green, double blue, double thread, double contrast, int seed) implements Backdrop {
        @Override
        public void colour(double x, double y, double finest, double[] rgb) {
            double n = 1 + 0.25 * Noise.fractal(x / 45, y / 60, seed, 2, 0.5);
            double shown = Fast.step(0.4 * finest, 1.2 * finest, thread);
            if (shown > 0) {
                double wx = x + 0.25 * thread * Noise.gradient(x / 6, y / 6, seed + 2);
                double wy = y + 0.25 * thread * Noise.gradient(x / 6 + 9, y / 6, seed + 3);
                int ix = (int) Math.floor(wx / thread);
                int iy = (int) Math.floor(wy / thread);
                double fx = wx / thread - ix - 0.5;
                double fy = wy / thread - iy - 0.5;
                boolean warp = (ix + iy & 1) == 0;
                double round = warp ? 1 - 2.6 * fx * fx - 0.8 * fy * fy : 1 - 2.6 * fy * fy - 0.8 * fx * fx;
                double dye = 0.12 * (Noise.unit(Noise.hash(warp ? ix : 7, warp ? 3 : iy, seed + 5)) - 0.5);
                n *= 1 + shown * (contrast * (round - 0.7) + dye);
            }
            rgb[0] = red * Math.max(0.05, n);
            rgb[1] = green * Math.max(0.05, n);
            rgb[2] = blue * Math.max(0.05, n);
        }
    }

    /** Planed wood: rings cut along the grain, pores, boards. */
    record Wood(double red, double green, double blue, double contrast, double board, int seed) implements Backdrop {
        @Override
        public void colour(double x, double y, double finest, double[] rgb) {
            int plank = (int) Math.floor(x / board);
            double along = y + 400 * Noise.unit(Noise.hash(plank, 1, seed));
            double bent = x
                    + 14 * Noise.gradient(x / 70, along / 210, seed + 1)
                    + 3 * Noise.gradient(x / 16, along / 90, seed + 2);
            double ring = bent / 5.5 + 1.2 * Noise.gradient(x / 30, along / 300, seed + 3);
            double phase = ring - Math.floor(ring);
            double late = Fast.step(0.35, 0.95, phase) * (1 - Fast.step(0.95, 1, phase));
            double pores = Noise.gradient(x / 0.45, along / 9, seed + 4);
            double n =
                    1 - contrast * (0.55 * late + 0.35 * pores + 0.4 * Noise.gradient(x / 40, along / 130, seed + 5));
            n *= 0.9 + 0.2 * Noise.unit(Noise.hash(plank, 2, seed));
            double gap = Math.abs(x - plank * board);
            n *= 1 - 0.6 * Fast.bell(Math.min(gap, board - gap), 0.5);
            double c = Math.max(0.04, n);
            rgb[0] = red * c;
            rgb[1] = green * c * (0.94 + 0.06 * c);
            rgb[2] = blue * c * (0.85 + 0.15 * c);
        }
    }

    /** A desk top, stone or laminate: speckles of a second tone. */
    record Desk(double red, double green, double blue, double speckle, double grain, int seed) implements Backdrop {
        @Override
        public void colour(double x, double y, double finest, double[] rgb) {
            double s = Noise.fractal(x / grain, y / grain, seed, 3, 0.6);
            double n = 1 + speckle * s + 0.06 * Noise.gradient(x / 50, y / 50, seed + 4);
            rgb[0] = red * Math.max(0.05, n);
            rgb[1] = green * Math.max(0.05, n);
            rgb[2] = blue * Math.max(0.05, n);
        }
    }

    /** A picture laid flat, mirrored at its edges. */
    record Picture(RgbImage image, double pixelsPerMm) implements Backdrop {
        /** The picture at {@code pixelsPerMm}, shrunk so far that a photo of {@code photoPerMm} pixels a mm does not alias. */
        static Picture of(RgbImage image, double pixelsPerMm, double photoPerMm) {
            int step = (int) Math.rint(pixelsPerMm / photoPerMm);
            int width = step < 2 ? 0 : image.width() / step;
            int height = step < 2 ? 0 : image.height() / step;
            if (width < 1 || height < 1) {
                return new Picture(image, pixelsPerMm);
            }
            int[] sum = new int[3];
            RgbImage small = RgbImage.of(width, height, (x, y) -> {
                Arrays.fill(sum, 0);
                for (int k = 0; k < step * step; k++) {
                    for (int c = 0; c < 3; c++) {
                        sum[c] += image.sample(x * step + k % step, y * step + k / step, c) & 0xff;
                    }
                }
                int n = step * step;
                return (sum[0] / n) << 16 | (sum[1] / n) << 8 | sum[2] / n;
            });
            return new Picture(small, pixelsPerMm / step);
        }

        @Override
        public void colour(double x, double y, double finest, double[] rgb) {
            double px = x * pixelsPerMm;
            double py = y * pixelsPerMm;
            int ix = (int) Math.floor(px);
            int iy = (int) Math.floor(py);
            double fx = px - ix;
            double fy = py - iy;
            for (int c = 0; c < 3; c++) {
                double a = sample(ix, iy, c) * (1 - fx) + sample(ix + 1, iy, c) * fx;
                double b = sample(ix, iy + 1, c) * (1 - fx) + sample(ix + 1, iy + 1, c) * fx;
                rgb[c] = a * (1 - fy) + b * fy;
            }
        }

        private double sample(int x, int y, int channel) {
            return LINEAR[image.sample(fold(x, image.width()), fold(y, image.height()), channel) & 0xff];
        }

        private static int fold(int i, int n) {
            int m = Math.floorMod(i, 2 * n);
            return m < n ? m : 2 * n - 1 - m;
        }
    }

    /** Linear light of 8-bit samples by StrictMath: the same on every machine. */
    double[] LINEAR = linear();

    private static double[] linear() {
        double[] l = new double[256];
        for (int i = 0; i < 256; i++) {
            double e = i / 255.0;
            l[i] = e <= 0.04045 ? e / 12.92 : StrictMath.pow((e + 0.055) / 1.055, 2.4);
        }
        return l;
    }

    /** White paper as in a clinic. */
    static Backdrop whitePaper(Rng r) {
        double k = r.uniform(0.78, 0.92);
        return new Paper(k, k * r.uniform(0.985, 1.01), k * r.uniform(0.96, 1.03), r.below(1 << 20));
    }

    /** Any surface. */
    static Backdrop random(Rng r) {
        int seed = r.below(1 << 20);
        double k = 0.02 + 0.75 * r.uniform(0, 1) * r.uniform(0.2, 1);
        return switch (r.below(8)) {
            case 0, 1 -> whitePaper(r);
            case 2 -> new Paper(k * r.uniform(0.4, 1), k * r.uniform(0.4, 1), k * r.uniform(0.4, 1), seed);
            case 3, 4 ->
                new Cloth(
                        k * r.uniform(0.4, 1),
                        k * r.uniform(0.4, 1),
                        k * r.uniform(0.4, 1),
                        r.uniform(0.5, 2.5),
                        r.uniform(0.1, 0.45),
                        seed);
            case 5, 6 ->
                new Wood(
                        0.15 + 0.6 * k,
                        (0.15 + 0.6 * k) * r.uniform(0.5, 0.8),
                        (0.15 + 0.6 * k) * r.uniform(0.22, 0.6),
                        r.uniform(0.15, 0.6),
                        r.uniform(60, 400),
                        seed);
            default ->
                new Desk(
                        k * r.uniform(0.7, 1),
                        k * r.uniform(0.7, 1),
                        k * r.uniform(0.7, 1),
                        r.uniform(0.02, 0.6),
                        r.uniform(0.6, 8),
                        seed);
        };
    }
}
