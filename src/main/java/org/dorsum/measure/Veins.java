package org.dorsum.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dorsum.hand.Zone;
import org.dorsum.image.Filters;
import org.dorsum.image.Mask;
import org.dorsum.image.Morphology;
import org.dorsum.image.Plane;
import org.dorsum.skin.Skin;

/**
 * Visibility of veins and tendons on the back of the hand, 0 none … 4 marked, continuous, dimensionless: an appearance, in the manner
 * of photonumeric hand scales; nothing about vessels or circulation follows from it.
 *
 * <p>Veins and tendons are ridges 1.5 to 6 mm broad that run from the wrist towards the fingers. Relief light ({@code ln R + ¼ (ln R
 * − ln G)}, in which red blotches fade), medians of 1.5 mm, which leave hair and fine lines out, between Gaussians of 1 and 2.5 mm is averaged along straight windows of ±16 mm in sixteen
 * directions. Where the strongest direction lies within 17° of the hand's axis, its strength is
 * {@code √max(0, e − 2·m)}, e the squared mean along it and m the median over directions, which is what spots, blotches, pores and
 * noise, the same in all directions, reach by chance. What lies as near to across the hand, folds and wrinkles, is taken off,
 * since lines without a direction are found as often one way as the other. Per tile of 5 mm the mean is mapped by {@code 4·tanh(c/c₀)}.
 * Knuckles are no part of the zone; shadows of the room are broader.
 *
 * <p>Limits: a ridge is seen by its shading, so light along the hand hides it; what runs more than 17° aslant counts little.
 * A photographic index: compare under the same light.
 *
 * <p>Not measured with too little usable skin. Immutable; O(pixels), a few milliseconds.
 *
 * @see <a href="https://doi.org/10.1097/PRS.0b013e31818cf3d9">Carruthers et al. 2008</a> on a photonumeric scale for hands
 */
public final class Veins {
    private static final double FINE_MM = 1; // σ: lines and hair go
    private static final double COARSE_MM = 2.5; // σ: the band passes ridges of 1.5 to 6 mm
    private static final int REACH = 32; // coarse pixels, 16 mm: veins and tendons run straight so far, blotches do not
    private static final int DIRECTIONS = 16;
    private static final int NEAR = 1; // directions to either side of the axis that count as along it
    private static final double CHANCE = 2; // times the median over directions
    private static final double LEAST_SEEN = 0.3; // of a window's weight that must lie on skin for its full mean
    private static final double EDGE_MM = 1; // filters lean on few pixels at the zone's edge
    private static final double MARKED = 0.012; // log-light: c₀, at which three quarters of the scale are reached
    private static final double TOP = 4;

    private Veins() {}

    /** The measure; it has no settings. */
    public static Veins withDefaults() {
        return new Veins();
    }

    /** The settings that change a value, for provenance. */
    public String settings() {
        return "veins medians " + FINE_MM + " " + COARSE_MM + " " + REACH + " " + DIRECTIONS + " " + NEAR + " " + CHANCE
                + " " + LEAST_SEEN + " " + EDGE_MM + " " + MARKED + ", " + TileGrid.settings();
    }

    /** Measures {@code zone} of {@code skin}; never throws for a poor photo, answers why it cannot be measured. */
    public Measurement measure(Skin skin, Zone zone) {
        return measure(SkinZone.of(skin, zone));
    }

    /** The same of a zone that other measures read too. */
    public Measurement measure(SkinZone of) {
        TileGrid grid = of.grid();
        return new Measurement(
                of.zone(),
                Metric.VEIN_VISIBILITY,
                grid.size() < TileGrid.FEWEST_TILES
                        ? new Outcome.NotMeasured(NotMeasuredReason.TOO_LITTLE_SKIN)
                        : outcome(of.skin(), grid, of.coarse()));
    }

