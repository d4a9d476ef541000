package org.dorsum.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

class ResamplingTest {
    private static final Plane RAMP = Plane.of(40, 30, (x, y) -> x + 2 * y);

    @Test
    void shrinkingAveragesAreas() {
        Plane small = Resampling.resize(Plane.of(4, 2, (x, y) -> x + 10 * y), 2, 1);

        assertThat(small.toArray()).containsExactly(5.5f, 7.5f); // means of {0,1,10,11} and {2,3,12,13}
    }

    /** 13 × 9 pixels towards 4: three times smaller, the last column cut; sums of 3 × 3 squares of a ramp are nine times its middle. */
    @Test
    void reducingByAWholeNumberAveragesSquares() {
        RgbImage ramp = RgbImage.of(13, 9, (x, y) -> x << 16 | (10 * y) << 8 | 7);

        RgbImage small = Resampling.reducedTowards(ramp, 4);

        assertThat(small.width()).isEqualTo(4);
        assertThat(small.height()).isEqualTo(3);
        for (int y = 0; y < 3; y++) {
            for (int x = 0; x < 4; x++) {
                assertThat(small.packed(x, y)).isEqualTo((3 * x + 1) << 16 | (10 * (3 * y + 1)) << 8 | 7);
            }
        }
    }

    @Test
    void reducingRoundsAndKeepsSixteenBits() {
        short[] samples = {
            10, 20, 30, (short) 40_000, 60_000 - 65_536, 31, 10, 20, 30, (short) 40_001, 60_000 - 65_536, 30
        };

        RgbImage small = Resampling.reducedTowards(RgbImage.of(2, 2, samples), 1);

        assertThat(small.bitsPerSample()).isEqualTo(16);
        assertThat(small.sample(0, 0, 0)).isEqualTo(20_005); // mean 20005.25
        assertThat(small.sample(0, 0, 1)).isEqualTo(30_010);
        assertThat(small.sample(0, 0, 2)).isEqualTo(30); // mean 30.25
    }

    @Test
    void whatIsSmallEnoughIsNotReduced() {
        RgbImage image = RgbImage.of(5, 4, (x, y) -> x);

        assertThat(Resampling.reducedTowards(image, 4)).isSameAs(image);
    }

    @Test
    void shrinkingOneSideAverages() {
        assertThat(Resampling.resize(Plane.of(1, 4, (x, y) -> y == 1 ? 8 : 0), 1, 1)
                        .at(0, 0))
                .isEqualTo(2);
    }

    /** A ramp resized is a ramp that {@link Affine#scaling} predicts at every pixel away from the border. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void growingFollowsTheHalfPixelConvention(int factor) {
        Plane large = Resampling.resize(RAMP, 40 * factor, 30 * factor);
        Affine toSource = Affine.scaling(factor).inverse();

        for (int x = factor; x < 39 * factor; x++) {
            Point p = toSource.apply(new Point(x, 15 * factor));
            assertThat((double) large.at(x, 15 * factor)).isCloseTo(p.x() + 2 * p.y(), within(1e-3));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0", "1, 3.5, -2.25", "0.5, 4, 4", "2, 1, 1"})
    void warpingLooksUpWhereTheMapPoints(double scale, double dx, double dy) {
        Affine toSource = Affine.scaling(scale).then(Affine.shift(dx, dy));

        Plane warped = Resampling.warp(RAMP, toSource, 12, 10);

        for (int x = 2; x < 12; x++) {
            Point p = toSource.apply(new Point(x, 6));
            assertThat((double) warped.at(x, 6)).isCloseTo(p.x() + 2 * p.y(), within(1e-4));
        }
    }

    /** Keys' kernel is exact on parabolas: x² / 16 at quarter pixels. */
    @Test
    void warpingReproducesParabolas() {
        Plane parabola = Plane.of(40, 5, (x, y) -> x * x / 16.0);

        Plane warped = Resampling.warp(parabola, new Affine(0.25, 0, 10, 0, 1, 0), 60, 5);

        for (int x = 0; x < 60; x++) {
            double place = 10 + 0.25 * x;
            assertThat((double) warped.at(x, 2)).isCloseTo(place * place / 16, within(1e-4));
        }
    }

    @Test
    void warpingByNothingChangesNothing() {
        RgbImage image = RgbImage.of(9, 7, (x, y) -> x << 20 | y << 12 | x * y);
        Mask mask = Mask.of(9, 7, (x, y) -> x > y);

        assertThat(Resampling.warp(RAMP, Affine.identity(), 40, 30)).isEqualTo(RAMP);
        assertThat(Resampling.warp(image, Affine.identity(), 9, 7)).isEqualTo(image);
        assertThat(Resampling.warp(mask, Affine.identity(), 9, 7)).isEqualTo(mask);
    }

