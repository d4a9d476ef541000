package org.dorsum.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dorsum.assess.Assessor;
import org.dorsum.assess.Examination;
import org.dorsum.batch.ManifestException;
import org.dorsum.batch.PhotoList;
import org.dorsum.compare.Cohort;
import org.dorsum.compare.Comparer;
import org.dorsum.compare.Control;
import org.dorsum.compare.Course;
import org.dorsum.compare.CoursePlan;
import org.dorsum.compare.HandCourse;
import org.dorsum.report.CourseCsv;
import org.dorsum.report.CourseJson;
import org.dorsum.report.CoursePicture;
import org.dorsum.report.CourseResults;
import org.dorsum.report.CourseText;
import org.dorsum.report.Report;
import org.dorsum.report.Reports;
import org.dorsum.report.TrendChart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code course}: all sessions of all subjects, each against the subject's first. */
@Command(
        name = "course",
        description = {
            "Follows hands over several sessions: change against the first session, trend, whether another session still helps,"
                    + " treated against untreated hands, and tables for a study.",
            "The list is a CSV file with the columns \"file\", \"subject\", \"session\" (dates as 2026-11-27, numbers or names) and, if"
                    + " wanted, \"hand\", \"treated\" (yes, no), \"arm\", \"date\" and \"treatment_date\" (the last treatment before"
                    + " the photo)."
        })
final class CourseCommand implements Callable<Integer> {
    private final Wiring wiring;
    private final Terminal terminal;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final ScaleOptions scale = new ScaleOptions();

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final RepeatabilityOptions repeatability = new RepeatabilityOptions();

    @Parameters(paramLabel = "MANIFEST.csv", description = "The list of photos.")
    private Path manifest = Path.of("manifest.csv");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for course.csv, course.json, cohort.csv and one chart (SVG) a hand.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--html", paramLabel = "FILE", description = "One page to look at, print or pass on.")
    private Optional<Path> html = Optional.empty();

    @Option(names = "--pdf", paramLabel = "FILE", description = "The same as PDF, on A4.")
    private Optional<Path> pdf = Optional.empty();

    @Option(
            names = "--subject",
            paramLabel = "NAME",
            description = "Only the hands of this person of the list, such as for a page to hand out.")
    private Optional<String> subject = Optional.empty();

    @Mixin
    private final LanguageOption language = new LanguageOption();

    private final Map<String, CoursePicture> pictures = new HashMap<>();
    private int missed;

    CourseCommand(Wiring wiring, Terminal terminal) {
        this.wiring = wiring;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        List<PhotoList.Item> photos;
        CoursePlan plan;
        try {
            photos = chosen(PhotoList.listedIn(manifest).items());
            plan = CoursePlan.of(photos.stream().map(CourseCommand::photo).toList());
        } catch (ManifestException e) {
            e.problems().forEach(problem -> common.problem(Errors.oneLine(problem)));
            return Errors.WRONG_USAGE;
        } catch (CoursePlan.UnusableCourseException e) {
            common.problem(Errors.oneLine(manifest + ": " + e.getMessage()));
            return Errors.WRONG_USAGE;
        }
        Optional<PhotoList.Item> twice =
                photos.stream().filter(p -> p.problem().isPresent()).findFirst();
        if (twice.isPresent()) {
            common.problem(Errors.oneLine(manifest + ": " + twice.get().file() + ": "
                    + twice.get().problem().orElseThrow()));
            return Errors.WRONG_USAGE;
        }
        Outputs.keepApart(common.spec().commandLine(), "--html", html, "--pdf", pdf);
        keepInputs(photos, plan);
        if (out.isPresent()) {
            Outputs.makeFolder(out.get());
        }
        Assessor assessor = model.assessor(wiring, scale.hint());
        Comparer comparer = repeatability.with(Comparer.with(assessor));
        CourseText text = CourseText.of(plan, terminal.colour());
        List<HandCourse> courses = follow(plan, assessor, comparer, text);
        List<Control> controls = Control.of(courses);
        List<Cohort.Row> cohort = Cohort.of(courses, controls);
        common.out().print(text.of(controls) + text.cohort(cohort) + text.notes(comparer.repeatability()));
        common.out().flush();
        if (out.isPresent()) {
            write(out.get(), plan, courses, cohort);
            Outputs.write(
                    out.get().resolve("course.json"),
                    CourseJson.of(plan, courses, controls, comparer.repeatability(), assessor.method()));
            common.note("wrote course.csv, course.json, cohort.csv and charts into " + out.get());
        }
        writeReport(new CourseResults(plan, courses, controls, cohort, comparer.repeatability(), assessor.method()));
        boolean complete = missed == 0
                && courses.stream()
                        .allMatch(
                                c -> c.problem().isEmpty() && c.steps().stream().allMatch(HandCourse.Step::comparable));
        return complete ? 0 : 1;
    }

