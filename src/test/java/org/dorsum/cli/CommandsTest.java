package org.dorsum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dorsum.image.Codec;
import org.dorsum.image.RgbImage;
import org.dorsum.photo.PhotoReader;
import org.dorsum.support.EllipseHandFinder;
import org.dorsum.support.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String good = "";
    private String bad = "";

    @BeforeEach
    void aGoodAndABadPhoto() throws IOException {
        good = Files.write(folder.resolve("good.jpg"), Codec.jpeg(Pictures.skin(1), 92))
                .toString();
        bad = Files.writeString(folder.resolve("bad.jpg"), "no photo").toString();
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
    void analyzePrintsATableAndWritesWhatWasAskedFor() {
        assertThat(run("analyze", good, "--out", path("o"), "--json", path("a.json"), "--html", path("a.html")))
                .isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString())
                .contains("good.jpg", "Roughness", "±", "560 × 420 pixels")
                .doesNotContain("\u001b");
        assertThat(folder.resolve("o/good.overlay.png")).exists();
        assertThat(folder.resolve("o/metrics.csv")).content().contains("measured");
        assertThat(folder.resolve("o/zones.csv")).content().contains("dorsum");
        assertThat(folder.resolve("o/report.html")).exists();
        assertThat(folder.resolve("a.json")).content().contains("\"photos\"");
        assertThat(folder.resolve("a.html")).content().contains("<!DOCTYPE html>");
    }

    @Test
    void aBadPhotoIsOneLineAndTheOthersAreMeasured() {
        assertThat(run("analyze", bad, good, path("none.jpg"))).isEqualTo(1);
        assertThat(out.toString()).contains("Roughness");
        assertThat(err.toString().lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).startsWith("dorsum: " + folder));
        assertThat(err.toString()).doesNotContain("Exception").contains("no such file");
    }

    @Test
    void theScaleIsTakenAsStated() {
        assertThat(run("analyze", good, "--scale", "10")).isZero();
        assertThat(out.toString()).contains("10.0 pixels per mm (given)");
        assertThat(run("analyze", good, "--scale", "-1")).isEqualTo(2);
        assertThat(run("analyze", good, "--scale", "NaN")).isEqualTo(2);
    }

    @Test
    void whatIsStatedAboutScaleHoldsOnEveryCommand() {
        assertThat(run("compare", good, good, "--scale", "10", "--json", path("c.json")))
                .isZero();
        assertThat(run("batch", folder.toString(), "--out", path("m.csv"), "--scale", "10"))
                .isEqualTo(1); // one photo is bad
        assertThat(folder.resolve("m.csv")).content().contains(",given,");
        assertThat(run("segment", good, "--out", path("m"), "--marker-mm", "20", "--reference", "bank-card"))
                .isZero();
        assertThat(folder.resolve("m/good.hand.json")).content().contains("marker-not-found", "reference-not-found");
    }

    @ParameterizedTest
    @CsvSource({"--marker-mm, 0", "--marker-mm, NaN", "--marker-mm, wide", "--reference, coin", "--scale, 0"})
    void whatCannotBeStatedAboutScaleIsOneLine(String option, String value) {
        assertThat(run("analyze", good, option, value)).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(2).first().asString().contains(option);
    }

    @Test
    void theCardIsWrittenAndBadTargetsAreOneLine() throws IOException {
        assertThat(run("card", "--out", path("new/card.pdf"))).isZero();
        assertThat(Files.readAllBytes(folder.resolve("new/card.pdf"))).startsWith('%', 'P', 'D', 'F');
        assertThat(run("card", "--out", path("a4.pdf"), "--paper", "a4")).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(run("card")).isEqualTo(2);
        assertThat(run("card", "--out", folder.toString())).isEqualTo(2);
        assertThat(run("card", "--out", path("b.pdf"), "--paper", "letter")).isEqualTo(2);
        assertThat(run("card", "--out", path("good.jpg/card.pdf"))).isEqualTo(1);
        assertThat(err.toString()).doesNotContain("Exception");
    }

    @Test
    void segmentWritesAMaskOfThePhotosSizeAndItsJson() throws IOException {
        assertThat(run("segment", good, "--out", path("m"))).isZero();
        RgbImage mask = Codec.decode(Files.readAllBytes(folder.resolve("m/good.mask.png")))
                .orElseThrow();
        assertThat(mask.width()).isEqualTo(560);
        assertThat(mask.height()).isEqualTo(420);
        assertThat(mask.packed(280, 210)).isEqualTo(0xffffff);
        assertThat(mask.packed(0, 0)).isZero();
        assertThat(folder.resolve("m/good.hand.json")).content().contains("\"dorsum\"");
    }

    @Test
    void segmentWithoutAHandWritesAnEmptyMaskAndSaysSo() throws IOException {
        Files.write(folder.resolve("black.png"), Codec.png(Pictures.black()));
        assertThat(run("segment", path("black.png"), "--out", path("m"))).isEqualTo(1);
        assertThat(err.toString()).contains("No hand was found.");
        RgbImage mask = Codec.decode(Files.readAllBytes(folder.resolve("m/black.mask.png")))
                .orElseThrow();
        assertThat(mask.packed(32, 24)).isZero();
    }

    @Test
    void photosOfTheSameNameDoNotOverwriteEachOther() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other")).resolve("good.png");
        Files.write(other, Codec.png(Pictures.skin(2)));
        assertThat(run("segment", good, other.toString(), "--out", path("m"))).isZero();
        assertThat(folder.resolve("m/good.mask.png")).exists();
        assertThat(folder.resolve("m/good-2.mask.png")).exists();
    }

    @Test
    void noNameIsGivenTwice() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other")).resolve("good.jpg");
        Files.copy(Path.of(good), other);
        Files.copy(other, folder.resolve("good-2.jpg"));
        assertThat(run("segment", good, other.toString(), path("good-2.jpg"), "--out", path("m")))
                .isZero();
        assertThat(out.toString().lines().distinct()).hasSize(3);
        assertThat(folder.resolve("m/good-2-2.mask.png")).exists();
    }

    @Test
    void namesOfResultsPassByThePhotos() throws IOException {
        byte[] photo = Codec.png(Pictures.skin(2));
        Path mask = Files.write(folder.resolve("good.mask.png"), photo);
        Path overlay = Files.write(folder.resolve("good.overlay.png"), photo);
        assertThat(run("segment", good, mask.toString(), "--out", folder.toString()))
                .isZero();
        assertThat(run("analyze", good, overlay.toString(), "--out", folder.toString()))
                .isZero();
        assertThat(Files.readAllBytes(mask)).isEqualTo(photo);
        assertThat(Files.readAllBytes(overlay)).isEqualTo(photo);
        assertThat(folder.resolve("good-2.mask.png")).exists();
        assertThat(folder.resolve("good-2.overlay.png")).exists();
    }

    @Test
    void comparePrintsATableAndWritesItsPage() {
        int status = run("compare", good, good, "--html", path("c.html"), "--json", path("c.json"));
        assertThat(out.toString()).contains("good.jpg  →  ");
        assertThat(folder.resolve("c.html")).content().contains("Not a medical device");
        assertThat(folder.resolve("c.json")).content().contains("\"changes\"");
        assertThat(status).isLessThan(2);
    }

    @Test
    void reportsComeAsPdfAndInGerman() throws IOException {
        assertThat(run("compare", good, good, "--pdf", path("c.pdf"), "--language", "de"))
                .isLessThan(2);
        assertThat(Files.readAllBytes(folder.resolve("c.pdf"))).startsWith('%', 'P', 'D', 'F');
        assertThat(run(
                        "analyze",
                        good,
                        "--html",
                        path("a.html"),
                        "--pdf",
                        path("a.pdf"),
                        "--language",
                        "de",
                        "--fhir",
                        path("a.fhir.json")))
                .isZero();
        assertThat(folder.resolve("a.fhir.json")).content().contains("\"Observation\"", "roughness_index");
        assertThat(folder.resolve("a.html")).content().contains("lang=\"de\"", "Kein Medizinprodukt");
        assertThat(Files.readAllBytes(folder.resolve("a.pdf"))).startsWith('%', 'P', 'D', 'F');
        assertThat(out.toString()).contains("Roughness").doesNotContain("Rauheit"); // the terminal stays English
    }

    @Test
    void compareTakesSessionsOfSeveralPhotos() {
        assertThat(run("compare", good, good, "--after", good, "--json", path("c.json")))
                .isLessThan(2);
        assertThat(folder.resolve("c.json")).content().contains("\"after\"");
        assertThat(run("compare", good, good, good)).isEqualTo(2);
        assertThat(run("compare", good)).isEqualTo(2);
        assertThat(run("compare", good, bad, "--json", path("d.json"))).isEqualTo(1);
        assertThat(folder.resolve("d.json")).doesNotExist();
    }

    @Test
    void batchWritesOneRowAPhoto() {
        assertThat(run("batch", folder.toString(), "--out", path("m.csv"), "--long", path("z.csv"), "--jobs", "2"))
                .isEqualTo(1);
        assertThat(folder.resolve("m.csv")).content().contains("bad.jpg,,,,failed", "good.jpg,,,left,measured");
        assertThat(err.toString()).contains("bad.jpg: failed").contains("1 measured, 0 rejected, 1 failed");
        assertThat(run("batch", folder.toString(), "--out", path("m.csv"), "--long", path("z.csv"), "--resume"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("1 kept from before");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no line end", "my,own\nnotes,here\n", "my,own\r\n\"torn", "\u00fc", "file,subject\r\n"})
    void whatIsNoTableOfOursIsNotContinued(String text) throws IOException {
        byte[] junk = text.getBytes(StandardCharsets.ISO_8859_1);
        Files.write(folder.resolve("junk.csv"), junk);
        assertThat(run("batch", folder.toString(), "--out", path("junk.csv"), "--resume"))
                .isEqualTo(2);
        assertThat(run("batch", folder.toString(), "--out", path("m.csv"), "--long", path("junk.csv"), "--resume"))
                .isEqualTo(2);
        assertThat(err.toString().lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("not a table"));
        assertThat(Files.readAllBytes(folder.resolve("junk.csv"))).isEqualTo(junk);
        assertThat(folder.resolve("m.csv")).doesNotExist();
    }

    @Test
    void rowsThatResumingDropsAreCounted() throws IOException {
        run("batch", folder.toString(), "--out", path("m.csv"), "--quiet");
        Files.delete(Path.of(bad));
        assertThat(run("batch", folder.toString(), "--out", path("m.csv"), "--resume"))
                .isZero();
        assertThat(err.toString()).contains("dorsum: 1 row of photos that are no longer listed dropped");
    }

    @Test
    void quietLeavesNotesAway() {
        assertThat(run("batch", folder.toString(), "--out", path("m.csv"), "--quiet"))
                .isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "anlyze",
                "analyze",
                "analyze --nonsense x.jpg",
                "segment x.jpg",
                "batch",
                "batch x",
                "compare",
                "batch . --out m.csv --jobs 0",
                "batch . --out m.csv --jobs many",
                "batch . --out m.csv --long m.csv",
                "batch . --out m.csv --long ./m.csv",
                "analyze x.jpg --html no/x --json no/../no/x",
                "compare x.jpg y.jpg --html x --json x",
                "compare x.jpg y.jpg --html x --pdf x",
                "analyze x.jpg --html x --fhir x",
                "analyze x.jpg --language fr"
            })
    void wrongUsageIsShortAndPointsToHelp(String arguments) {
        assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("--help").doesNotContain("Exception");
        assertThat(err.toString().lines().count()).isLessThan(6);
    }

    @ParameterizedTest
    @CsvSource({"analyze", "segment", "compare", "batch", "course", "repeatability"})
    void everyCommandHasHelpAndVersion(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(out.toString()).contains("dorsum " + command, "--quiet", "--verbose");
        assertThat(run(command, "--version")).isZero();
    }

    @Test
    void whatCannotBeWrittenIsOneLine() {
        assertThat(run("analyze", good, "--json", good + "/x.json")).isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).startsWith("dorsum: cannot write " + good);
        assertThat(run("batch", folder.toString(), "--out", good + "/m.csv")).isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(2);
    }

    @Test
    void photosAreNotOverwritten() throws IOException {
        byte[] before = Files.readAllBytes(Path.of(good));
        assertThat(run("compare", good, good, "--html", good)).isEqualTo(2);
        assertThat(run("batch", path("list.csv"), "--out", good)).isEqualTo(1);
        Files.writeString(folder.resolve("list.csv"), "file\ngood.jpg\n");
        assertThat(run("batch", path("list.csv"), "--out", path("list.csv"))).isEqualTo(2);
        assertThat(Files.readAllBytes(Path.of(good))).isEqualTo(before);
        assertThat(folder.resolve("list.csv")).content().startsWith("file");
    }

    @Test
    void aBatchWritesNoTableOverAPhotoItFinds() throws IOException {
        byte[] before = Files.readAllBytes(Path.of(good));
        Files.writeString(folder.resolve("list.csv"), "file\ngood.jpg\n");
        Files.createLink(folder.resolve("link.csv"), Path.of(good));
        assertThat(run("batch", folder.toString(), "--out", good)).isEqualTo(2);
        assertThat(run("batch", folder.toString(), "--out", good, "--resume")).isEqualTo(2);
        assertThat(run("batch", path("list.csv"), "--out", path("new/z.csv"), "--long", good))
                .isEqualTo(2);
        assertThat(run("batch", path("list.csv"), "--out", path("link.csv"))).isEqualTo(2);
        assertThat(err.toString().lines().filter(line -> line.contains("would be overwritten")))
                .hasSize(4);
        assertThat(Files.readAllBytes(Path.of(good))).isEqualTo(before);
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void badManifestsAreWrongUsage() throws IOException {
        Files.writeString(folder.resolve("list.csv"), "name\ngood.jpg\n");
        assertThat(run("batch", path("list.csv"), "--out", path("m.csv"))).isEqualTo(2);
        assertThat(err.toString()).contains("no column \"file\"");
    }

    @Test
    void stackTracesOnlyIfAskedFor() {
        run("analyze", good, "--json", good + "/x.json", "--verbose");
        assertThat(err.toString()).contains("\tat ");
    }
}
