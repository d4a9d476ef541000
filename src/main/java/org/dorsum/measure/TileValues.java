package org.dorsum.measure;

import org.dorsum.image.Plane;

/** A plane's usable values sorted into tiles. */
final class TileValues {
    private TileValues() {}

    /** For each tile of the grid the plane's values at its usable pixels, in raster order. */
    static double[][] of(Plane plane, TileGrid grid) {
        double[][] values = new double[grid.size()][];
        for (int t = 0; t < values.length; t++) {
            int[] pixels = grid.pixels(t);
            double[] own = new double[pixels.length];
            for (int i = 0; i < own.length; i++) {
                own[i] = plane.at(pixels[i]);
            }
            values[t] = own;
        }
        return values;
    }
}
