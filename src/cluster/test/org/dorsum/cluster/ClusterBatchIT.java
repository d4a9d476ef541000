package org.dorsum.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar on a real cluster: a master and two workers, started from Spark's own jars. */
class ClusterBatchIT {
    @TempDir
    private static Path folder = Path.of("");

    private static LoopbackCluster cluster;
    private static Album album;

    @BeforeAll
    static void start() throws Exception {
        cluster = new LoopbackCluster(folder.resolve("cluster"));
        album = Album.mixed(folder);
        album.measureHere(album.photos);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    private static LoopbackCluster.Ended run(String name, List<String> settings, String source, String... options)
            throws Exception {
        List<String> arguments =
                new ArrayList<>(List.of(source, "--out", out(name).toString()));
        arguments.addAll(List.of(options));
        return cluster.submit(name, settings, arguments).end();
    }

    /** Spark in this process, for tables; without its pages, whose servlets are not those of the web app here. */
    private static SparkSession session() {
        return SparkSession.builder()
                .master("local[1]")
                .config("spark.ui.enabled", false)
                .getOrCreate();
    }

    private static Path out(String name) {
        return folder.resolve("out-" + name);
    }

    /** All parts of a table, one after the other, the first line once. */
    private static String table(Path csv) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> parts = Files.list(csv)) {
            for (Path part : parts.filter(p -> p.getFileName().toString().startsWith("part-"))
                    .sorted()
                    .toList()) {
                String lines = Files.readString(part);
                text.append(text.length() == 0 ? lines : lines.substring(lines.indexOf("\r\n") + 2));
            }
        }
        return text.toString();
    }

    private static void assertSame(Path out, Album measuredHere, String... tables) throws IOException {
        for (String name : tables) {
            assertThat(table(out.resolve(name))).isEqualTo(Files.readString(measuredHere.local(name)));
        }
        assertThat(out.resolve(ClusterBatch.ROWS)).doesNotExist();
    }

    @Test
    void rowsAreThoseOfALocalBatchToTheLastByte() throws Exception {
        Path events = Files.createDirectories(folder.resolve("events"));
        LoopbackCluster.Ended ended = run(
                "folder",
                List.of(
                        "spark.eventLog.enabled=true",
                        "spark.eventLog.compress=false",
                        "spark.eventLog.rolling.enabled=false",
                        "spark.eventLog.dir=" + events.toUri()),
                album.photos.toString(),
                "--zones",
                "--parts",
                "3");
        assertThat(ended.status()).as(ended.output()).isZero();
        assertThat(ended.output()).contains(": 5 measured, 1 rejected, 4 failed");
        assertSame(out("folder"), album, "metrics.csv", "zones.csv");
        try (SparkSession spark = session()) {
            for (String name : List.of("metrics.parquet", "zones.parquet")) {
                Dataset<Row> here = spark.read().parquet(album.local(name).toString());
                Dataset<Row> there =
                        spark.read().parquet(out("folder").resolve(name).toString());
                assertThat(there.schema()).isEqualTo(here.schema());
                assertThat(there.collectAsList()).containsExactlyInAnyOrderElementsOf(here.collectAsList());
            }
        }
        assertThat(shuffled(events)).isBetween(1L, Files.size(album.local("zones.csv")) * 2);
    }

    /** Bytes that went from one process to another between stages: less than the text of the tables, nothing of the photos' megabytes. */
    private static long shuffled(Path events) throws IOException {
        Pattern written = Pattern.compile("\"Shuffle Bytes Written\":(\\d+)");
        long sum = 0;
        try (Stream<Path> files = Files.walk(events)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                for (String line : Files.readAllLines(file)) {
                    Matcher matcher = written.matcher(line.contains("SparkListenerTaskEnd") ? line : "");
                    while (matcher.find()) {
                        sum += Long.parseLong(matcher.group(1));
                    }
                }
            }
        }
        return sum;
    }

    @Test
    void aMachineThatFailsHalfWayCostsNothing() throws Exception {
        Album many = Album.of(Files.createDirectories(folder.resolve("many")), 8);
        many.measureHere(many.photos, List.of());
        Path temporary = out("killed").resolve(ClusterBatch.ROWS).resolve("read/_temporary/0");
        LoopbackCluster.Submission submission = cluster.submit(
                "killed",
                List.of("spark.sql.files.minPartitionNum=8"), // a task a photo
                List.of(many.photos.toString(), "--out", out("killed").toString()));
        LoopbackCluster.await("third photo", () -> !submission.runs() || tasksDone(temporary) >= 3);
        long done = tasksDone(temporary);
        cluster.killWorker(0);
        assertThat(done).as("photos measured when the machine failed").isBetween(3L, 7L);
        LoopbackCluster.Ended ended = submission.end();
        assertThat(ended.status()).as(ended.output()).isZero();
        assertThat(ended.output()).containsPattern("Lost executor \\d+ on");
        assertSame(out("killed"), many, "metrics.csv");
        cluster.worker();
    }

    private static long tasksDone(Path temporary) {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.filter(f -> f.getFileName().toString().startsWith("task_"))
                    .count();
        } catch (IOException notThereYet) {
            return 0;
        }
    }

    @Test
    void aListGivesItsLabelsAndSaysWhatIsMissing() throws Exception {
        Path list = Files.writeString(album.photos.resolve("list.csv"), """
                file,subject,session,hand
                hand10.jpg,anna,2,left
                sub/ümläut % 1+2.jpg,bert,1,
                gone.jpg,bert,2,right
                hand10.jpg,anna,3,left
                sub,bert,3,
                s p [1]/a b.jpg,"carl, jr.",1,right
                """);
        Album listed = new Album(Files.createDirectories(folder.resolve("listed")));
        listed.measureHere(list);
        LoopbackCluster.Ended ended = run("list", List.of(), list.toString(), "--zones");
        assertThat(ended.status()).as(ended.output()).isZero();
        assertSame(out("list"), listed, "metrics.csv", "zones.csv");
    }

    @Test
    void photosInsideATableAreMeasuredWithoutTheirFiles() throws Exception {
        Path table = folder.resolve("photos.parquet");
        try (SparkSession spark = session()) {
            Dataset<Row> packed = spark.read()
                    .format("binaryFile")
                    .load(
                            album.photos.resolve("hand1.jpg").toString(),
                            album.photos.resolve("torn.jpg").toString());
            packed.selectExpr("regexp_extract(path, '[^/]+$', 0) as file", "content")
                    .write()
                    .parquet(table.toString());
        }
        LoopbackCluster.Ended ended = run("table", List.of(), table.toString());
        assertThat(ended.status()).as(ended.output()).isZero();
        List<String> here = Files.readAllLines(album.local("metrics.csv")).stream()
                .filter(line ->
                        line.startsWith("file,") || line.startsWith("hand1.jpg,") || line.startsWith("torn.jpg,"))
                .toList();
        assertThat(table(out("table").resolve("metrics.csv")).lines()).containsExactlyElementsOf(here);
    }

    @Test
    void wrongUsageIsOneLine() throws Exception {
        assertWrong("nowhere", folder.resolve("nowhere").toString(), "there is no such folder, list or photo");
        assertWrong("norms", album.photos.toString(), "cannot be read", "--norms", "no-such-file.json");
        Files.createDirectories(out("taken").resolve("metrics.csv"));
        assertWrong("taken", album.photos.toString(), "holds metrics.csv already; name another folder");
        Path list = Files.writeString(folder.resolve("bad.csv"), "photo,subject\nhand1.jpg,anna\n");
        assertWrong("bad", list.toString(), "it has no column \"file\"");
    }

    private static void assertWrong(String name, String source, String message, String... options) throws Exception {
        LoopbackCluster.Ended ended = run(name, List.of(), source, options);
        assertThat(ended.status()).as(ended.output()).isEqualTo(2);
        assertThat(ended.output().lines().filter(line -> line.startsWith("dorsum-cluster: ")))
                .singleElement()
                .asString()
                .contains(message);
        assertThat(ended.output()).doesNotContain("\tat org.dorsum");
    }
}
