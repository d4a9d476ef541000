package org.dorsum.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dorsum.hand.Zone;
import org.dorsum.skin.Skin;
import org.dorsum.skin.Skins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FineLinesTest {
    private static final double SIDE = 40;
    private static final double SIGMA = 0.15; // mm: a line of 0.35 mm full width at half depth

    /** Parallel lines {@code pitch} mm apart, of Gaussian profile, at {@code degrees} to the rows. */
    private static Skin parallel(double depth, double pitch, double degrees) {
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        return Skins.relief(SIDE, (x, y) -> {
            double across = -s * x + c * y;
            double d = across - pitch * (Math.floor(across / pitch) + 0.5);
            return -depth * Math.exp(-d * d / (2 * SIGMA * SIGMA));
        });
    }

    private static FineLines.Result lines(Skin skin) {
        return FineLines.withDefaults().measure(skin, Zone.DORSUM);
    }

    @Test
    void aFlatPlaneHasNoLineAndALineOfNoLengthHasNoWidth() {
        FineLines.Result none = lines(Skins.relief(SIDE, (x, y) -> 0));
        assertThat(none.lines()).isEmpty();
        assertThat(Outcomes.value(none.measurements(), Metric.LINE_DENSITY_MM_PER_CM2))
                .isZero();
        assertThat(Outcomes.one(none.measurements(), Metric.LINE_WIDTH_MM).outcome())
                .isEqualTo(new Outcome.NotMeasured(NotMeasuredReason.NOTHING_FOUND));
    }

    /** Lines 4 mm apart: 100 mm² of skin hold 25 mm of them. 6 % for ends at the border. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 20, 45, 70, 90})
    void densityOfParallelLinesInAnyDirection(double degrees) {
        assertThat(Outcomes.value(lines(parallel(0.12, 4, degrees)).measurements(), Metric.LINE_DENSITY_MM_PER_CM2))
                .isCloseTo(25, within(0.06 * 25));
    }

    @Test
    void parallelLinesAreAllParallel() {
        assertThat(Outcomes.value(lines(parallel(0.12, 4, 30)).measurements(), Metric.LINE_ANISOTROPY))
                .isCloseTo(1, within(0.02));
    }

    /** Depth to a tenth and width to a fifth: the scales tried are 1.7 apart, interpolated. */
    @ParameterizedTest
    @CsvSource({"0.08", "0.15", "0.25"})
    void depthAndWidth(double depth) {
        FineLines.Result found = lines(parallel(depth, 4, 0));
        assertThat(Outcomes.value(found.measurements(), Metric.LINE_CONTRAST_PERCENT))
                .isCloseTo(100 * (1 - Math.exp(-depth)), within(10 * (1 - Math.exp(-depth))));
        assertThat(Outcomes.value(found.measurements(), Metric.LINE_WIDTH_MM))
                .isCloseTo(2.355 * SIGMA, within(0.2 * 2.355 * SIGMA));
    }

    @Test
    void aBrightRidgeIsNoLine() {
        assertThat(lines(parallel(-0.2, 4, 0)).lines()).isEmpty();
    }

    /** Darker on one side and never brighter again: the edge of a shadow. */
    @Test
    void anEdgeIsNoLine() {
        assertThat(lines(Skins.relief(SIDE, (x, y) -> y > 20 ? -0.3 : 0)).lines())
                .isEmpty();
    }

    @Test
    void aShallowLineIsNotCounted() {
        assertThat(lines(parallel(0.02, 4, 0)).lines()).isEmpty();
    }

    @Test
    void aPitIsNoLine() {
        Skin pits = Skins.relief(SIDE, (x, y) -> {
            double dx = x - 5 * Math.rint(x / 5);
            double dy = y - 5 * Math.rint(y / 5);
            return -0.2 * Math.exp(-(dx * dx + dy * dy) / (2 * SIGMA * SIGMA));
        });
        assertThat(lines(pits).lines()).isEmpty();
    }

    @Test
    void exposureDoesNotMatter() {
        Skin dark = Skins.relief(SIDE, (x, y) -> {
            double d = y - 4 * (Math.floor(y / 4) + 0.5);
            return Math.log(0.3) - 0.12 * Math.exp(-d * d / (2 * SIGMA * SIGMA));
        });
        assertThat(Outcomes.value(lines(dark).measurements(), Metric.LINE_DENSITY_MM_PER_CM2))
                .isCloseTo(
                        Outcomes.value(lines(parallel(0.12, 4, 0)).measurements(), Metric.LINE_DENSITY_MM_PER_CM2),
                        within(0.01));
    }
}
