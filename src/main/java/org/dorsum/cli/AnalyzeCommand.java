package org.dorsum.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.dorsum.assess.Assessor;
import org.dorsum.assess.Examination;
import org.dorsum.report.AssessmentJson;
import org.dorsum.report.FhirBundle;
import org.dorsum.report.MetricsCsv;
import org.dorsum.report.Overlay;
import org.dorsum.report.PhotoResult;
import org.dorsum.report.PhotoResult.Labels;
import org.dorsum.report.PhotoResult.Outcome;
import org.dorsum.report.PhotoSheet;
import org.dorsum.report.Report;
import org.dorsum.report.TerminalText;
import org.dorsum.report.ZonesCsv;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code analyze}: what each photo says. */
@Command(
        name = "analyze",
        description = "Measures each photo and prints a table: value, standard error, unit, or why there is none.")
final class AnalyzeCommand implements Callable<Integer> {
    private final Wiring wiring;
    private final Terminal terminal;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "PHOTO", arity = "1..*", description = "JPEG, PNG, TIFF, WebP or BMP.")
    private final List<Path> photos = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for overlays (<name>.overlay.png), metrics.csv, zones.csv and report.html.")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private final ScaleOptions scale = new ScaleOptions();

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final NormsOptions norms = new NormsOptions();

    @Option(
            names = "--zones",
            description =
                    "Measure knuckles and finger segments too, where the photo shows them; they go into zones.csv.")
    private boolean zones;

    @Option(names = "--json", paramLabel = "FILE", description = "Everything as JSON.")
    private Optional<Path> json = Optional.empty();

    @Option(names = "--html", paramLabel = "FILE", description = "One page to look at, print or pass on.")
    private Optional<Path> html = Optional.empty();

    @Option(names = "--pdf", paramLabel = "FILE", description = "The same as PDF, on A4.")
    private Optional<Path> pdf = Optional.empty();

    @Option(
            names = "--fhir",
            paramLabel = "FILE",
            description = "The measurements as a FHIR R4 bundle of observations, JSON, without a patient.")
    private Optional<Path> fhir = Optional.empty();

    @Mixin
    private final LanguageOption language = new LanguageOption();

    AnalyzeCommand(Wiring wiring, Terminal terminal) {
        this.wiring = wiring;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws OutputException {
        Examiner examiner = new Examiner(wiring.reader(), common);
        examiner.begin(photos.get(0));
        Assessor dorsum = norms.with(model.assessor(wiring, scale.hint()));
        Assessor assessor = zones ? dorsum.withAllZones() : dorsum;
        Outputs.keepApart(common.spec().commandLine(), "--html", html, "--json", json);
        Outputs.keepApart(common.spec().commandLine(), "--html", html, "--pdf", pdf);
        Outputs.keepApart(common.spec().commandLine(), "--json", json, "--pdf", pdf);
        Outputs.keepApart(common.spec().commandLine(), "--html", html, "--fhir", fhir);
        Outputs.keepApart(common.spec().commandLine(), "--json", json, "--fhir", fhir);
        Outputs.keepApart(common.spec().commandLine(), "--pdf", pdf, "--fhir", fhir);
        Outputs.keepInputs(common.spec().commandLine(), photos, List.of(json, html, pdf, fhir));
        List<Optional<Path>> named = List.of(json, html, pdf, fhir);
        List<Optional<Path>> inFolder = List.of(in("metrics.csv"), in("zones.csv"), in("report.html"));
        Outputs.keepInputs(common.spec().commandLine(), photos, inFolder);
        Outputs.keepInputs(common.spec().commandLine(), norms.files(), named);
        Outputs.keepInputs(common.spec().commandLine(), norms.files(), inFolder);
        Outputs.keepApart(common.spec().commandLine(), named, inFolder);
        if (out.isPresent()) {
            Outputs.makeFolder(out.get());
        }
        Outputs outputs = new Outputs(photos);
        TerminalText text = terminal.colour() ? TerminalText.coloured() : TerminalText.plain();
        List<PhotoResult> results = new ArrayList<>();
        List<PhotoSheet> sheets = new ArrayList<>();
        for (Path file : photos) {
            Examiner.Result<Examination> result = examiner.with(file, assessor::examine);
            Outcome outcome = result.value()
                    .<Outcome>map(e -> new Outcome.Assessed(e.assessment()))
                    .orElseGet(() -> new Outcome.Failed(result.problem(), Optional.empty()));
            results.add(new PhotoResult(file.toString(), Labels.none(), assessor.method(), outcome));
            if (result.value().isPresent()) {
                Examination examination = result.value().get();
                common.out().println(text.of(examination.assessment()));
                if (out.isPresent() || html.isPresent() || pdf.isPresent()) {
                    sheets.add(language.reports().sheet(examination));
                }
                if (out.isPresent()) {
                    Outputs.write(
                            overlayFile(out.get(), outputs.stem(file, stem -> List.of(overlayFile(out.get(), stem)))),
                            Overlay.png(examination.photo(), examination.assessment()));
                }
            }
        }
        write(results);
        if (!sheets.isEmpty()) {
            write(language.reports().photos(sheets));
        }
        return results.stream().allMatch(r -> r.status().equals("measured")) ? 0 : 1;
    }

    /** A file in the folder for results, if there is one. */
    private Optional<Path> in(String name) {
        return out.map(folder -> folder.resolve(name));
    }

    private static Path overlayFile(Path folder, String stem) {
        return folder.resolve(stem + ".overlay.png");
    }

    private void write(Report report) throws OutputException {
        for (Path page :
                Stream.concat(html.stream(), in("report.html").stream()).toList()) {
            Outputs.write(page, report.html());
        }
        if (pdf.isPresent()) {
            Outputs.write(pdf.get(), report.pdf());
        }
    }

    private void write(List<PhotoResult> results) throws OutputException {
        if (json.isPresent()) {
            Outputs.write(json.get(), AssessmentJson.of(results));
        }
        if (fhir.isPresent()) {
            Outputs.write(fhir.get(), FhirBundle.of(results));
        }
        if (out.isPresent()) {
            StringBuilder metrics = new StringBuilder(MetricsCsv.header());
            StringBuilder zones = new StringBuilder(ZonesCsv.header());
            for (PhotoResult result : results) {
                metrics.append(MetricsCsv.line(result));
                ZonesCsv.lines(result).forEach(zones::append);
            }
            Outputs.write(out.get().resolve("metrics.csv"), metrics.toString());
            Outputs.write(out.get().resolve("zones.csv"), zones.toString());
        }
    }
}
