package org.dorsum.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dorsum.hand.Zone;

/** Spots sorted into tiles: the values of a zone. */
final class SpotTiles {
    private SpotTiles() {}

    static List<Measurement> measurements(Zone zone, TileGrid grid, List<FoundSpot> spots, double scale) {
        int n = grid.size();
        double[] count = new double[n];
        double[] area = new double[n];
        double[] load = new double[n];
        for (FoundSpot s : spots) {
            Patch p = s.patch();
            int[] pixels = new int[n];
            for (int y = p.top(); y < p.top() + p.pixels().height(); y++) {
                for (int x = p.left(); x < p.left() + p.pixels().width(); x++) {
                    int tile = grid.at(x, y);
                    if (tile >= 0 && p.has(x, y)) {
                        pixels[tile]++;
                        area[tile] += 1 / (scale * scale);
                        load[tile] += s.contrast().de00() / (scale * scale);
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
            Outcome outcome = metric == Metric.SPOT_CONTRAST_DE00 && spots.size() == 1
                    ? new Outcome.NotMeasured(NotMeasuredReason.TOO_FEW_FOUND)
                    : new Tiles(how, tiles).outcome(TileGrid.FEWEST_TILES);
            found.add(new Measurement(zone, metric, outcome));
        }
        return found;
    }
}
