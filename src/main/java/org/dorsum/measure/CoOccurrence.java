package org.dorsum.measure;

import org.dorsum.image.Plane;

/**
 * How the relief of two places half a millimetre apart goes together, tile by tile: the grey-level co-occurrence matrix of a
 * relief band with a fixed range (−8 … 8 % of light) in 32 bins of 0.5 %, values beyond it in the outermost bins; pairs along
 * rows, columns and both diagonals, each counted both ways. A pair counts only if both its places are usable and in the same
 * tile: nothing beyond a mask's edge is ever read.
 *
 * @param contrast Σ p(i, j)·(i − j)², squared bins of 0.5 %, at least 0
 * @param homogeneity Σ p(i, j) / (1 + (i − j)²), 0 … 1
 * @param correlation of the two places' bins, −1 … 1; 0 where all lie in one bin
 * @param pairs how many were counted
 * @see <a href="https://doi.org/10.1109/TSMC.1973.4309314">Haralick, Shanmugam, Dinstein 1973</a>
 */
record CoOccurrence(double contrast, double homogeneity, double correlation, long pairs) {
    static final double DISTANCE_MM = 0.5;
    private static final int BINS = 32;
    private static final double RANGE = 0.08; // log-light: three standard deviations of rough skin

    static String settings() {
        return "co-occurrence " + DISTANCE_MM + " " + BINS + " " + RANGE;
    }

    /** The features of each tile of {@code grid}. */
    static CoOccurrence[] of(Plane band, TileGrid grid, double pixelsPerMm) {
        int straight = (int) Math.max(1, Math.rint(DISTANCE_MM * pixelsPerMm));
        int diagonal = (int) Math.max(1, Math.rint(DISTANCE_MM * pixelsPerMm / Math.sqrt(2)));
        int[][] steps = {{straight, 0}, {0, straight}, {diagonal, diagonal}, {diagonal, -diagonal}};
        int[][] counts = new int[grid.size()][BINS * BINS];
        byte[] bins = new byte[band.width() * band.height()];
        for (int tile = 0; tile < counts.length; tile++) {
            for (int i : grid.pixels(tile)) {
                bins[i] = (byte) bin(band.at(i));
            }
        }
        boolean wide =
                band.width() > 2 * TileGrid.SIDE_MM * pixelsPerMm; // else a tile could meet itself in the next row
        for (int[] step : steps) {
            int ahead = step[1] * band.width() + step[0];
            for (int tile = 0; tile < counts.length; tile++) {
                int[] own = counts[tile];
                for (int i : grid.pixels(tile)) {
                    int other = i + ahead;
                    boolean there = other >= 0 && other < bins.length && grid.at(other) == tile;
                    if (there && (wide || other % band.width() - i % band.width() == step[0])) {
                        own[bins[i] * BINS + bins[other]]++;
                    }
                }
            }
        }
        CoOccurrence[] all = new CoOccurrence[counts.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = of(counts[i]);
        }
        return all;
    }

    private static int bin(double v) {
        int i = (int) ((v / RANGE + 1) / 2 * BINS); // rounded towards 0, where all below 0 goes anyhow
        return Math.max(0, Math.min(BINS - 1, i));
    }

    /** Features of one tile's counts; counting both ways makes the two margins equal. */
    private static CoOccurrence of(int[] counts) {
        double n = 0;
        double sum = 0;
        double squares = 0;
        double products = 0;
        double contrast = 0;
        double homogeneity = 0;
        for (int i = 0; i < BINS; i++) {
            for (int j = 0; j < BINS; j++) {
                double c = counts[i * BINS + j];
                double d = (double) (i - j) * (i - j);
                n += c;
                sum += c * (i + j) / 2.0;
                squares += c * (i * i + j * j) / 2.0;
                products += c * i * j;
                contrast += c * d;
                homogeneity += c / (1 + d);
            }
        }
        if (n == 0) {
            return new CoOccurrence(0, 1, 0, 0);
        }
        double mean = sum / n;
        double variance = squares / n - mean * mean;
        double correlation = variance > 1e-12 ? (products / n - mean * mean) / variance : 0;
        return new CoOccurrence(contrast / n, homogeneity / n, correlation, (long) n);
    }
}
