package org.dorsum.measure;

import java.util.Optional;
import org.dorsum.image.FloatSelection;
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
    static Optional<Patch> around(SpotSearch.Seed seed, Plane density, FreeSkin free, double pixelsPerMm) {
        int reach = (int) (REACH_MM * pixelsPerMm);
        Optional<Patch> near = around(seed, density, free, pixelsPerMm, reach);
        // what reaches farther is no spot, but all of it is taken, or its ends would pass for spots
        return near.filter(p -> p.reaches(seed, reach)).isPresent()
                ? around(seed, density, free, pixelsPerMm, Math.max(density.width(), density.height()))
                : near;
    }

    private static Optional<Patch> around(
            SpotSearch.Seed seed, Plane density, FreeSkin free, double pixelsPerMm, int reach) {
        Flood flood = new Flood(seed, density, free, reach);
        double level = HALF * Math.max(seed.amount(), peak(density, seed.x(), seed.y()));
        Optional<Patch> found = Optional.empty();
        for (int i = 0; i < ROUNDS; i++) {
            Optional<Patch> next = flood.above(level);
            if (next.isEmpty()) {
                break;
            }
            found = next;
            double newLevel = HALF * inside(density, next.get());
            boolean settled = Math.abs(newLevel - level) < SETTLED * level;
            level = newLevel;
            if (settled) {
                break;
            }
        }
        return found.map(p -> body(p, density, seed, pixelsPerMm)).filter(p -> p.area() >= FEWEST_PIXELS);
    }

    /** What is left of a flood without arms, holes and touching spots. */
    private static Patch body(Patch patch, Plane density, SpotSearch.Seed seed, double pixelsPerMm) {
        int x = seed.x() - patch.left();
        int y = seed.y() - patch.top();
        Mask trimmed = trimmed(patch.pixels(), x, y, pixelsPerMm);
        Plane inWindow =
                Plane.of(trimmed.width(), trimmed.height(), (u, v) -> density.at(patch.left() + u, patch.top() + v));
        return new Patch(patch.left(), patch.top(), SpotParts.holding(trimmed, inWindow, x, y, pixelsPerMm)).cropped();
    }

    private static double peak(Plane density, int x, int y) {
        double peak = 0;
        for (int v = Math.max(0, y - NEAR); v <= Math.min(density.height() - 1, y + NEAR); v++) {
            for (int u = Math.max(0, x - NEAR); u <= Math.min(density.width() - 1, x + NEAR); u++) {
                peak = Math.max(peak, density.at(u, v));
            }
        }
        return peak;
    }

    private static double inside(Plane density, Patch patch) {
        Mask mask = patch.pixels();
        float[] values = new float[patch.area()];
        int n = 0;
        for (int v = 0; v < mask.height(); v++) {
            for (int u = 0; u < mask.width(); u++) {
                if (mask.at(u, v)) {
                    values[n++] = density.at(patch.left() + u, patch.top() + v);
                }
            }
        }
        return FloatSelection.at(values, n, (int) (INSIDE * (n - 1)));
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
