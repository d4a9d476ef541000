package org.dorsum.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dorsum.hand.Zone;
import org.dorsum.image.Filters;
import org.dorsum.image.Mask;
import org.dorsum.image.Plane;
import org.dorsum.skin.Band;
import org.dorsum.skin.Capture;
import org.dorsum.skin.ReliefLight;
import org.dorsum.skin.Skin;
import org.dorsum.stats.Quantiles;

/**
 * By what factor relief differs between two sessions of photos laid onto each other, at least 0; 1 for no change.
 *
 * <p>Of the octave around a wavelength of 1 mm, where treatments act, each photo shows the relief and what is its own (noise,
 * compression, another fall of the light). The relief is what the photos share: with energies B before and A after, and
 * shared energy C, tile by tile, the factor g is that of orthogonal regression, {@code g = (√(d² + 4) − d)/2} with {@code d =
 * (B − A)/C}: what is each photo's own adds equally to B and A and drops out, where the mere ratio {@code √(A/B)} would take
 * it for relief that does not change. The photo's noise, where it is known, is taken off B and A before.
 *
 * <p>Light from elsewhere shows other slopes of the same relief; it lowers C and changes with the relief, so that it must not
 * count as each photo's own: C is taken to be at least 0.7·√(A·B), noise and compression of a photo being 0.1 to 0.3 of the
 * octave (docs/validation.md). Spots, other dark patches and pixels beyond three robust deviations are left out in every photo.
 * A harder light deepens all relief and passes for a change. Immutable; O(photos² · pixels).
 *
 * @see <a href="https://doi.org/10.1080/00031305.1996.10473533">Carroll, Ruppert 1996</a> on orthogonal regression and its limits
 */
public final class SharedRelief {
    private static final double REACH = 3; // robust deviations: 99.7 % of a normal sample lie within
    private static final double LEAST_SHARED = 0.7; // the worst pair of one room, rendered: 0.70

    /** What a tile adds: its pixels and, per pixel, energies before and after and what they share. */
    private record Part(int column, int row, double pixels, double before, double after, double shared) {}

    private final List<Part> parts;

    private SharedRelief(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * The relief that photos on one grid share on the skin that all show.
     *
     * @param before photos of the earlier session, at least one
     * @param after photos of the later one, at least one
     */
    public static SharedRelief of(List<Skin> before, List<Skin> after, Zone zone) {
        List<Skin> photos = new ArrayList<>(before);
        photos.addAll(after);
        Skin first = photos.get(0);
        Mask usable = photos.stream().map(s -> s.usable(zone)).reduce(Mask::and).orElseThrow();
        List<Plane> lights = photos.stream().map(ReliefLight::of).toList();
        Mask patches = lights.stream()
                .map(light -> DarkPatches.of(light, usable, first.pixelsPerMm()))
                .reduce(Mask::or)
                .orElseThrow();
        TileGrid grid = TileGrid.over(first, usable.minus(patches));
        Mask seen = patches.not();
        double[][][] values = new double[photos.size()][][];
        double[][] noise = new double[photos.size()][];
        for (int i = 0; i < values.length; i++) {
            values[i] = TileValues.of(band(lights.get(i), seen, first.pixelsPerMm()), grid);
            noise[i] = noise(photos.get(i).capture(), Roughness.lights(lights.get(i), grid));
        }
        List<Part> parts = new ArrayList<>();
        for (int tile = 0; tile < grid.size(); tile++) {
            int t = tile;
            double[][] own = Arrays.stream(values).map(v -> v[t]).toArray(double[][]::new);
            double[] off = Arrays.stream(noise).mapToDouble(n -> n[t]).toArray();
            parts.add(part(grid.squares().get(tile), within(own), off, before.size()));
        }
        return new SharedRelief(parts);
    }

    private static Plane band(Plane light, Mask seen, double pixelsPerMm) {
        Band band = Octave.MM_1.band();
        return Filters.gaussian(light, seen, band.fineMm() * pixelsPerMm)
                .minus(Filters.gaussian(light, seen, band.coarseMm() * pixelsPerMm));
    }

    /** Energy of the photo's noise in the octave, by tile. */
    private static double[] noise(Capture capture, double[] lights) {
        double gain = Octave.MM_1.band().seenThrough(capture.softenedMm()).noiseGain(capture.nativePixelsPerMm());
        return Arrays.stream(lights)
                .map(light -> Math.pow(Roughness.noise(capture, light), 2) * gain)
                .toArray();
    }

    /** The values of the pixels that lie within reach of the tile's median in every photo. */
    private static double[][] within(double[][] values) {
        double[] medians = new double[values.length];
        double[] reaches = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            medians[i] = Quantiles.median(values[i]);
            reaches[i] = REACH * Quantiles.robustDeviation(values[i]);
        }
        int[] kept = IntStream.range(0, values[0].length)
                .filter(p -> IntStream.range(0, values.length)
                        .allMatch(i -> Math.abs(values[i][p] - medians[i]) <= reaches[i]))
                .toArray();
        return Arrays.stream(values)
                .map(v -> IntStream.of(kept).mapToDouble(p -> v[p]).toArray())
                .toArray(double[][]::new);
    }

