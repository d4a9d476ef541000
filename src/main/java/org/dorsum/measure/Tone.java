package org.dorsum.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dorsum.colour.Ciede2000;
import org.dorsum.colour.Lab;
import org.dorsum.colour.SkinPigment;
import org.dorsum.hand.Zone;
import org.dorsum.image.Plane;
import org.dorsum.skin.Skin;
import org.dorsum.stats.Quantiles;

/**
 * Colour of the skin: L*, a*, b*, individual typology angle (degrees) and unevenness (ΔE00).
 *
 * <p>Per tile of 5 mm the colour is that of the median linear light; the zone's value is the median over tiles.
 * Unevenness is the median over tiles of ΔE00 between the tile and the zone's middle colour, both put under the same
 * shading, so that the fall of the light across the hand does not count. Uncalibrated: L*, a*, b* and ITA carry the photo's
 * own exposure and white balance.
 */
public final class Tone {
    private Tone() {}

    /** The measure; it has no settings but its tiles. */
    public static Tone withDefaults() {
        return new Tone();
    }

    /** The settings that change a value, for provenance. */
    public String settings() {
        return "tone, " + TileGrid.settings();
    }

    /** Measures {@code zone} of {@code skin}; never throws for a poor photo, answers why it cannot be measured. */
    public List<Measurement> measure(Skin skin, Zone zone) {
        if (skin.grey()) {
            return all(zone, new Outcome.NotMeasured(NotMeasuredReason.NO_COLOUR));
        }
        TileGrid grid = TileGrid.over(skin, skin.usable(zone));
        if (grid.size() < TileGrid.FEWEST_TILES) {
            return all(zone, new Outcome.NotMeasured(NotMeasuredReason.TOO_LITTLE_SKIN));
        }
        double[] red = medians(skin.light().red(), grid);
        double[] green = medians(skin.light().green(), grid);
        double[] blue = medians(skin.light().blue(), grid);
        int n = grid.size();
        Lab[] colours = new Lab[n];
        SkinPigment[] pigments = new SkinPigment[n];
        for (int i = 0; i < n; i++) {
            colours[i] = Lab.of(red[i], green[i], blue[i]);
            pigments[i] = SkinPigment.of(red[i], green[i], blue[i]);
        }
        double shading = Quantiles.median(
                Arrays.stream(pigments).mapToDouble(SkinPigment::shading).toArray());
        Lab middle = underShading(
                Quantiles.median(Arrays.stream(pigments)
                        .mapToDouble(SkinPigment::melanin)
                        .toArray()),
                Quantiles.median(Arrays.stream(pigments)
                        .mapToDouble(SkinPigment::haemoglobin)
                        .toArray()),
                shading);
        List<Measurement> found = new ArrayList<>();
        for (Metric metric : METRICS) {
            List<Tiles.Tile> tiles = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                double value = switch (metric) {
                    case TONE_L -> colours[i].l();
                    case TONE_A -> colours[i].a();
                    case TONE_B -> colours[i].b();
                    case TONE_ITA_DEG -> colours[i].ita();
                    default ->
                        Ciede2000.difference(
                                underShading(pigments[i].melanin(), pigments[i].haemoglobin(), shading), middle);
                };
                TileGrid.Square q = grid.squares().get(i);
                tiles.add(new Tiles.Tile(q.column(), q.row(), value, 0, 1));
            }
            found.add(new Measurement(
                    zone, metric, new Tiles(Tiles.Aggregation.MEDIAN, tiles).outcome(TileGrid.FEWEST_TILES)));
        }
        return found;
    }

    private static final List<Metric> METRICS =
            List.of(Metric.TONE_L, Metric.TONE_A, Metric.TONE_B, Metric.TONE_ITA_DEG, Metric.TONE_UNEVENNESS_DE00);

    private static Lab underShading(double melanin, double haemoglobin, double shading) {
        return Lab.of(new SkinPigment(melanin, haemoglobin, shading).toLinearRgb());
    }

    private static double[] medians(Plane plane, TileGrid grid) {
        double[][] values = TileValues.of(plane, grid);
        return Arrays.stream(values).mapToDouble(Quantiles::median).toArray();
    }

    private static List<Measurement> all(Zone zone, Outcome outcome) {
        return METRICS.stream().map(m -> new Measurement(zone, m, outcome)).toList();
    }
}
