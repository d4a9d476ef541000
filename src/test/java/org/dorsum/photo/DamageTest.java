package org.dorsum.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.dorsum.image.Codec;
import org.dorsum.image.RgbImage;
import org.dorsum.image.TestFiles;
import org.dorsum.photo.UnreadablePhotoException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DamageTest {
    private static final PhotoReader READER = PhotoReader.withDefaults();

    private static final int LONGEST_SIGNATURE = 19; // BMP's, with the length of its second header

    static Stream<Arguments> files() {
        RgbImage p = Fixtures.picture();
        byte[] icc = IccBuilder.displayP3();
        return Stream.of(
                Arguments.of("JPEG", Fixtures.jpegWithExif(Fixtures.jpeg(p), TiffBuilder.exif(6))),
                Arguments.of("JPEG with profile", Fixtures.jpegWithIcc(Fixtures.jpeg(p), icc, 2)),
                Arguments.of("progressive JPEG", TestFiles.progressiveJpeg(p)),
                Arguments.of("PNG", Fixtures.withChunk(Codec.png(p), "eXIf", TiffBuilder.exif(6))),
                Arguments.of("PNG with profile", Fixtures.pngWithIcc(Codec.png(p), icc)),
                Arguments.of(
                        "TIFF", TiffBuilder.file(true, TiffBuilder.page(p, true).data(34675, icc))),
                Arguments.of("big-endian TIFF", TiffBuilder.file(false, TiffBuilder.page(p, false))),
                Arguments.of("LZW TIFF", TestFiles.tiff(p)),
                Arguments.of("WebP", TestFiles.webp(p)),
                Arguments.of("WebP with profile", Fixtures.webpWith(TestFiles.lossyWebp(p), "ICCP", icc, 48, 32)),
                Arguments.of("BMP", TestFiles.bmp(p)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void wholeFilesAreRead(String kind, byte[] file) throws Exception {
        assertThat(READER.read(kind, file).width()).isIn(48, 32);
    }

    /** Every shorter length down to the signature is found out; below it the file is of no known kind. */
    @ParameterizedTest
    @MethodSource("files")
    void everyCutIsFound(String kind, byte[] file) {
        for (int length = 1; length < file.length; length += length < 64 ? 1 : 7) {
            byte[] cut = Arrays.copyOf(file, length);
            Throwable thrown = catchThrowable(() -> READER.read(kind, cut));
            assertThat(thrown)
                    .as("%s cut to %d of %d bytes", kind, length, file.length)
                    .isInstanceOf(UnreadablePhotoException.class);
            assertThat(((UnreadablePhotoException) thrown).reason())
                    .as("%s cut to %d of %d bytes", kind, length, file.length)
                    .isIn(Reason.TRUNCATED, length < LONGEST_SIGNATURE ? Reason.NOT_AN_IMAGE : Reason.TRUNCATED);
        }
    }

    /** Random bytes overwritten: the file is read or refused, nothing else happens. */
    @ParameterizedTest
    @MethodSource("files")
    void damageNeverEscapesAsAnotherException(String kind, byte[] file) {
        Random random = new Random(20240229);
        for (int round = 0; round < 300; round++) {
            byte[] bad = file.clone();
            int hits = 1 + random.nextInt(8);
            for (int i = 0; i < hits; i++) {
                // half of the hits among the first bytes, where the structure is
                int at = random.nextInt(random.nextBoolean() ? Math.min(200, bad.length) : bad.length);
                bad[at] = (byte) random.nextInt(256);
            }
            Throwable thrown = catchThrowable(() -> READER.read(kind, bad));
            assertThat(thrown == null || thrown instanceof UnreadablePhotoException)
                    .as("%s, round %d: %s", kind, round, thrown)
                    .isTrue();
        }
    }

    @Test
    void aJpegWhoseTailIsZerosIsTruncated() {
        byte[] jpeg = Fixtures.jpeg(Fixtures.picture());
        Arrays.fill(jpeg, jpeg.length * 2 / 3, jpeg.length, (byte) 0);

        Refusals.check(READER, jpeg, "truncated", "cut short");
    }

    @Test
    void aJpegWithoutAPictureIsDamaged() {
        Refusals.check(READER, Fixtures.latin1("\u00ff\u00d8\u00ff\u00d9"), "damaged", "JPEG");
    }

    @Test
    void aLoopOfTiffDirectoriesEnds() throws Exception {
        byte[] file = TiffBuilder.file(true, TiffBuilder.page(Fixtures.picture(), true));
        int link = 8 + 2 + 12 * file[8]; // behind the only directory: let it point to itself
        file[link] = 8;

        assertThat(READER.read("hand", file).pixels()).isEqualTo(Fixtures.picture());
    }
}