    @Test
    void beyondTheBorderPlanesRepeatAndMasksAreEmpty() {
        Affine away = Affine.shift(100, 0);

        assertThat((double) Resampling.warp(RAMP, away, 5, 5).at(4, 0)).isCloseTo(39, within(1e-4));
        assertThat(Resampling.warp(Mask.all(40, 30), away, 5, 5).count()).isZero();
        assertThat(Resampling.warp(RgbImage.of(40, 30, (x, y) -> 0xffffff), away, 5, 5)
                        .packed(0, 0))
                .isZero();
    }

    @Test
    void halfAPixelIsInside() {
        Mask left = Mask.of(4, 2, (x, y) -> x == 0);

        assertThat(Resampling.resize(left, 2, 1)).isEqualTo(Mask.of(2, 1, (x, y) -> x == 0));
        assertThat(Resampling.resize(Mask.of(4, 2, (x, y) -> x == 0 && y == 0), 2, 1)
                        .count())
                .isZero();
    }

    @Test
    void picturesOfSixteenBitsKeepThem() {
        short[] v = new short[4 * 4 * 3];
        java.util.Arrays.fill(v, (short) 60_001);

        RgbImage small = Resampling.resize(RgbImage.of(4, 4, v), 2, 2);

        assertThat(small.bitsPerSample()).isEqualTo(16);
        assertThat(small.sample(1, 1, 2)).isEqualTo(60_001);
    }

    @Test
    void aCropIsThatPart() {
        RgbImage image = RgbImage.of(9, 7, (x, y) -> x << 16 | y);

        RgbImage part = Resampling.crop(image, 2, 3, 4, 2);

        assertThat(part).isEqualTo(RgbImage.of(4, 2, (x, y) -> (x + 2) << 16 | (y + 3)));
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 2, 2", "0, 0, 10, 2", "8, 6, 2, 1", "0, 6, 1, 2", "0, 0, 0, 1"})
    void aCropLiesWithinThePicture(int left, int top, int width, int height) {
        RgbImage image = RgbImage.of(9, 7, (x, y) -> 0);

        assertThatIllegalArgumentException().isThrownBy(() -> Resampling.crop(image, left, top, width, height));
    }

    /** Means over squares of a ramp, laid onto the fine grid again, are the ramp up to the outermost centres, and what is left over repeats. */
    @Test
    void aRampIsEnlargedToItself() {
        Plane coarse = Plane.of(3, 2, (x, y) -> 4 * x + 1.5 + 10 * (4 * y + 1.5));
        Plane fine = Resampling.enlarged(coarse, 4, 14, 8);
        assertThat(fine.at(2, 2)).isEqualTo(22);
        assertThat(fine.at(9, 5)).isEqualTo(59);
        assertThat(fine.at(0, 0)).isEqualTo(fine.at(1, 1)).isEqualTo(16.5f);
        assertThat(fine.at(13, 7)).isEqualTo(64.5f);
    }

    /** Turned, shrunk, far off the picture: the pixels that OpenCV takes, one by one. */
    @ParameterizedTest
    @CsvSource({"0.3, 1.7, 5, -3", "-2.1, 0.4, 30, 20", "0, 1, 0, 0", "1.57, 2.5, -40, 12", "0.01, 3.3, 0.5, 0.5"})
    void masksAreSeenAsOpenCvSeesThem(double radians, double scale, double dx, double dy) {
        SplittableRandom random = new SplittableRandom(3);
        Mask mask = Mask.of(97, 61, (x, y) -> random.nextBoolean());
        Affine map = Affine.turnAndScale(radians, scale).then(Affine.shift(dx, dy));
        try (Mats mats = new Mats()) {
            Mat out = mats.empty();
            Mat matrix = mats.own(new Mat(2, 3, CvType.CV_64F));
            matrix.put(0, 0, map.xx(), map.xy(), map.x0(), map.yx(), map.yy(), map.y0());
            int how = Imgproc.INTER_NEAREST | Imgproc.WARP_INVERSE_MAP;
            Imgproc.warpAffine(mats.of(mask), out, matrix, new Size(80, 70), how, Core.BORDER_CONSTANT, new Scalar(0));

            assertThat(Resampling.warp(mask, map, 80, 70)).isEqualTo(Mats.mask(out));
        }
    }

    @Test
    void planesSeenTogetherAreSeenAsOneByOne() {
        Plane other = RAMP.map(v -> v * v);
        Affine map = Affine.turnAndScale(0.4, 0.8).then(Affine.shift(-3, 2));

        assertThat(Resampling.warp(List.of(RAMP, other), map, 50, 45))
                .containsExactly(Resampling.warp(RAMP, map, 50, 45), Resampling.warp(other, map, 50, 45));
    }
}
