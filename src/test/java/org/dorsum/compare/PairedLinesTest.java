package org.dorsum.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dorsum.hand.Zone;
import org.dorsum.image.Point;
import org.dorsum.measure.LineKind;
import org.dorsum.measure.Mark;
import org.dorsum.measure.Metric;
import org.dorsum.measure.Outcome;
import org.dorsum.skin.Skin;
import org.dorsum.skin.Skins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairedLinesTest {
    private static final double SIDE = 40;
    private static final double SIGMA_MM = 0.15;

    /** Valleys along y at x = 10 and x = 30 mm, shifted by so many mm. */
    private static Skin valleys(double depth, double shift) {
        return Skins.relief(SIDE, (x, y) -> -depth * (valley(x - 10 - shift) + valley(x - 30 - shift)));
    }

    private static double valley(double mm) {
        return Math.exp(-mm * mm / (2 * SIGMA_MM * SIGMA_MM));
    }

    private static Mark.Line line(double xMm) {
        double x = xMm * Skins.PIXELS_PER_MM - 0.5; // pixel centres lie half a pixel in
        return new Mark.Line(
                List.of(new Point(x, 40), new Point(x, 280)), 30, 0.35, 10, 90, Zone.DORSUM, LineKind.FINE_LINE);
    }

    private static double[] depths(Skin before, Skin after, List<Mark.Line> found, List<Mark.Line> foundAfter) {
        return values(before, after, found, foundAfter, Metric.LINE_CONTRAST_PERCENT);
    }

    private static double[] values(
            Skin before, Skin after, List<Mark.Line> found, List<Mark.Line> foundAfter, Metric metric) {
        List<Map<Metric, Outcome>> outcomes =
                PairedLines.outcomes(List.of(before, after), List.of(found, foundAfter), 1, before.usable(Zone.DORSUM));
        return outcomes.stream().mapToDouble(o -> measured(o, metric)).toArray();
    }

    /** The middle lies between two pixels, a sixteenth of a millimetre from either; nothing of the valley is left 0.5 mm off. */
    @Test
    void depthOfAValleyByHand() {
        double[] d = depths(valleys(0.1, 0), valleys(0.1, 0), List.of(line(10), line(30)), List.of());
        assertThat(d[0]).isEqualTo(d[1]);
        assertThat(d[0]).isCloseTo(100 * 0.1 * valley(0.0625), within(0.1));
    }

    /** A line found before alone and one found after alone are both measured in both photos. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 0.75, 0.5, 0.1})
    void allLinesAreMeasuredInBoth(double share) {
        double[] d = depths(valleys(0.08, 0), valleys(0.08 * share, 0), List.of(line(10)), List.of(line(30)));
        assertThat(d[1] / d[0]).isCloseTo(share, within(0.001));
    }

    @Test
    void aQuarterMillimetreBesideItIsTheSameLine() {
        double[] d = depths(
                valleys(0.08, 0), valleys(0.08, 0.25), List.of(line(10), line(30)), List.of(line(10.25), line(30.25)));
        assertThat(d[1] / d[0]).isCloseTo(1, within(0.02));
    }

    /** Two lines of 30 mm on 16 cm²; half as deep they count by half. */
    @Test
    void lengthCountsByDepth() {
        double[] v = values(
                valleys(0.08, 0),
                valleys(0.04, 0),
                List.of(line(10), line(30)),
                List.of(),
                Metric.LINE_DENSITY_MM_PER_CM2);
        assertThat(v[0]).isCloseTo(60 / 16.0, within(0.25)); // the last part of a stretch does not count
        assertThat(v[1] / v[0]).isCloseTo(0.5, within(0.01));
    }

    @Test
    void noLineHasNoDepth() {
        Skin even = valleys(0, 0);
        assertThat(PairedLines.outcomes(List.of(even, even), List.of(List.of(), List.of()), 1, even.usable(Zone.DORSUM))
                        .get(0)
                        .get(Metric.LINE_CONTRAST_PERCENT))
                .isInstanceOf(Outcome.NotMeasured.class);
    }

    private static double measured(Map<Metric, Outcome> outcomes, Metric metric) {
        return ((Outcome.Measured) Objects.requireNonNull(outcomes.get(metric))).value();
    }
}
