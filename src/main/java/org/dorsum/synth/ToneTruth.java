package org.dorsum.synth;

import java.util.Arrays;
import org.dorsum.colour.Ciede2000;
import org.dorsum.colour.Lab;
import org.dorsum.colour.LinearRgb;
import org.dorsum.colour.SkinPigment;

/**
 * What is known about tone, blood and veins of the back of a rendered hand: read off the map of its skin, without light,
 * camera or pose.
 *
 * @param colour the median colour under D65
 * @param bloodPercent median volume share of blood, percent
 * @param redness density along the haemoglobin direction by the skin's own red and green light, times 100
 * @param unevennessDe00 median over squares of 5 mm of ΔE00 between a square's mean colour and the median colour
 * @param veinRmsMm root mean square of the height by which veins and tendons stand out, mm
 * @param veinColour mean share of light that veins take, 0 … 1
 */
public record ToneTruth(
        Lab colour, double bloodPercent, double redness, double unevennessDe00, double veinRmsMm, double veinColour) {
    /** Typology angle of the median colour, degrees. */
    public double ita() {
        return colour.ita();
    }

    private static final double MIDDLE_MM = 50; // from the wrist; half axes of the oval that is measured on real hands
    private static final double HALF_LENGTH_MM = 24;
    private static final double HALF_BREADTH_MM = 27;
    private static final double STEP_MM = 0.5;
    private static final int SQUARE = 10; // steps: 5 mm

    /** The truth of one hand after a treatment. */
    public static ToneTruth of(Subject subject, Treatment treatment) {
        Anatomy anatomy = Anatomy.random(subject.seed());
        Skeleton flat = Skeleton.of(anatomy, Scene.FLAT);
        Markings markings = Markings.of(subject, anatomy, flat, java.util.List.of());
        Pigment pigment = new Pigment(subject, markings, flat, treatment, STEP_MM, false);
        Relief relief = new Relief(subject, markings, treatment, STEP_MM, false);
        return new Builder(anatomy, pigment, relief).build();
    }

    /** Sums over the oval. */
    private static final class Builder {
        private final Anatomy anatomy;
        private final Pigment pigment;
        private final Relief relief;
        private final double[] amounts = new double[2];
        private final double[] rgb = new double[3];
        private double[] blood = {};
        private double[][] squares = {};
        private double height2;
        private double vein;

        Builder(Anatomy anatomy, Pigment pigment, Relief relief) {
            this.anatomy = anatomy;
            this.pigment = pigment;
            this.relief = relief;
        }

        ToneTruth build() {
            int across = (int) (HALF_BREADTH_MM / STEP_MM / SQUARE) + 1;
            int down = (int) (HALF_LENGTH_MM / STEP_MM / SQUARE) + 1;
            int points = 0;
            int capacity = 4 * across * down;
            blood = new double[capacity * SQUARE * SQUARE];
            squares = new double[capacity][];
            int full = 0;
            for (int j = -down; j < down; j++) {
                for (int i = -across; i < across; i++) {
                    double[] sum = new double[3];
                    int n = 0;
                    for (int k = 0; k < SQUARE * SQUARE; k++) {
                        int row = k / SQUARE;
                        double x = (i * SQUARE + k % SQUARE + 0.5) * STEP_MM;
                        double y = (j * SQUARE + row + 0.5) * STEP_MM;
                        if (Math.hypot(x / HALF_BREADTH_MM, y / HALF_LENGTH_MM) < 1) {
                            blood[points++] = at(x, y, sum);
                            n++;
                        }
                    }
                    if (n >= SQUARE * SQUARE / 2) {
                        squares[full++] = new double[] {sum[0] / n, sum[1] / n, sum[2] / n};
                    }
                }
            }
            squares = Arrays.copyOf(squares, full);
            LinearRgb colour = new LinearRgb(median(0), median(1), median(2));
            Lab middle = Lab.of(colour);
            double[] far = Arrays.stream(squares)
                    .mapToDouble(c -> Ciede2000.difference(Lab.of(c[0], c[1], c[2]), middle))
                    .toArray();
            return new ToneTruth(
                    middle,
                    100 * middleOf(Arrays.copyOf(blood, points)),
                    100 * SkinPigment.redGreen(colour.red(), colour.green()),
                    middleOf(far),
                    Math.sqrt(height2 / points),
                    vein / points);
        }

        private double median(int channel) {
            return middleOf(Arrays.stream(squares).mapToDouble(c -> c[channel]).toArray());
        }

        private static double middleOf(double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            return sorted[sorted.length / 2];
        }

        /** Adds a point's colour to {@code sum} and returns its blood. */
        private double at(double x, double y, double[] sum) {
            double u = x * anatomy.handBreadth();
            double v = (MIDDLE_MM + y) * anatomy.scale();
            pigment.at(u, v, amounts);
            SkinOptics.colour(amounts[0], amounts[1], rgb);
            for (int c = 0; c < 3; c++) {
                sum[c] += rgb[c];
            }
            double h = relief.swelling(u, v);
            height2 += h * h;
            vein += pigment.vein(u, v);
            return amounts[1];
        }
    }
}
