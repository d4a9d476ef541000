package org.dorsum.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/**
 * Bootstrap over blocks of neighbouring items: neighbours are alike, so whole blocks are drawn with replacement, as many
 * as there are. Seeded: the same items give the same replicates on every machine and thread.
 *
 * @see <a href="https://doi.org/10.1214/aos/1176350057">Carlstein 1986</a> on disjoint blocks of dependent observations
 */
public final class BlockBootstrap {
    private static final long SEED = 20_261_122L;
    private static final int REPLICATES = 400;

    /** How often blocks are drawn depends on nothing but their number: drawn once for each number up to this, the usual ones. */
    private static final AtomicReferenceArray<int[][]> DRAWS = new AtomicReferenceArray<>(128);

    private final int replicates;
    private final long seed;

    private BlockBootstrap(int replicates, long seed) {
        if (replicates < 2) {
            throw new IllegalArgumentException("a bootstrap has at least 2 replicates, not " + replicates);
        }
        this.replicates = replicates;
        this.seed = seed;
    }

    /** 400 replicates: the standard error's own error is then about 1/√800, 3.5 %. */
    public static BlockBootstrap withDefaults() {
        return new BlockBootstrap(REPLICATES, SEED);
    }

    /** The same with another number of replicates, at least 2. */
    public BlockBootstrap withReplicates(int newReplicates) {
        return new BlockBootstrap(newReplicates, seed);
    }

    /**
     * Replicates of a statistic.
     *
     * @param blockOf for each item the name of its block
     * @param statistic of a list of item numbers, some of them more than once; NaN if it does not exist for that draw
     * @return the replicates that exist, in ascending order
     */
    public double[] replicates(int[] blockOf, ToDoubleFunction<int[]> statistic) {
        int[][] blocks = blocks(blockOf);
        RandomGenerator random = new Well19937c(seed);
        double[] values = new double[replicates];
        int n = 0;
        for (int r = 0; r < replicates; r++) {
            int[][] drawn = new int[blocks.length][];
            int size = 0;
            for (int b = 0; b < drawn.length; b++) {
                drawn[b] = blocks[random.nextInt(blocks.length)];
                size += drawn[b].length;
            }
            int[] items = new int[size];
            int at = 0;
            for (int[] block : drawn) {
                System.arraycopy(block, 0, items, at, block.length);
                at += block.length;
            }
            double v = statistic.applyAsDouble(items);
            if (!Double.isNaN(v)) {
                values[n++] = v;
            }
        }
        double[] existing = Arrays.copyOf(values, n);
        Arrays.sort(existing);
        return existing;
    }

    /**
     * The same of a statistic that asks only how often each block is drawn, such as one of sums.
     *
     * @param blocks how many there are
     * @param statistic of how often each block is drawn, which it leaves as it is, blocks in ascending order of their names; NaN if
     *     it does not exist for that draw
     * @return the standard deviation of the replicates that exist; NaN with fewer than two blocks or replicates
     */
    public double standardErrorOfCounts(int blocks, ToDoubleFunction<int[]> statistic) {
        if (blocks < 2) {
            return Double.NaN;
        }
        double[] values = new double[replicates];
        int n = 0;
        for (int[] times : draws(blocks)) {
            double v = statistic.applyAsDouble(times);
            if (!Double.isNaN(v)) {
                values[n++] = v;
            }
        }
        return n < 2 ? Double.NaN : new StandardDeviation().evaluate(values, 0, n);
    }

    /** For each replicate how often each block is drawn: the draws of {@link #replicates(int[], ToDoubleFunction)}. */
    private int[][] draws(int blocks) {
        boolean usual = replicates == REPLICATES && seed == SEED && blocks < DRAWS.length();
        int[][] known = usual ? DRAWS.get(blocks) : null;
        if (known != null) {
            return known;
        }
        RandomGenerator random = new Well19937c(seed);
        int[][] times = new int[replicates][blocks];
        for (int[] draw : times) {
            for (int b = 0; b < blocks; b++) {
                draw[random.nextInt(blocks)]++;
            }
        }
        if (usual) {
            DRAWS.set(blocks, times);
        }
        return times;
    }

    /** Standard error of a statistic: the replicates' standard deviation; NaN with fewer than two blocks or replicates. */
    public double standardError(int[] blockOf, ToDoubleFunction<int[]> statistic) {
        if (Arrays.stream(blockOf).distinct().count() < 2) {
            return Double.NaN;
        }
        double[] values = replicates(blockOf, statistic);
        return values.length < 2 ? Double.NaN : new StandardDeviation().evaluate(values);
    }

    private static int[][] blocks(int[] blockOf) {
        Map<Integer, List<Integer>> members = new TreeMap<>();
        for (int i = 0; i < blockOf.length; i++) {
            members.computeIfAbsent(blockOf[i], b -> new ArrayList<>()).add(i);
        }
        return members.values().stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }
}
