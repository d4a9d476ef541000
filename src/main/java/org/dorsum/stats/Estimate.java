package org.dorsum.stats;

import java.util.function.DoubleUnaryOperator;

/**
 * A value with its two-sided 95 % interval, all in one unit.
 *
 * @param value the estimate
 * @param low lower end of its interval
 * @param high upper end
 */
public record Estimate(double value, double low, double high) {

    /** Refuses what is not a number and an interval upside down. */
    public Estimate {
        if (!(low <= high) || Double.isNaN(value)) {
            throw new IllegalArgumentException("no estimate: " + value + " within " + low + " to " + high);
        }
    }

    /** The estimate through an increasing function, such as a change of unit. */
    public Estimate map(DoubleUnaryOperator increasing) {
        return new Estimate(
                increasing.applyAsDouble(value), increasing.applyAsDouble(low), increasing.applyAsDouble(high));
    }

    /** Whether the interval leaves out zero. */
    public boolean leavesOutZero() {
        return low > 0 || high < 0;
    }
}
