package org.dorsum.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dorsum.colour.LinearRgb;
import org.dorsum.colour.SkinPigment;
import org.dorsum.hand.Zone;
import org.dorsum.image.Mask;
import org.dorsum.image.Plane;
import org.dorsum.skin.Skin;
import org.dorsum.stats.Quantiles;

/**
 * Redness of the skin: {@code redness_index}, optical density along the haemoglobin direction times 100, dimensionless, 0 for
 * grey, about 80 to 190 for skin; {@code redness_area_percent}, share of the zone in red patches, 0 … 100.
 *
 * <p>The index is {@link SkinPigment#redGreen} of a tile's median light, the median over tiles of 5 mm. It leaves blue light out:
 * a camera's white balance moves blue most, and with it the index would repeat half as well (docs/validation.md). The price is that
 * it holds half of the melanin density: it follows blood within a hand, and must not be compared between people of
 * different tone, nor before and after a tan.
 *
 * <p>Where red is above 0.85 of full light in the photo the camera's curve bends it, and green follows less: where the median over
 * tiles lies there the index is not measured. Leaving the bright tiles out instead would choose the darker and redder ones.
 *
 * <p>A patch is where the density of haemoglobin proper, melanin unmixed (within one photo white balance adds a constant), is
 * 0.2 above what a plane fitted to the zone has there; at least 3 mm wide and 12 mm². On dark skin unmixing is weak: melanin's
 * own blotches can pass for blood there.
 *
 * <p>Not measured on grey photos. Immutable; O(pixels).
 */
public final class Redness {
    private static final double PATCH = 0.2; // of density: blood up by four fifths, a* by 3 to 4: plainly seen
    private static final double NARROWEST_MM = 3;
    private static final double SMALLEST_MM2 = 12; // a disc of 4 mm: smaller is a spot
    private static final double HUNDREDFOLD = 100;
    private static final double BENT =
            0.85; // of full light, the 8-bit sample 237: shoulders of cameras begin about there

    private Redness() {}

    /** The measure; it has no settings. */
    public static Redness withDefaults() {
        return new Redness();
    }

    /** The settings that change a value, for provenance. */
    public String settings() {
        return "redness red-green below " + BENT + ", patches " + PATCH + " " + NARROWEST_MM + " " + SMALLEST_MM2 + ", "
                + TileGrid.settings();
    }

    /** The values and the red patches. */
    public record Result(List<Measurement> measurements, List<Mark.Area> patches) {
        /** Copies the lists. */
        public Result {
            measurements = List.copyOf(measurements);
            patches = List.copyOf(patches);
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
            return none(zone, NotMeasuredReason.NO_COLOUR);
        }
        TileGrid grid = of.grid();
        if (grid.size() < TileGrid.FEWEST_TILES) {
            return none(zone, NotMeasuredReason.TOO_LITTLE_SKIN);
        }
        Coarse coarse = of.smoothCoarse();
        Mask red = Coarse.broad(excess(coarse).above(PATCH).and(coarse.skin()), NARROWEST_MM);
        List<Mark.Area> patches =
                coarse.areas(AreaKind.REDNESS, red, SMALLEST_MM2, part -> AreaColour.toRing(coarse, part));
        Mask counted = Coarse.atLeast(red, SMALLEST_MM2);
        return new Result(
                List.of(
                        new Measurement(zone, Metric.REDNESS_INDEX, index(of)),
                        new Measurement(zone, Metric.REDNESS_AREA_PERCENT, coarse.share(grid, counted))),
                patches);
    }

    private static Outcome index(SkinZone of) {
        double[] red = of.red();
        double[] green = of.green();
        double most = of.skin()
                .colour()
                .map(c -> c.apply(new LinearRgb(BENT, BENT, BENT)).red())
                .orElse(BENT);
        if (Quantiles.median(red) > most) {
            return new Outcome.NotMeasured(NotMeasuredReason.TOO_BRIGHT);
        }
        List<Tiles.Tile> tiles = new ArrayList<>();
        for (int i = 0; i < red.length; i++) {
            TileGrid.Square q = of.grid().squares().get(i);
            double density = SkinPigment.redGreen(red[i], green[i]);
            tiles.add(new Tiles.Tile(q.column(), q.row(), HUNDREDFOLD * density, 0, 1));
        }
        return new Tiles(Tiles.Aggregation.MEDIAN, tiles).outcome(TileGrid.FEWEST_TILES);
    }

    /** Density of haemoglobin above the plane that fits it best; light of two colours fades across a hand. */
    static Plane excess(Coarse coarse) {
        Plane blood = Plane.of(
                coarse.skin().width(),
                coarse.skin().height(),
                (x, y) -> SkinPigment.of(
                                coarse.red().at(x, y),
                                coarse.green().at(x, y),
                                coarse.blue().at(x, y))
                        .haemoglobin());
        return PlaneFit.of(blood, coarse.skin()).residual(blood);
    }

    private static Result none(Zone zone, NotMeasuredReason why) {
        Outcome outcome = new Outcome.NotMeasured(why);
        return new Result(
                Arrays.asList(
                        new Measurement(zone, Metric.REDNESS_INDEX, outcome),
                        new Measurement(zone, Metric.REDNESS_AREA_PERCENT, outcome)),
                List.of());
    }
}
