package org.dorsum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dorsum.hand.HandFinder;
import org.dorsum.hand.ScaleHint;
import org.dorsum.image.Codec;
import org.dorsum.photo.Photo;
import org.dorsum.photo.PhotoReader;
import org.dorsum.support.EllipseHandFinder;
import org.dorsum.support.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class BatchCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void threePhotosOneOfThemBroken() throws IOException {
        Path photos = Files.createDirectory(folder.resolve("photos"));
        Files.write(photos.resolve("a.jpg"), Codec.jpeg(Pictures.skin(1), 85));
        Files.write(photos.resolve("b.jpg"), Codec.jpeg(Pictures.skin(2), 85));
        Files.writeString(photos.resolve("c.jpg"), "no photo");
    }

    private int run(String... arguments) {
        return Main.commands(
                        new Wiring(PhotoReader.withDefaults(), model -> new EllipseHandFinder()),
                        Terminal.none(),
                        new PrintWriter(out, true),
                        new PrintWriter(err, true))
                .execute(arguments);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void theTablesAreDescribedBesideThem() throws IOException {
        assertThat(run("batch", "--scale", "14", path("photos"), "--out", path("m.csv"), "--long", path("z.csv")))
                .isEqualTo(1);
        assertThat(folder.resolve("m.datapackage.json"))
                .content()
                .contains("\"path\" : \"m.csv\"", "\"settingsSha256\"", "\"vein_visibility\"")
                .doesNotContain(folder.toString());
        assertThat(folder.resolve("z.datapackage.json")).content().contains("\"path\" : \"z.csv\"");
        byte[] first = Files.readAllBytes(folder.resolve("m.datapackage.json"));
        run("batch", "--scale", "14", path("photos"), "--out", path("m.csv"), "--resume");
        assertThat(Files.readAllBytes(folder.resolve("m.datapackage.json"))).isEqualTo(first);
        assertThat(err.toString().lines())
                .contains("failures: 1 of 3 photos")
                .anySatisfy(line -> assertThat(line).startsWith("  1 failed: ").endsWith(" – c.jpg"));
    }

    @Test
    void parquetIsWrittenBesideTheCsv() throws IOException {
        assertThat(run(
                        "batch",
                        "--scale",
                        "20",
                        path("photos"),
                        "--out",
                        path("m.parquet"),
                        "--long",
                        path("z.csv"),
                        "--format",
                        "parquet"))
                .isEqualTo(1);
        assertThat(Files.readAllBytes(folder.resolve("m.parquet"))).startsWith('P', 'A', 'R', '1');
        assertThat(Files.readAllBytes(folder.resolve("z.parquet"))).endsWith('P', 'A', 'R', '1');
        assertThat(folder.resolve("m.csv")).content().startsWith("file,");
    }

    @Test
    void tablesThatWouldOverwriteEachOtherAreRefused() {
        assertThat(run("batch", "--scale", "14", path("photos"), "--out", path("m.csv"), "--long", path("m")))
                .isEqualTo(2);
        assertThat(run(
                        "batch",
                        "--scale",
                        "20",
                        path("photos"),
                        "--out",
                        path("m.csv"),
                        "--long",
                        path("m.parquet"),
                        "--format",
                        "parquet"))
                .isEqualTo(2);
        assertThat(run("batch", "--scale", "14", path("photos"), "--out", path("m.csv"), "--format", "xlsx"))
                .isEqualTo(2);
        assertThat(run("batch", "--scale", "14", path("photos"), "--out", path("m.csv"), "--photo-timeout", "0"))
                .isEqualTo(2);
        assertThat(run("batch", "--scale", "14", path("photos"), "--out", path("m.csv"), "--photo-timeout", "NaN"))
                .isEqualTo(2);
        assertThat(err.toString()).doesNotContain("Exception");
        assertThat(folder.resolve("m.csv")).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFullDiskIsOneLine() {
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isWritable(Path.of("/dev/full")));
        assertThat(run("batch", "--scale", "14", path("photos"), "--out", "/dev/full"))
                .isEqualTo(1);
        assertThat(err.toString()).isEqualTo("dorsum: cannot write /dev/full: No space left on device\n");
        assertThat(Path.of("/dev/full.datapackage.json")).doesNotExist();
    }

    @Test
    void aListWithoutPhotosSaysSo() throws IOException {
        Files.writeString(folder.resolve("list.csv"), "file,subject\r\n");
        assertThat(run("batch", "--scale", "14", path("list.csv"), "--out", path("m.csv")))
                .isZero();
        assertThat(err.toString()).contains("list.csv: lists no photos");
        assertThat(folder.resolve("m.csv")).content().hasLineCount(1);
    }

    @Test
    void photosListedTwiceAreARowEach() throws IOException {
        Files.writeString(folder.resolve("list.csv"), "file\r\nphotos/a.jpg\r\nphotos/a.jpg\r\n");
        assertThat(run("batch", "--scale", "14", path("list.csv"), "--out", path("m.csv")))
                .isEqualTo(1);
        assertThat(err.toString()).contains("listed twice, on lines 2 and 3");
        String first = Files.readString(folder.resolve("m.csv"));
        assertThat(run("batch", "--scale", "14", path("list.csv"), "--out", path("m.csv"), "--resume"))
                .isEqualTo(1);
        assertThat(folder.resolve("m.csv")).content().isEqualTo(first);
    }

    /** SIGTERM, since a shell's background jobs have SIGINT ignored; both go one way. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void toldToEndItFinishesWhatIsInHandAndSaysHowToGoOn() throws Exception {
        for (int i = 0; i < 20; i++) {
            Files.copy(folder.resolve("photos/a.jpg"), folder.resolve("photos/a" + i + ".jpg"));
        }
        Path log = folder.resolve("log");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx300m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Slow.class.getName(),
                        path("photos"),
                        path("m.csv"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
            while (child.isAlive() && rows() < 2 && System.nanoTime() < end) {
                Thread.sleep(20);
            }
            child.destroy();
            assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            child.destroyForcibly();
        }
        assertThat(child.exitValue()).as(Files.readString(log)).isEqualTo(143);
        assertThat(log)
                .content()
                .contains("finishing the photos in hand", "the same command with --resume goes on")
                .doesNotContain("Exception");
        int before = rows();
        assertThat(before).isBetween(2, 20);
        assertThat(run("batch", "--scale", "14", path("photos"), "--out", path("m.csv"), "--resume"))
                .isEqualTo(1);
        assertThat(rows()).isEqualTo(23);
        assertThat(err.toString()).contains(before + " kept from before");
    }

    private int rows() throws IOException {
        Path table = folder.resolve("m.csv");
        return Files.exists(table)
                ? Math.max(
                        0,
                        (int) Files.readString(table, StandardCharsets.UTF_8)
                                        .lines()
                                        .count()
                                - 1)
                : 0;
    }

    /** A batch that takes at least a fifth of a second for each photo. */
    public static final class Slow {
        private Slow() {}

        /** Photos, table. */
        public static void main(String[] arguments) {
            PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
            HandFinder finder = new HandFinder() {
                @Override
                public Outcome find(Photo photo, ScaleHint hint) {
                    try {
                        Thread.sleep(200);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return new EllipseHandFinder().find(photo, hint);
                }

                @Override
                public String identity() {
                    return new EllipseHandFinder().identity();
                }
            };
            int status = Main.commands(
                            new Wiring(PhotoReader.withDefaults(), model -> finder), Terminal.none(), err, err)
                    .execute("batch", "--scale", "14", arguments[0], "--out", arguments[1], "--jobs", "1");
            System.exit(status);
        }
    }

    /** The real finder in a real worker, with an option handed on. */
    @Test
    void isolatedRowsAreTheSameBytes() throws IOException {
        Path photos = Files.createDirectory(folder.resolve("palms"));
        Files.copy(Path.of("sample-images", "palm.jpg"), photos.resolve("palm.jpg"));
        Files.writeString(photos.resolve("broken.jpg"), "no photo");
        for (String table : List.of("one.csv", "isolated.csv")) {
            String[] arguments = {"batch", photos.toString(), "--out", path(table), "--scale", "6.6", "--jobs", "1"};
            Stream<String> more = table.startsWith("iso") ? Stream.of("--isolate") : Stream.of();
            int status = Main.commands(
                            Wiring.real(), Terminal.none(), new PrintWriter(out, true), new PrintWriter(err, true))
                    .execute(Stream.concat(Stream.of(arguments), more).toArray(String[]::new));
            assertThat(status).as(err.toString()).isEqualTo(1);
        }
        assertThat(folder.resolve("isolated.csv")).content().contains("palm.jpg", ",rejected,", ",given,");
        assertThat(Files.readAllBytes(folder.resolve("isolated.csv")))
                .isEqualTo(Files.readAllBytes(folder.resolve("one.csv")));
    }

    @Test
    void workersAreStartedAsThisJavaWas() {
        List<String> line = WorkerCommand.line(List.of("--scale", "9.5"), 2);
        assertThat(line).contains("batch-worker", "-XX:MaxRAMPercentage=35.0").endsWith("--scale", "9.5");
        assertThat(run("batch-worker", "--help")).isZero();
        assertThat(run("--help")).isZero();
        assertThat(out.toString().substring(out.toString().lastIndexOf("Usage: dorsum ")))
                .contains("batch")
                .doesNotContain("batch-worker");
    }
}