    private static Outcome outcome(Skin skin, TileGrid grid, Coarse coarse) {
        Plane light = withoutThinLines(
                Plane.of(coarse.skin().width(), coarse.skin().height(), (x, y) -> reliefLight(coarse, x, y)),
                coarse.skin());
        double scale = Coarse.PIXELS_PER_MM;
        Plane band = Filters.gaussian(light, coarse.skin(), FINE_MM * scale)
                .minus(Filters.gaussian(light, coarse.skin(), COARSE_MM * scale));
        Plane inside = coarse.skin().weights();
        float[][] weights = framed(inside);
        float[][] values = framed(band.with(inside, (v, w) -> w * v));
        float[][] along = new float[DIRECTIONS][];
        for (int k = 0; k < DIRECTIONS; k++) {
            along[k] = means(values, weights, band.width(), band.height(), Math.PI * k / DIRECTIONS);
        }
        Mask inner = Morphology.erode(coarse.skin(), EDGE_MM * scale);
        int block = (int) Math.rint(skin.pixelsPerMm() / scale);
        double[] sum = new double[grid.size()];
        int[] count = new int[grid.size()];
        for (int y = 0; y < inner.height(); y++) {
            for (int x = 0; x < inner.width(); x++) {
                int tile = inner.at(x, y) ? grid.at(block * x + block / 2, block * y + block / 2) : -1;
                if (tile >= 0) {
                    sum[tile] += strength(along, y * inner.width() + x);
                    count[tile]++;
                }
            }
        }
        List<Tiles.Tile> tiles = new ArrayList<>();
        for (int i = 0; i < sum.length; i++) {
            TileGrid.Square q = grid.squares().get(i);
            if (count[i] > 0) {
                tiles.add(new Tiles.Tile(q.column(), q.row(), TOP * Math.tanh(sum[i] / count[i] / MARKED), 0, 1));
            }
        }
        Outcome outcome = new Tiles(Tiles.Aggregation.RATIO, tiles).outcome(TileGrid.FEWEST_TILES);
        return outcome instanceof Outcome.Measured m
                ? new Outcome.Measured(Math.max(0, m.value()), m.standardError(), m.tiles())
                : outcome;
    }

    /** Median of the skin in 3 × 3 pixels, 1.5 mm: a hair or fine line fills one column of three and goes. */
    private static Plane withoutThinLines(Plane plane, Mask where) {
        double[] near = new double[9];
        return Plane.of(plane.width(), plane.height(), (x, y) -> {
            int n = 0;
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    if (where.contains(x + dx, y + dy) && where.at(x + dx, y + dy)) {
                        near[n++] = plane.at(x + dx, y + dy);
                    }
                }
            }
            Arrays.sort(near, 0, n);
            return n == 0 ? 0 : (near[(n - 1) / 2] + near[n / 2]) / 2;
        });
    }

    private static double reliefLight(Coarse coarse, int x, int y) {
        double red = Math.log(Math.max(1e-4, coarse.red().at(x, y)));
        double green = Math.log(Math.max(1e-4, coarse.green().at(x, y)));
        return 1.25 * red - 0.25 * green;
    }

    /** Signed strength of the best direction at a pixel: positive along the hand, negative across it, else 0. */
    private static double strength(float[][] along, int pixel) {
        double[] energy = new double[DIRECTIONS];
        int best = 0;
        for (int k = 0; k < DIRECTIONS; k++) {
            energy[k] = along[k][pixel] * along[k][pixel];
            best = energy[k] > energy[best] ? k : best;
        }
        int fromAcross = Math.min(best, DIRECTIONS - best);
        int fromAlong = Math.abs(best - DIRECTIONS / 2);
        if (fromAcross > NEAR && fromAlong > NEAR) {
            return 0;
        }
        double most = energy[best];
        Arrays.sort(energy);
        double middle = (energy[DIRECTIONS / 2 - 1] + energy[DIRECTIONS / 2]) / 2;
        double strength = Math.sqrt(Math.max(0, most - CHANCE * middle));
        return fromAlong <= NEAR ? strength : -strength;
    }

    /**
     * Mean of the skin's values along a straight window through each pixel, weights falling to 0 at its ends.
     *
     * @param values rows framed by zeros; 0 where there is no skin
     * @param inside the same of 1 where there is skin, else 0
     * @param angle from the rows towards the columns
     */
    private static float[] means(float[][] values, float[][] inside, int width, int height, double angle) {
        float[] means = new float[width * height];
        float[] sum = new float[width];
        float[] weight = new float[width];
        float[] row = new float[width];
        float least = (float) (LEAST_SEEN * (REACH + 1));
        for (int y = 0; y < height; y++) {
            Arrays.fill(sum, 0);
            Arrays.fill(weight, 0);
            for (int t = -REACH; t <= REACH; t++) {
                float w = 1 - Math.abs(t) / (REACH + 1f);
                int dx = (int) Math.rint(t * Math.cos(angle));
                int dy = (int) Math.rint(t * Math.sin(angle));
                System.arraycopy(values[REACH + y + dy], REACH + dx, row, 0, width);
                add(row, w, sum);
                System.arraycopy(inside[REACH + y + dy], REACH + dx, row, 0, width);
                add(row, w, weight);
            }
            for (int x = 0; x < width; x++) {
                means[y * width + x] = sum[x] / Math.max(least, weight[x]);
            }
        }
        return means;
    }

    private static void add(float[] row, float w, float[] sum) {
        for (int x = 0; x < row.length; x++) {
            sum[x] += w * row[x];
        }
    }

    /** Rows of a plane with zeros around, as far as windows reach. */
    private static float[][] framed(Plane plane) {
        float[][] rows = new float[plane.height() + 2 * REACH][plane.width() + 2 * REACH];
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                rows[REACH + y][REACH + x] = plane.at(x, y);
            }
        }
        return rows;
    }
}
