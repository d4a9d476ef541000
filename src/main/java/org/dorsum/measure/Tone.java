package org.dorsum.measure;

import java.util.ArrayList;
import java.util.List;
import org.dorsum.colour.Ciede2000;
import org.dorsum.colour.Lab;
import org.dorsum.hand.Zone;
import org.dorsum.skin.Skin;
import org.dorsum.stats.Quantiles;

/**
 * Colour of the skin: L*, a*, b*, individual typology angle (degrees) and unevenness (ΔE00).
 *
 * <p>Per tile of 5 mm the colour is that of the median linear light; the zone's value is the median over tiles. With the card in
 * the photo colours are those under D65; else L*, a*, b* and ITA carry the photo's own exposure and white balance.
 *
 * <p>Unevenness is the mean over the middle three fifths of the tiles of ΔE00 between a tile's colour and the zone's middle colour,
 * both brought to the same red light: shading scales all channels alike and drops out, while blood and melanin, which take
 * three to five times as much green and blue as red, stay. No directions of pigments are needed, which differ on dark skin.
 *
 * <p>Not measured on grey photos. Immutable; O(pixels).
 */
public final class Tone {
    private Tone() {}

    /** The measure; it has no settings but its tiles. */
    public static Tone withDefaults() {
        return new Tone();
    }

    /** The settings that change a value, for provenance. */
    public String settings() {
        return "tone, even red light, " + ToneAreas.settings() + ", " + TileGrid.settings();
    }

    /** The values, and blotches and pale areas. */
    public record Result(List<Measurement> measurements, List<Mark.Area> areas) {
        /** Copies the lists. */
        public Result {
            measurements = List.copyOf(measurements);
            areas = List.copyOf(areas);
        }
    }

    /** Measures {@code zone} of {@code skin}; never throws for a poor photo, answers why it cannot be measured. */
    public Result measure(Skin skin, Zone zone) {
        return measure(SkinZone.of(skin, zone));
    }

    /** The same of a zone that other measures read too. */
    public Result measure(SkinZone of) {
        Skin skin = of.skin();
        Zone zone = of.zone();
        if (skin.grey()) {
            return none(zone, new Outcome.NotMeasured(NotMeasuredReason.NO_COLOUR));
        }
        TileGrid grid = of.grid();
        if (grid.size() < TileGrid.FEWEST_TILES) {
            return none(zone, new Outcome.NotMeasured(NotMeasuredReason.TOO_LITTLE_SKIN));
        }
        double[] red = of.red();
        double[] green = of.green();
        double[] blue = of.medians(skin.light().blue());
        double level = Quantiles.median(red);
        Lab[] even = new Lab[grid.size()];
        for (int i = 0; i < even.length; i++) {
            even[i] = Lab.of(level, green[i] * level / red[i], blue[i] * level / red[i]);
        }
        Lab middle = Lab.of(level, level * ratio(green, red), level * ratio(blue, red));
        List<Measurement> found = new ArrayList<>();
        for (Metric metric : METRICS) {
            List<Tiles.Tile> tiles = new ArrayList<>();
            for (int i = 0; i < even.length; i++) {
                Lab colour = Lab.of(red[i], green[i], blue[i]);
                double value = switch (metric) {
                    case TONE_L -> colour.l();
                    case TONE_A -> colour.a();
                    case TONE_B -> colour.b();
                    case TONE_ITA_DEG -> colour.ita();
                    default -> Ciede2000.difference(even[i], middle);
                };
                TileGrid.Square q = grid.squares().get(i);
                tiles.add(new Tiles.Tile(q.column(), q.row(), value, 0, 1));
            }
            Tiles.Aggregation how =
                    metric == Metric.TONE_UNEVENNESS_DE00 ? Tiles.Aggregation.TRIMMED_MEAN : Tiles.Aggregation.MEDIAN;
            found.add(new Measurement(zone, metric, new Tiles(how, tiles).outcome(TileGrid.FEWEST_TILES)));
        }
        return new Result(found, ToneAreas.of(of.smoothCoarse()));
    }

    private static double ratio(double[] a, double[] b) {
        double[] ratios = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            ratios[i] = a[i] / b[i];
        }
        return Quantiles.median(ratios);
    }

    private static final List<Metric> METRICS =
            List.of(Metric.TONE_L, Metric.TONE_A, Metric.TONE_B, Metric.TONE_ITA_DEG, Metric.TONE_UNEVENNESS_DE00);

    private static Result none(Zone zone, Outcome outcome) {
        return new Result(
                METRICS.stream().map(m -> new Measurement(zone, m, outcome)).toList(), List.of());
    }
}
