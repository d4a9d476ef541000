package org.dorsum.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.dorsum.hand.Alignment;
import org.dorsum.image.Point;
import org.dorsum.synth.Conditions;
import org.dorsum.synth.HandRenderer;
import org.dorsum.synth.Subject;

/**
 * Writes how the key points of rendered hands laid flat lie to each other: mean and covariance after generalised Procrustes analysis,
 * in distances from wrist to base of the middle finger. Argument: the file, {@code
 * src/main/resources/org/dorsum/hand/hand-shape.csv}. Takes about a minute.
 */
public final class ShapeOfHands {
    private static final long FIRST = 5_000_000; // seed
    private static final int SEEN = 3000; // hands, of which about half are laid flat
    private static final int SIDE = 64; // pixels of the pictures, which nobody looks at
    private static final int ROUNDS = 5; // of the analysis; the fifth moves the mean by less than 1e-4
    // Variance added to each coordinate: joints of real hands lie off their bones' lengths by 0.3 mm more.
    private static final double LOOSE = 1e-5;

    private ShapeOfHands() {}

    /** Writes the file. */
    public static void main(String[] args) throws IOException {
        HandRenderer renderer = HandRenderer.withDefaults();
        List<double[]> hands = new ArrayList<>(LongStream.range(FIRST, FIRST + SEEN)
                .parallel()
                .filter(seed -> conditions(seed).laidFlat())
                .mapToObj(seed -> figure(renderer.training(Subject.random(seed), conditions(seed))
                        .keyPoints()))
                .toList());
        double[] mean = unit(hands.get(0));
        double[] equal = new double[mean.length / 2];
        Arrays.fill(equal, 1);
        for (int round = 0; round < ROUNDS; round++) {
            double[] sum = new double[mean.length];
            for (int h = 0; h < hands.size(); h++) {
                double[] laid =
                        Alignment.of(hands.get(h), mean, equal).orElseThrow().apply(hands.get(h));
                hands.set(h, laid);
                for (int k = 0; k < sum.length; k++) {
                    sum[k] += laid[k] / hands.size();
                }
            }
            mean = unit(sum);
        }
        Files.writeString(Path.of(args[0]), table(hands, mean), StandardCharsets.UTF_8);
    }

    private static Conditions conditions(long seed) {
        return Conditions.anywhere(seed, SIDE, SIDE, List.of());
    }

    /** x, y of each point; all hands the same way round. */
    private static double[] figure(List<Point> points) {
        Point along = points.get(9).minus(points.get(0));
        Point across = points.get(17).minus(points.get(5));
        int mirror = along.x() * across.y() - along.y() * across.x() < 0 ? -1 : 1;
        double[] figure = new double[2 * points.size()];
        for (int k = 0; k < points.size(); k++) {
            figure[2 * k] = mirror * points.get(k).x();
            figure[2 * k + 1] = points.get(k).y();
        }
        return figure;
    }

    /** Wrist at the origin, base of the middle finger at (0, 1). */
    private static double[] unit(double[] figure) {
        double[] both = {figure[0], figure[1], figure[18], figure[19]};
        return Alignment.of(both, new double[] {0, 0, 0, 1}, new double[] {1, 1})
                .orElseThrow()
                .apply(figure);
    }

    private static String table(List<double[]> hands, double[] mean) {
        StringBuilder text = new StringBuilder("# Key points of ")
                .append(hands.size())
                .append(" rendered hands laid flat, wrist to base of the middle finger = 1: mean x, y of each;")
                .append(" below, the covariance of all.\n");
        row(text, mean);
        for (int i = 0; i < mean.length; i++) {
            double[] covariance = new double[mean.length];
            for (double[] hand : hands) {
                for (int j = 0; j < mean.length; j++) {
                    covariance[j] += (hand[i] - mean[i]) * (hand[j] - mean[j]) / (hands.size() - 1);
                }
            }
            covariance[i] += LOOSE;
            row(text, covariance);
        }
        return text.toString();
    }

    private static void row(StringBuilder text, double[] values) {
        for (int k = 0; k < values.length; k++) {
            text.append(k == 0 ? "" : ",").append(String.format(Locale.ROOT, "%.8f", values[k]));
        }
        text.append('\n');
    }
}
