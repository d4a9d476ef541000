package org.dorsum.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dorsum.hand.Zone;
import org.dorsum.image.Affine;
import org.dorsum.image.Filters;
import org.dorsum.image.Mask;
import org.dorsum.image.Morphology;
import org.dorsum.image.Plane;
import org.dorsum.image.Polygon;
import org.dorsum.image.Regions;
import org.dorsum.image.Squares;
import org.dorsum.skin.Skin;

/**
 * A zone's light seen coarsely, at 2 pixels a millimetre: means of the usable pixels of squares of 4 × 4. What is broader
 * than a millimetre needs no more, and JPEG stores colour no finer.
 *
 * @param red mean linear light, likewise the others; 0 where there is no usable skin
 * @param skin squares at least half usable
 */
record Coarse(Skin origin, Plane red, Plane green, Plane blue, Mask skin) {
    static final double PIXELS_PER_MM = 2;
    private static final double SMOOTHING_MM = 1; // σ: pores and noise go, an area of 3 mm stays

    static Coarse of(Skin skin, Zone zone) {
        Mask usable = skin.usable(zone);
        int block = (int) Math.rint(skin.pixelsPerMm() / PIXELS_PER_MM);
        Squares squares = Squares.of(usable, block);
        return new Coarse(
                skin,
                squares.means(skin.light().red()),
                squares.means(skin.light().green()),
                squares.means(skin.light().blue()),
                squares.half());
    }

    /** The same without noise and pores, skin only. */
    Coarse smooth() {
        List<Plane> smooth = Filters.gaussians(List.of(red, green, blue), skin, SMOOTHING_MM * PIXELS_PER_MM);
        return new Coarse(origin, smooth.get(0), smooth.get(1), smooth.get(2), skin);
    }

    /** The plane's values on skin, in raster order. */
    double[] onSkin(Plane plane) {
        double[] values = new double[skin.count()];
        int n = 0;
        for (int y = 0; y < skin.height(); y++) {
            for (int x = 0; x < skin.width(); x++) {
                if (skin.at(x, y)) {
                    values[n++] = plane.at(x, y);
                }
            }
        }
        return values;
    }

    /**
     * The connected parts of {@code where} of at least {@code leastMm2}, as marks.
     *
     * @param contrast of a part
     */
    List<Mark.Area> areas(AreaKind kind, Mask where, double leastMm2, ToDoubleFunction<Mask> contrast) {
        Regions.Labelled labelled = Regions.label(where);
        List<Mark.Area> found = new ArrayList<>();
        double block = origin.pixelsPerMm() / PIXELS_PER_MM;
        Affine toPhoto = Affine.scaling(block)
                .then(Affine.shift((block - 1) / 2, (block - 1) / 2))
                .then(origin.toPhoto());
        for (Regions.Region region : labelled.regions()) {
            double mm2 = region.area() / (PIXELS_PER_MM * PIXELS_PER_MM);
            if (mm2 >= leastMm2) {
                Mask part = labelled.mask(region);
                List<Polygon> outlines = Regions.outlines(part);
                if (!outlines.isEmpty()) {
                    found.add(new Mark.Area(kind, outlines.get(0).through(toPhoto), mm2, contrast.applyAsDouble(part)));
                }
            }
        }
        return found;
    }

    /** Parts at least {@code narrowestMm} wide everywhere. */
    static Mask broad(Mask mask, double narrowestMm) {
        return Morphology.open(mask, narrowestMm / 2 * PIXELS_PER_MM);
    }

    /** Those connected parts of a mask that have at least this area. */
    static Mask atLeast(Mask mask, double leastMm2) {
        Regions.Labelled labelled = Regions.label(mask);
        boolean[] large = new boolean
                [labelled.regions().stream()
                                .mapToInt(Regions.Region::label)
                                .max()
                                .orElse(0)
                        + 1];
        labelled.regions().forEach(r -> large[r.label()] = r.area() >= leastMm2 * PIXELS_PER_MM * PIXELS_PER_MM);
        return Mask.of(
                mask.width(), mask.height(), (x, y) -> mask.at(x, y) && large[labelled.labels()[y * mask.width() + x]]);
    }

    /** Share of the zone's skin in {@code where}, tile by tile, percent. */
    Outcome share(TileGrid grid, Mask where) {
        int block = (int) Math.rint(origin.pixelsPerMm() / PIXELS_PER_MM);
        int[] inside = new int[grid.size()];
        int[] all = new int[grid.size()];
        for (int y = 0; y < skin.height() * block; y++) {
            for (int x = 0; x < skin.width() * block; x++) {
                int tile = grid.at(x, y);
                if (tile >= 0) {
                    all[tile]++;
                    inside[tile] += where.at(x / block, y / block) ? 1 : 0;
                }
            }
        }
        List<Tiles.Tile> tiles = new ArrayList<>();
        for (int i = 0; i < all.length; i++) {
            TileGrid.Square q = grid.squares().get(i);
            tiles.add(new Tiles.Tile(q.column(), q.row(), 100.0 * inside[i], 0, all[i]));
        }
        return new Tiles(Tiles.Aggregation.RATIO, tiles).outcome(TileGrid.FEWEST_TILES);
    }
}
