package org.dorsum.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.dorsum.stats.BlockBootstrap;

/**
 * The bootstrap of a metric's tiles without making a list of tiles for every draw: a draw says how often each block is in it, so
 * sums over tiles are sums over blocks, and the order of tiles by value, which is the same in every draw, is made once.
 */
final class TileDraws {
    private final int[] blockOf;
    private final int blocks;

    /** @param blockOf place of each tile's block in the ascending order of blocks */
    private TileDraws(int[] blockOf, int blocks) {
        this.blockOf = blockOf;
        this.blocks = blocks;
    }

    /** Standard error of the tiles' value; NaN where it does not exist. */
    static double standardError(Tiles tiles) {
        int[] names = tiles.blocks();
        int[] distinct = Arrays.stream(names).sorted().distinct().toArray();
        int[] blockOf = Arrays.stream(names)
                .map(name -> Arrays.binarySearch(distinct, name))
                .toArray();
        TileDraws draws = new TileDraws(blockOf, distinct.length);
        return switch (tiles.aggregation()) {
            case MEDIAN, TRIMMED_MEAN -> draws.errorOfOrder(tiles);
            case SUM, RATIO, RESULTANT -> draws.errorOfSums(tiles);
        };
    }

    private double errorOfSums(Tiles tiles) {
        double[] sum = new double[blocks];
        double[] other = new double[blocks];
        double[] weight = new double[blocks];
        for (int i = 0; i < blockOf.length; i++) {
            Tiles.Tile t = tiles.tiles().get(i);
            sum[blockOf[i]] += t.sum();
            other[blockOf[i]] += t.otherSum();
            weight[blockOf[i]] += t.weight();
        }
        return BlockBootstrap.withDefaults().standardErrorOfCounts(blocks, times -> {
            double s = 0;
            double o = 0;
            double w = 0;
            for (int b = 0; b < times.length; b++) {
                s += times[b] * sum[b];
                o += times[b] * other[b];
                w += times[b] * weight[b];
            }
            return tiles.aggregation().of(s, o, w);
        });
    }

    private double errorOfOrder(Tiles tiles) {
        List<Tiles.Tile> list = tiles.tiles();
        int[] order = IntStream.range(0, list.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> list.get(i).value()))
                .mapToInt(i -> i)
                .toArray();
        double[] values =
                Arrays.stream(order).mapToDouble(i -> list.get(i).value()).toArray();
        int[] block = Arrays.stream(order).map(i -> blockOf[i]).toArray();
        boolean median = tiles.aggregation() == Tiles.Aggregation.MEDIAN;
        return BlockBootstrap.withDefaults().standardErrorOfCounts(blocks, times -> {
            int n = 0;
            for (int b : block) {
                n += times[b];
            }
            // the middle one or two of a median are what is left when all others are cut off
            int cut = median ? (n - 1) / 2 : (int) (Tiles.TRIM * n);
            return middle(values, block, times, cut, n - cut);
        });
    }

    /** Mean of the values at places {@code from} to before {@code to} of the draw in ascending order. */
    private static double middle(double[] values, int[] block, int[] times, int from, int to) {
        double sum = 0;
        int before = 0;
        for (int i = 0; i < values.length && before < to; i++) {
            int after = before + times[block[i]];
            int counted = Math.min(after, to) - Math.max(before, from);
            sum += counted > 0 ? counted * values[i] : 0;
            before = after;
        }
        return sum / (to - from);
    }
}
