package org.dorsum.hand;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/**
 * Turns evidence for each pixel alone into probabilities that respect the picture's edges: neighbours of similar colour
 * want the same label.
 *
 * <p>Mean field of a binary Potts model with contrast-sensitive weights over eight neighbours. Against a minimum cut
 * (GrabCut) it is an approximation, but it takes any evidence, not only colour; it needs no random start, gives
 * probabilities, and a sweep costs O(pixels).
 *
 * @see <a href="https://doi.org/10.1109/ICCV.2001.937505">Boykov, Jolly 2001</a> for the weights
 */
final class SmoothLabels {
    private static final int[] DX = {1, 0, 1, -1};
    private static final int[] DY = {0, 1, 1, 1};
    private static final float[] NEARNESS = {1, 1, .7f, .7f}; // 1 / distance
    private static final float LIGHTNESS = .6f; // shading changes L* more than a* or b*: it counts less,
    private static final float CHROMA = 1.3f; // chroma more
    private static final float MOST_CONTRAST = 200; // squared units; beyond, an edge is an edge
    private static final float SETTLED = 2e-4f; // mean change of a sweep: two pixels in ten thousand change sides
    private static final float COUPLING = 2.4f; // log-odds that one agreeing neighbour without an edge adds

    private final int width;
    private final int height;
    private final float[][] weights;

    /** Prepares the weights for one picture. */
    SmoothLabels(SearchImage image) {
        width = image.width();
        height = image.height();
        weights = new float[DX.length][image.pixels()];
        double sum = 0;
        for (int d = 0; d < DX.length; d++) {
            for (int y = 0; y < height - DY[d]; y++) {
                for (int x = Math.max(0, -DX[d]); x < width - Math.max(0, DX[d]); x++) {
                    float s = squaredContrast(image.lab(), y * width + x, (y + DY[d]) * width + x + DX[d]);
                    weights[d][y * width + x] = s;
                    sum += Math.min(s, MOST_CONTRAST);
                }
            }
        }
        double sharpness = 1 / (2 * sum / (DX.length * image.pixels()) + 1e-3);
        for (int d = 0; d < DX.length; d++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int i = y * width + x;
                    boolean inside = y + DY[d] < height && x + DX[d] >= 0 && x + DX[d] < width;
                    weights[d][i] =
                            inside ? (float) (COUPLING * NEARNESS[d] * Math.exp(-sharpness * weights[d][i])) : 0;
                }
            }
        }
    }

    /** Probability of each pixel given its own {@code logOdds}, after at most {@code sweeps} rounds of talk between neighbours. */
    float[] probabilities(float[] logOdds, int sweeps) {
        int n = logOdds.length;
        float[] now = new float[n];
        float[] next = new float[n];
        for (int i = 0; i < n; i++) {
            now[i] = tanhOfHalf(logOdds[i]);
        }
        int half = n / 2;
        for (int sweep = 0; sweep < sweeps; sweep++) {
            float[] from = now;
            float[] to = next;
            ForkJoinTask<Float> lower = ForkJoinPool.commonPool().submit(() -> swept(logOdds, from, to, half, n));
            float moved = swept(logOdds, from, to, 0, half) + lower.join();
            now = to;
            next = from;
            if (moved < SETTLED * n) {
                break;
            }
        }
        for (int i = 0; i < n; i++) {
            now[i] = (now[i] + 1) / 2;
        }
        return now;
    }

    /** One round over the pixels {@code start … end − 1}; answers how far they moved in all. */
    private float swept(float[] logOdds, float[] from, float[] to, int start, int end) {
        System.arraycopy(logOdds, start, to, start, end - start);
        for (int d = 0; d < DX.length; d++) {
            int step = DY[d] * width + DX[d];
            float[] w = weights[d];
            for (int i = Math.max(start, step); i < end; i++) {
                to[i] += w[i - step] * from[i - step];
            }
            for (int i = start; i < Math.min(end, to.length - step); i++) {
                to[i] += w[i] * from[i + step];
            }
        }
        float moved = 0;
        for (int i = start; i < end; i++) {
            to[i] = tanhOfHalf(to[i]);
            moved += Math.abs(to[i] - from[i]);
        }
        return moved;
    }

    private static float squaredContrast(float[][] lab, int i, int j) {
        float l = LIGHTNESS * (lab[0][i] - lab[0][j]);
        float a = CHROMA * (lab[1][i] - lab[1][j]);
        float b = CHROMA * (lab[2][i] - lab[2][j]);
        return l * l + a * a + b * b;
    }

    /** tanh(z/2) to 0.03 by a rational function that reaches ±1 at ±6, which saves most of a sweep's time. */
    private static float tanhOfHalf(float z) {
        float h = Math.max(-3, Math.min(3, z / 2));
        float s = h * h;
        return h * (27 + s) / (27 + 9 * s);
    }
}
