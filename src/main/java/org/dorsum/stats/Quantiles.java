package org.dorsum.stats;

import java.util.Arrays;

/** Order statistics of samples; the sample's unit is the result's. Samples are left as they are. */
public final class Quantiles {
    /** Median absolute deviation to standard deviation of a normal sample: 1 / Φ⁻¹(3/4). */
    public static final double NORMAL_MAD = 1.4826022185056018;

    private Quantiles() {}

    /**
     * Quantile of order {@code p}, 0 … 1, by linear interpolation between order statistics (Hyndman and Fan's type 7).
     *
     * @throws IllegalArgumentException for an empty sample
     * @see <a href="https://doi.org/10.1080/00031305.1996.10473566">Hyndman, Fan 1996</a>
     */
    public static double quantile(double[] sample, double p) {
        if (sample.length == 0) {
            throw new IllegalArgumentException("an empty sample has no quantiles");
        }
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a quantile's order is 0 … 1, not " + p);
        }
        double[] known = withoutNaN(sample);
        if (known.length == 0) {
            return Double.NaN;
        }
        double place = (known.length - 1) * p;
        double rank = Math.floor(place);
        double[] around = new Selection(known, known.length).pair((int) rank);
        return place > rank ? around[0] + (place - rank) * (around[1] - around[0]) : around[0];
    }

    /** The sample itself if every value is a number. */
    private static double[] withoutNaN(double[] sample) {
        for (double v : sample) {
            if (Double.isNaN(v)) {
                return Arrays.stream(sample).filter(w -> !Double.isNaN(w)).toArray();
            }
        }
        return sample;
    }

    /**
     * The value at {@code rank}, 0 … n − 1 in ascending order.
     *
     * @param sample of numbers, none of them NaN
     */
    public static double at(double[] sample, int rank) {
        if (rank < 0 || rank >= sample.length) {
            throw new IllegalArgumentException("of " + sample.length + " values none has rank " + rank);
        }
        return new Selection(sample, sample.length).pair(rank)[0];
    }

    /** Middle value; the mean of the two middle ones for an even number. */
    public static double median(double[] sample) {
        return quantile(sample, 0.5);
    }

    /** Median absolute deviation from the median times {@link #NORMAL_MAD}: a robust standard deviation, at least 0. */
    public static double robustDeviation(double[] sample) {
        return robustDeviation(sample, median(sample));
    }

    private static double robustDeviation(double[] sample, double centre) {
        double[] off = new double[sample.length];
        for (int i = 0; i < off.length; i++) {
            off[i] = Math.abs(sample[i] - centre);
        }
        return NORMAL_MAD * median(off);
    }

    /**
     * Root mean square distance from the median of what lies within {@code reach} robust deviations of it: a standard deviation that far outliers do not enter. Of a normal sample with a reach of 3 it is 0.987
     * standard deviations, of a sine its own; it scatters less than the median absolute deviation by a third.
     */
    public static double deviationWithin(double[] sample, double reach) {
        if (!(reach > 0)) {
            throw new IllegalArgumentException("a reach is greater than 0, not " + reach);
        }
        double centre = median(sample);
        double limit = reach * robustDeviation(sample, centre);
        double squares = 0;
        int n = 0;
        for (double v : sample) {
            double d = v - centre;
            if (Math.abs(d) <= limit) {
                squares += d * d;
                n++;
            }
        }
        return Math.sqrt(squares / n);
    }
}
