package org.dorsum.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dorsum.hand.Zone;
import org.dorsum.image.Filters;
import org.dorsum.image.Mask;
import org.dorsum.image.Plane;
import org.dorsum.skin.Band;
import org.dorsum.skin.Capture;
import org.dorsum.skin.NoiseCurve;
import org.dorsum.skin.ReliefLight;
import org.dorsum.skin.Skin;
import org.dorsum.stats.Quantiles;

/**
 * Roughness index: contrast of a band of skin relief, percent of light, at least 0; larger is rougher.
 *
 * <p>{@code 100·√(s² − n²)}: the band lies between two Gaussian scales of the logarithm of {@link ReliefLight}, so that
 * exposure adds a constant and drops out and slow shading lies below the band. Per tile of 5 mm, s is the median absolute
 * deviation times 1.4826, a standard deviation that a hair, a mole or a glint does not move; n is the photo's noise in the
 * same band at the tile's light. The zone's value is the mean of the middle three fifths of its tiles; its standard error the
 * block bootstrap's over tiles. Spots and other dark patches are left out with a rim of 0.8 mm. A photographic index: it depends on how the light falls and is not Ra or Sa in micrometres.
 *
 * <p>Not measured where fewer than eight tiles are usable, where the photo's resolution or sharpness ends above the band, or
 * where the photo itself is blurred by more than the band's finer Gaussian. Immutable; O(pixels).
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
     * The octaves of relief around wavelengths of 2 and 4 mm: Gaussian scales of 0.306 and 1.224 mm, half amplitude at 1.3
     * and 7 mm. Of all bands tried, those that begin here tell hands apart best for how far they move when a hand is
     * photographed again; below, what a photo shows depends on its focus more than on the skin (docs/validation.md). The finer
     * octaves are given by {@link ReliefTexture}.
     */
    public static Roughness withDefaults() {
        return new Roughness(
                new Band(Octave.MM_2.band().fineMm(), Octave.MM_4.band().coarseMm()));
    }

    /** The same measure on another band. */
    public Roughness withBand(Band newBand) {
        return new Roughness(newBand);
    }

    /** The settings that change a value, for provenance. */
    public String settings() {
        return "roughness " + band + ", " + Relief.settings() + ", " + DarkPatches.settings() + ", "
                + TileGrid.settings() + ", trimmed mean";
    }

    /** Measures {@code zone} of {@code skin}; never throws for a poor photo, answers why it cannot be measured. */
    public Measurement measure(Skin skin, Zone zone) {
        Optional<NotMeasuredReason> obstacle = Relief.obstacle(skin, zone, band.fineMm());
        return new Measurement(
                zone,
                Metric.ROUGHNESS_INDEX,
                obstacle.<Outcome>map(Outcome.NotMeasured::new).orElseGet(() -> outcome(skin, skin.usable(zone))));
    }

    private Outcome outcome(Skin skin, Mask usable) {
        Plane light = ReliefLight.of(skin);
        double scale = skin.pixelsPerMm();
        Mask patches = DarkPatches.of(light, usable, scale);
        if (patches.count() == 0) {
            return outcome(skin, TileGrid.over(skin, usable), light, band.of(light, scale), band);
        }
        // Filters skip the patches too: the coarse Gaussian would carry their darkness a tile's width into plain skin.
        Mask plain = patches.not();
        Plane seen = Filters.gaussian(light, plain, band.fineMm() * scale)
                .minus(Filters.gaussian(light, plain, band.coarseMm() * scale));
        return outcome(skin, TileGrid.over(skin, usable.minus(patches)), light, seen, band);
    }

    /** Noise-free contrast of {@code band} over the tiles of a grid. */
    static Outcome outcome(Skin skin, TileGrid grid, Plane light, Band band) {
        return outcome(skin, grid, light, band.of(light, skin.pixelsPerMm()), band);
    }

    private static Outcome outcome(Skin skin, TileGrid grid, Plane light, Plane seen, Band band) {
        double[][] values = TileValues.of(seen, grid);
        double[][] lights = TileValues.of(light, grid);
        Capture capture = skin.capture();
        double gain = band.seenThrough(capture.softenedMm()).noiseGain(capture.nativePixelsPerMm());
        List<Tiles.Tile> tiles = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            TileGrid.Square square = grid.squares().get(i);
            double s = Quantiles.robustDeviation(values[i]);
            double noise = noise(capture, Math.exp(Quantiles.median(lights[i])));
            double contrast = 100 * Math.sqrt(Math.max(0, s * s - noise * noise * gain));
            tiles.add(new Tiles.Tile(square.column(), square.row(), contrast, 0, 1));
        }
        return new Tiles(Tiles.Aggregation.TRIMMED_MEAN, tiles).outcome(TileGrid.FEWEST_TILES);
    }

    /** Standard deviation of log-light per pixel of the photo, at this light if the photo told how it depends on it. */
    private static double noise(Capture capture, double light) {
        Optional<NoiseCurve> curve = capture.physics().noise();
        return curve.isPresent() ? curve.get().deviation(light) : capture.noise();
    }
}
