package org.dorsum.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dorsum.hand.Zone;
import org.dorsum.image.Filters;
import org.dorsum.image.Mask;
import org.dorsum.image.Plane;
import org.dorsum.image.Polygon;
import org.dorsum.image.Regions;
import org.dorsum.skin.Skin;

/**
 * Pigmented spots: number, area (percent), number per 10 cm², mean contrast to the skin around (ΔE00) and load (area times
 * contrast, ΔE00·percent).
 *
 * <p>A spot is a connected patch darker than its surroundings (a Gaussian mean over usable skin) by a fixed density of
 * luminance, 0.8 to 15 mm across, not elongated, whose colour differs from a ring around it by at least {@code
 * leastContrast}, and that is brown: a part of the density is melanin's ({@link org.dorsum.colour.SkinPigment}), which
 * shadow, scaling all channels alike, has none of, and a bluish vein less than none. Luminance finds and outlines because
 * JPEG keeps it at full resolution; colour, kept in blocks of 16 pixels, only judges the patch as a whole.
 *
 * <p>Known limits: hair crossings and pigmented knuckles can pass for spots; patches larger than 15 mm are tone, not spots.
 */
public final class Spots {
    private static final double SMOOTHING_MM = 0.4; // σ: takes out furrows and noise, leaves half of the smallest spot
    private static final double SURROUNDINGS_MM = 4; // σ: beyond most spots, within the light's own variation
    private static final double SMALLEST_MM = 0.8; // diameter of the disc of the same area
    private static final double LARGEST_MM = 15;
    private static final double MOST_ELONGATED = 2.5; // long over short axis: beyond it is a line, a vein, a crease
    private static final double LEAST_FILL = 0.65; // of the ellipse of its axes: a ragged net is no spot

    /** Of a spot's density: lentigines reach half and more, chroma subsampling halves that for the smallest. */
    private static final double LEAST_MELANIN = 0.3;

    private final double leastDensity;
    private final double leastContrast;

    private Spots(double leastDensity, double leastContrast) {
        if (!(leastDensity > 0) || !(leastContrast >= 0)) {
            throw new IllegalArgumentException(
                    "a spot's least density is greater than 0 and its contrast at least 0, not " + leastDensity
                            + " and " + leastContrast);
        }
        this.leastDensity = leastDensity;
        this.leastContrast = leastContrast;
    }

    /** 11 % darker than the surroundings and ΔE00 of 2.5 or more: what a trained eye marks as a spot. */
    public static Spots withDefaults() {
        return new Spots(0.12, 2.5);
    }

    /** The settings that change a value, for provenance. */
    public String settings() {
        return "spots " + leastDensity + " " + leastContrast + " " + SMOOTHING_MM + " " + SURROUNDINGS_MM + " "
                + SMALLEST_MM
                + " " + LARGEST_MM + " " + MOST_ELONGATED + " " + LEAST_FILL + " " + LEAST_MELANIN + ", "
                + TileGrid.settings();
    }

    /** The values and the spots themselves. */
    public record Result(List<Measurement> measurements, List<Mark.Spot> spots) {
        /** Copies the lists. */
        public Result {
            measurements = List.copyOf(measurements);
            spots = List.copyOf(spots);
        }
    }

    /** A found patch with what tells spots from other things. */
    private record Patch(Regions.Region region, Mask mask, double areaMm2, double contrast) {}

    /** Measures {@code zone} of {@code skin}; never throws for a poor photo, answers why it cannot be measured. */
    public Result measure(Skin skin, Zone zone) {
        if (skin.grey()) {
            return new Result(all(zone, new Outcome.NotMeasured(NotMeasuredReason.NO_COLOUR)), List.of());
        }
        if (skin.capture().nativePixelsPerMm() < Relief.LEAST_PIXELS_PER_MM) {
            return new Result(all(zone, new Outcome.NotMeasured(NotMeasuredReason.RESOLUTION_TOO_LOW)), List.of());
        }
        Mask usable = skin.usable(zone);
        TileGrid grid = TileGrid.over(skin, usable);
        if (grid.size() < TileGrid.FEWEST_TILES) {
            return new Result(all(zone, new Outcome.NotMeasured(NotMeasuredReason.TOO_LITTLE_SKIN)), List.of());
        }
        double scale = skin.pixelsPerMm();
        Plane light = skin.logLuminance();
        Plane excess = Filters.gaussian(light, usable, SURROUNDINGS_MM * scale)
                .minus(Filters.gaussian(light, usable, SMOOTHING_MM * scale));
        Regions.Labelled labelled = Regions.label(excess.above(leastDensity).and(usable));
        List<Patch> patches = new ArrayList<>();
        for (Regions.Region region : labelled.regions()) {
            double area = region.area() / (scale * scale);
            double diameter = Math.sqrt(4 * area / Math.PI);
            if (diameter >= SMALLEST_MM
                    && diameter <= LARGEST_MM
                    && SpotShape.of(labelled, region).compact(MOST_ELONGATED, LEAST_FILL)) {
                SpotContrast contrast = SpotContrast.of(skin, labelled, region, usable);
                if (contrast.de00() >= leastContrast && contrast.melanin() >= LEAST_MELANIN * contrast.density()) {
                    patches.add(new Patch(region, labelled.mask(region), area, contrast.de00()));
                }
            }
        }
        return new Result(
                measurements(zone, grid, patches, scale),
                patches.stream().map(p -> mark(p, skin)).toList());
    }

