package org.dorsum.measure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dorsum.hand.Zone;
import org.dorsum.image.Filters;
import org.dorsum.image.Plane;
import org.dorsum.skin.Band;
import org.dorsum.skin.Capture;
import org.dorsum.skin.Skin;
import org.dorsum.stats.Quantiles;

/**
 * What kind of relief skin has, for research: contrast by octave, skewness, pitch, alignment, co-occurrence. Nothing of it
 * enters a score; better and worse are not known for any of it. Noise is taken off the octaves, not off the others.
 *
 * <ul>
 *   <li><b>Octaves</b>: noise-free contrast around wavelengths of 0.5, 1, 2 and 4 mm, percent, as {@link Roughness}.
 *   <li><b>Skewness</b> of the band of 1 to 4 mm: {@code (Q95 + Q5 − 2·Q50) / (Q95 − Q5)} per tile, −1 … 1; below 0 where
 *       dark furrows are narrower than the fields between them.
 *   <li><b>Pitch</b>: mean wavelength {@code 2π·√(var z / mean |∇z|²)} of that band per tile, mm: of a sine its
 *       wavelength, of random relief what Rice's formula gives; blur lengthens it, noise shortens it.
 *   <li><b>Alignment</b>: length of Σ (J_xx − J_yy, 2·J_xy) over Σ (J_xx + J_yy), J the gradient's structure tensor: 0 no
 *       direction … 1 all furrows parallel. One-sided light shows furrows across it more than along it: the two are one in
 *       a single photo.
 *   <li><b>Co-occurrence</b> contrast, homogeneity and correlation half a millimetre apart ({@link CoOccurrence}).
 * </ul>
 *
 * <p>Zone values are trimmed means over tiles (alignment: resultant), errors block bootstraps. Not measured under the
 * conditions of {@link Relief}. Immutable; O(pixels).
 *
 * @see <a href="https://doi.org/10.1002/j.1538-7305.1945.tb00453.x">Rice 1945</a> on the mean wavelength of random relief
 * @see <a href="https://doi.org/10.1109/34.42849">Kass, Witkin 1987; Bigün, Granlund</a> on the structure tensor
 */
public final class ReliefTexture {
    private ReliefTexture() {}

    /** The four octaves and the band of 1 to 4 mm. */
    public static ReliefTexture withDefaults() {
        return new ReliefTexture();
    }

    /** The settings that change a value, for provenance. */
    public String settings() {
        return "relief texture " + shape() + ", " + CoOccurrence.settings();
    }

    private static Band shape() {
        return new Band(Octave.MM_1.band().fineMm(), Octave.MM_4.band().coarseMm());
    }

    /** Measures {@code zone} of {@code skin}: every metric, each with a value or the reason why it has none. */
    public List<Measurement> measure(Skin skin, Zone zone) {
        return measure(SkinZone.of(skin, zone));
    }

    /** The same of a zone that other measures read too. */
    public List<Measurement> measure(SkinZone of) {
        Skin skin = of.skin();
        Map<Metric, Outcome> outcomes = new EnumMap<>(Metric.class);
        Optional<NotMeasuredReason> obstacle = Relief.obstacle(of);
        if (obstacle.isPresent()) {
            Outcome none = new Outcome.NotMeasured(obstacle.get());
            for (Metric metric : Metric.values()) {
                if (metric.detail()) {
                    outcomes.put(metric, none);
                }
            }
        } else {
            TileGrid grid = of.grid();
            Plane light = of.reliefLight();
            Plane[] scales = scales(light, skin.pixelsPerMm());
            double[] lights = Roughness.lights(light, grid);
            Capture capture = skin.capture();
            List<Octave> octaves = List.of(Octave.values());
            for (int i = 0; i < octaves.size(); i++) {
                double gain =
                        octaves.get(i).band().seenThrough(capture.softenedMm()).noiseGain(capture.nativePixelsPerMm());
                outcomes.put(
                        octaves.get(i).metric(),
                        Roughness.contrast(skin, grid, lights, scales[i].minus(scales[i + 1]), gain));
            }
            Plane band = scales[octaves.indexOf(Octave.MM_1)].minus(scales[scales.length - 1]);
            shape(band, grid, skin.pixelsPerMm(), outcomes);
            neighbours(band, grid, skin.pixelsPerMm(), outcomes);
        }
        List<Measurement> all = new ArrayList<>();
        outcomes.forEach((metric, outcome) -> all.add(new Measurement(of.zone(), metric, outcome)));
        return all;
    }

