package org.dorsum.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.dorsum.assess.Assessment;
import org.dorsum.assess.Assessor;
import org.dorsum.batch.ManifestException;
import org.dorsum.batch.PhotoList;
import org.dorsum.compare.Repeatability;
import org.dorsum.compare.RepeatabilityFile;
import org.dorsum.compare.RepeatabilityStudy;
import org.dorsum.compare.RepeatabilityStudy.Reshot;
import org.dorsum.hand.Zone;
import org.dorsum.measure.Metric;
import org.dorsum.measure.Outcome;
import org.dorsum.report.BlandAltmanChart;
import org.dorsum.report.RepeatabilityText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code repeatability}: hands photographed again and again become a table of what that alone changes. */
@Command(
        name = "repeatability",
        description = {
            "Measures how much each measure moves when the same hand is photographed again: within-subject deviation, CV, minimal"
                    + " detectable change, intraclass correlations.",
            "The list is a CSV file with the columns \"file\" and \"subject\" and, if wanted, \"session\" and \"hand\": two photos and more"
                    + " of each hand, the hand taken away between them. At least ten hands make a table worth having."
        })
final class RepeatabilityCommand implements Callable<Integer> {
    private final Wiring wiring;
    private final Terminal terminal;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final ScaleOptions scale = new ScaleOptions();

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Parameters(paramLabel = "MANIFEST.csv", description = "The list of photos.")
    private Path manifest = Path.of("manifest.csv");

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The table (CSV) that --repeatability of compare and course takes.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--plot", paramLabel = "DIR", description = "Bland-Altman plots, one SVG a measure.")
    private Optional<Path> plots = Optional.empty();

    @Option(names = "--name", paramLabel = "NAME", description = "What the table is called (default: the list's name).")
    private Optional<String> name = Optional.empty();

    @Option(names = "--camera", paramLabel = "TEXT", description = "With what it was photographed, for the record.")
    private String camera = "";

    @Option(names = "--conditions", paramLabel = "TEXT", description = "How it was photographed, for the record.")
    private String conditions = "";

    @Option(names = "--date", paramLabel = "DATE", description = "When, as 2026-11-27 (default: today).")
    private Optional<LocalDate> date = Optional.empty();

    RepeatabilityCommand(Wiring wiring, Terminal terminal) {
        this.wiring = wiring;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        List<PhotoList.Item> photos;
        try {
            photos = PhotoList.listedIn(manifest).items();
        } catch (ManifestException e) {
            e.problems().forEach(problem -> common.problem(Errors.oneLine(problem)));
            return Errors.WRONG_USAGE;
        }
        check(photos);
        Assessor assessor = model.assessor(wiring, scale.hint());
        List<Reshot> reshots = new ArrayList<>();
        for (PhotoList.Item photo : photos) {
            measure(photo, assessor).ifPresent(reshots::add);
        }
        RepeatabilityStudy study = RepeatabilityStudy.of(source(assessor.method()), reshots);
        if (study.source().hands() == 0) {
            common.problem(manifest + ": no hand has two photos that could be measured");
            return 1;
        }
        common.out().print(RepeatabilityText.of(study, terminal.colour()));
        common.out().flush();
        write(study);
        return reshots.size() == photos.size() ? 0 : 1;
    }

    private void check(List<PhotoList.Item> photos) {
        Outputs.keepInputs(
                common.spec().commandLine(),
                Stream.concat(Stream.of(manifest), photos.stream().map(PhotoList.Item::path))
                        .toList(),
                List.of(out));
        Optional<PhotoList.Item> nameless =
                photos.stream().filter(p -> p.labels().subject().isEmpty()).findFirst();
        if (nameless.isPresent()) {
            throw new ParameterException(
                    common.spec().commandLine(),
                    manifest + ": " + nameless.get().file()
                            + " has no subject; the column \"subject\" says whose hand it is");
        }
        boolean again =
                photos.stream().map(RepeatabilityCommand::group).distinct().count() < photos.size();
        if (!again) {
            throw new ParameterException(
                    common.spec().commandLine(),
                    manifest + ": no subject has two photos in one session; list at least two photos of each hand");
        }
    }

    private static List<Optional<String>> group(PhotoList.Item p) {
        return List.of(p.labels().subject(), p.labels().session(), p.labels().hand());
    }

    /** The values of a photo; absent, which has been told, where it could not be measured. */
    private Optional<Reshot> measure(PhotoList.Item photo, Assessor assessor) {
        if (photo.problem().isPresent()) {
            common.problem(Errors.oneLine(photo.file() + ": " + photo.problem().get()));
            return Optional.empty();
        }
        Optional<Assessment> assessed = new Examiner(wiring.reader(), common)
                .with(photo.path(), assessor::assess)
                .value();
        assessed.flatMap(Assessment::rejection)
                .ifPresent(why -> common.problem(Errors.oneLine(photo.file() + ": " + why)));
        return assessed.filter(a -> a.status() == Assessment.Status.MEASURED).map(a -> {
            Map<Metric, Double> values = new EnumMap<>(Metric.class);
            for (Metric metric : Metric.values()) {
                if (a.outcome(Zone.DORSUM, metric) instanceof Outcome.Measured m) {
                    values.put(metric, m.value());
                }
            }
            return new Reshot(
                    photo.labels().subject().orElse(""),
                    photo.labels().session().orElse(""),
                    photo.labels().hand().orElse(""),
                    values);
        });
    }

    private Repeatability.Source source(Assessment.Method method) {
        Path last = manifest.getFileName();
        return new Repeatability.Source(
                name.orElse(last == null ? "repeatability" : last.toString().replaceFirst("\\.csv$", "")),
                date.orElseGet(LocalDate::now).toString(),
                camera,
                conditions,
                0,
                0,
                method.toolVersion(),
                method.settingsSha256());
    }

    private void write(RepeatabilityStudy study) throws OutputException {
        if (out.isPresent()) {
            Outputs.write(out.get(), RepeatabilityFile.write(study));
            common.note("wrote " + out.get());
        }
        if (plots.isPresent()) {
            for (RepeatabilityStudy.Row row : study.rows()) {
                Optional<String> svg = row.metric().detail()
                        ? Optional.empty()
                        : BlandAltmanChart.svg(row, study.source().name());
                if (svg.isPresent()) {
                    Outputs.write(
                            plots.get().resolve("bland-altman-" + row.metric().label() + ".svg"), svg.get());
                }
            }
            common.note("wrote plots into " + plots.get());
        }
    }
}
