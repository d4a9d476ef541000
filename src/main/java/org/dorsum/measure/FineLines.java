package org.dorsum.measure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dorsum.hand.Zone;
import org.dorsum.image.Mask;
import org.dorsum.image.Plane;
import org.dorsum.image.Point;
import org.dorsum.skin.Skin;

/**
 * Fine lines of the skin: length per area (mm/cm²), share of area (percent), mean width (mm), mean depth (percent of
 * luminance) and how parallel they are (0 … 1).
 *
 * <p>Lines are valleys of log-luminance over three scales, found by their curvature ({@link ValleyMap}), followed from
 * pixel to pixel ({@link LineTracer}) and kept when at least 2.5 mm long. Widths are full widths at half depth and contain
 * the photo's own blur. Lengths are those of the path with
 * the steps of the grid smoothed away, so that they do not depend on the line's direction.
 *
 * <p>Known limits: hair, tendons and veins with a sharp edge look like lines and are not yet told apart.
 */
public final class FineLines {
    private static final double LEAST_FLANK = 0.3; // of the depth: flanks may be unequal, but both are there
    private static final int STEPS_SMOOTHED = 4; // pixels to either side, half a millimetre: bends of a line are longer
    private static final double WIDTH_OF_SIGMA = 2 * Math.sqrt(2 * Math.log(2)) / Math.sqrt(2); // FWHM of the valley

    private final double[] sigmasMm;
    private final double shallow;
    private final double deep;
    private final double shortestMm;

    private FineLines(double[] sigmasMm, double shallow, double deep, double shortestMm) {
        if (!(shallow > 0 && deep >= shallow && deep < 1)) {
            throw new IllegalArgumentException(
                    "depths satisfy 0 < shallow ≤ deep < 1, not " + shallow + " and " + deep);
        }
        if (!(shortestMm > 0)) {
            throw new IllegalArgumentException("the shortest line is greater than 0 mm, not " + shortestMm);
        }
        this.sigmasMm = sigmasMm.clone();
        this.shallow = shallow;
        this.deep = deep;
        this.shortestMm = shortestMm;
    }

    /**
     * Valleys of 0.2 to 0.6 mm full width, 5 % deep somewhere and 2.5 % everywhere, 2.5 mm long and more: what an eye at
     * reading distance takes for a line.
     */
    public static FineLines withDefaults() {
        return new FineLines(new double[] {0.12, 0.2, 0.34}, 0.025, 0.05, 2.5);
    }

    /** The settings that change a value, for provenance. */
    public String settings() {
        return "lines " + java.util.Arrays.toString(sigmasMm) + " " + shallow + " " + deep + " " + shortestMm + " "
                + LEAST_FLANK + " " + STEPS_SMOOTHED + " " + Relief.settings() + " " + TileGrid.settings();
    }

    /** The values and the lines themselves. */
    public record Result(List<Measurement> measurements, List<Mark.Line> lines) {
        /** Copies the lists. */
        public Result {
            measurements = List.copyOf(measurements);
            lines = List.copyOf(lines);
        }
    }

    /** What one kept line adds to the tiles. */
    private static final class Sums {
        double length;
        double area;
        double width;
        double contrast;
        double cos;
        double sin;
    }