    /** Relief light at the finer scale of every octave and at the coarser one of the last: they join without gap. */
    private static Plane[] scales(Plane light, double pixelsPerMm) {
        Octave[] octaves = Octave.values();
        Plane[] scales = new Plane[octaves.length + 1];
        for (int i = 0; i < octaves.length; i++) {
            scales[i] = Filters.gaussian(light, octaves[i].band().fineMm() * pixelsPerMm);
        }
        scales[octaves.length] =
                Filters.gaussian(light, octaves[octaves.length - 1].band().coarseMm() * pixelsPerMm);
        return scales;
    }

    private static void shape(Plane band, TileGrid grid, double pixelsPerMm, Map<Metric, Outcome> outcomes) {
        double[][] values = TileValues.of(band, grid);
        double[][] tensor = tensor(band, grid);
        List<Tiles.Tile> skewness = new ArrayList<>();
        List<Tiles.Tile> pitch = new ArrayList<>();
        List<Tiles.Tile> alignment = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            TileGrid.Square q = grid.squares().get(i);
            double low = Quantiles.quantile(values[i], 0.05);
            double high = Quantiles.quantile(values[i], 0.95);
            double middle = Quantiles.median(values[i]);
            double variance = variance(values[i]);
            double trace = tensor[i][0] + tensor[i][2];
            if (high > low && trace > 0) {
                skewness.add(tile(q, (high + low - 2 * middle) / (high - low)));
                pitch.add(tile(q, 2 * Math.PI * Math.sqrt(variance / trace) / pixelsPerMm));
                alignment.add(
                        new Tiles.Tile(q.column(), q.row(), tensor[i][0] - tensor[i][2], 2 * tensor[i][1], trace));
            }
        }
        outcomes.put(Metric.RELIEF_SKEWNESS, trimmed(skewness));
        outcomes.put(Metric.RELIEF_PITCH_MM, trimmed(pitch));
        outcomes.put(
                Metric.RELIEF_ALIGNMENT,
                new Tiles(Tiles.Aggregation.RESULTANT, alignment).outcome(TileGrid.FEWEST_TILES));
    }

    private static void neighbours(Plane band, TileGrid grid, double pixelsPerMm, Map<Metric, Outcome> outcomes) {
        CoOccurrence[] features = CoOccurrence.of(band, grid, pixelsPerMm);
        List<Tiles.Tile> contrast = new ArrayList<>();
        List<Tiles.Tile> homogeneity = new ArrayList<>();
        List<Tiles.Tile> correlation = new ArrayList<>();
        for (int i = 0; i < features.length; i++) {
            TileGrid.Square q = grid.squares().get(i);
            contrast.add(tile(q, features[i].contrast()));
            homogeneity.add(tile(q, features[i].homogeneity()));
            correlation.add(tile(q, features[i].correlation()));
        }
        outcomes.put(Metric.COOCCURRENCE_CONTRAST, trimmed(contrast));
        outcomes.put(Metric.COOCCURRENCE_HOMOGENEITY, trimmed(homogeneity));
        outcomes.put(Metric.COOCCURRENCE_CORRELATION, trimmed(correlation));
    }

    private static Outcome trimmed(List<Tiles.Tile> tiles) {
        return new Tiles(Tiles.Aggregation.TRIMMED_MEAN, tiles).outcome(TileGrid.FEWEST_TILES);
    }

    private static Tiles.Tile tile(TileGrid.Square q, double value) {
        return new Tiles.Tile(q.column(), q.row(), value, 0, 1);
    }

    private static double variance(double[] values) {
        double sum = 0;
        double squares = 0;
        for (double v : values) {
            sum += v;
            squares += v * v;
        }
        return Math.max(0, squares / values.length - sum / values.length * (sum / values.length));
    }

    /** Mean of z_x², z_x·z_y and z_y² over each tile, per pixel squared; central differences within the tile. */
    private static double[][] tensor(Plane z, TileGrid grid) {
        double[][] sums = new double[grid.size()][4];
        for (int y = 1; y < z.height() - 1; y++) {
            for (int x = 1; x < z.width() - 1; x++) {
                int tile = grid.at(x, y);
                if (tile >= 0) {
                    double zx = (z.at(x + 1, y) - z.at(x - 1, y)) / 2;
                    double zy = (z.at(x, y + 1) - z.at(x, y - 1)) / 2;
                    sums[tile][0] += zx * zx;
                    sums[tile][1] += zx * zy;
                    sums[tile][2] += zy * zy;
                    sums[tile][3]++;
                }
            }
        }
        for (double[] s : sums) {
            double n = Math.max(1, s[3]);
            s[0] /= n;
            s[1] /= n;
            s[2] /= n;
        }
        return sums;
    }
}
