package org.dorsum.synth;

/**
 * Gaussian blur of arrays in plain Java: its bits do not depend on the processor, as those of a native library may. Borders
 * repeat the outermost value.
 */
final class Blur {
    private static final double LARGEST_KERNEL = 3; // above this σ three running means do, at constant cost

    private Blur() {}

    /** Blurs {@code a} in place, σ in pixels; below 0.25 it stays as it is. */
    static void gaussian(float[] a, int width, int height, double sigma) {
        if (sigma < 0.25) {
            return;
        }
        if (sigma <= LARGEST_KERNEL) {
            float[] k = kernel(sigma);
            float[] line = new float[Math.max(width, height)];
            rows(a, width, height, k, line);
            columns(a, width, height, k);
            return;
        }
        // The variance of three boxes of side 2r + 1 is r² + r.
        int r = Math.max(1, (int) Math.rint(0.5 * (Math.sqrt(1 + 4 * sigma * sigma) - 1)));
        float[] t = new float[a.length];
        for (int i = 0; i < 3; i++) {
            boxRows(a, t, width, height, r);
            boxColumns(t, a, width, height, r);
        }
    }

    private static float[] kernel(double sigma) {
        int half = (int) Math.ceil(3 * sigma);
        float[] k = new float[half + 1];
        double sum = 0;
        for (int i = 0; i <= half; i++) {
            double v = StrictMath.exp(-i * i / (2 * sigma * sigma));
            k[i] = (float) v;
            sum += i == 0 ? v : 2 * v;
        }
        for (int i = 0; i <= half; i++) {
            k[i] /= (float) sum;
        }
        return k;
    }

    private static void rows(float[] a, int width, int height, float[] k, float[] line) {
        int half = k.length - 1;
        for (int y = 0; y < height; y++) {
            System.arraycopy(a, y * width, line, 0, width);
            for (int x = 0; x < width; x++) {
                float s = k[0] * line[x];
                for (int i = 1; i <= half; i++) {
                    s += k[i] * (line[Math.max(x - i, 0)] + line[Math.min(x + i, width - 1)]);
                }
                a[y * width + x] = s;
            }
        }
    }

    private static void columns(float[] a, int width, int height, float[] k) {
        int half = k.length - 1;
        float[] from = a.clone();
        for (int y = 0; y < height; y++) {
            int o = y * width;
            for (int x = 0; x < width; x++) {
                a[o + x] = k[0] * from[o + x];
            }
            for (int i = 1; i <= half; i++) {
                int p = Math.max(y - i, 0) * width;
                int q = Math.min(y + i, height - 1) * width;
                float w = k[i];
                for (int x = 0; x < width; x++) {
                    a[o + x] += w * (from[p + x] + from[q + x]);
                }
            }
        }
    }

    private static void boxRows(float[] a, float[] t, int width, int height, int r) {
        double scale = 1.0 / (2 * r + 1);
        for (int y = 0; y < height; y++) {
            int o = y * width;
            double s = 0;
            for (int i = -r; i <= r; i++) {
                s += a[o + Math.max(0, Math.min(width - 1, i))];
            }
            for (int x = 0; x < width; x++) {
                t[o + x] = (float) (s * scale);
                s += a[o + Math.min(width - 1, x + r + 1)] - a[o + Math.max(0, x - r)];
            }
        }
    }

    private static void boxColumns(float[] a, float[] t, int width, int height, int r) {
        double scale = 1.0 / (2 * r + 1);
        double[] s = new double[width];
        for (int i = -r; i <= r; i++) {
            int o = Math.max(0, Math.min(height - 1, i)) * width;
            for (int x = 0; x < width; x++) {
                s[x] += a[o + x];
            }
        }
        for (int y = 0; y < height; y++) {
            int p = Math.min(height - 1, y + r + 1) * width;
            int q = Math.max(0, y - r) * width;
            for (int x = 0; x < width; x++) {
                t[y * width + x] = (float) (s[x] * scale);
                s[x] += a[p + x] - a[q + x];
            }
        }
    }
}
