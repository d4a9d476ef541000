package org.dorsum.hand;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dorsum.image.Point;
import org.dorsum.stats.NormalPrior;

/**
 * How the 21 key points of a hand laid flat lie to each other: corrects those that were seen in the wrong place by the others.
 *
 * <p>Hands are scaled to a distance of 1 from wrist to base of the middle finger (about 87 mm) and turned onto their mean shape
 * (generalised Procrustes analysis); what is left is taken for normally distributed (Cootes et al. 1995, doi:10.1006/cviu.1995.1004).
 * Mean and covariance are those of rendered hands, whose bones have the lengths of anatomy's tables ({@code ShapeOfHands} in the
 * training wing writes them). The points of one photo are observations with errors that grow as their confidence falls; the
 * posterior mean is the hand. Points far from it (Cauchy's weights, Holland and Welsch 1977, doi:10.1080/03610927708827533) count less at each of a
 * few rounds. A hand that the shape does not explain is a fist or another gesture, and stays as it was seen.
 */
final class HandShape {
    private static final String TABLE = "hand-shape.csv";
    private static final int POINTS = 21;
    private static final int ROUNDS = 5; // the fifth moves no point by more than 0.1 mm
    private static final double ERROR = 0.02; // of wrist to knuckle: a point seen for certain is right to 2 mm
    private static final double LEAST_CONFIDENCE = 0.05; // a point below is no better known
    private static final double FAR = 4; // of its own error: from here on a point counts less than half
    // Mean of those weights. Of 116 backs of hands laid flat the lowest has 0.68, half of 40 gestures less than 0.41.
    private static final double EXPLAINED = 0.65;

    private final NormalPrior prior;

    private HandShape(NormalPrior prior) {
        this.prior = prior;
    }

    private static final class Flat {
        static final HandShape HANDS = read();
    }

    /** That of hands laid flat with fingers closed or spread, back or palm, wrist bent by up to 25°. */
    static HandShape flat() {
        return Flat.HANDS;
    }

    private static HandShape read() {
        try (InputStream in = Objects.requireNonNull(HandShape.class.getResourceAsStream(TABLE), TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            double[][] rows = lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split(","))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new);
            return new HandShape(NormalPrior.of(rows[0], Arrays.copyOfRange(rows, 1, rows.length)));
        } catch (IOException e) {
            throw new UncheckedIOException("the table of hand shapes cannot be read", e);
        }
    }

    /** The points moved to where the whole hand says they are, confidences as they were; as they are for a gesture. */
    List<Landmark> corrected(List<Landmark> points) {
        Fit right = fit(points, 1);
        Fit left = fit(points, -1);
        Fit best = right.explained >= left.explained ? right : left;
        return best.explained >= EXPLAINED ? best.points : points;
    }

    /** @param explained mean weight of the points, 0 … 1 */
    private record Fit(List<Landmark> points, double explained) {}

    private Fit fit(List<Landmark> seen, int mirror) {
        double[] z = new double[2 * POINTS];
        double[] error = new double[POINTS];
        double[] weight = new double[POINTS];
        for (int k = 0; k < POINTS; k++) {
            z[2 * k] = mirror * seen.get(k).position().x();
            z[2 * k + 1] = seen.get(k).position().y();
            double confidence = Math.max(LEAST_CONFIDENCE, seen.get(k).confidence());
            error[k] = ERROR / confidence;
            weight[k] = 1;
        }
        double[] shape = prior.mean();
        Optional<Alignment> onto = Optional.empty();
        for (int round = 0; round < ROUNDS; round++) {
            double[] trust = new double[POINTS];
            double[] precision = new double[2 * POINTS];
            for (int k = 0; k < POINTS; k++) {
                trust[k] = weight[k] / error[k];
                precision[2 * k] = weight[k] / (error[k] * error[k]);
                precision[2 * k + 1] = precision[2 * k];
            }
            onto = Alignment.of(z, shape, trust);
            if (onto.isEmpty()) {
                return new Fit(seen, 0);
            }
            double[] laid = onto.get().apply(z);
            shape = prior.posteriorMean(laid, precision);
            for (int k = 0; k < POINTS; k++) {
                double miss = Math.hypot(shape[2 * k] - laid[2 * k], shape[2 * k + 1] - laid[2 * k + 1]);
                double far = miss / (FAR * error[k]);
                weight[k] = 1 / (1 + far * far);
            }
        }
        double[] back = onto.orElseThrow().undo(shape);
        List<Landmark> points = new ArrayList<>(POINTS);
        for (int k = 0; k < POINTS; k++) {
            points.add(new Landmark(
                    new Point(mirror * back[2 * k], back[2 * k + 1]),
                    seen.get(k).confidence()));
        }
        return new Fit(points, Arrays.stream(weight).average().orElseThrow());
    }
}