    private static Mark.Spot mark(Patch patch, Skin skin) {
        Polygon outline = Regions.outlines(patch.mask()).get(0).through(skin.toPhoto());
        return new Mark.Spot(
                outline,
                patch.areaMm2(),
                patch.contrast(),
                skin.toHand().apply(patch.region().centre()));
    }

    private static List<Measurement> measurements(Zone zone, TileGrid grid, List<Patch> patches, double scale) {
        int n = grid.size();
        double[] count = new double[n];
        double[] area = new double[n];
        double[] load = new double[n];
        for (Patch p : patches) {
            Regions.Region r = p.region();
            int[] pixels = new int[n];
            for (int y = r.top(); y < r.top() + r.boxHeight(); y++) {
                for (int x = r.left(); x < r.left() + r.boxWidth(); x++) {
                    int tile = grid.at(x, y);
                    if (tile >= 0 && p.mask().at(x, y)) {
                        pixels[tile]++;
                        area[tile] += 1 / (scale * scale);
                        load[tile] += p.contrast() / (scale * scale);
                    }
                }
            }
            int home = IntStream.range(0, n).reduce(0, (i, j) -> pixels[j] > pixels[i] ? j : i);
            count[home] += pixels[home] > 0 ? 1 : 0; // a spot counts once, where most of it lies
        }
        List<Measurement> found = new ArrayList<>();
        for (Metric metric : List.of(
                Metric.SPOT_COUNT,
                Metric.SPOT_AREA_PERCENT,
                Metric.SPOT_DENSITY_PER_10CM2,
                Metric.SPOT_CONTRAST_DE00,
                Metric.SPOT_LOAD)) {
            List<Tiles.Tile> tiles = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                TileGrid.Square q = grid.squares().get(i);
                double mm2 = q.usablePixels() / (scale * scale);
                tiles.add(
                        switch (metric) {
                            case SPOT_COUNT -> new Tiles.Tile(q.column(), q.row(), count[i], 0, 1);
                            case SPOT_AREA_PERCENT -> new Tiles.Tile(q.column(), q.row(), 100 * area[i], 0, mm2);
                            case SPOT_DENSITY_PER_10CM2 -> new Tiles.Tile(q.column(), q.row(), 1000 * count[i], 0, mm2);
                            case SPOT_CONTRAST_DE00 -> new Tiles.Tile(q.column(), q.row(), load[i], 0, area[i]);
                            default -> new Tiles.Tile(q.column(), q.row(), 100 * load[i], 0, mm2);
                        });
            }
            Tiles.Aggregation how = metric == Metric.SPOT_COUNT ? Tiles.Aggregation.SUM : Tiles.Aggregation.RATIO;
            Outcome outcome = metric == Metric.SPOT_CONTRAST_DE00 && patches.size() == 1
                    ? new Outcome.NotMeasured(NotMeasuredReason.TOO_FEW_FOUND)
                    : new Tiles(how, tiles).outcome(TileGrid.FEWEST_TILES);
            found.add(new Measurement(zone, metric, outcome));
        }
        return found;
    }

    private static List<Measurement> all(Zone zone, Outcome outcome) {
        return List.of(
                new Measurement(zone, Metric.SPOT_COUNT, outcome),
                new Measurement(zone, Metric.SPOT_AREA_PERCENT, outcome),
                new Measurement(zone, Metric.SPOT_DENSITY_PER_10CM2, outcome),
                new Measurement(zone, Metric.SPOT_CONTRAST_DE00, outcome),
                new Measurement(zone, Metric.SPOT_LOAD, outcome));
    }
}
