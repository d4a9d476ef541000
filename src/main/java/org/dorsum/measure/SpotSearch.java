package org.dorsum.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dorsum.image.Filters;
import org.dorsum.image.Mask;
import org.dorsum.image.Plane;

/**
 * Looks for dark brown blobs at four scales: maxima of the {@link PigmentFilter}'s amount between a Gaussian and one 2.5 times
 * as wide, that stand out of plain skin at that scale by so many standard deviations.
 *
 * @see <a href="https://doi.org/10.1023/A:1008045108935">Lindeberg 1998</a> on blobs over scales
 */
final class SpotSearch {
    private static final double OUTER = 2.5; // a disc answers most between Gaussians of σ r/1.7 and 2.5 times that
    private static final double LEAST_AMOUNT = 0.05; // 5 % of light in the channel that sees melanin best

    /** Scales in mm: σ of a disc of 0.35 … 5 mm radius; and σ at which the outline is drawn there. */
    private static final double[] SIGMA_MM = {0.35, 0.7, 1.4, 2.8};

    private static final int FINE_SCALES = 2; // the others need no more than two pixels a millimetre
    private static final double[] OUTLINE_MM = {0.2, 0.25, 0.4, 0.7};
    private static final double[] LEAST_STRENGTH = {5.5, 5, 5, 5}; // fine relief has the longest tails

    private final SpotGround ground;
    private final List<Scale> scales;
    private final List<Seed> seeds;

    /** One scale: the filter found there and the plane on which outlines are drawn, full size. */
    private record Scale(PigmentFilter filter, double outlineMm) {}

    /**
     * Where something stands out.
     *
     * @param x column at full size
     * @param y row
     * @param scale index of the scale
     * @param strength standard deviations above plain skin
     * @param amount melanin density there, at its scale
     */
    record Seed(int x, int y, int scale, double strength, double amount) {}

    private SpotSearch(SpotGround ground, List<Scale> scales, List<Seed> seeds) {
        this.ground = ground;
        this.scales = scales;
        this.seeds = seeds;
    }

    static String settings() {
        return OUTER + " " + LEAST_AMOUNT + " " + java.util.Arrays.toString(SIGMA_MM)
                + java.util.Arrays.toString(OUTLINE_MM) + java.util.Arrays.toString(LEAST_STRENGTH);
    }

    static SpotSearch of(SpotGround ground) {
        List<Scale> scales = new ArrayList<>();
        List<Seed> seeds = new ArrayList<>();
        for (int s = 0; s < SIGMA_MM.length; s++) {
            int factor = s < FINE_SCALES ? SpotGround.HALF : SpotGround.QUARTER;
            SpotGround.Level level = s < FINE_SCALES ? ground.half() : ground.quarter();
            double sigma = SIGMA_MM[s] * level.pixelsPerMm();
            Densities band = level.densities()
                    .blurred(level.usable(), sigma)
                    .minus(level.densities().blurred(level.plain(), OUTER * sigma));
            PigmentFilter filter = PigmentFilter.of(band, level.plain(), ground.direction());
            scales.add(new Scale(filter, OUTLINE_MM[s]));
            seeds.addAll(seeds(s, factor, level, filter, filter.amount(band)));
        }
        seeds.sort(Comparator.comparingDouble((Seed s) -> -s.strength())
                .thenComparingInt(Seed::scale)
                .thenComparingInt(Seed::y)
                .thenComparingInt(Seed::x));
        return new SpotSearch(ground, List.copyOf(scales), List.copyOf(seeds));
    }

    /** All that stands out, the strongest first. */
    List<Seed> seeds() {
        return seeds;
    }

    private static List<Seed> seeds(int scale, int factor, SpotGround.Level level, PigmentFilter filter, Plane amount) {
        List<Seed> seeds = new ArrayList<>();
        int radius = (int) Math.max(1, SIGMA_MM[scale] * level.pixelsPerMm());
        double least = Math.max(LEAST_AMOUNT, LEAST_STRENGTH[scale] * filter.noise());
        for (int y = 0; y < amount.height(); y++) {
            for (int x = 0; x < amount.width(); x++) {
                if (amount.at(x, y) > least
                        && level.usable().at(x, y)
                        && highest(amount, level.usable(), x, y, radius)) {
                    seeds.add(new Seed(
                            x * factor + factor / 2,
                            y * factor + factor / 2,
                            scale,
                            amount.at(x, y) / filter.noise(),
                            amount.at(x, y)));
                }
            }
        }
        return seeds;
    }

    /** Whether no usable pixel within the radius is higher; of equal ones the first counts. */
    private static boolean highest(Plane plane, Mask usable, int x, int y, int radius) {
        float here = plane.at(x, y);
        for (int v = Math.max(0, y - radius); v <= Math.min(plane.height() - 1, y + radius); v++) {
            for (int u = Math.max(0, x - radius); u <= Math.min(plane.width() - 1, x + radius); u++) {
                if ((u - x) * (u - x) + (v - y) * (v - y) > radius * radius || !usable.at(u, v)) {
                    continue;
                }
                boolean before = v < y || (v == y && u < x);
                if (plane.at(u, v) > here || (before && plane.at(u, v) == here)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Melanin density at full size as that scale sees it: what outlines of its seeds are drawn on. */
    Plane outlinePlane(int scale) {
        SpotGround.Level full = ground.full();
        return Filters.gaussian(
                scales.get(scale).filter().mix(full.densities()),
                full.usable(),
                scales.get(scale).outlineMm() * full.pixelsPerMm());
    }
}
