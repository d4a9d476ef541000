package org.dorsum.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dorsum.image.Affine;
import org.dorsum.image.Mask;
import org.dorsum.image.Point;
import org.dorsum.skin.Skin;

/**
 * The squares over a zone that have enough usable skin. The grid starts at the origin of the hand's own coordinates.
 *
 * <p>For each pixel of the planes {@code tileOf} names its tile, −1 for none.
 */
final class TileGrid {
    /** Five wavelengths of the relief measured, and fifty tiles and more on an adult's dorsum. */
    static final double SIDE_MM = 5;

    /** Tiles of one hand differ by about 30 %: the median of eight is known to 13 %. */
    static final int FEWEST_TILES = 8;

    /** Share of a tile that must be usable. */
    private static final double LEAST_USABLE = 0.5;

    /** One tile: its place in the hand's own grid and its usable pixels. */
    record Square(int column, int row, int usablePixels) {}

    private final int width;
    private final int[] tileOf;
    private final List<Square> squares;
    private final int[][] pixels;

    private TileGrid(int width, int[] tileOf, List<Square> squares, int[][] pixels) {
        this.width = width;
        this.tileOf = tileOf;
        this.squares = squares;
        this.pixels = pixels;
    }

    /** The settings that change a value, for provenance. */
    static String settings() {
        return "tiles " + SIDE_MM + " mm, usable " + LEAST_USABLE + ", at least " + FEWEST_TILES;
    }

    static TileGrid over(Skin skin, Mask usable) {
        int w = skin.width();
        int h = skin.height();
        Affine toHand = skin.toHand();
        int[] column = new int[w];
        int[] row = new int[h];
        for (int x = 0; x < w; x++) {
            column[x] = (int) Math.floor(toHand.apply(new Point(x, 0)).x() / SIDE_MM);
        }
        for (int y = 0; y < h; y++) {
            row[y] = (int) Math.floor(toHand.apply(new Point(0, y)).y() / SIDE_MM);
        }
        int left = column[0];
        int columns = column[w - 1] - left + 1;
        int rows = row[h - 1] - row[0] + 1;
        int[] edges = new int[columns + 1]; // first pixel of each column of tiles, and the end
        for (int x = 0; x < w; x++) {
            edges[column[x] - left + 1] = x + 1;
        }
        int[] count = new int[columns * rows];
        for (int y = 0; y < h; y++) {
            int first = (row[y] - row[0]) * columns;
            for (int c = 0; c < columns; c++) {
                count[first + c] += usable.count(y * w + edges[c], y * w + edges[c + 1]);
            }
        }
        double full = Math.pow(SIDE_MM * skin.pixelsPerMm(), 2);
        int[] name = new int[count.length];
        List<Square> squares = new ArrayList<>();
        for (int i = 0; i < count.length; i++) {
            name[i] = -1;
            if (count[i] >= LEAST_USABLE * full) {
                name[i] = squares.size();
                squares.add(new Square(left + i % columns, row[0] + i / columns, count[i]));
            }
        }
        int[][] pixels = new int[squares.size()][];
        for (int t = 0; t < pixels.length; t++) {
            pixels[t] = new int[squares.get(t).usablePixels()];
        }
        int[] filled = new int[pixels.length];
        int[] tileOf = new int[w * h];
        Arrays.fill(tileOf, -1);
        for (int y = 0; y < h; y++) {
            int first = (row[y] - row[0]) * columns;
            for (int c = 0; c < columns; c++) {
                int tile = name[first + c];
                if (tile >= 0) {
                    fill(tile, y * w + edges[c], y * w + edges[c + 1], usable, tileOf, pixels[tile], filled);
                }
            }
        }
        return new TileGrid(w, tileOf, List.copyOf(squares), pixels);
    }

    private static void fill(int tile, int from, int to, Mask usable, int[] tileOf, int[] pixels, int[] filled) {
        int n = filled[tile];
        for (int i = from; i < to; i++) {
            if (usable.at(i)) {
                tileOf[i] = tile;
                pixels[n++] = i;
            }
        }
        filled[tile] = n;
    }

    /** The tile that a usable pixel lies in, as a place in {@link #squares()}; −1 for a pixel of no tile. */
    int at(int x, int y) {
        return tileOf[y * width + x];
    }

    /** The usable pixels of a tile in raster order, each as its place in a plane; not to be changed. */
    int[] pixels(int tile) {
        return pixels[tile];
    }

    /** The tile of a pixel by its place in a plane, as {@link #at(int, int)}. */
    int at(int i) {
        return tileOf[i];
    }

    List<Square> squares() {
        return squares;
    }

    int size() {
        return squares.size();
    }
}
