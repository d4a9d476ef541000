package org.dorsum.measure;

/** A measured value with its uncertainty, or the reason why there is none. */
public sealed interface Outcome {

    /**
     * A value in the metric's unit.
     *
     * @param value finite
     * @param standardError bootstrap over tiles, in the same unit, at least 0
     * @param tiles what the value was aggregated from, so that two photos can be compared tile by tile
     */
    record Measured(double value, double standardError, Tiles tiles) implements Outcome {
        /** Checks that the numbers are numbers. */
        public Measured {
            if (!(Math.abs(value) < Double.POSITIVE_INFINITY) || !(standardError >= 0)) {
                throw new IllegalArgumentException(
                        "a measured value is finite and its error at least 0, not " + value + " ± " + standardError);
            }
        }
    }

    /** There is no value. */
    record NotMeasured(NotMeasuredReason reason) implements Outcome {}
}
