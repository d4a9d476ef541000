package org.dorsum.measure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dorsum.hand.Zone;

/** Adds up lines tile by tile: their length, and what is averaged over it. */
final class LineTiles {
    /** What lines add to a tile. */
    private static final class Sums {
        double length;
        double area;
        double width;
        double contrast;
        double cos;
        double sin;
    }

    private final TileGrid grid;
    private final Sums[] sums;

    LineTiles(TileGrid grid) {
        this.grid = grid;
        this.sums = new Sums[grid.size()];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = new Sums();
        }
    }

    /**
     * Adds a pixel of a line; one that lies in no tile counts nowhere.
     *
     * @param lengthMm its share of the line's length, millimetres
     * @param angle of the line there, radians
     * @param widthMm of the line, millimetres
     * @param contrast of the line, percent
     */
    void add(int x, int y, double lengthMm, double angle, double widthMm, double contrast) {
        int tile = grid.at(x, y);
        if (tile >= 0) {
            Sums s = sums[tile];
            s.length += lengthMm;
            s.area += lengthMm * widthMm;
            s.width += lengthMm * widthMm;
            s.contrast += lengthMm * contrast;
            s.cos += lengthMm * Math.cos(2 * angle);
            s.sin += lengthMm * Math.sin(2 * angle);
        }
    }

    List<Measurement> measurements(Zone zone, double pixelsPerMm) {
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
}
