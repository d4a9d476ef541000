package org.dorsum.measure;

import org.dorsum.image.Plane;

/** A plane's usable values sorted into tiles. */
final class TileValues {
    private TileValues() {}

    /** For each tile of the grid the plane's values at its usable pixels, in raster order. */
    static double[][] of(Plane plane, TileGrid grid) {
        double[][] values = new double[grid.size()][];
        for (int i = 0; i < values.length; i++) {
            values[i] = new double[grid.squares().get(i).usablePixels()];
        }
        int[] filled = new int[values.length];
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                int tile = grid.at(x, y);
                if (tile >= 0) {
                    values[tile][filled[tile]++] = plane.at(x, y);
                }
            }
        }
        return values;
    }
}
