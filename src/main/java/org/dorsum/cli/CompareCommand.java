package org.dorsum.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.dorsum.assess.Assessor;
import org.dorsum.assess.Examination;
import org.dorsum.compare.Comparability;
import org.dorsum.compare.Comparer;
import org.dorsum.compare.Comparison;
import org.dorsum.report.ChangePicture;
import org.dorsum.report.ComparisonJson;
import org.dorsum.report.Report;
import org.dorsum.report.TerminalText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code compare}: one session against another. */
@Command(
        name = "compare",
        customSynopsis = {
            "dorsum compare BEFORE AFTER [--html FILE] [--pdf FILE] [--json FILE] [--map FILE]",
            "       dorsum compare BEFORE... --after AFTER... [--html FILE] [--pdf FILE] [--json FILE] [--map FILE]"
        },
        description = {
            "Says how much the skin of a hand changed between two sessions, how sure that is, and whether it is more than"
                    + " photographing the same hand again would show.",
            "A session is one photo, or several of the same hand. Without --html, --pdf, --json and --map the page report.html is"
                    + " written into the current folder."
        })
final class CompareCommand implements Callable<Integer> {
    private static final Path DEFAULT_PAGE = Path.of("report.html");

    private final Wiring wiring;
    private final Terminal terminal;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final ScaleOptions scale = new ScaleOptions();

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final NormsOptions norms = new NormsOptions();

    @Mixin
    private final RepeatabilityOptions repeatability = new RepeatabilityOptions();

    @Parameters(paramLabel = "BEFORE", arity = "1..*", description = "Photos of the earlier session.")
    private final List<Path> photos = new ArrayList<>();

    @Option(names = "--after", paramLabel = "AFTER", arity = "1..*", description = "Photos of the later session.")
    private final List<Path> after = new ArrayList<>();

    @Option(names = "--json", paramLabel = "FILE", description = "The comparison as JSON.")
    private Optional<Path> json = Optional.empty();

    @Option(names = "--html", paramLabel = "FILE", description = "One page to look at, print or pass on.")
    private Optional<Path> html = Optional.empty();

    @Option(names = "--pdf", paramLabel = "FILE", description = "The same as PDF, on A4.")
    private Optional<Path> pdf = Optional.empty();

    @Mixin
    private final LanguageOption language = new LanguageOption();

    @Option(
            names = "--map",
            paramLabel = "FILE",
            description = "Where on the hand relief and spots changed, as a PNG picture.")
    private Optional<Path> map = Optional.empty();

    CompareCommand(Wiring wiring, Terminal terminal) {
        this.wiring = wiring;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws OutputException {
        List<Path> earlier = after.isEmpty() ? photos.subList(0, 1) : photos;
        List<Path> later = after.isEmpty() ? photos.subList(1, photos.size()) : after;
        if (after.isEmpty() && photos.size() != 2) {
            throw new ParameterException(
                    common.spec().commandLine(),
                    "name one photo before and one after, or several before and then --after with the later ones");
        }
        Outputs.keepApart(common.spec().commandLine(), "--html", html, "--json", json);
        Outputs.keepApart(common.spec().commandLine(), "--html", html, "--map", map);
        Outputs.keepApart(common.spec().commandLine(), "--json", json, "--map", map);
        Outputs.keepApart(common.spec().commandLine(), "--html", html, "--pdf", pdf);
        Outputs.keepApart(common.spec().commandLine(), "--json", json, "--pdf", pdf);
        Outputs.keepApart(common.spec().commandLine(), "--map", map, "--pdf", pdf);
        Outputs.keepInputs(common.spec().commandLine(), photos, List.of(json, html, pdf, map));
        Outputs.keepInputs(common.spec().commandLine(), after, List.of(json, html, pdf, map));
        Outputs.keepInputs(common.spec().commandLine(), norms.files(), List.of(json, html, pdf, map));
        repeatability
                .file()
                .ifPresent(file ->
                        Outputs.keepInputs(common.spec().commandLine(), List.of(file), List.of(json, html, pdf, map)));
        Assessor assessor = norms.with(model.assessor(wiring, scale.hint()));
        Comparer comparer = repeatability.with(Comparer.with(assessor));
        List<Examination> examined =
                examine(Stream.concat(earlier.stream(), later.stream()).toList(), assessor);
        if (examined.size() < earlier.size() + later.size()) {
            return 1;
        }
        List<Examination> before = examined.subList(0, earlier.size());
        List<Examination> afterwards = examined.subList(earlier.size(), examined.size());
        Comparison comparison = comparer.compare(before, afterwards);
        TerminalText text = terminal.colour() ? TerminalText.coloured() : TerminalText.plain();
        common.out().print(text.of(comparison));
        common.out().flush();
        write(comparison, before.get(0), afterwards.get(0));
        return comparison.comparability().verdict() == Comparability.Verdict.NOT_COMPARABLE ? 1 : 0;
    }

    /** The examinations of photos; fewer than photos where some cannot be read, which has been told. */
    private List<Examination> examine(List<Path> files, Assessor assessor) {
        return new Examiner(wiring.reader(), common)
                .withAll(files, assessor::examine).stream()
                        .flatMap(r -> r.value().stream())
                        .toList();
    }

    private void write(Comparison comparison, Examination before, Examination afterwards) throws OutputException {
        if (json.isPresent()) {
            Outputs.write(json.get(), ComparisonJson.of(comparison));
            common.note("wrote " + json.get());
        }
        if (map.isPresent()) {
            Optional<byte[]> picture = ChangePicture.png(comparison, before.photo());
            if (picture.isPresent()) {
                Outputs.write(map.get(), picture.get());
                common.note("wrote " + map.get());
            } else {
                common.note("no map: the photos cannot be compared");
            }
        }
        boolean page = html.isPresent() || (json.isEmpty() && map.isEmpty() && pdf.isEmpty());
        if (!page && pdf.isEmpty()) {
            return;
        }
        Report report = language.reports().comparison(comparison, before, afterwards);
        if (page) {
            Path file = html.orElse(DEFAULT_PAGE);
            Outputs.write(file, report.html());
            common.note("wrote " + file);
        }
        if (pdf.isPresent()) {
            Outputs.write(pdf.get(), report.pdf());
            common.note("wrote " + pdf.get());
        }
    }
}
