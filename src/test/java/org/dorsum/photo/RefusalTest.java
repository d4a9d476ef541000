package org.dorsum.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.dorsum.image.Codec;
import org.dorsum.image.TestFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {
    private static final PhotoReader READER = PhotoReader.withDefaults();

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of("empty-file", "empty", ""),
                Arguments.of("not-an-image", "text", "Dear Sir or Madam,\nfind attached my hand. Grüße"),
                Arguments.of("not-an-image", "text", "ü".repeat(600)),
                Arguments.of("not-an-image", "web page", "<!DOCTYPE html><html><body>404</body></html>"),
                Arguments.of("not-an-image", "zeros", "\0".repeat(5000)),
                Arguments.of("not-an-image", "no picture", "\1\2\3\4 whatever"),
                Arguments.of("not-an-image", "ZIP", "PK\3\4.........."),
                Arguments.of("not-an-image", "sidecar", "\0\5\26\7\0\2\0\0Mac OS X"),
                Arguments.of("heic", "HEIC", "\0\0\0\30ftypheic\0\0\0\0mif1heic"),
                Arguments.of("heic", "HEIC", "\0\0\0\30ftypmif1\0\0\0\0mif1heic"),
                Arguments.of("avif", "AVIF", "\0\0\0\34ftypavif\0\0\0\0avifmif1"),
                Arguments.of("camera-raw", "CR3", "\0\0\0\30ftypcrx \0\0\0\1crx isom"),
                Arguments.of("camera-raw", "Fujifilm", "FUJIFILMCCD-RAW 0201FF389501X-T2"),
                Arguments.of("camera-raw", "Panasonic", "IIU\0\30\0\0\0"),
                Arguments.of("camera-raw", "Olympus", "IIRO\10\0\0\0"),
                Arguments.of("video", "film", "\0\0\0\24ftypqt  \0\0\2\0qt  "),
                Arguments.of("video", "film", "\0\0\0\30ftypmp42\0\0\0\0"),
                Arguments.of("unsupported-format", "GIF", "GIF89a\1\0\1\0"),
                Arguments.of("unsupported-format", "PDF", "%PDF-1.7\n"),
                Arguments.of("unsupported-format", "SVG", "<?xml version=\"1.0\"?>\n<svg xmlns=\"x\"/>"),
                Arguments.of("unsupported-format", "Photoshop", "8BPS\0\1"),
                Arguments.of("unsupported-format", "JPEG XL", "\u00ff\n\0\0"),
                Arguments.of("unsupported-format", "JPEG 2000", "\0\0\0\fjP  \r\n\u0087\n"),
                Arguments.of("unsupported-format", "BigTIFF", "II+\0\10\0\0\0"),
                Arguments.of("unsupported-format", "DICOM", "\0".repeat(128) + "DICM\2\0"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsNoPhotoIsNamed(String code, String cause, String content) {
        boolean latin = content.chars().allMatch(c -> c < 256) && !content.startsWith("ü") && !content.contains("Gr");
        Refusals.check(
                READER, content.getBytes(latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8), code, cause);
    }

    @Test
    void theCureForHeicNamesThePhonesSetting() {
        assertThat(UnreadablePhotoException.Reason.HEIC.cure()).contains("Most Compatible", "JPEG");
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonHasAStableCodeAndACure(UnreadablePhotoException.Reason reason) {
        assertThat(reason.code())
                .isEqualTo(reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        assertThat(reason.cure()).hasLineCount(1).hasSizeGreaterThan(10);
    }

    static Stream<Arguments> raws() {
        TiffBuilder.Dir sensor = new TiffBuilder.Dir().put(262, TiffBuilder.SHORT, 32803);
        TiffBuilder.Dir small = new TiffBuilder.Dir().put(254, TiffBuilder.LONG, 1);
        return Stream.of(
                Arguments.of("DNG", page().put(50706, TiffBuilder.BYTE, 1, 4, 0, 0)),
                Arguments.of("NEF", page().points(330, sensor)),
                Arguments.of("PEF", page().put(262, TiffBuilder.SHORT, 32803)),
                Arguments.of("ARW", page().put(254, TiffBuilder.LONG, 1).points(330, small)));
    }

    @ParameterizedTest
    @MethodSource("raws")
    void aRawFileIsNotReadAsItsThumbnail(String kind, TiffBuilder.Dir dir) {
        Refusals.check(READER, TiffBuilder.file(true, dir), "camera-raw", "raw");
    }

    @Test
    void canonsOlderRawFileIsNotReadAsItsThumbnail() {
        byte[] tiff = TiffBuilder.file(true, page());
        ByteBuffer cr2 = ByteBuffer.allocate(tiff.length + 8); // directory moved behind Canon's mark
        cr2.put(tiff, 0, 4).put(new byte[] {16, 0, 0, 0}).put(Fixtures.latin1("CR\2\0\0\0\0\0"));
        cr2.put(tiff, 8, tiff.length - 8);

        Refusals.check(READER, cr2.array(), "camera-raw", "raw");
    }

    private static TiffBuilder.Dir page() {
        return TiffBuilder.page(Fixtures.picture(), true);
    }

    static Stream<Arguments> oddTiffs() {
        return Stream.of(
                Arguments.of(
                        "cmyk", "CMYK", page().put(262, TiffBuilder.SHORT, 5).put(277, TiffBuilder.SHORT, 4)),
                Arguments.of("unsupported-format", "colour kind 8", page().put(262, TiffBuilder.SHORT, 8)),
                Arguments.of("unsupported-format", "not whole numbers", page().put(339, TiffBuilder.SHORT, 3)),
                Arguments.of("unsupported-format", "32 bits", page().put(258, TiffBuilder.SHORT, 32, 32, 32)),
                Arguments.of("unsupported-format", "5 channels", page().put(277, TiffBuilder.SHORT, 5)),
                Arguments.of(
                        "unsupported-format",
                        "16 bits",
                        TiffBuilder.page(Fixtures.deepPicture(), true).put(284, TiffBuilder.SHORT, 2)),
                Arguments.of(
                        "unsupported-format",
                        "colour kind 0",
                        page().put(262, TiffBuilder.SHORT, 0).put(258, TiffBuilder.SHORT, 16)),
                Arguments.of("damaged", "no size", page().put(256, TiffBuilder.LONG, 0)),
                Arguments.of(
                        "damaged",
                        "no picture",
                        new TiffBuilder.Dir().put(256, TiffBuilder.LONG, 5).put(257, TiffBuilder.LONG, 5)));
    }

    @ParameterizedTest
    @MethodSource("oddTiffs")
    void tiffsOfOtherKindsAreRefused(String code, String cause, TiffBuilder.Dir dir) {
        Refusals.check(READER, TiffBuilder.file(true, dir), code, cause);
    }

    @Test
    void jpegsForPrintAreRefused() {
        byte[] frame = {8, 0, 16, 0, 16, 4, 1, 17, 0, 2, 17, 0, 3, 17, 0, 4, 17, 0};
        byte[] scan = Fixtures.withSegment(Fixtures.latin1("\u00ff\u00d8\0\u00ff\u00d9"), 0xda, new byte[10]);

        Refusals.check(READER, Fixtures.withSegment(scan, 0xc0, frame), "cmyk", "CMYK");
    }

    @Test
    void jpegsOfTwelveBitsAreRefused() {
        byte[] frame = {12, 0, 16, 0, 16, 1, 1, 17, 0};
        byte[] scan = Fixtures.withSegment(Fixtures.latin1("\u00ff\u00d8\0\u00ff\u00d9"), 0xda, new byte[10]);

        Refusals.check(READER, Fixtures.withSegment(scan, 0xc1, frame), "unsupported-format", "12 bits");
    }

    @Test
    void aBmpThatWrapsAJpegIsRefused() {
        byte[] bmp = TestFiles.bmp(Fixtures.picture());
        bmp[30] = 4;

        Refusals.check(READER, bmp, "unsupported-format", "wraps");
    }

    @Test
    void animationsAreRefused() {
        byte[] file = Fixtures.webpWith(TestFiles.webp(Fixtures.picture()), "ANIM", new byte[6], 48, 32);

        Refusals.check(READER, file, "animated", "animation");
    }

    /** 60000 × 60000 of three bytes would be 10 GB: the test's heap could not hold it. */
    @ParameterizedTest
    @ValueSource(ints = {60_000, 1_000_000, Integer.MAX_VALUE})
    void aBombIsRefusedByItsHeader(int side) {
        byte[] png = Codec.png(Fixtures.picture());
        ByteBuffer.wrap(png).putInt(16, side).putInt(20, side);
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());

        Refusals.check(READER, png, "too-large", side + " × " + side + " pixels");
    }

    @Test
    void morePixelsThanTheHeapHoldsAreRefusedByTheHeader() {
        TiffBuilder.Dir huge = page().put(256, TiffBuilder.LONG, 40_000).put(257, TiffBuilder.LONG, 17_000);

        Refusals.check(
                READER.withLargestMegapixels(700), TiffBuilder.file(true, huge), "too-large", "of memory, Java has");
    }

    @Test
    void aFolderIsNoPhoto(@TempDir Path folder) {
        check(folder, "is-a-folder", "a folder");
    }

    @Test
    void aMissingFileIsMissing(@TempDir Path folder) {
        check(folder.resolve("gone.jpg"), "no-such-file", "no such file");
    }

    @Test
    void aLinkToNowhereIsMissing(@TempDir Path folder) throws Exception {
        check(Files.createSymbolicLink(folder.resolve("l.jpg"), folder.resolve("gone")), "no-such-file", "no such");
    }

    @Test
    void aLineBreakInANameDoesNotBreakTheMessage() {
        UnreadablePhotoException refusal =
                catchThrowableOfType(UnreadablePhotoException.class, () -> READER.read("my\nhand\t.jpg", new byte[0]));

        Refusals.check(refusal, "my hand .jpg", "empty-file", "empty");
    }

    @Test
    void aFileTooLargeIsNotReadAtAll(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("film.jpg");
        try (RandomAccessFile hole = new RandomAccessFile(file.toFile(), "rw")) {
            hole.setLength(100L << 20); // takes no disk
        }

        check(READER.withLargestMegapixels(1), file, "too-large", "100 MB");
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void aPipeIsNotWaitedFor(@TempDir Path folder) throws Exception {
        Path pipe = folder.resolve("pipe.jpg");
        boolean made;
        try {
            made = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
        } catch (IOException e) {
            made = false;
        }
        assumeTrue(made, "skipped: this system has no mkfifo");

        check(pipe, "not-a-file", "pipe");
    }

    @Test
    void aFileWithoutPermissionIsNotReadable(@TempDir Path folder) throws Exception {
        assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "skipped: this system has no POSIX permissions");
        Path file = Files.write(folder.resolve("secret.jpg"), Fixtures.jpeg(Fixtures.picture()));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(file), "skipped: this user (root) may read everything");

        check(file, "not-readable", "not permitted");
    }

    @Test
    void aWrongCheckSumIsDamage() {
        byte[] png = Codec.png(Fixtures.picture());
        png[png.length / 2] ^= 1;

        Refusals.check(READER, png, "damaged", "check sum");
    }

    @Test
    void dataThatEndEarlyInsideWholeChunksAreDamage() {
        byte[] png = Codec.png(Fixtures.picture());
        byte[] bare = Arrays.copyOf(png, 33);
        byte[] file = new byte[33 + 12 + 4 + 12];
        System.arraycopy(bare, 0, file, 0, 33);
        System.arraycopy(png, png.length - 12, file, 33 + 16, 12);
        ByteBuffer.wrap(file).putInt(33, 4).put(37, Fixtures.latin1("IDATx\u009c\3\0"));
        CRC32 sum = new CRC32();
        sum.update(file, 37, 8);
        ByteBuffer.wrap(file).putInt(45, (int) sum.getValue());

        Refusals.check(READER, file, "damaged", "decoded");
    }

    private static void check(Path path, String code, String cause) {
        check(READER, path, code, cause);
    }

    private static void check(PhotoReader reader, Path path, String code, String cause) {
        Refusals.check(
                catchThrowableOfType(UnreadablePhotoException.class, () -> reader.read(path)),
                path.toString(),
                code,
                cause);
    }
}
