package org.dorsum.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.stream.Stream;
import org.dorsum.colour.Lab;
import org.dorsum.colour.Srgb;
import org.dorsum.image.Codec;
import org.dorsum.image.RgbImage;
import org.dorsum.image.TestFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColourProfileTest {
    private static final PhotoReader READER = PhotoReader.withDefaults();

    static Stream<Arguments> containers() {
        byte[] p3 = IccBuilder.displayP3();
        RgbImage c = Cube.of();
        return Stream.of(
                Arguments.of("PNG", Fixtures.pngWithIcc(Codec.png(c), p3)),
                Arguments.of("PNG, sampled curve", Fixtures.pngWithIcc(Codec.png(c), IccBuilder.sampledDisplayP3())),
                Arguments.of("PNG, code points", Fixtures.withChunk(Codec.png(c), "cICP", new byte[] {12, 13, 0, 1})),
                Arguments.of(
                        "TIFF", TiffBuilder.file(true, TiffBuilder.page(c, true).data(34675, p3))),
                Arguments.of("WebP", Fixtures.webpWith(TestFiles.webp(c), "ICCP", p3, 81, 9)),
                Arguments.of("deep PNG", Fixtures.pngWithIcc(Codec.png(Cube.deep()), p3)),
                Arguments.of(
                        "deep TIFF",
                        TiffBuilder.file(
                                false, TiffBuilder.page(Cube.deep(), false).data(34675, p3))));
    }

    @ParameterizedTest
    @MethodSource("containers")
    void displayP3BecomesSrgb(String container, byte[] file) throws Exception {
        Photo photo = READER.read("hand", file);

        assertThat(photo.provenance().colourProfile()).isEqualTo("Display P3");
        assertThat(photo.findings()).isEmpty();
        RgbImage stored = photo.pixels().bitsPerSample() == 8 ? Cube.of() : Cube.deep();
        Cube.checkAgainst(Cube.P3, stored, photo.pixels());
    }

    @Test
    void adobeRgbBecomesSrgb() throws Exception {
        Photo photo = READER.read("hand", Fixtures.pngWithIcc(Codec.png(Cube.of()), IccBuilder.adobeRgb()));

        assertThat(photo.provenance().colourProfile()).isEqualTo("Adobe RGB (1998)");
        Cube.checkAgainst(Cube.ADOBE, Cube.of(), photo.pixels());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 65535})
    void adobeRgbIsKnownByTheCamerasSignAlone(int colourSpace) throws Exception {
        TiffBuilder.Dir exposure = new TiffBuilder.Dir()
                .put(0xa001, TiffBuilder.SHORT, colourSpace)
                .points(0xa005, new TiffBuilder.Dir().text(1, "R03"));
        byte[] exif = TiffBuilder.file(true, new TiffBuilder.Dir().points(0x8769, exposure));

        Photo photo = READER.read("hand", Fixtures.withChunk(Codec.png(Cube.of()), "eXIf", exif));

        assertThat(photo.provenance().colourProfile()).isEqualTo("Adobe RGB (1998)");
        Cube.checkAgainst(Cube.ADOBE, Cube.of(), photo.pixels());
    }

    @Test
    void aCameraThatSaysNotSrgbAndNoMoreIsReported() throws Exception {
        TiffBuilder.Dir exposure = new TiffBuilder.Dir().put(0xa001, TiffBuilder.SHORT, 65535);
        byte[] exif = TiffBuilder.file(true, new TiffBuilder.Dir().points(0x8769, exposure));

        Photo photo = READER.read("hand", Fixtures.withChunk(Codec.png(Cube.of()), "eXIf", exif));

        assertThat(photo.pixels()).isEqualTo(Cube.of());
        assertThat(photo.findings()).extracting(Finding::code).containsExactly("colour-space-unknown");
    }

    static Stream<Arguments> primaries() {
        return Stream.of(
                Arguments.of("Display P3", IccBuilder.displayP3(), IccBuilder.sampledDisplayP3()),
                Arguments.of("Adobe RGB (1998)", IccBuilder.adobeRgb(), IccBuilder.adobeRgb()),
                Arguments.of("ProPhoto RGB", IccBuilder.proPhoto(), IccBuilder.proPhoto()));
    }

    /** The platform's engine works with 8 bits on its way here and its own curve tables: two levels, in the dark four. */
    @ParameterizedTest
    @MethodSource("primaries")
    void thePlatformsColourEngineAgrees(String name, byte[] profile, byte[] forEngine) throws Exception {
        RgbImage c = Cube.of();
        Photo photo = READER.read("hand", Fixtures.pngWithIcc(Codec.png(c), profile));

        assertThat(photo.provenance().colourProfile()).isEqualTo(name);
        assertThat(Differences.largest(photo.pixels(), byEngine(c, forEngine))).isLessThanOrEqualTo(4);
    }

    private static RgbImage byEngine(RgbImage image, byte[] profile) {
        int n = image.width() * image.height();
        byte[] in = new byte[3 * n];
        for (int i = 0; i < in.length; i++) {
            in[i] = (byte) image.sample(i / 3 % image.width(), i / 3 / image.width(), i % 3);
        }
        ICC_Profile[] path = {ICC_Profile.getInstance(profile), ICC_Profile.getInstance(ColorSpace.CS_sRGB)};
        WritableRaster from = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, n, 1, 3, null);
        from.setDataElements(0, 0, n, 1, in);
        WritableRaster to = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, n, 1, 3, null);
        new ColorConvertOp(path, null).filter(from, to);
        return RgbImage.of(image.width(), image.height(), (byte[]) to.getDataElements(0, 0, n, 1, null));
    }

    @Test
    void anSrgbProfileChangesNothing() throws Exception {
        Photo photo = READER.read("hand", Fixtures.pngWithIcc(Codec.png(Cube.of()), IccBuilder.srgb()));

        assertThat(photo.pixels()).isEqualTo(Cube.of());
        assertThat(photo.provenance().colourProfile()).isEqualTo("sRGB");
    }

    @Test
    void thePlatformsOwnSrgbProfileChangesNothing() throws Exception {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

        Photo photo = READER.read("hand", Fixtures.pngWithIcc(Codec.png(Cube.of()), profile));

        assertThat(photo.pixels()).isEqualTo(Cube.of());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aProfileMayLieInSeveralPartsOfAJpeg(int parts) throws Exception {
        byte[] plain = Fixtures.jpeg(Cube.of());
        Photo photo = READER.read("hand", Fixtures.jpegWithIcc(plain, IccBuilder.displayP3(), parts));

        assertThat(photo.provenance().colourProfile()).isEqualTo("Display P3");
        Cube.checkAgainst(Cube.P3, READER.read("hand", plain).pixels(), photo.pixels());
    }

    @Test
    void nameOfAPersonInAProfileIsNotShown() throws Exception {
        byte[] profile = IccBuilder.withCurve(0, 1.3); // described as "my Mac"

        Photo photo = READER.read("hand", Fixtures.pngWithIcc(Codec.png(Cube.of()), profile));

        assertThat(photo.toString()).doesNotContain("my Mac");
    }

    /** One curve through all kinds of parameters: (v + 0.1)/1.1 squared above 0.2, straight below. */
    static Stream<Arguments> curves() {
        double s = 1 / 1.1;
        return Stream.of(
                Arguments.of(0, new double[] {2}, 0.25),
                Arguments.of(1, new double[] {2, s, 0.1 * s}, sq(0.6 * s)),
                Arguments.of(2, new double[] {2, s, 0.1 * s, 0.05}, sq(0.6 * s) + 0.05),
                Arguments.of(3, new double[] {2, s, 0.1 * s, 0.4, 0.2}, sq(0.6 * s)),
                Arguments.of(3, new double[] {2, s, 0.1 * s, 0.4, 0.7}, 0.2),
                Arguments.of(4, new double[] {2, s, 0.1 * s, 0.4, 0.2, 0.03, 0.01}, sq(0.6 * s) + 0.03),
                Arguments.of(4, new double[] {2, s, 0.1 * s, 0.4, 0.7, 0.03, 0.01}, 0.21));
    }

    private static double sq(double v) {
        return v * v;
    }

    @ParameterizedTest
    @MethodSource("curves")
    void parametricCurvesAreTheOnesOfTheSpecification(int kind, double[] parameters, double lightOfHalf)
            throws Exception {
        IccProfile.Kind read = IccProfile.read(IccBuilder.withCurve(kind, parameters));

        assertThat(read)
                .isInstanceOfSatisfying(
                        IccProfile.Kind.Primaries.class,
                        p -> assertThat(p.space().green().toLinear(0.5))
                                .isCloseTo(lightOfHalf, within(1e-4))); // parameters are stored in steps of 1/65536
    }

    @Test
    void greyProfilesChangeTheCurveAndKeepGreyGrey() throws Exception {
        RgbImage ramp = Fixtures.greyRamp();

        Photo photo = READER.read("hand", Fixtures.pngWithIcc(Codec.png(ramp), IccBuilder.grey(1.5)));

        assertThat(photo.grey()).isTrue();
        for (int x = 0; x < ramp.width(); x++) {
            assertThat(photo.pixels().sample(x, 0, 1))
                    .isEqualTo(Srgb.toByte(Math.pow(ramp.sample(x, 0, 1) / 255.0, 1.5)));
        }
    }

    @Test
    void greyPhotosWithAColourProfileStayGrey() throws Exception {
        Photo photo = READER.read("hand", Fixtures.pngWithIcc(Codec.png(Fixtures.greyRamp()), IccBuilder.adobeRgb()));

        assertThat(photo.grey()).isTrue();
        assertThat(photo.pixels().sample(31, 0, 0)).isCloseTo(248, within(1)); // Adobe's curve is close to sRGB's
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16})
    void profilesOfTablesGoThroughThePlatformsEngine(int bits) throws Exception {
        RgbImage stored = bits == 8 ? Cube.of() : Cube.deep();

        Photo photo = READER.read("hand", Fixtures.pngWithIcc(Codec.png(stored), IccBuilder.lightnessTable()));

        assertThat(photo.provenance().colourProfile()).isEqualTo("embedded RGB profile (tables)");
        double white = stored.whiteLevel();
        for (int x = 0; x < 81; x++) {
            double mean = (stored.sample(x, 4, 0) + stored.sample(x, 4, 1) + stored.sample(x, 4, 2)) / (3 * white);
            double expected =
                    Srgb.toEncoded(new Lab(100 * mean, 0, 0).toLinearRgb().green());
            // the engine's tables have 8 bits: about two levels of 255
            assertThat(photo.pixels().sample(x, 4, 1) / white).isCloseTo(expected, within(2.5 / 255));
        }
    }
}