    /** Measures {@code zone} of {@code skin}; never throws for a poor photo, answers why it cannot be measured. */
    public Result measure(Skin skin, Zone zone) {
        Optional<NotMeasuredReason> obstacle = Relief.obstacle(skin, zone);
        if (obstacle.isPresent()) {
            return new Result(all(zone, new Outcome.NotMeasured(obstacle.get())), List.of());
        }
        Mask usable = skin.usable(zone);
        TileGrid grid = TileGrid.over(skin, usable);
        if (grid.size() < TileGrid.FEWEST_TILES) {
            return new Result(all(zone, new Outcome.NotMeasured(NotMeasuredReason.TOO_LITTLE_SKIN)), List.of());
        }
        Plane plane = skin.logLuminance();
        double[] sigmas = new double[sigmasMm.length];
        for (int i = 0; i < sigmas.length; i++) {
            sigmas[i] = sigmasMm[i] * skin.pixelsPerMm();
        }
        ValleyMap map = ValleyMap.of(plane, sigmas);
        Sums[] sums = new Sums[grid.size()];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = new Sums();
        }
        List<Mark.Line> lines = new ArrayList<>();
        for (LineTracer.Chain chain : LineTracer.trace(map, usable, shallow, deep)) {
            double length = length(chain) / skin.pixelsPerMm();
            if (length >= shortestMm && risesOnBothSides(chain, map)) {
                lines.add(add(chain, length, map, grid, sums, skin));
            }
        }
        return new Result(measurements(zone, grid, sums, skin.pixelsPerMm()), lines);
    }

    /** Whether, over the chain, even the lower flank rises by a good part of the depth. */
    private static boolean risesOnBothSides(LineTracer.Chain chain, ValleyMap map) {
        double flank = 0;
        double depth = 0;
        for (int i = 0; i < chain.size(); i++) {
            flank += map.lowerFlank(chain.x()[i], chain.y()[i]);
            depth += map.depth(chain.x()[i], chain.y()[i]);
        }
        return flank >= LEAST_FLANK * depth;
    }

    private static Mark.Line add(
            LineTracer.Chain chain, double lengthMm, ValleyMap map, TileGrid grid, Sums[] sums, Skin skin) {
        double width = 0;
        double contrast = 0;
        List<Point> path = new ArrayList<>();
        for (int i = 0; i < chain.size(); i++) {
            int x = chain.x()[i];
            int y = chain.y()[i];
            double step = lengthMm / chain.size(); // every pixel's equal share of the whole
            double w = WIDTH_OF_SIGMA * map.sigma(x, y) / skin.pixelsPerMm();
            double c = 100 * (1 - Math.exp(-map.depth(x, y)));
            width += w / chain.size();
            contrast += c / chain.size();
            if (i % 4 == 0 || i == chain.size() - 1) {
                path.add(new Point(x, y)); // every half millimetre is enough to draw
            }
            int tile = grid.at(x, y);
            if (tile >= 0) {
                double angle = 2 * Math.atan2(map.acrossY(x, y), map.acrossX(x, y));
                Sums s = sums[tile];
                s.length += step;
                s.area += step * w;
                s.width += step * w;
                s.contrast += step * c;
                s.cos += step * Math.cos(angle);
                s.sin += step * Math.sin(angle);
            }
        }
        return new Mark.Line(Mark.through(path, skin.toPhoto()), lengthMm, width, contrast);
    }

    /** Length in pixels of the chain with its steps smoothed away by a running mean, ends kept. */
    private static double length(LineTracer.Chain chain) {
        int n = chain.size();
        double length = 0;
        double lastX = chain.x()[0];
        double lastY = chain.y()[0];
        for (int i = 1; i < n; i++) {
            int reach = Math.min(STEPS_SMOOTHED, Math.min(i, n - 1 - i));
            double x = 0;
            double y = 0;
            for (int j = i - reach; j <= i + reach; j++) {
                x += chain.x()[j];
                y += chain.y()[j];
            }
            x /= 2 * reach + 1;
            y /= 2 * reach + 1;
            length += Math.hypot(x - lastX, y - lastY);
            lastX = x;
            lastY = y;
        }
        return length;
    }

    private static List<Measurement> measurements(Zone zone, TileGrid grid, Sums[] sums, double pixelsPerMm) {
        Map<Metric, List<Tiles.Tile>> tiles = new EnumMap<>(Metric.class);
        for (int i = 0; i < sums.length; i++) {
            TileGrid.Square q = grid.squares().get(i);
            Sums s = sums[i];
            double mm2 = q.usablePixels() / (pixelsPerMm * pixelsPerMm);
            tile(tiles, Metric.LINE_DENSITY_MM_PER_CM2, q, 100 * s.length, 0, mm2); // 100 mm² are 1 cm²
            tile(tiles, Metric.LINE_AREA_PERCENT, q, 100 * s.area, 0, mm2);
            tile(tiles, Metric.LINE_WIDTH_MM, q, s.width, 0, s.length);
            tile(tiles, Metric.LINE_CONTRAST_PERCENT, q, s.contrast, 0, s.length);
            tile(tiles, Metric.LINE_ANISOTROPY, q, s.cos, s.sin, s.length);
        }
        List<Measurement> found = new ArrayList<>();
        tiles.forEach((metric, list) -> {
            Tiles.Aggregation how =
                    metric == Metric.LINE_ANISOTROPY ? Tiles.Aggregation.RESULTANT : Tiles.Aggregation.RATIO;
            found.add(new Measurement(zone, metric, new Tiles(how, list).outcome(TileGrid.FEWEST_TILES)));
        });
        return found;
    }

    private static void tile(
            Map<Metric, List<Tiles.Tile>> tiles,
            Metric metric,
            TileGrid.Square q,
            double sum,
            double otherSum,
            double weight) {
        tiles.computeIfAbsent(metric, m -> new ArrayList<>())
                .add(new Tiles.Tile(q.column(), q.row(), sum, otherSum, weight));
    }

    private static List<Measurement> all(Zone zone, Outcome outcome) {
        return List.of(
                new Measurement(zone, Metric.LINE_DENSITY_MM_PER_CM2, outcome),
                new Measurement(zone, Metric.LINE_AREA_PERCENT, outcome),
                new Measurement(zone, Metric.LINE_WIDTH_MM, outcome),
                new Measurement(zone, Metric.LINE_CONTRAST_PERCENT, outcome),
                new Measurement(zone, Metric.LINE_ANISOTROPY, outcome));
    }
}
