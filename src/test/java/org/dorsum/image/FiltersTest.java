package org.dorsum.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiltersTest {
    private static final int SIDE = 101;
    private static final int MID = 50;

    @ParameterizedTest
    @ValueSource(doubles = {1, 2.5, 8})
    void aPointBecomesAGaussian(double sigma) {
        Plane point = Plane.of(SIDE, SIDE, (x, y) -> x == MID && y == MID ? 1 : 0);

        Plane blurred = Filters.gaussian(point, sigma);

        double sum = 0;
        double variance = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                sum += blurred.at(x, y);
                variance += blurred.at(x, y) * (x - MID) * (x - MID);
            }
        }
        assertThat(sum).isCloseTo(1, within(1e-5)); // floats
        // what is cut off at four σ takes 0.2 % of the variance
        assertThat(Math.sqrt(variance)).isCloseTo(sigma, within(0.003 * sigma));
        double ratio = blurred.at(MID + 2, MID) / blurred.at(MID, MID);
        assertThat(ratio).isCloseTo(Math.exp(-2 / (sigma * sigma)), within(1e-4));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.7, 3, 30})
    void aFlatPlaneStaysFlatToTheBorder(double sigma) {
        Plane flat = Plane.of(20, 10, (x, y) -> 7);

        Plane blurred = Filters.gaussian(flat, sigma);

        assertThat(blurred.minus(flat).map(Math::abs).above(1e-5).count()).isZero();
    }

    /** Half the picture is unknown and holds nonsense: the known half must not notice. */
    @Test
    void blurWithinAMaskDoesNotSeeTheRest() {
        Mask left = Mask.of(40, 20, (x, y) -> x < 20);
        Plane plane = Plane.of(40, 20, (x, y) -> x < 20 ? 5 : 1000);

        Plane blurred = Filters.gaussian(plane, left, 2);

        assertThat((double) blurred.at(19, 10)).isCloseTo(5, within(1e-4));
        assertThat((double) blurred.at(22, 10)).isCloseTo(5, within(1e-3)); // carried on beyond the edge
        assertThat((double) blurred.at(39, 10)).isZero(); // out of reach
    }

    @Test
    void aBoxIsTheMeanOfItsPixels() {
        Plane plane = Plane.of(5, 5, (x, y) -> x * x + 10 * y);

        // columns 1, 2, 3: (1 + 4 + 9) / 3; rows 1, 2, 3: mean 20
        assertThat((double) Filters.box(plane, 3).at(2, 2)).isCloseTo(14.0 / 3 + 20, within(1e-5));
        assertThat(Filters.box(plane, 1)).isEqualTo(plane);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, -1})
    void aBoxHasAMiddle(int side) {
        Plane plane = Plane.of(5, 5, (x, y) -> 0);
        assertThatIllegalArgumentException().isThrownBy(() -> Filters.box(plane, side));
    }

    /** Second derivatives of a quadratic are constants, and no blur changes them. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 1, 2, 4})
    void hessianOfAQuadraticIsExact(double sigma) {
        Plane quadratic = Plane.of(SIDE, SIDE, (x, y) -> {
            double u = (x - MID) / 10.0;
            double v = (y - MID) / 10.0;
            return 3 * u * u - 5 * u * v + 2 * v * v + 7 * u - v + 1;
        });

        Plane[] h = Filters.hessian(quadratic, sigma);

        // floats of size 100 at the border of the kernel: 1e-5 relative
        assertThat((double) h[0].at(MID, MID)).isCloseTo(0.06, within(1e-4));
        assertThat((double) h[1].at(MID, MID)).isCloseTo(-0.05, within(1e-4));
        assertThat((double) h[2].at(MID, MID)).isCloseTo(0.04, within(1e-4));
    }

    /**
     * A ridge exp(−x² / 2w²) blurred by σ is w/s · exp(−x² / 2s²), s² = w² + σ²; on its crest the second derivative across
     * is −w/s³, along it 0.
     */
    @ParameterizedTest
    @CsvSource({"1.5, 1", "2, 2", "3, 1", "4, 4"})
    void hessianOfAGaussianRidge(double w, double sigma) {
        Plane ridge = Plane.of(SIDE, SIDE, (x, y) -> Math.exp(-(x - MID) * (x - MID) / (2 * w * w)));

        Plane[] h = Filters.hessian(ridge, sigma);

        double expected = -w / Math.pow(w * w + sigma * sigma, 1.5);
        assertThat((double) h[0].at(MID, MID))
                .isCloseTo(expected, within(0.005 * Math.abs(expected))); // sampled kernel
        assertThat((double) h[1].at(MID, MID)).isCloseTo(0, within(1e-6));
        assertThat((double) h[2].at(MID, MID)).isCloseTo(0, within(1e-6));
    }

    /** y downwards: a ridge along x = y falls on both sides, so that the mixed derivative on its crest is positive. */
    @Test
    void signOfTheMixedDerivative() {
        Plane diagonal = Plane.of(SIDE, SIDE, (x, y) -> Math.exp(-(x - y) * (x - y) / 8.0));

        assertThat(Filters.hessian(diagonal, 1.5)[1].at(MID, MID)).isGreaterThan(0.01f);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, 1000})
    void noBlurIsNotABlur(double sigma) {
        Plane plane = Plane.of(5, 5, (x, y) -> 0);
        assertThatIllegalArgumentException().isThrownBy(() -> Filters.gaussian(plane, sigma));
        assertThatIllegalArgumentException().isThrownBy(() -> Filters.hessian(plane, sigma));
    }

    @Test
    void derivativesNeedAKernelWiderThanAPoint() {
        Plane plane = Plane.of(5, 5, (x, y) -> 0);
        assertThatIllegalArgumentException().isThrownBy(() -> Filters.hessian(plane, 0.1));
    }

    /** Waves of any direction, with holes in the mask: half a percent of their height of 2, up to the border. */
    @ParameterizedTest
    @ValueSource(doubles = {8, 16, 32})
    void aWideGaussianIsAGaussian(double sigma) {
        Plane waves = Plane.of(203, 171, (x, y) -> Math.sin(0.9 * x / sigma) + Math.cos(0.7 * (x + y) / sigma));
        Mask holes = Mask.of(203, 171, (x, y) -> Math.hypot(x % 60 - 30, y % 60 - 30) > 9);
        Plane plain = Filters.gaussian(waves, holes, sigma);
        Plane wide = Filters.wideGaussian(waves, holes, sigma);
        for (int y = 0; y < plain.height(); y++) {
            for (int x = 0; x < plain.width(); x++) {
                assertThat((double) wide.at(x, y)).isCloseTo(plain.at(x, y), within(0.01));
            }
        }
    }

    /** What changes along x alone is left as it is by a Gaussian that is wide along y alone, but for the narrow one along x. */
    @Test
    void aGaussianOfTwoWidths() {
        Plane columns = Plane.of(SIDE, SIDE, (x, y) -> Math.sin(x / 3.0));
        Mask all = Mask.all(SIDE, SIDE);
        assertThat((double) Filters.gaussian(columns, all, 1, 6).at(MID, 5))
                .isCloseTo(Filters.gaussian(columns, all, 1).at(MID, 5), within(1e-5));
        Plane rows = Plane.of(SIDE, SIDE, (x, y) -> Math.sin(y / 3.0));
        assertThat((double) Filters.gaussian(rows, all, 6, 1).at(5, MID))
                .isCloseTo(Filters.gaussian(rows, all, 1).at(5, MID), within(1e-5));
    }
}
