package org.dorsum.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dorsum.assess.Assessor;
import org.dorsum.batch.Batch;
import org.dorsum.batch.ManifestException;
import org.dorsum.batch.PhotoList;
import org.dorsum.batch.ResumeRefusedException;
import org.dorsum.hand.ScaleHint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code batch}: a folder or a list of photos becomes a table. */
@Command(
        name = "batch",
        description = {
            "Measures every photo below a folder, or every photo listed in a CSV file with the column \"file\" and, if"
                    + " wanted, \"subject\", \"session\" and \"hand\".",
            "Writes one row a photo as it goes. A photo that cannot be measured is a row that says why."
        })
final class BatchCommand implements Callable<Integer> {
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

    @Parameters(paramLabel = "FOLDER|MANIFEST.csv", description = "A folder with photos, or a list of photos.")
    private Path source = Path.of(".");

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The table: one row a photo.")
    private Path out = Path.of("metrics.csv");

    @Option(
            names = "--long",
            paramLabel = "FILE",
            description = "A second table: one row a photo, zone and metric, with errors and reasons.")
    private Optional<Path> zones = Optional.empty();

    @Option(names = "--jobs", paramLabel = "N", description = "Photos in work at once (default: number of cores).")
    private Optional<Integer> jobs = Optional.empty();

    @Option(
            names = "--resume",
            description = "Continue an interrupted batch: rows of unchanged photos are kept, failed ones tried again.")
    private boolean resume;

    BatchCommand(Wiring wiring, Terminal terminal) {
        this.wiring = wiring;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        ScaleHint hint = scale.hint();
        if (jobs.isPresent() && jobs.get() < 1) {
            throw new ParameterException(common.spec().commandLine(), "--jobs is at least 1, not " + jobs.get());
        }
        Outputs.keepApart(common.spec().commandLine(), "--out", Optional.of(out), "--long", zones);
        Outputs.keepInputs(common.spec().commandLine(), List.of(source), List.of(Optional.of(out), zones));
        PhotoList photos;
        try {
            photos = Files.isDirectory(source) ? PhotoList.below(source) : PhotoList.listedIn(source);
        } catch (ManifestException e) {
            e.problems().forEach(problem -> common.problem(Errors.oneLine(problem)));
            return Errors.WRONG_USAGE;
        }
        Outputs.keepInputs(
                common.spec().commandLine(),
                photos.items().stream().map(PhotoList.Item::path).toList(),
                List.of(Optional.of(out), zones));
        if (photos.items().isEmpty()) {
            common.note(source + ": no photos here (jpg, png, tif, webp, bmp)");
        }
        Outputs.makeParent(out);
        if (zones.isPresent()) {
            Outputs.makeParent(zones.get());
        }
        return run(photos, hint);
    }

    private int run(PhotoList photos, ScaleHint hint) throws IOException {
        Assessor assessor = norms.with(model.assessor(wiring, hint));
        Batch batch = Batch.with(wiring.reader(), zones.isPresent() ? assessor.withAllZones() : assessor);
        batch = jobs.isPresent() ? batch.withJobs(jobs.get()) : batch;
        batch = resume ? batch.resuming() : batch;
        try {
            Batch.Tally tally = run(batch, photos);
            common.note(String.format(
                    Locale.ROOT,
                    "%s: %d measured, %d rejected, %d failed%s",
                    out,
                    tally.measured(),
                    tally.rejected(),
                    tally.failed(),
                    tally.kept() > 0 ? " (" + tally.kept() + " kept from before)" : ""));
            return tally.complete() ? 0 : 1;
        } catch (ResumeRefusedException e) {
            common.problem(Errors.oneLine(e.getMessage()));
            return Errors.WRONG_USAGE;
        } catch (IOException e) {
            throw new OutputException(e);
        }
    }

    private Batch.Tally run(Batch batch, PhotoList photos) throws IOException, ResumeRefusedException {
        try (BatchProgress progress = BatchProgress.of(terminal.progress() && !common.quiet(), common)) {
            return batch.run(photos, out, zones, progress);
        }
    }
}
