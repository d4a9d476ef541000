package org.dorsum.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.dorsum.image.Codec;
import org.dorsum.image.RgbImage;
import org.dorsum.image.TestFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoReaderTest {
    private static final PhotoReader READER = PhotoReader.withDefaults();

    static Stream<Arguments> lossless() {
        RgbImage p = Fixtures.picture();
        RgbImage deep = Fixtures.deepPicture();
        return Stream.of(
                Arguments.of("PNG", p, Codec.png(p)),
                Arguments.of("PNG", deep, Codec.png(deep)),
                Arguments.of("TIFF", p, TestFiles.tiff(p)),
                Arguments.of("TIFF", deep, TestFiles.tiff(deep)),
                Arguments.of("TIFF", p, TiffBuilder.file(true, TiffBuilder.page(p, true))),
                Arguments.of("TIFF", p, TiffBuilder.file(false, TiffBuilder.page(p, false))),
                Arguments.of("TIFF", deep, TiffBuilder.file(true, TiffBuilder.page(deep, true))),
                Arguments.of("TIFF", deep, TiffBuilder.file(false, TiffBuilder.page(deep, false))),
                Arguments.of("WebP", p, TestFiles.webp(p)),
                Arguments.of("BMP", p, TestFiles.bmp(p)));
    }

    @ParameterizedTest
    @MethodSource("lossless")
    void losslessFormatsGiveTheSamplesBack(String format, RgbImage picture, byte[] file) throws Exception {
        Photo photo = READER.read("hand", file);

        assertThat(photo.pixels()).isEqualTo(picture);
        assertThat(photo.provenance().format()).isEqualTo(format);
        assertThat(photo.provenance().bitsPerSample()).isEqualTo(picture.bitsPerSample());
        assertThat(photo.provenance().colourProfile()).isEqualTo("sRGB");
        assertThat(photo.findings()).isEmpty();
    }

    static Stream<Arguments> lossy() {
        RgbImage p = Fixtures.picture();
        return Stream.of(
                Arguments.of("JPEG", Fixtures.jpeg(p)),
                Arguments.of("JPEG", TestFiles.progressiveJpeg(p)),
                Arguments.of("WebP", TestFiles.lossyWebp(p)));
    }

    @ParameterizedTest
    @MethodSource("lossy")
    void lossyFormatsComeClose(String format, byte[] file) throws Exception {
        Photo photo = READER.read("hand", file);

        assertThat(photo.provenance().format()).isEqualTo(format);
        // colour is stored at half the resolution: on this ramp that is worth a few levels
        assertThat(Differences.largest(photo.pixels(), Fixtures.picture())).isLessThan(12);
    }

    @Test
    void theContentCountsNotTheName(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("hand.jpg"), Codec.png(Fixtures.picture()));

        Photo photo = READER.read(file);

        assertThat(photo.provenance().format()).isEqualTo("PNG");
        assertThat(photo.name()).isEqualTo(file.toString());
    }

    @Test
    void theDigestIsThatOfTheFileAndTheBytesAreLeftAlone() throws Exception {
        byte[] file = Fixtures.withChunk(Codec.png(Fixtures.picture()), "tEXt", Fixtures.latin1("Author\0nobody"));
        byte[] before = file.clone();

        Photo photo = READER.read("hand", file);

        assertThat(file).isEqualTo(before);
        assertThat(photo.provenance().sha256())
                .isEqualTo(java.util.HexFormat.of()
                        .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                                .digest(before)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void greyPhotosSaySo(int kind) throws Exception {
        RgbImage ramp = Fixtures.greyRamp();
        byte[] file = switch (kind) {
            case 0 -> Codec.png(ramp); // three equal channels
            case 1 -> Fixtures.jpeg(ramp);
            default -> Codec.png(org.dorsum.image.Mask.of(8, 8, (x, y) -> x > y)); // one channel
        };

        Photo photo = READER.read("hand", file);

        assertThat(photo.grey()).isTrue();
        assertThat(photo.findings()).extracting(Finding::code).containsExactly("no-colour");
        assertThat(photo.findings().get(0).severity()).isEqualTo(Finding.Severity.INFO);
    }

    @Test
    void colourPhotosAreNotGrey() throws Exception {
        assertThat(READER.read("hand", Codec.png(Fixtures.picture())).grey()).isFalse();
    }

    @Test
    void theTimeOfExposureIsKeptAndNothingThatIdentifies() throws Exception {
        TiffBuilder.Dir exposure =
                new TiffBuilder.Dir().text(0x9003, "2024:02:29 23:59:58").text(0xa431, "SERIAL4711");
        TiffBuilder.Dir place = new TiffBuilder.Dir().text(1, "N").text(0x1d, "2024:02:29");
        byte[] exif = TiffBuilder.file(
                false,
                new TiffBuilder.Dir()
                        .text(0x10f, "Maker")
                        .text(0x13b, "A. Person")
                        .points(0x8769, exposure)
                        .points(0x8825, place));

        Photo photo = READER.read("hand", Fixtures.jpegWithExif(Fixtures.jpeg(Fixtures.picture()), exif));

        assertThat(photo.provenance().taken()).contains(LocalDateTime.of(2024, 2, 29, 23, 59, 58));
        assertThat(photo.toString()).doesNotContain("SERIAL4711", "A. Person", "Maker");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000:00:00 00:00:00", "2023:02:29 10:00:00", "    :  :     :  :  ", "yesterday"})
    void aTimeThatNeverWasIsAbsent(String time) throws Exception {
        byte[] exif =
                TiffBuilder.file(true, new TiffBuilder.Dir().points(0x8769, new TiffBuilder.Dir().text(0x9003, time)));

        Photo photo = READER.read("hand", Fixtures.jpegWithExif(Fixtures.jpeg(Fixtures.picture()), exif));

        assertThat(photo.provenance().taken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void transparencyOfATiffIsDroppedWithoutDarkening(boolean little) throws Exception {
        byte[] samples = {100, 90, 80, 10, 70, 60, 50, 127};
        TiffBuilder.Dir page = TiffBuilder.page(RgbImage.of(2, 1, new byte[6]), little)
                .put(258, TiffBuilder.SHORT, 8, 8, 8, 8)
                .put(277, TiffBuilder.SHORT, 4)
                .put(338, TiffBuilder.SHORT, 2)
                .strip(samples);

        Photo photo = READER.read("hand", TiffBuilder.file(little, page));

        assertThat(photo.pixels()).isEqualTo(RgbImage.of(2, 1, new byte[] {100, 90, 80, 70, 60, 50}));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void greyTiffsAreReadEitherWay(boolean whiteIsZero) throws Exception {
        byte[] samples = {0, 50, 100};
        TiffBuilder.Dir page = TiffBuilder.page(RgbImage.of(3, 1, new byte[9]), true)
                .put(258, TiffBuilder.SHORT, 8)
                .put(262, TiffBuilder.SHORT, whiteIsZero ? 0 : 1)
                .put(277, TiffBuilder.SHORT, 1)
                .strip(samples);

        Photo photo = READER.read("hand", TiffBuilder.file(true, page));

        assertThat(photo.grey()).isTrue();
        assertThat(photo.pixels().sample(1, 0, 0)).isEqualTo(whiteIsZero ? 205 : 50);
    }

    @Test
    void ofSeveralPagesTheFirstIsRead() throws Exception {
        byte[] file = TiffBuilder.file(
                true,
                TiffBuilder.page(Fixtures.picture(), true),
                TiffBuilder.page(Fixtures.filled(0x123456), true),
                TiffBuilder.page(Fixtures.filled(0x654321), true).put(254, TiffBuilder.LONG, 1)); // a thumbnail

        Photo photo = READER.read("hand", file);

        assertThat(photo.pixels()).isEqualTo(Fixtures.picture());
        assertThat(photo.findings()).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo("several-pages");
            assertThat(f.message()).contains("2 pages");
        });
    }

    @Test
    void aMotionPhotosFilmBehindThePictureIsIgnored() throws Exception {
        byte[] jpeg = Fixtures.jpeg(Fixtures.picture());
        byte[] film = "\0\0\0\30ftypmp42 and so on".repeat(100).getBytes(StandardCharsets.ISO_8859_1);
        byte[] both = java.util.Arrays.copyOf(jpeg, jpeg.length + film.length);
        System.arraycopy(film, 0, both, jpeg.length, film.length);

        assertThat(READER.read("hand", both).pixels())
                .isEqualTo(READER.read("hand", jpeg).pixels());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 701, Double.NaN, Double.POSITIVE_INFINITY})
    void aLimitThatMakesNoSenseCannotBeSet(double megapixels) {
        assertThatIllegalArgumentException().isThrownBy(() -> READER.withLargestMegapixels(megapixels));
    }

    @Test
    void theLimitIsInMillionsOfPixels() throws Exception {
        byte[] file = Codec.png(Fixtures.picture()); // 48 × 32 = 1536 pixels

        assertThat(READER.withLargestMegapixels(0.001536).read("hand", file).width())
                .isEqualTo(48);
        Refusals.check(READER.withLargestMegapixels(0.001535), file, "too-large", "48 × 32");
    }
}