    /** The photos of the person that was asked for, or all. */
    private List<PhotoList.Item> chosen(List<PhotoList.Item> all) {
        if (subject.isEmpty()) {
            return all;
        }
        List<PhotoList.Item> chosen =
                all.stream().filter(p -> p.labels().subject().equals(subject)).toList();
        if (chosen.isEmpty()) {
            throw new ParameterException(
                    common.spec().commandLine(), "--subject: " + subject.get() + " is not in " + manifest);
        }
        return chosen;
    }

    private void writeReport(CourseResults results) throws OutputException {
        if (html.isEmpty() && pdf.isEmpty()) {
            return;
        }
        Report report = language.reports().course(results, pictures);
        if (html.isPresent()) {
            Outputs.write(html.get(), report.html());
            common.note("wrote " + html.get());
        }
        if (pdf.isPresent()) {
            Outputs.write(pdf.get(), report.pdf());
            common.note("wrote " + pdf.get());
        }
    }

    private List<HandCourse> follow(CoursePlan plan, Assessor assessor, Comparer comparer, CourseText text) {
        Examiner examiner = new Examiner(wiring.reader(), common);
        List<HandCourse> courses = new ArrayList<>();
        for (CoursePlan.Hand hand : plan.hands()) {
            Set<CoursePlan.Photo> drawn = drawn(hand);
            HandCourse course = Course.with(comparer)
                    .follow(hand, photo -> examine(photo, examiner, assessor, drawn.contains(photo)));
            common.out().print(text.of(course));
            common.out().println();
            common.out().flush();
            courses.add(course);
        }
        return courses;
    }

    /** The photos whose lines, spots and maps a report shows: the first of the first and of the last session. */
    private Set<CoursePlan.Photo> drawn(CoursePlan.Hand hand) {
        List<CoursePlan.Session> sessions = hand.sessions();
        return html.isEmpty() && pdf.isEmpty()
                ? Set.of()
                : Stream.of(sessions.get(0), sessions.get(sessions.size() - 1))
                        .map(s -> s.photos().get(0))
                        .collect(Collectors.toSet());
    }

    private Optional<Examination> examine(CoursePlan.Photo photo, Examiner examiner, Assessor assessor, boolean drawn) {
        Optional<Examination> seen = examiner.with(photo.path(), p -> drawn ? assessor.examine(p) : assessor.survey(p))
                .value();
        seen.flatMap(e -> e.assessment().rejection())
                .ifPresent(why -> common.problem(Errors.oneLine(photo.file() + ": " + why)));
        if (html.isPresent() || pdf.isPresent()) {
            Reports reports = language.reports();
            seen.ifPresent(e -> pictures.put(photo.file(), drawn ? reports.pictureWithMaps(e) : reports.picture(e)));
        }
        missed += seen.filter(e -> e.skin().isPresent()).isPresent() ? 0 : 1;
        return seen;
    }

    private static CoursePlan.Photo photo(PhotoList.Item item) {
        return new CoursePlan.Photo(
                item.file(),
                item.path(),
                item.labels().subject().orElse(""),
                item.labels().session().orElse(""),
                item.labels().hand().orElse(""),
                item.more().getOrDefault("treated", ""),
                item.more().getOrDefault("arm", ""),
                item.more().getOrDefault("treatment_date", ""),
                item.more().getOrDefault("date", ""));
    }

    /** The chart of a hand: subject and hand in letters that every file system takes, with its number in the list. */
    private static String chart(CoursePlan.Hand hand, int number) {
        String name = (hand.subject() + "-" + hand.side())
                .replaceAll("[^A-Za-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return "course-" + number + (name.isEmpty() ? "" : "-" + name) + ".svg";
    }

    private void keepInputs(List<PhotoList.Item> photos, CoursePlan plan) {
        List<Path> inputs = Stream.of(
                        Stream.of(manifest),
                        repeatability.file().stream(),
                        photos.stream().map(PhotoList.Item::path))
                .flatMap(s -> s)
                .toList();
        List<Optional<Path>> outputs = new ArrayList<>(List.of(html, pdf));
        for (String name : List.of("course.csv", "course.json", "cohort.csv")) {
            outputs.add(out.map(folder -> folder.resolve(name)));
        }
        for (int i = 0; i < plan.hands().size(); i++) {
            String name = chart(plan.hands().get(i), i + 1);
            outputs.add(out.map(folder -> folder.resolve(name)));
        }
        Outputs.keepInputs(common.spec().commandLine(), inputs, outputs);
        Outputs.keepApart(common.spec().commandLine(), List.of(html, pdf), outputs.subList(2, outputs.size()));
    }

    private static void write(Path folder, CoursePlan plan, List<HandCourse> courses, List<Cohort.Row> cohort)
            throws OutputException {
        Outputs.write(folder.resolve("course.csv"), CourseCsv.course(plan, courses));
        Outputs.write(folder.resolve("cohort.csv"), CourseCsv.cohort(cohort));
        for (int i = 0; i < courses.size(); i++) {
            Optional<String> svg = TrendChart.svg(plan, courses.get(i));
            if (svg.isPresent()) {
                Outputs.write(folder.resolve(chart(courses.get(i).hand(), i + 1)), svg.get());
            }
        }
    }
}
