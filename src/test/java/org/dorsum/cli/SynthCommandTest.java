package org.dorsum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SynthCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path dir = Path.of("unset");

    private int run(String... args) {
        return new CommandLine(new SynthCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }

    @Test
    void aPairIsTwoPicturesTheirTruthAndAManifest() throws Exception {
        String folder = dir.resolve("a").toString();
        int status = run("--pair", "--treatment", "roughness=-30,spots=-40", "--size", "160x120", "--out", folder);
        assertThat(status).isZero();
        assertThat(Path.of(folder, "before.jpg")).isRegularFile();
        assertThat(Path.of(folder, "truth", "after.classes.png")).isRegularFile();
        assertThat(Files.readString(Path.of(folder, "truth", "after.json"))).contains("\"roughness\":-30.0");
        assertThat(Files.readAllLines(Path.of(folder, "manifest.csv")))
                .hasSize(3)
                .startsWith("file,subject,session,hand")
                .element(2)
                .asString()
                .startsWith("after.jpg,subject-1,2,");
        assertThat(out.toString().lines()).hasSize(2);
    }

    @Test
    void theSameSeedWritesTheSameBytes() throws Exception {
        for (String name : new String[] {"a", "b"}) {
            assertThat(run(
                            "--seed",
                            "7",
                            "--count",
                            "2",
                            "--anywhere",
                            "--size",
                            "96x96",
                            "--out",
                            dir.resolve(name).toString()))
                    .isZero();
        }
        for (String file : new String[] {
            "hand-00000.jpg", "hand-00001.jpg", "truth/hand-00001.json", "truth/hand-00001.classes.png"
        }) {
            assertThat(Files.readAllBytes(dir.resolve("a").resolve(file)))
                    .isEqualTo(Files.readAllBytes(dir.resolve("b").resolve(file)));
        }
    }

    @Test
    void aCourseHasItsSessions() throws Exception {
        assertThat(run("--course", "3", "--treatment", "lines=-40", "--size", "96x96", "--out", dir.toString()))
                .isZero();
        assertThat(dir.resolve("session-3.jpg")).isRegularFile();
        assertThat(Files.readString(dir.resolve("truth/session-2.json"))).contains("\"lines\":-20.0");
    }

    @ParameterizedTest
    @CsvSource({
        "'--pair --treatment wrinkels=3', unknown treatment 'wrinkels'",
        "'--count -3', --count is 0 or more",
        "'--size big', --size is written as 1600x1200",
        "'--size 20x20', 64 to 8000",
        "'--course 1', 2 to 99 sessions",
        "'--treatment lines=-3', needs --pair",
        "'--ita 300', ITA",
        "'--anywhere --backgrounds nowhere', no folder nowhere"
    })
    void wrongUsageIsOneClearLine(String args, String complaint) {
        int status = run((args + " --out " + dir).split(" "));
        assertThat(status).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1).first().asString().contains(complaint);
    }

    @Test
    void aFolderThatCannotBeWrittenIsARuntimeFailure() throws Exception {
        Path file = Files.createFile(dir.resolve("file"));
        assertThat(run("--size", "96x96", "--out", file.toString())).isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(1).first().asString().contains("choose a folder you may write to");
    }
}
