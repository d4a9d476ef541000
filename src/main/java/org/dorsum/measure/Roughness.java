package org.dorsum.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dorsum.hand.Zone;
import org.dorsum.image.Mask;
import org.dorsum.image.Plane;
import org.dorsum.skin.Band;
import org.dorsum.skin.Skin;
import org.dorsum.stats.Quantiles;

/**
 * Roughness index: contrast of a band of skin relief, percent of luminance, at least 0; larger is rougher.
 *
 * <p>{@code 100·√(s² − n²)}: the band lies between two Gaussian scales of log-luminance, so that exposure adds a constant
 * and drops out and slow shading lies below the band. Per tile of 5 mm, s is the median absolute deviation times 1.4826,
 * a standard deviation that a hair, a mole or a glint does not move; n is the photo's noise in the same band. The zone's
 * value is the median over tiles; its standard error the block bootstrap's over tiles. A photographic index: it depends on
 * how the light falls and is not Ra or Sa in micrometres.
 *
 * <p>Not measured where fewer than eight tiles are usable, or where the photo's resolution or sharpness ends above the
 * band. Immutable; O(pixels).
 *
 * @see <a href="https://doi.org/10.1007/BF00336961">Koenderink 1984</a> on Gaussian scale
 * @see <a href="https://doi.org/10.1080/01621459.1993.10476408">Rousseeuw, Croux 1993</a> on the median absolute deviation
 */
public final class Roughness {
    private final Band band;

    private Roughness(Band band) {
        this.band = band;
    }

    /**
     * The relief that touch feels as rough, wavelengths of about 0.5 to 2.4 mm (half amplitude), most of all 1 mm: Gaussian scales
     * of 0.1 and 0.4 mm. Below
     * that, what a photo shows depends on its focus more than on the skin.
     */
    public static Roughness withDefaults() {
        return new Roughness(new Band(0.1, 0.4));
    }

    /** The same measure on another band. */
    public Roughness withBand(Band newBand) {
        return new Roughness(newBand);
    }

    /** The settings that change a value, for provenance. */
    public String settings() {
        return "roughness " + band + ", " + Relief.settings() + ", " + TileGrid.settings();
    }

    /** Measures {@code zone} of {@code skin}; never throws for a poor photo, answers why it cannot be measured. */
    public Measurement measure(Skin skin, Zone zone) {
        Optional<NotMeasuredReason> obstacle = Relief.obstacle(skin, zone);
        return new Measurement(
                zone,
                Metric.ROUGHNESS_INDEX,
                obstacle.<Outcome>map(Outcome.NotMeasured::new).orElseGet(() -> outcome(skin, skin.usable(zone))));
    }

    private Outcome outcome(Skin skin, Mask usable) {
        TileGrid grid = TileGrid.over(skin, usable);
        Plane relief = band.of(skin.logLuminance(), skin.pixelsPerMm());
        double[][] values = TileValues.of(relief, grid);
        double noise = Math.pow(skin.capture().noise(), 2)
                * band.seenThrough(skin.capture().softenedMm())
                        .noiseGain(skin.capture().nativePixelsPerMm());
        List<Tiles.Tile> tiles = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            TileGrid.Square square = grid.squares().get(i);
            double s = Quantiles.robustDeviation(values[i]);
            double contrast = 100 * Math.sqrt(Math.max(0, s * s - noise));
            tiles.add(new Tiles.Tile(square.column(), square.row(), contrast, 0, 1));
        }
        return new Tiles(Tiles.Aggregation.MEDIAN, tiles).outcome(TileGrid.FEWEST_TILES);
    }
}
