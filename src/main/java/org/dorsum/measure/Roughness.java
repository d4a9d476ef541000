package org.dorsum.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dorsum.hand.Zone;
import org.dorsum.image.Mask;
import org.dorsum.image.Plane;
import org.dorsum.skin.Band;
import org.dorsum.skin.Capture;
import org.dorsum.skin.NoiseCurve;
import org.dorsum.skin.ReliefLight;
import org.dorsum.skin.Skin;
import org.dorsum.stats.Quantiles;

/**
 * Roughness index: RMS contrast of a band of skin relief, percent of light, at least 0; larger is rougher.
 *
 * <p>{@code 100·√(s² − n²)}: the band lies between two Gaussian scales of the logarithm of {@link ReliefLight}, so that
 * exposure adds a constant and drops out and slow shading lies below the band. It is seen along the hand, from the wrist to
 * the fingers ({@link Band#alongHand}): tendons and veins, which are no roughness, run that way and drop out. Per tile of
 * 5 mm, s is the root mean square of what lies within three robust deviations of the tile's median, so that a hair, a mole or a
 * glint does not enter; n is the photo's noise in the same band at the tile's light. The zone's value is the mean of the middle
 * three fifths of its tiles; its standard error the block bootstrap's over tiles. Spots and other dark patches are left out
 * with a rim of 0.8 mm. A photographic index: it depends on how the light falls and is not Ra or Sa in micrometres.
 *
 * <p>Not measured where fewer than eight tiles are usable, where the photo's resolution or sharpness ends above the band, or
 * where the photo itself is blurred by more than half the band's finer Gaussian. Immutable; O(pixels).
 *
 * @see <a href="https://doi.org/10.1007/BF00336961">Koenderink 1984</a> on Gaussian scale
 * @see <a href="https://doi.org/10.1080/01621459.1993.10476408">Rousseeuw, Croux 1993</a> on the median absolute deviation
 */
public final class Roughness {
    private static final double REACH = 3; // robust deviations: 99.7 % of a normal sample lie within

    /** Of the band's finer σ: more takes more than a tenth of the wavelength that the band shows best. */
    private static final double MOST_BLUR = 0.5;

    private final Band band;

    private Roughness(Band band) {
        this.band = band;
    }

    /**
     * Relief around a wavelength of 4 mm: Gaussian scales of 0.612 and 1.224 mm, half amplitude at 2.3 and 8.6 mm. Of all bands
     * tried it follows relief best for how far it moves when a hand is photographed again; below, what a photo shows depends
     * on its focus more than on the skin (docs/validation.md). The finer octaves are given by {@link ReliefTexture}.
     */
    public static Roughness withDefaults() {
        return new Roughness(Octave.MM_4.band());
    }

    /** The same measure on another band. */
    public Roughness withBand(Band newBand) {
        return new Roughness(newBand);
    }

    /** The settings that change a value, for provenance. */
    public String settings() {
        return "roughness " + band + " along the hand, within " + REACH + ", blur " + MOST_BLUR + ", "
                + Relief.settings() + ", " + DarkPatches.settings() + ", " + TileGrid.settings() + ", trimmed mean";
    }

    /** Measures {@code zone} of {@code skin}; never throws for a poor photo, answers why it cannot be measured. */
    public Measurement measure(Skin skin, Zone zone) {
        return measure(SkinZone.of(skin, zone));
    }

    /** The same of a zone that other measures read too. */
    public Measurement measure(SkinZone of) {
        Optional<NotMeasuredReason> obstacle = Relief.obstacle(of, MOST_BLUR * band.fineMm());
        return new Measurement(
                of.zone(),
                Metric.ROUGHNESS_INDEX,
                obstacle.<Outcome>map(Outcome.NotMeasured::new).orElseGet(() -> outcome(of)));
    }

    private Outcome outcome(SkinZone of) {
        Skin skin = of.skin();
        Plane light = of.reliefLight();
        Mask patches = of.darkPatches().withHoles();
        TileGrid grid = patches.count() == 0
                ? of.grid()
                : TileGrid.over(skin, of.usable().minus(patches));
        // Filters skip the patches too: the coarse Gaussian would carry their darkness a tile's width into plain skin.
        Plane seen = band.alongHand(light, patches.not(), skin.pixelsPerMm());
        Capture capture = skin.capture();
        double gain = band.seenThrough(capture.softenedMm()).noiseGainAlongHand(capture.nativePixelsPerMm());
        return contrast(skin, grid, lights(light, grid), seen, gain);
    }

    /** Relief light of each tile: the median. */
    static double[] lights(Plane light, TileGrid grid) {
        return Arrays.stream(TileValues.of(light, grid))
                .mapToDouble(v -> Math.exp(Quantiles.median(v)))
                .toArray();
    }

    /**
     * Noise-free contrast of a band over the tiles of a grid.
     *
     * @param lights of the tiles
     * @param seen the band
     * @param gain share of the photo's noise, in energy, that lies in the band
     */
    static Outcome contrast(Skin skin, TileGrid grid, double[] lights, Plane seen, double gain) {
        double[][] values = TileValues.of(seen, grid);
        List<Tiles.Tile> tiles = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            TileGrid.Square square = grid.squares().get(i);
            double s = Quantiles.deviationWithin(values[i], REACH);
            double noise = noise(skin.capture(), lights[i]);
            double contrast = 100 * Math.sqrt(Math.max(0, s * s - noise * noise * gain));
            tiles.add(new Tiles.Tile(square.column(), square.row(), contrast, 0, 1));
        }
        return new Tiles(Tiles.Aggregation.TRIMMED_MEAN, tiles).outcome(TileGrid.FEWEST_TILES);
    }

    /** Standard deviation of log-light per pixel of the photo, at this light if the photo told how it depends on it. */
    static double noise(Capture capture, double light) {
        Optional<NoiseCurve> curve = capture.physics().noise();
        return curve.isPresent() ? curve.get().deviation(light) : capture.noise();
    }
}
