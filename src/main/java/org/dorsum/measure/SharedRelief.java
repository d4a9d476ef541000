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

    /** What a tile adds: its pixels and, per pixel, each photo's energy and what every two share. */
    private record Part(int column, int row, double pixels, double[][] energy) {}

    /** Energies over some tiles: of the photos before, of those after, and what those before share with those after. */
    private record Energies(double before, double after, double shared) {
        /** By what factor the relief of the second is that of the first. */
        double factor() {
            double atLeast = Math.max(shared, LEAST_SHARED * Math.sqrt(before * after));
            double d = (before - after) / atLeast;
            return !(before > 0) ? Double.NaN : !(after > 0) ? 0 : 2 / (d + Math.sqrt(d * d + 4));
        }
    }

    private final List<Part> parts;
    private final int earlier;
    private final int photos;

    private SharedRelief(List<Part> parts, int earlier, int photos) {
        this.parts = List.copyOf(parts);
        this.earlier = earlier;
        this.photos = photos;
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
            parts.add(part(grid.squares().get(tile), within(own), off));
        }
        return new SharedRelief(parts, before.size(), photos.size());
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

    private static Part part(TileGrid.Square square, double[][] values, double[] noise) {
        double[][] energy = new double[values.length][values.length];
        for (int i = 0; i < values.length; i++) {
            energy[i][i] = covariance(values[i], values[i]) - noise[i];
            for (int j = 0; j < i; j++) {
                energy[i][j] = covariance(values[i], values[j]);
                energy[j][i] = energy[i][j];
            }
        }
        return new Part(square.column(), square.row(), values[0].length, energy);
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
                .mapToDouble(p -> p.pixels() * Math.max(0, before(p.energy())))
                .toArray();
    }

    /** The factor over a draw of tiles, given by their places; NaN where there was no relief before. */
    public double factor(int[] draw) {
        return sessions(draw).factor();
    }

    /** Correlation of the relief of both sessions, 0 … 1: what share of it, in amplitude, their photos have in common. */
    public double coherence() {
        Energies e = sessions(all());
        return e.before() > 0 && e.after() > 0
                ? Math.max(0, Math.min(1, e.shared() / Math.sqrt(e.before() * e.after())))
                : 0;
    }

    /**
     * How photos within each session differ, where a session has several: sum of squares of the logarithm of their relief about the
     * session's mean, by the factors between every two, n of which make n − 1 degrees of freedom.
     */
    public double squaresWithin() {
        double[][] sums = new double[photos][photos];
        for (int i : all()) {
            Part p = parts.get(i);
            for (int a = 0; a < photos; a++) {
                for (int b = 0; b < photos; b++) {
                    sums[a][b] += p.pixels() * p.energy()[a][b];
                }
            }
        }
        return squares(sums, 0, earlier) + squares(sums, earlier, photos);
    }

    private static double squares(double[][] sums, int from, int to) {
        double squares = 0;
        for (int a = from; a < to; a++) {
            for (int b = from; b < a; b++) {
                double factor = new Energies(Math.max(0, sums[a][a]), Math.max(0, sums[b][b]), sums[a][b]).factor();
                squares += factor > 0 ? Math.pow(Math.log(factor), 2) / (to - from) : 0;
            }
        }
        return squares;
    }

    private int[] all() {
        return IntStream.range(0, parts.size()).toArray();
    }

    private Energies sessions(int[] draw) {
        double before = 0;
        double after = 0;
        double shared = 0;
        for (int i : draw) {
            Part p = parts.get(i);
            before += p.pixels() * before(p.energy());
            after += p.pixels() * own(p.energy(), earlier, photos);
            shared += p.pixels() * shared(p.energy());
        }
        return new Energies(Math.max(0, before), Math.max(0, after), shared);
    }

    private double before(double[][] energy) {
        return own(energy, 0, earlier);
    }

    /** Mean energy of some photos. */
    private static double own(double[][] energy, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += energy[i][i];
        }
        return sum / (to - from);
    }

    /** Mean of what the photos of one session share with those of the other. */
    private double shared(double[][] energy) {
        double sum = 0;
        for (int i = earlier; i < photos; i++) {
            for (int j = 0; j < earlier; j++) {
                sum += energy[i][j];
            }
        }
        return sum / (earlier * (photos - earlier));
    }
}
