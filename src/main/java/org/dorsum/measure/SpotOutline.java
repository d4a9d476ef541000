package org.dorsum.measure;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import org.dorsum.image.Mask;
import org.dorsum.image.Morphology;
import org.dorsum.image.Plane;
import org.dorsum.image.Regions;

/**
 * Draws the outline of a spot from a pixel within it: the connected pixels of at least half of the spot's own density, that being
 * the level of its inside (the 70th percentile), found in a few rounds; what hangs on by less than 0.5 mm, or by less
 * than half of the breadth of the whole, is cut off and left to others; holes are filled; spots that touch are parted ({@link
 * SpotParts}). Half the density is where the edge of an evenly blurred disc lies, whatever the disc's contrast.
 */
final class SpotOutline {
    private static final double HALF = 0.5;
    private static final double INSIDE = 0.7; // quantile: above the soft edge, below what furrows add
    private static final double REACH_MM = 11; // from the seed: the largest spots are 15 mm across
    private static final double THIN_MM = 0.25; // half the width of what is cut off, and
    private static final double THIN = 0.5; // of the radius of the largest disc within: what hangs on is another spot
    private static final int NEAR = 2; // pixels around the seed where its first level is read
    private static final int ROUNDS = 4;
    private static final double SETTLED = 0.05; // relative change of the level
    private static final int FEWEST_PIXELS = 5;

    private SpotOutline() {}

    static String settings() {
        return HALF + " " + INSIDE + " " + REACH_MM + " " + THIN_MM + " " + THIN + " " + ROUNDS + " " + SETTLED + " "
                + SpotParts.settings();
    }

    /**
     * The spot around a seed; empty if nothing connected is left.
     *
     * @param density melanin density over the skin
     * @param free usable pixels that belong to no other spot
     */
    static Optional<Patch> around(SpotSearch.Seed seed, Plane density, Mask free, double pixelsPerMm) {
        int reach = (int) (REACH_MM * pixelsPerMm);
        Optional<Patch> near = around(seed, density, free, pixelsPerMm, reach);
        // what reaches farther is no spot, but all of it is taken, or its ends would pass for spots
        return near.filter(p -> p.reaches(seed, reach)).isPresent()
                ? around(seed, density, free, pixelsPerMm, Math.max(density.width(), density.height()))
                : near;
    }

    private static Optional<Patch> around(
            SpotSearch.Seed seed, Plane density, Mask free, double pixelsPerMm, int reach) {
        int left = Math.max(0, seed.x() - reach);
        int top = Math.max(0, seed.y() - reach);
        int width = Math.min(density.width(), seed.x() + reach + 1) - left;
        int height = Math.min(density.height(), seed.y() + reach + 1) - top;
        int x = seed.x() - left;
        int y = seed.y() - top;
        Mask open = Mask.of(width, height, (u, v) -> free.at(left + u, top + v));
        float[] values = new float[width * height];
        for (int v = 0; v < height; v++) {
            for (int u = 0; u < width; u++) {
                values[v * width + u] = density.at(left + u, top + v);
            }
        }
        double level = HALF * Math.max(seed.amount(), peak(values, width, height, x, y));
        Optional<Mask> found = Optional.empty();
        for (int i = 0; i < ROUNDS; i++) {
            Optional<Mask> next = connected(values, open, x, y, level);
            if (next.isEmpty()) {
                break;
            }
            found = next;
            double newLevel = HALF * inside(values, next.get());
            boolean settled = Math.abs(newLevel - level) < SETTLED * level;
            level = newLevel;
            if (settled) {
                break;
            }
        }
        return found.map(m -> trimmed(m, x, y, pixelsPerMm))
                .map(m -> SpotParts.holding(m, values, x, y, pixelsPerMm))
                .filter(m -> m.count() >= FEWEST_PIXELS)
                .map(m -> new Patch(left, top, m).cropped());
    }

    private static double peak(float[] values, int width, int height, int x, int y) {
        double peak = 0;
        for (int v = Math.max(0, y - NEAR); v <= Math.min(height - 1, y + NEAR); v++) {
            for (int u = Math.max(0, x - NEAR); u <= Math.min(width - 1, x + NEAR); u++) {
                peak = Math.max(peak, values[v * width + u]);
            }
        }
        return peak;
    }

    /** Pixels above the level that hang together with the seed by their sides. */
    private static Optional<Mask> connected(float[] values, Mask open, int x, int y, double level) {
        int w = open.width();
        int h = open.height();
        if (!(values[y * w + x] > level) || !open.at(x, y)) {
            return Optional.empty();
        }
        boolean[] in = new boolean[w * h];
        ArrayDeque<Integer> todo = new ArrayDeque<>();
        in[y * w + x] = true;
        todo.add(y * w + x);
        while (!todo.isEmpty()) {
            int i = todo.remove();
            int u = i % w;
            int v = i / w;
            int[] next = {
                u > 0 ? i - 1 : i, u < w - 1 ? i + 1 : i, v > 0 ? i - w : i, v < h - 1 ? i + w : i,
            };
            for (int k : next) {
                if (!in[k] && values[k] > level && open.at(k % w, k / w)) {
                    in[k] = true;
                    todo.add(k);
                }
            }
        }
        return Optional.of(Mask.of(w, h, (u, v) -> in[v * w + u]));
    }

    private static double inside(float[] values, Mask mask) {
        float[] sorted = new float[mask.count()];
        int n = 0;
        for (int v = 0; v < mask.height(); v++) {
            for (int u = 0; u < mask.width(); u++) {
                if (mask.at(u, v)) {
                    sorted[n++] = values[v * mask.width() + u];
                }
            }
        }
        Arrays.sort(sorted);
        return sorted[(int) (INSIDE * (n - 1))];
    }

    /** Without thin arms and holes: the part that holds the seed, else the largest; all of it if it is thin throughout. */
    private static Mask trimmed(Mask mask, int x, int y, double pixelsPerMm) {
        Plane depth = Morphology.distanceToOutside(mask);
        double radius = 0;
        for (int v = 0; v < mask.height(); v++) {
            for (int u = 0; u < mask.width(); u++) {
                radius = Math.max(radius, depth.at(u, v));
            }
        }
        Mask thick = Morphology.open(mask, Math.max(THIN_MM * pixelsPerMm, THIN * radius));
        if (thick.count() == 0) {
            return mask;
        }
        Regions.Labelled parts = Regions.label(thick);
        int label = parts.labels()[y * mask.width() + x];
        Mask body = parts.regions().stream()
                .filter(r -> r.label() == label)
                .findFirst()
                .map(parts::mask)
                .orElseGet(() -> Regions.largest(thick));
        return Regions.fillHoles(body, mask.width() * mask.height());
    }
}
