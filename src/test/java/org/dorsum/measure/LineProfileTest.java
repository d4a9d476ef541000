package org.dorsum.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.dorsum.image.Mask;
import org.dorsum.image.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineProfileTest {
    private static final int SIDE = 80;
    private static final double SCALE = 8;

    /** A straight curve along row 40. */
    private static final Curve ROW = new Curve(
            IntStream.range(10, 70).asDoubleStream().toArray(),
            IntStream.range(10, 70).mapToDouble(i -> 40).toArray());

    private static LineProfile profile(Plane plane, Mask hidden) {
        return LineProfile.of(ROW, plane, hidden, SCALE);
    }

    private static LineProfile profile(Plane plane) {
        return profile(plane, Mask.none(SIDE, SIDE));
    }

    private static double valley(double y, double sigmaMm) {
        double d = (y - 40) / SCALE;
        return Math.exp(-d * d / (2 * sigmaMm * sigmaMm));
    }

    /** Scales tried are a factor 1.25 apart and interpolated: width to 6 %, depth to 5 %, on sloping ground. */
    @ParameterizedTest
    @CsvSource({"0.12, 0.05", "0.2, 0.1", "0.3, 0.2", "0.35, -0.1"})
    void depthAndWidthOfAGaussianValley(double sigmaMm, double depth) {
        LineProfile found =
                profile(Plane.of(SIDE, SIDE, (x, y) -> 0.02 * (y - 40) / SCALE - depth * valley(y, sigmaMm)));
        assertThat(found.depth()).isCloseTo(depth, within(0.05 * Math.abs(depth)));
        assertThat(found.sigmaMm()).isCloseTo(sigmaMm, within(0.06 * sigmaMm));
        assertThat(found.explained()).isGreaterThan(0.98);
    }

    @Test
    void anEdgeIsHardlyExplainedByAValley() {
        assertThat(profile(Plane.of(SIDE, SIDE, (x, y) -> y < 40 ? 0.2 : 0)).explained())
                .isLessThan(0.25);
    }

    @Test
    void aFlatPlaneHasNoDepth() {
        LineProfile found = profile(Plane.of(SIDE, SIDE, (x, y) -> -1));
        assertThat(found.depth()).isCloseTo(0, within(1e-6));
        assertThat(found.explained()).isCloseTo(0, within(1e-6));
    }

    @Test
    void whatIsHiddenDoesNotCount() {
        Plane halfBlack = Plane.of(SIDE, SIDE, (x, y) -> x < 40 ? -5 * (y % 3) : -0.1 * valley(y, 0.2));
        assertThat(profile(halfBlack, Mask.of(SIDE, SIDE, (x, y) -> x < 41)).depth())
                .isCloseTo(0.1, within(0.005));
    }
}
