package org.dorsum.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;
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

    // Linear light to linear light of sRGB, computed from the published chromaticities with the white kept,
    // independently
    // of ICC's connection space: W3C, CSS Color 4, sample code for P3 and A98.
    private static final double[][] P3 = {
        {1.22494017628, -0.22494017628, 0},
        {-0.04205695471, 1.04205695471, 0},
        {-0.01963755459, -0.07863604555, 1.09827360014}
    };
    private static final double[][] ADOBE = {
        {1.39835574396, -0.39835574396, 0}, {0, 1, 0}, {0, -0.04292898929, 1.04292898929}
    };

    /** A cube of colours, 9 values a channel. */
    private static RgbImage cube() {
        return RgbImage.of(81, 9, (x, y) -> level(x / 9) << 16 | level(x % 9) << 8 | level(y));
    }

    private static RgbImage deepCube() {
        short[] v = new short[81 * 9 * 3];
        RgbImage c = cube();
        for (int i = 0; i < v.length; i++) {
            v[i] = (short) (c.sample(i / 3 % 81, i / 3 / 81, i % 3) * 257 ^ (i % 255));
        }
        return RgbImage.of(81, 9, v);
    }

    private static int level(int i) {
        return Math.min(255, 32 * i);
    }

    static Stream<Arguments> containers() {
        byte[] p3 = IccBuilder.displayP3();
        RgbImage c = cube();
        return Stream.of(
                Arguments.of("PNG", Fixtures.pngWithIcc(Codec.png(c), p3)),
                Arguments.of("PNG, sampled curve", Fixtures.pngWithIcc(Codec.png(c), IccBuilder.sampledDisplayP3())),
                Arguments.of("PNG, code points", Fixtures.withChunk(Codec.png(c), "cICP", new byte[] {12, 13, 0, 1})),
                Arguments.of(
                        "TIFF", TiffBuilder.file(true, TiffBuilder.page(c, true).data(34675, p3))),
                Arguments.of("WebP", Fixtures.webpWith(TestFiles.webp(c), "ICCP", p3, 81, 9)),
                Arguments.of("deep PNG", Fixtures.pngWithIcc(Codec.png(deepCube()), p3)),
                Arguments.of(
                        "deep TIFF",
                        TiffBuilder.file(
                                false, TiffBuilder.page(deepCube(), false).data(34675, p3))));
    }

    @ParameterizedTest
    @MethodSource("containers")
    void displayP3BecomesSrgb(String container, byte[] file) throws Exception {
        Photo photo = READER.read("hand", file);

        assertThat(photo.provenance().colourProfile()).isEqualTo("Display P3");
        assertThat(photo.findings()).isEmpty();
        RgbImage stored = photo.pixels().bitsPerSample() == 8 ? cube() : deepCube();
        checkAgainst(P3, stored, photo.pixels());
    }

    /** Rounded to a level, plus what the profile's four-digit numbers and 1/65536 steps are worth. */
    private static void checkAgainst(double[][] matrix, RgbImage stored, RgbImage converted) {
        double white = stored.whiteLevel();
        double tolerance = 0.5 + 0.0015 * white; // a hundredth of the linear range's 1e-4 at sRGB's steep end
        for (int y = 0; y < stored.height(); y++) {
            for (int x = 0; x < stored.width(); x++) {
                double[] light = new double[3];
                for (int c = 0; c < 3; c++) {
                    double v = stored.sample(x, y, c) / white;
                    light[c] = matrix == ADOBE ? Math.pow(v, 563.0 / 256) : Srgb.toLinear(v);
                }
                for (int c = 0; c < 3; c++) {
                    double l = matrix[c][0] * light[0] + matrix[c][1] * light[1] + matrix[c][2] * light[2];
                    double expected = white * Srgb.toEncoded(Math.max(0, Math.min(1, l)));
                    assertThat((double) converted.sample(x, y, c)).isCloseTo(expected, within(tolerance));
                }
            }
        }
    }

    @Test
    void adobeRgbBecomesSrgb() throws Exception {
        Photo photo = READER.read("hand", Fixtures.pngWithIcc(Codec.png(cube()), IccBuilder.adobeRgb()));

        assertThat(photo.provenance().colourProfile()).isEqualTo("Adobe RGB (1998)");
        checkAgainst(ADOBE, cube(), photo.pixels());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 65535})
    void adobeRgbIsKnownByTheCamerasSignAlone(int colourSpace) throws Exception {
        TiffBuilder.Dir exposure = new TiffBuilder.Dir()
                .put(0xa001, TiffBuilder.SHORT, colourSpace)
                .points(0xa005, new TiffBuilder.Dir().text(1, "R03"));
        byte[] exif = TiffBuilder.file(true, new TiffBuilder.Dir().points(0x8769, exposure));

        Photo photo = READER.read("hand", Fixtures.withChunk(Codec.png(cube()), "eXIf", exif));

        assertThat(photo.provenance().colourProfile()).isEqualTo("Adobe RGB (1998)");
        checkAgainst(ADOBE, cube(), photo.pixels());
    }

    @Test
    void aCameraThatSaysNotSrgbAndNoMoreIsReported() throws Exception {
        TiffBuilder.Dir exposure = new TiffBuilder.Dir().put(0xa001, TiffBuilder.SHORT, 65535);
        byte[] exif = TiffBuilder.file(true, new TiffBuilder.Dir().points(0x8769, exposure));

        Photo photo = READER.read("hand", Fixtures.withChunk(Codec.png(cube()), "eXIf", exif));

        assertThat(photo.pixels()).isEqualTo(cube());
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
        RgbImage c = cube();
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
        Photo photo = READER.read("hand", Fixtures.pngWithIcc(Codec.png(cube()), IccBuilder.srgb()));

        assertThat(photo.pixels()).isEqualTo(cube());
        assertThat(photo.provenance().colourProfile()).isEqualTo("sRGB");
    }

    @Test
    void thePlatformsOwnSrgbProfileChangesNothing() throws Exception {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

        Photo photo = READER.read("hand", Fixtures.pngWithIcc(Codec.png(cube()), profile));

        assertThat(photo.pixels()).isEqualTo(cube());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aProfileMayLieInSeveralPartsOfAJpeg(int parts) throws Exception {
        byte[] plain = Fixtures.jpeg(cube());
        Photo photo = READER.read("hand", Fixtures.jpegWithIcc(plain, IccBuilder.displayP3(), parts));

        assertThat(photo.provenance().colourProfile()).isEqualTo("Display P3");
        checkAgainst(P3, READER.read("hand", plain).pixels(), photo.pixels());
    }

    @Test
    void nameOfAPersonInAProfileIsNotShown() throws Exception {
        byte[] profile = IccBuilder.withCurve(0, 1.3); // described as "my Mac"

        Photo photo = READER.read("hand", Fixtures.pngWithIcc(Codec.png(cube()), profile));

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
        RgbImage stored = bits == 8 ? cube() : deepCube();

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

    static Stream<Arguments> broken() {
        byte[] p3 = IccBuilder.displayP3();
        byte[] noMagic = p3.clone();
        noMagic[36] = 'x';
        byte[] flat = p3.clone();
        return Stream.of(
                Arguments.of("cut", Arrays.copyOf(p3, p3.length / 2)),
                Arguments.of("empty", new byte[0]),
                Arguments.of("magic", noMagic),
                Arguments.of("text", Fixtures.latin1("no profile at all".repeat(20))),
                Arguments.of("another space", IccBuilder.forSpace("CMYK")),
                Arguments.of("nothing in it", IccBuilder.forSpace("RGB ")),
                Arguments.of("no curve", IccBuilder.without("gTRC")),
                Arguments.of("no blue", IccBuilder.without("bXYZ")),
                Arguments.of("unknown curve", IccBuilder.withCurve(7, 1)),
                Arguments.of("tables cut", tablesCut()),
                Arguments.of("flat", zeroed(flat)));
    }

    private static byte[] tablesCut() {
        byte[] profile = IccBuilder.lightnessTable();
        Arrays.fill(profile, profile.length - 1600, profile.length - 1500, (byte) -1); // the table's head
        return profile;
    }

    /** All primaries zero. */
    private static byte[] zeroed(byte[] profile) {
        String text = new String(profile, java.nio.charset.StandardCharsets.ISO_8859_1);
        for (int at = text.indexOf("XYZ \0\0\0\0", 132); at >= 0; at = text.indexOf("XYZ \0\0\0\0", at + 8)) {
            Arrays.fill(profile, at + 8, at + 20, (byte) 0);
        }
        return profile;
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenProfileIsAFindingAndThePhotoIsReadAsSrgb(String how, byte[] profile) throws Exception {
        Photo photo = READER.read("hand", Fixtures.jpegWithIcc(Fixtures.jpeg(cube()), profile, 1));

        assertThat(photo.findings()).extracting(Finding::code).containsExactly("colour-profile-unreadable");
        assertThat(photo.findings().get(0).message()).hasLineCount(1);
        assertThat(photo.provenance().colourProfile()).isEqualTo("sRGB");
        assertThat(photo.pixels())
                .isEqualTo(READER.read("hand", Fixtures.jpeg(cube())).pixels());
    }

    @Test
    void aPartOfAProfileThatIsMissingIsAFinding() throws Exception {
        byte[] part = Fixtures.join("ICC_PROFILE\0\1\2", IccBuilder.displayP3());

        Photo photo = READER.read("hand", Fixtures.withSegment(Fixtures.jpeg(cube()), 0xe2, part));

        assertThat(photo.findings()).extracting(Finding::code).containsExactly("colour-profile-unreadable");
    }

    @Test
    void aPngProfileThatCannotBeUnpackedIsAFinding() throws Exception {
        byte[] chunk = Fixtures.latin1("name\0\0not deflated");

        Photo photo = READER.read("hand", Fixtures.withChunk(Codec.png(cube()), "iCCP", chunk));

        assertThat(photo.findings()).extracting(Finding::code).containsExactly("colour-profile-unreadable");
        assertThat(photo.pixels()).isEqualTo(cube());
    }

    @Test
    void theUsualPngGammaMeansSrgb() throws Exception {
        Photo photo = READER.read("hand", Fixtures.withChunk(Codec.png(cube()), "gAMA", number(45455)));

        assertThat(photo.pixels()).isEqualTo(cube());
    }

    @Test
    void linearPngLightIsEncoded() throws Exception {
        Photo photo = READER.read("hand", Fixtures.withChunk(Codec.png(cube()), "gAMA", number(100000)));

        assertThat(photo.pixels().sample(9 * 4, 0, 0)).isCloseTo(Srgb.toByte(128 / 255.0), within(1));
    }

    @Test
    void aWordOfSrgbOverridesPngGamma() throws Exception {
        byte[] file = Fixtures.withChunk(Codec.png(cube()), "gAMA", number(100000));

        Photo photo = READER.read("hand", Fixtures.withChunk(file, "sRGB", new byte[1]));

        assertThat(photo.pixels()).isEqualTo(cube());
    }

    @Test
    void pngPrimariesAreConverted() throws Exception {
        int[] p3 = {31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000};
        byte[] chunk = new byte[32];
        for (int i = 0; i < 8; i++) {
            System.arraycopy(number(p3[i]), 0, chunk, 4 * i, 4);
        }
        byte[] file = Fixtures.withChunk(Codec.png(cube()), "cHRM", chunk);

        Photo photo = READER.read("hand", Fixtures.withChunk(file, "gAMA", number(45455)));

        checkAgainst(P3, cube(), photo.pixels());
    }

    private static byte[] number(int v) {
        return java.nio.ByteBuffer.allocate(4).putInt(v).array();
    }
}
