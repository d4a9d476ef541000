package org.dorsum.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.data.Percentage;
import org.dorsum.colour.LinearRgb;
import org.dorsum.hand.Zone;
import org.dorsum.image.Mask;
import org.dorsum.skin.Capture;
import org.dorsum.skin.PhotoPhysics;
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

    /** A treatment that makes lines and their background shallower alike: against their own unit as many count, against the earlier one fewer. */
    @Test
    void theUnitOfAnEarlierPhotoSeesWhatGrowsShallowerAsAWhole() {
        FineLines own = FineLines.withDefaults();
        FineLines.Result before = own.measure(hatched(1), Zone.DORSUM);
        double density = Outcomes.value(before.measurements(), Metric.LINE_DENSITY_MM_PER_CM2);
        FineLines locked = own.lockedTo(before.unit().getAsDouble());

        assertThat(locked.measure(hatched(1), Zone.DORSUM).measurements()).isEqualTo(before.measurements());
        assertThat(Outcomes.value(
                        own.measure(hatched(0.5), Zone.DORSUM).measurements(), Metric.LINE_DENSITY_MM_PER_CM2))
                .isCloseTo(density, Percentage.withPercentage(2));
        assertThat(Outcomes.value(
                        locked.measure(hatched(0.2), Zone.DORSUM).measurements(), Metric.LINE_DENSITY_MM_PER_CM2))
                .isLessThan(0.95 * density);
        assertThat(locked.settings()).isNotEqualTo(own.settings());
    }

    /** Lines every 5 mm over a fine hatch that fills the space between them. */
    private static Skin hatched(double contrast) {
        return Skins.relief(SIDE, (x, y) -> {
            double d = y - 5 * (Math.floor(y / 5) + 0.5);
            double line = -0.12 * Math.exp(-d * d / (2 * SIGMA * SIGMA));
            double hatch = 0.06 * Math.sin(2 * Math.PI * (x + y) / 0.9) * Math.sin(2 * Math.PI * (x - y) / 0.9);
            return contrast * (line + hatch);
        });
    }

    /** The same limit of blur as for roughness, σ = 0.306 mm: beyond it a line of 0.2 mm has a quarter of its depth left. */
    @ParameterizedTest
    @CsvSource({"0.30, false", "0.31, true"})
    void aPhotoBlurredMoreThanLinesAreWideIsNotMeasured(double blurMm, boolean refused) {
        PhotoPhysics physics = new PhotoPhysics(Optional.empty(), OptionalDouble.of(blurMm), 1);
        Skin skin = Skins.with(parallel(0.12, 4, 0), new Capture(10, 0, 0.5, 0, 0, 0.4, 0, 0, 0, physics));
        Outcome outcome = Outcomes.one(lines(skin).measurements(), Metric.LINE_DENSITY_MM_PER_CM2)
                .outcome();
        assertThat(outcome.equals(new Outcome.NotMeasured(NotMeasuredReason.TOO_BLURRED)))
                .isEqualTo(refused);
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
        assertThat(lines(parallel(0.006, 4, 0)).lines()).isEmpty();
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

    /** Contrast of lines and texture alike is what light and focus change: the lines stay. */
    @ParameterizedTest
    @ValueSource(doubles = {0.6, 1.6})
    void contrastOfTheWholePhotoDoesNotMatter(double gain) {
        assertThat(Outcomes.value(lines(rough(gain)).measurements(), Metric.LINE_DENSITY_MM_PER_CM2))
                .isCloseTo(Outcomes.value(lines(rough(1)).measurements(), Metric.LINE_DENSITY_MM_PER_CM2), within(0.1));
    }

    /** Lines 5 mm apart on a texture of a seventh of their depth in two directions. */
    private static Skin rough(double gain) {
        return Skins.relief(SIDE, (x, y) -> {
            double d = y - 5 * (Math.floor(y / 5) + 0.5);
            return gain
                    * (0.02 * Math.sin(7 * x + 2 * y) * Math.sin(6 * y - 3 * x)
                            - 0.14 * Math.exp(-d * d / (2 * SIGMA * SIGMA)));
        });
    }

    /** Glints of 1.2 mm every 6 mm, as bright as the photo can show, hide parts of lines: what runs on beside them counts. */
    @Test
    void glintsAreFilledFromTheirSidesAndMakeNoLines() {
        Skin bare = parallel(0.12, 4, 0);
        Skin glinting = Skins.relief(SIDE, (x, y) -> {
            double d = y - 4 * (Math.floor(y / 4) + 0.5);
            return glint(x, y) < 0.6 ? 0.8 : -0.12 * Math.exp(-d * d / (2 * SIGMA * SIGMA));
        });
        double scale = Skins.PIXELS_PER_MM;
        Mask usable = Mask.of(bare.width(), bare.height(), (x, y) -> glint(x / scale, y / scale) > 0.8);
        FineLines.Result found = lines(glinting.withUsable(Map.of(Zone.DORSUM, usable)));
        assertThat(Outcomes.value(found.measurements(), Metric.LINE_DENSITY_MM_PER_CM2))
                .isCloseTo(25, within(0.08 * 25));
        assertThat(found.lines()).allMatch(l -> l.directionDegrees() < 10 || l.directionDegrees() > 170);
    }

    /**
     * Spots of 3 mm, a quarter darker, every 10 mm, each column an eighth of that lower, so that they hide as much of lines as of
     * skin: neither their rims nor the lines under them count, nor does their area.
     */
    @Test
    void spotsAreNoPartOfTheLinesNorOfTheirArea() {
        double plain = Outcomes.value(lines(spotted(0)).measurements(), Metric.LINE_DENSITY_MM_PER_CM2);
        FineLines.Result found = lines(spotted(0.25));
        assertThat(Outcomes.value(found.measurements(), Metric.LINE_DENSITY_MM_PER_CM2))
                .isCloseTo(
                        plain, Percentage.withPercentage(8)); // 6 for ends at the border, and every spot makes two more
        double scale = Skins.PIXELS_PER_MM;
        assertThat(found.lines())
                .isNotEmpty()
                .allSatisfy(l -> assertThat(l.path()).allMatch(p -> fromSpot(p.x() / scale, p.y() / scale) > 1.5));
    }

    /** Lines of {@link #rough} with round spots, soft over half a millimetre. */
    private static Skin spotted(double depth) {
        return Skins.relief(SIDE, (x, y) -> {
            double line = y - 5 * (Math.floor(y / 5) + 0.5);
            return 0.02 * Math.sin(7 * x + 2 * y) * Math.sin(6 * y - 3 * x)
                    - 0.14 * Math.exp(-line * line / (2 * SIGMA * SIGMA))
                    - depth / (1 + Math.exp((fromSpot(x, y) - 1.5) / 0.1));
        });
    }

    /** Distance from the middle of the nearest spot, mm. */
    private static double fromSpot(double x, double y) {
        double down = y - 1.25 * Math.floor(x / 10);
        return Math.hypot(x - 10 * Math.floor(x / 10) - 5, down - 10 * Math.floor(down / 10) - 5);
    }

    /** Distance from the middle of the nearest glint, mm. */
    private static double glint(double x, double y) {
        return Math.hypot(x - 6 * Math.floor(x / 6) - 3, y - 6 * Math.floor(y / 6) - 3);
    }

    @Test
    void everyLineHasDirectionZoneAndKind() {
        assertThat(lines(parallel(0.12, 4, 30)).lines()).isNotEmpty().allSatisfy(l -> {
            assertThat(l.directionDegrees()).isCloseTo(30, within(5.0)); // ends of a chain may bend by a pixel
            assertThat(l.zone()).isEqualTo(Zone.DORSUM);
            assertThat(l.kind()).isEqualTo(LineKind.FINE_LINE);
        });
    }

    /** Full width of 0.59 mm. */
    @Test
    void aBroadLineIsAWrinkle() {
        assertThat(lines(Skins.relief(SIDE, (x, y) -> {
                            double d = y - 5 * (Math.floor(y / 5) + 0.5);
                            return -0.12 * Math.exp(-d * d / (2 * 0.25 * 0.25));
                        }))
                        .lines())
                .isNotEmpty()
                .allMatch(l -> l.kind() == LineKind.WRINKLE);
    }

    /** A tendon: raised 4 mm broad, with a hollow of 2 mm full width on either side. */
    @Test
    void theHollowBesideATendonIsNoLine() {
        Skin tendon = Skins.relief(SIDE, (x, y) -> {
            double left = (x - 15) / 0.85;
            double right = (x - 21) / 0.85;
            return -0.15 * (Math.exp(-left * left / 2) + Math.exp(-right * right / 2));
        });
        assertThat(lines(tendon).lines()).isEmpty();
    }

    /** Hairs of σ 0.09 mm that hide 30 % of the light of all channels across lines: lines stay, hairs are not counted. */
    @Test
    void linesRunOnUnderHair() {
        Skin bare = parallel(0.12, 5, 0);
        Skin hairy = Skins.coloured(SIDE, (x, y) -> {
            double d = y - 5 * (Math.floor(y / 5) + 0.5);
            double across = x - 8 * Math.floor(x / 8) - 4;
            double light = Math.exp(-0.12 * Math.exp(-d * d / (2 * SIGMA * SIGMA)))
                    * (1 - 0.3 * Math.exp(-across * across / (2 * 0.09 * 0.09)));
            return new LinearRgb(0.55 * light, 0.33 * light, 0.22 * light);
        });
        FineLines.Result found = lines(hairy);
        assertThat(found.hairs()).isNotEmpty();
        assertThat(found.lines()).allMatch(l -> l.directionDegrees() < 10 || l.directionDegrees() > 170);
        assertThat(Outcomes.value(found.measurements(), Metric.LINE_DENSITY_MM_PER_CM2))
                .isCloseTo(Outcomes.value(lines(bare).measurements(), Metric.LINE_DENSITY_MM_PER_CM2), within(2.0));
    }

    /** Hairs 1.2 mm apart hide two fifths of the skin, and three tenths are no skin: too little is left of every tile. */
    @Test
    void underAThickCoatOfHairNothingIsMeasured() {
        Skin coat = Skins.coloured(SIDE, (x, y) -> {
            double across = x - 1.2 * Math.floor(x / 1.2) - 0.6;
            double light = 1 - 0.4 * Math.exp(-across * across / (2 * 0.08 * 0.08));
            return new LinearRgb(0.55 * light, 0.33 * light, 0.22 * light);
        });
        Mask usable = Mask.of(coat.width(), coat.height(), (x, y) -> y % 40 < 28);
        Skin covered = coat.withUsable(Map.of(Zone.DORSUM, usable));
        assertThat(Outcomes.one(lines(covered).measurements(), Metric.LINE_DENSITY_MM_PER_CM2)
                        .outcome())
                .isEqualTo(new Outcome.NotMeasured(NotMeasuredReason.TOO_MUCH_HAIR));
    }
}
