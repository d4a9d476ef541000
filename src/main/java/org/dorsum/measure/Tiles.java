package org.dorsum.measure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dorsum.stats.Quantiles;

/**
 * A metric tile by tile and how tiles become one value. Tiles are squares of a grid fixed in the hand's own coordinates,
 * so that the same tile of two photos shows the same skin. Immutable.
 */
public record Tiles(Aggregation aggregation, List<Tile> tiles) {
    /** Neighbouring tiles are alike (light, focus, a vein): two by two are drawn together. */
    private static final int BLOCK = 2;

    static final double TRIM = 0.2; // of the tiles at either end; a vein or a crease rarely takes more

    private static final int FEWEST_BLOCKS = 2; // that have anything: one alone has no spread

    /** How tiles become one value. */
    public enum Aggregation {
        /** Median of {@code sum / weight} over tiles. */
        MEDIAN,
        /** Mean of the middle three fifths of {@code sum / weight} over tiles: as calm as a mean, deaf to odd tiles. */
        TRIMMED_MEAN,
        /** Σ sum / Σ weight. */
        RATIO,
        /** Σ sum. */
        SUM,
        /** Length of the vector (Σ sum, Σ otherSum), divided by Σ weight. */
        RESULTANT;

        /** The value that has these sums, for those that are made of sums; NaN where it does not exist. */
        double of(double sum, double other, double weight) {
            return switch (this) {
                case SUM -> sum;
                case RATIO -> weight > 0 ? sum / weight : Double.NaN;
                case RESULTANT -> weight > 0 ? Math.hypot(sum, other) / weight : Double.NaN;
                case MEDIAN, TRIMMED_MEAN -> throw new AssertionError(this + " is not made of sums");
            };
        }
    }

    /**
     * What one tile adds.
     *
     * @param column tile column in the hand's own coordinates
     * @param row tile row
     * @param sum what is added up
     * @param otherSum the second component for {@link Aggregation#RESULTANT}, else 0
     * @param weight what it is divided by, at least 0
     */
    public record Tile(int column, int row, double sum, double otherSum, double weight) {
        /** What it says by itself. */
        double value() {
            return sum / weight;
        }

        int block() {
            return Math.floorDiv(row, BLOCK) * 4096 + Math.floorDiv(column, BLOCK);
        }
    }

    /** Copies the tiles. */
    public Tiles {
        tiles = List.copyOf(tiles);
    }

    /** The value of all tiles; NaN where it does not exist (no tile, no weight). */
    public double value() {
        return value(IntStream.range(0, tiles.size()).toArray());
    }

    /** The value of a draw of tiles, given by their places in the list; NaN where it does not exist. */
    public double value(int[] draw) {
        if (draw.length == 0) {
            return Double.NaN;
        }
        if (aggregation == Aggregation.MEDIAN || aggregation == Aggregation.TRIMMED_MEAN) {
            double[] values =
                    IntStream.of(draw).mapToDouble(i -> tiles.get(i).value()).toArray();
            return aggregation == Aggregation.MEDIAN ? Quantiles.median(values) : trimmedMean(values);
        }
        double sum = 0;
        double other = 0;
        double weight = 0;
        for (int i : draw) {
            Tile t = tiles.get(i);
            sum += t.sum();
            other += t.otherSum();
            weight += t.weight();
        }
        return aggregation.of(sum, other, weight);
    }

    private static double trimmedMean(double[] values) {
        Arrays.sort(values);
        int cut = (int) (TRIM * values.length);
        return Arrays.stream(values, cut, values.length - cut).average().orElse(Double.NaN);
    }

    /** For each tile the block that a bootstrap draws it with. */
    public int[] blocks() {
        return tiles.stream().mapToInt(Tile::block).toArray();
    }

    /** The value with its bootstrap error, or the reason why there is none. */
    Outcome outcome(int fewestTiles) {
        if (tiles.size() < fewestTiles) {
            return new Outcome.NotMeasured(NotMeasuredReason.TOO_LITTLE_SKIN);
        }
        double value = value();
        double error = TileDraws.standardError(this);
        if (Double.isNaN(value)) {
            return new Outcome.NotMeasured(NotMeasuredReason.NOTHING_FOUND);
        }
        if (tiles.stream()
                        .filter(t -> t.weight() > 0)
                        .mapToInt(Tile::block)
                        .distinct()
                        .count()
                < FEWEST_BLOCKS) {
            return new Outcome.NotMeasured(NotMeasuredReason.TOO_FEW_FOUND);
        }
        return Double.isNaN(error)
                ? new Outcome.NotMeasured(NotMeasuredReason.TOO_LITTLE_SKIN)
                : new Outcome.Measured(value, error, this);
    }
}
