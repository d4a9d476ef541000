package org.dorsum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dorsum.image.Codec;
import org.dorsum.photo.PhotoReader;
import org.dorsum.report.MetricsCsv;
import org.dorsum.support.EllipseHandFinder;
import org.dorsum.support.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NormsCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

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

    /** Hands of 22 people, all numbers of a hand being that of its person. */
    private void table(int people) throws IOException {
        StringBuilder text = new StringBuilder(MetricsCsv.header());
        StringBuilder ages = new StringBuilder("subject,age\n");
        for (int i = 1; i <= people; i++) {
            for (String column : MetricsCsv.COLUMNS) {
                text.append(
                                switch (column) {
                                    case "file" -> "f" + i + ".jpg";
                                    case "subject" -> "p" + i;
                                    case "session", "reason", "findings", "model_sha256" -> "";
                                    case "hand" -> "left";
                                    case "status" -> "measured";
                                    case "scale_px_per_mm" -> "7";
                                    case "tool_version", "settings_sha256", "hand_finder" -> column;
                                    default -> String.valueOf(i);
                                })
                        .append(column.equals("colour") ? "\r\n" : ",");
            }
            ages.append("p").append(i).append(',').append(40 + i).append('\n');
        }
        Files.writeString(folder.resolve("m.csv"), text);
        Files.writeString(folder.resolve("ages.csv"), ages);
    }

    @Test
    void aTableBecomesNormsThatAnalyzeUses() throws IOException {
        table(22);
        assertThat(run("norms", path("m.csv"), "--ages", path("ages.csv"), "--name", "ours", "--out", path("n.json")))
                .isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).contains("22 people, 22 hands, 22 photos");
        String photo = Files.write(folder.resolve("good.jpg"), Codec.jpeg(Pictures.skin(1), 92))
                .toString();
        assertThat(run("analyze", photo, "--norms", path("n.json"), "--json", path("a.json"), "--out", path("o")))
                .isZero();
        assertThat(out.toString())
                .contains("against ours: 22 people, 22 hands, 41 to 62 years old, median 52", "other settings");
        assertThat(folder.resolve("a.json")).content().contains("\"score_tone\"", "\"ours\"");
        assertThat(folder.resolve("o/zones.csv")).content().contains("dorsum,score_tone,");
    }

    @Test
    void tooFewHandsAreOneLine() throws IOException {
        table(19);
        assertThat(run("norms", path("m.csv"), "--out", path("n.json"))).isEqualTo(2);
        assertThat(err.toString()).contains("at least 20 hands; here are 19").doesNotContain("Exception");
        assertThat(folder.resolve("n.json")).doesNotExist();
    }

    @Test
    void otherFilesAreOneLine() throws IOException {
        Files.writeString(folder.resolve("x.csv"), "a,b\n1,2\n");
        assertThat(run("norms", path("x.csv"), "--out", path("n.json"))).isEqualTo(2);
        assertThat(err.toString()).contains("\"subject\" is missing");
        assertThat(run("norms", path("none.csv"), "--out", path("n.json"))).isEqualTo(1);
        assertThat(run("analyze", path("x.csv"), "--norms", path("x.csv"))).isEqualTo(2);
    }
}
