package org.dorsum.skin;

import java.util.List;
import java.util.Optional;
import org.dorsum.colour.Srgb;
import org.dorsum.image.Affine;
import org.dorsum.image.Displacement;
import org.dorsum.image.Filters;
import org.dorsum.image.LinearBlocks;
import org.dorsum.image.Plane;
import org.dorsum.image.Resampling;
import org.dorsum.image.RgbImage;

/**
 * Takes linear light out of a photo onto a new grid.
 *
 * <p>Samples are turned into linear light first and averaged after (light adds, encoded samples do not). Where the photo
 * is finer than the grid, squares of whole pixels are averaged until it is less than twice as fine; what remains is cubic
 * interpolation.
 */
final class LightSampler {
    private static final double LEAST_APERTURE = 0.2; // pixels: a narrower Gaussian changes nothing
    private static final float[] EIGHT_BITS = eightBitTable();

    private LightSampler() {}

    /**
     * Linear light on a grid of {@code width} × {@code height} whose pixels {@code toPhoto} maps to those of the photo;
     * beyond the photo its border repeats.
     */
    static Skin.Light sample(RgbImage photo, Affine toPhoto, int width, int height) {
        return sample(photo, toPhoto, width, height, Optional.empty());
    }

    /**
     * The same on a grid that is bent by {@code off}.
     *
     * @param off far less than the margin that the skin's zone has
     */
    static Skin.Light sample(RgbImage photo, Affine toPhoto, int width, int height, Optional<Displacement> off) {
        int bin = Math.max(1, Math.min((int) Math.floor(toPhoto.scale()), Math.min(photo.width(), photo.height())));
        double left = toPhoto.scale() / bin;
        int[] box = box(toPhoto, width, height, photo, bin);
        int columns = box[2] / bin;
        int rows = box[3] / bin;
        List<Plane> blocks = LinearBlocks.of(
                photo, box[0], box[1], columns, rows, bin, photo.bitsPerSample() == 8 ? EIGHT_BITS : sixteenBitTable());
        Affine toBinned = toPhoto.then(Affine.shift(-box[0], -box[1])).then(Affine.scaling(1.0 / bin));
        // A pixel that is `left` bins wide averages over them; the Gaussian of the same variance stands in for it.
        double aperture = Math.sqrt(Math.max(0, left * left - 1) / 12);
        List<Plane> averaged = aperture > LEAST_APERTURE
                ? blocks.stream()
                        .parallel()
                        .map(p -> Filters.gaussian(p, aperture))
                        .toList()
                : blocks;
        List<Plane> planes = off.map(o -> Resampling.warp(averaged, toBinned, o))
                .orElseGet(() -> Resampling.warp(averaged, toBinned, width, height));
        return new Skin.Light(planes.get(0), planes.get(1), planes.get(2));
    }

    /** The part of the photo that the grid sees, with room for interpolation, in whole bins: left, top, width, height. */
    private static int[] box(Affine toPhoto, int width, int height, RgbImage photo, int bin) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int corner = 0; corner < 4; corner++) {
            var p = toPhoto.apply(
                    new org.dorsum.image.Point(corner % 2 == 0 ? 0 : width - 1, corner < 2 ? 0 : height - 1));
            left = Math.min(left, p.x());
            right = Math.max(right, p.x());
            top = Math.min(top, p.y());
            bottom = Math.max(bottom, p.y());
        }
        int margin = 3 * bin;
        int x0 = clamp((int) Math.floor(left) - margin, photo.width() - bin);
        int y0 = clamp((int) Math.floor(top) - margin, photo.height() - bin);
        int x1 = Math.min(photo.width(), Math.max(x0 + bin, (int) Math.ceil(right) + margin));
        int y1 = Math.min(photo.height(), Math.max(y0 + bin, (int) Math.ceil(bottom) + margin));
        return new int[] {x0, y0, (x1 - x0) / bin * bin, (y1 - y0) / bin * bin};
    }

    private static int clamp(int v, int largest) {
        return Math.max(0, Math.min(v, Math.max(0, largest)));
    }

    private static float[] eightBitTable() {
        float[] table = new float[256];
        for (int i = 0; i < table.length; i++) {
            table[i] = Srgb.toLinear(i);
        }
        return table;
    }

    private static float[] sixteenBitTable() {
        float[] table = new float[65536];
        for (int i = 0; i < table.length; i++) {
            table[i] = (float) Srgb.toLinear(i / 65535.0);
        }
        return table;
    }
}
