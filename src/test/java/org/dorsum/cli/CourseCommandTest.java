package org.dorsum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
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

class CourseCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void photos() throws IOException {
        RgbImage skin = Pictures.skin(1);
        for (int i = 1; i <= 4; i++) {
            // the same skin, each time as another file
            Files.write(folder.resolve(i + ".jpg"), Codec.jpeg(skin, 90 + i));
        }
        // another skin: no pattern of the first is left
        RgbImage other = RgbImage.of(skin.width(), skin.height(), (x, y) -> skin.packed(x * 211 % 560, y * 173 % 420));
        Files.write(folder.resolve("other.jpg"), Codec.jpeg(other, 92));
        Files.writeString(folder.resolve("bad.jpg"), "no photo");
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

    private String list(String text) throws IOException {
        return Files.writeString(folder.resolve("list.csv"), text.replace("|", "\n"))
                .toString();
    }

    @Test
    void aCourseIsFollowedAndWritten() throws IOException {
        String list = list("file,subject,session,hand,treatment_date|1.jpg,a,2026-11-01,left,|2.jpg,a,2026-11-08,left,"
                + "2026-11-05|3.jpg,a,2026-11-15,left,2026-11-12");
        assertThat(run("course", list, "--out", path("o"))).isZero();
        assertThat(out.toString())
                .contains("a, left hand", "session 2026-11-08", "trend per week", "Fine-line depth", "3 days after")
                .contains("shipped table", "Deep scars")
                .doesNotContain("\u001b");
        assertThat(folder.resolve("o/course.csv"))
                .content()
                .contains("a,left,,,2026-11-01,2026-11-15,2,week,3,", "relief-soon-after-treatment", "roughness_index");
        assertThat(folder.resolve("o/course.json"))
                .content()
                .contains("\"daysSinceTreatment\" : 3", "\"shipped\" : true", "\"levelling\"");
        assertThat(folder.resolve("o/cohort.csv")).content().contains("fewer-than-5-subjects");
        assertThat(folder.resolve("o/course-1-a-left.svg"))
                .content()
                .contains("<svg")
                .doesNotContain("NaN");
        byte[] chart = Files.readAllBytes(folder.resolve("o/course-1-a-left.svg"));
        assertThat(run("course", list, "--out", path("p"))).isZero();
        assertThat(Files.readAllBytes(folder.resolve("p/course-1-a-left.svg"))).isEqualTo(chart);
        assertThat(folder.resolve("p/course.json")).hasSameTextualContentAs(folder.resolve("o/course.json"));
        assertThat(folder.resolve("o").toFile().list()).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void aCourseHasAPage() throws IOException {
        String list = list("file,subject,session|1.jpg,a,1|2.jpg,a,2|3.jpg,b,1|4.jpg,b,2");
        assertThat(run("course", list, "--html", path("c.html"), "--pdf", path("c.pdf"), "--subject", "b"))
                .isZero();
        assertThat(folder.resolve("c.html"))
                .content()
                .contains("Session 1", "Session 2", "data:image/jpeg", "class=\"chart\"", "The hand in 3.jpg")
                .doesNotContain("The hand in 1.jpg");
        assertThat(Files.readAllBytes(folder.resolve("c.pdf"))).startsWith('%', 'P', 'D', 'F');
        assertThat(run("course", list, "--html", path("d.html"), "--subject", "nobody"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("nobody is not in");
        assertThat(folder.resolve("d.html")).doesNotExist();
    }

    @Test
    void anotherSkinAndABadPhotoAreSaidAndTheOthersAreFollowed() throws IOException {
        assertThat(run(
                        "course",
                        list("file,subject,session|1.jpg,a,1|other.jpg,a,2|bad.jpg,a,3|2.jpg,a,4"),
                        "--out",
                        path("o")))
                .isEqualTo(1);
        assertThat(out.toString()).contains("session 2: not comparable", "session 3: no photo", "session 4: ");
        assertThat(err.toString()).contains("bad.jpg").doesNotContain("Exception");
        assertThat(folder.resolve("o/course.csv")).content().contains("no photo of the session could be measured");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "subject,session|a,1;no column \"file\"",
                "file|1.jpg;has no subject",
                "file,subject|1.jpg,a;has no session",
                "file,subject,session|1.jpg,a,1;no hand has two sessions",
                "file,subject,session|1.jpg,a,1|1.jpg,a,2;listed twice",
                "file,subject,session,treated|1.jpg,a,1,often|2.jpg,a,2,;treated is yes, no or empty",
            })
    void badListsAreOneLine(String text, String why) throws IOException {
        assertThat(run("course", list(text), "--out", path("o"))).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("list.csv", why);
        assertThat(folder.resolve("o")).doesNotExist();
    }

    @Test
    void resultsAreNotWrittenOverWhatIsRead() throws IOException {
        Files.move(folder.resolve("1.jpg"), folder.resolve("course.csv"));
        assertThat(run("course", list("file,subject,session|course.csv,a,1|2.jpg,a,2"), "--out", folder.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("would be overwritten");
    }

    @Test
    void ownRepeatabilityIsMeasuredAndUsed() throws IOException {
        assertThat(run(
                        "repeatability",
                        list(
                                "file,subject,hand|1.jpg,a,left|2.jpg,a,left|3.jpg,a,right|4.jpg,a,right|other.jpg,b,|bad.jpg,b,"),
                        "--out",
                        path("t.csv"),
                        "--plot",
                        path("plots"),
                        "--date",
                        "2026-11-27"))
                .isEqualTo(1); // one photo is bad
        assertThat(out.toString()).contains("Roughness", "MDC95", "ICC(1,1)", "Fewer than 10 hands");
        assertThat(folder.resolve("t.csv")).content().contains("# hands: 2", "# date: 2026-11-27", "roughness_index");
        assertThat(run(
                        "compare",
                        path("1.jpg"),
                        path("2.jpg"),
                        "--repeatability",
                        path("t.csv"),
                        "--json",
                        path("c.json")))
                .isZero();
        assertThat(folder.resolve("c.json"))
                .content()
                .contains("\"name\" : \"list\"", "\"shipped\" : false", "\"fewHands\" : true");
        assertThat(out.toString()).contains("comes from the table \"list\", 2 hands, 4 photos, 2026-11-27");
    }

    @Test
    void aMetricThatIsNotInTheTableHasNoChange() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "metric,hands,within_cv_percent\nline_width_mm,12,6\n");
        run("compare", path("1.jpg"), path("2.jpg"), "--repeatability", path("t.csv"), "--json", path("c.json"));
        assertThat(folder.resolve("c.json")).content().contains("repeatability-unknown");
        assertThat(out.toString()).contains("roughness").doesNotContain("  Roughness");
    }

    @ParameterizedTest
    @CsvSource({"compare 1.jpg 2.jpg", "course list.csv"})
    void aTableThatIsNoneIsOneLine(String command) throws IOException {
        list("file,subject,session|1.jpg,a,1|2.jpg,a,2");
        String[] words = command.split(" ", -1);
        String[] arguments = new String[words.length + 2];
        arguments[0] = words[0];
        for (int i = 1; i < words.length; i++) {
            arguments[i] = path(words[i]);
        }
        arguments[words.length] = "--repeatability";
        arguments[words.length + 1] = path("list.csv");
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(err.toString()).contains("no table of repeatability").doesNotContain("Exception");
        arguments[words.length + 1] = path("none.csv");
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(err.toString()).contains("no such file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"file|1.jpg;has no subject", "file,subject|1.jpg,a|2.jpg,b;two photos of each hand"})
    void listsWithoutRepeatsAreOneLine(String text, String why) throws IOException {
        assertThat(run("repeatability", list(text), "--out", path("t.csv"))).isEqualTo(2);
        assertThat(err.toString()).contains(why).doesNotContain("Exception");
        assertThat(folder.resolve("t.csv")).doesNotExist();
    }
}
