package org.dorsum.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dorsum.image.LineFilter;
import org.dorsum.image.Mask;
import org.dorsum.stats.Quantiles;

/**
 * Follows the bottoms of valleys from pixel to pixel: non-maximum suppression, hysteresis (a line starts where the valley
 * is strong and goes on while it is at least weak), then chains without forks.
 *
 * @see <a href="https://doi.org/10.1109/TPAMI.1986.4767851">Canny 1986</a> on hysteresis
 */
final class LineTracer {
    /** A line as pixels in order, each a neighbour (of 8) of the one before: {@code x[i]}, {@code y[i]}. */
    record Chain(int[] x, int[] y) {
        int size() {
            return x.length;
        }
    }

    private static final int[] DX = {1, 0, -1, 0, 1, -1, -1, 1}; // straight neighbours first: they are nearer
    private static final int[] DY = {0, 1, 0, -1, 1, 1, -1, -1};

    private final int width;
    private final boolean[] open;

    private LineTracer(int width, boolean[] open) {
        this.width = width;
        this.open = open;
    }

    /**
     * The chains within {@code usable}, in raster order of their first pixel.
     *
     * @param weak least strength along a line, log-luminance
     * @param strong least strength of one of its pixels
     */
    static List<Chain> trace(LineFilter lines, Mask usable, double weak, double strong) {
        int w = usable.width();
        int h = usable.height();
        boolean[] candidate = new boolean[w * h]; // never on the frame, so that neighbours are always there
        boolean[] kept = new boolean[w * h];
        int[] seeds = new int[w * h]; // every pixel is one at most once
        int waiting = 0;
        for (int y = 1; y < h - 1; y++) {
            for (int x = 1, i = y * w + 1; x < w - 1; x++, i++) {
                double strength = lines.strength(i);
                if (strength >= weak && usable.at(i) && lines.isBottom(x, y)) {
                    candidate[i] = true;
                    if (strength >= strong) {
                        kept[i] = true;
                        seeds[waiting++] = i;
                    }
                }
            }
        }
        while (waiting > 0) {
            int i = seeds[--waiting];
            for (int d = 0; d < 8; d++) {
                int j = i + DY[d] * w + DX[d];
                if (candidate[j] && !kept[j]) {
                    kept[j] = true;
                    seeds[waiting++] = j;
                }
            }
        }
        return new LineTracer(w, Thinning.of(w, h, kept))
                .chains().stream().map(c -> trimmed(c, lines)).toList();
    }

    /**
     * A chain without what the window adds beyond the ends of the line: where a line ends, half of a window through its end
     * lies on it, and the strength is half of what it was.
     */
    private static Chain trimmed(Chain chain, LineFilter lines) {
        double[] strength = new double[chain.size()];
        for (int i = 0; i < strength.length; i++) {
            strength[i] = lines.strength(chain.x()[i], chain.y()[i]);
        }
        double half = Quantiles.median(strength) / 2;
        int from = 0;
        int to = strength.length;
        while (strength[from] < half) {
            from++;
        }
        while (strength[to - 1] < half) {
            to--;
        }
        return new Chain(Arrays.copyOfRange(chain.x(), from, to), Arrays.copyOfRange(chain.y(), from, to));
    }

    private List<Chain> chains() {
        List<Chain> chains = new ArrayList<>();
        // open ends first, so that a chain is followed from one end to the other; then what is left: closed loops
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < open.length; i++) {
                if (open[i] && (pass == 1 || neighbours(i) == 1)) {
                    Chain ahead = follow(i);
                    chains.add(pass == 0 ? ahead : joined(ahead));
                }
            }
        }
        return chains;
    }

    /** A chain that was entered somewhere in its middle, with the part that lies behind its start. */
    private Chain joined(Chain ahead) {
        int start = ahead.y()[0] * width + ahead.x()[0];
        int behind = -1;
        for (int d = 7; d >= 0; d--) {
            int j = neighbour(start, d);
            behind = j >= 0 ? j : behind;
        }
        if (behind < 0) {
            return ahead;
        }
        Chain back = follow(behind);
        int n = back.size();
        int[] x = new int[n + ahead.size()];
        int[] y = new int[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = i < n ? back.x()[n - 1 - i] : ahead.x()[i - n];
            y[i] = i < n ? back.y()[n - 1 - i] : ahead.y()[i - n];
        }
        return new Chain(x, y);
    }

    private int neighbours(int i) {
        int n = 0;
        for (int d = 0; d < 8; d++) {
            n += neighbour(i, d) >= 0 ? 1 : 0;
        }
        return n;
    }

    private int neighbour(int i, int d) {
        int j = i + DY[d] * width + DX[d];
        return open[j] ? j : -1;
    }

    private Chain follow(int start) {
        int[] x = new int[64];
        int[] y = new int[64];
        int n = 0;
        int i = start;
        int lastX = 0;
        int lastY = 0;
        while (i >= 0) {
            open[i] = false;
            if (n == x.length) {
                x = Arrays.copyOf(x, 2 * n);
                y = Arrays.copyOf(y, 2 * n);
            }
            x[n] = i % width;
            y[n++] = i / width;
            int next = -1;
            int straightest = Integer.MIN_VALUE;
            for (int d = 0; d < 8; d++) {
                int j = neighbour(i, d);
                int turn = DX[d] * lastX + DY[d] * lastY;
                if (j >= 0 && turn > straightest) {
                    straightest = turn;
                    next = j;
                }
            }
            if (next >= 0) {
                lastX = next % width - i % width;
                lastY = next / width - i / width;
            }
            i = next;
        }
        return new Chain(Arrays.copyOf(x, n), Arrays.copyOf(y, n));
    }
}
