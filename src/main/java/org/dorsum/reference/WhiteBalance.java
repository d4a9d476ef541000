package org.dorsum.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dorsum.colour.LinearRgb;

/**
 * Factors on linear light that turn the card's grey steps grey: what the light and the camera did to colour. They contain
 * the printer's own cast, which no photo can tell from the light's. Immutable.
 *
 * @param red factor for red, green staying as it is; greater than 0
 * @param blue factor for blue; greater than 0
 * @param standardError of the factors, as a share of them, at least 0: from how far the steps disagree
 * @param steps grey steps it rests on, 3 or more: neither clipped nor lost in the dark
 */
public record WhiteBalance(double red, double blue, double standardError, int steps) {
    private static final double CLIPPED = 0.93; // of linear full scale: a channel above may have been cut off
    private static final double DARK = 0.01; // of linear full scale: 3 bytes of 255, where rounding makes colour
    private static final int FEWEST = 3;

    /** Checks the numbers. */
    public WhiteBalance {
        if (!(red > 0 && blue > 0 && standardError >= 0 && steps >= FEWEST)) {
            throw new IllegalArgumentException("a white balance has factors above 0 and three steps or more");
        }
    }

    /** From what the camera made of the grey steps; empty if fewer than three can be used. */
    static Optional<WhiteBalance> of(List<LinearRgb> steps) {
        double[][] logs = steps.stream()
                .filter(c -> Math.max(c.red(), Math.max(c.green(), c.blue())) < CLIPPED)
                .filter(c -> Math.min(c.red(), Math.min(c.green(), c.blue())) > DARK)
                .map(c -> new double[] {Math.log(c.green() / c.red()), Math.log(c.green() / c.blue())})
                .toArray(double[][]::new);
        if (logs.length < FEWEST) {
            return Optional.empty();
        }
        double red = mean(logs, 0);
        double blue = mean(logs, 1);
        double error = Math.max(error(logs, 0, red), error(logs, 1, blue));
        return Optional.of(new WhiteBalance(Math.exp(red), Math.exp(blue), error, logs.length));
    }

    private static double mean(double[][] logs, int i) {
        return Arrays.stream(logs).mapToDouble(v -> v[i]).average().orElse(0);
    }

    private static double error(double[][] logs, int i, double mean) {
        double sum = Arrays.stream(logs)
                .mapToDouble(v -> (v[i] - mean) * (v[i] - mean))
                .sum();
        return Math.sqrt(sum / (logs.length - 1) / logs.length);
    }
}