    private static Part part(TileGrid.Square square, double[][] values, double[] noise, int earlier) {
        int n = values[0].length;
        double before = 0;
        double after = 0;
        double shared = 0;
        int later = values.length - earlier;
        for (int i = 0; i < values.length; i++) {
            double energy = covariance(values[i], values[i]) - noise[i];
            before += i < earlier ? energy / earlier : 0;
            after += i < earlier ? 0 : energy / later;
            for (int j = earlier; i < earlier && j < values.length; j++) {
                shared += covariance(values[i], values[j]) / earlier / later;
            }
        }
        return new Part(square.column(), square.row(), n, before, after, shared);
    }

    private static double covariance(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElse(0);
        double meanY = Arrays.stream(y).average().orElse(0);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - meanX) * (y[i] - meanY);
        }
        return x.length > 0 ? sum / x.length : 0;
    }

    /** How many tiles there are. */
    public int size() {
        return parts.size();
    }

    /** For each tile the block that a bootstrap draws it with. */
    public int[] blocks() {
        return parts.stream()
                .mapToInt(p -> new Tiles.Tile(p.column(), p.row(), 0, 0, 0).block())
                .toArray();
    }

    /** For each tile how much of the relief it carries: its energy before times its pixels, at least 0. */
    public double[] carried() {
        return parts.stream()
                .mapToDouble(p -> p.pixels() * Math.max(0, p.before()))
                .toArray();
    }

    /** The factor over a draw of tiles, given by their places; NaN where there was no relief before. */
    public double factor(int[] draw) {
        double[] e = energies(draw);
        double shared = Math.max(e[2], LEAST_SHARED * Math.sqrt(e[0] * e[1]));
        double d = (e[0] - e[1]) / shared;
        return !(e[0] > 0) ? Double.NaN : !(e[1] > 0) ? 0 : 2 / (d + Math.sqrt(d * d + 4));
    }

    /** Correlation of the relief of both sessions, 0 … 1: what share of it, in amplitude, their photos have in common. */
    public double coherence() {
        double[] e = energies(IntStream.range(0, parts.size()).toArray());
        return e[0] > 0 && e[1] > 0 ? Math.max(0, Math.min(1, e[2] / Math.sqrt(e[0] * e[1]))) : 0;
    }

    /** Energy before, after and shared. */
    private double[] energies(int[] draw) {
        double before = 0;
        double after = 0;
        double shared = 0;
        for (int i : draw) {
            Part p = parts.get(i);
            before += p.pixels() * p.before();
            after += p.pixels() * p.after();
            shared += p.pixels() * p.shared();
        }
        return new double[] {Math.max(0, before), Math.max(0, after), shared};
    }
}
