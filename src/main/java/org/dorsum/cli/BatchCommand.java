package org.dorsum.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dorsum.assess.Assessor;
import org.dorsum.batch.Batch;
import org.dorsum.batch.ManifestException;
import org.dorsum.batch.PhotoList;
import org.dorsum.batch.ResumeRefusedException;
import org.dorsum.batch.WorkerException;
import org.dorsum.hand.ScaleHint;
import org.dorsum.report.DataDictionary.Table;
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
    private static final int MOST_JOBS = 1000; // more threads than any machine has cores

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

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}: Parquet is written beside the CSV file when all photos are done.")
    private Format format = Format.CSV;

    @Option(
            names = "--isolate",
            description = "Measure in processes of their own: a photo that crashes one costs a row, not the batch.")
    private boolean isolate;

    @Option(
            names = "--photo-timeout",
            paramLabel = "SECONDS",
            description = "A photo that takes longer is a failed row; needs --isolate and switches it on.")
    private Optional<Double> timeout = Optional.empty();

    /** Forms of the tables. */
    enum Format {
        /** Text alone. */
        CSV,
        /** Text, and Parquet made of it. */
        PARQUET;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    BatchCommand(Wiring wiring, Terminal terminal) {
        this.wiring = wiring;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        ScaleHint hint = scale.hint();
        checkNumbers();
        List<BatchTables> tables = tables();
        List<Optional<Path>> targets = tables.stream()
                .flatMap(t -> t.files().stream())
                .map(Optional::of)
                .toList();
        Outputs.keepInputs(common.spec().commandLine(), List.of(source), targets);
        Outputs.keepInputs(common.spec().commandLine(), norms.files(), targets);
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
                targets);
        if (photos.items().isEmpty()) {
            common.note(source
                    + (Files.isDirectory(source)
                            ? ": no photos here (jpg, png, tif, webp, bmp)"
                            : ": lists no photos"));
        }
        for (BatchTables table : tables) {
            Outputs.makeParent(table.csv());
        }
        return run(photos, hint, tables);
    }

    private void checkNumbers() {
        if (jobs.isPresent() && (jobs.get() < 1 || jobs.get() > MOST_JOBS)) {
            throw new ParameterException(
                    common.spec().commandLine(), "--jobs is at least 1, at most " + MOST_JOBS + ", not " + jobs.get());
        }
        if (timeout.isPresent() && !(timeout.get() >= 0.001 && timeout.get() < 1e6)) {
            throw new ParameterException(
                    common.spec().commandLine(), "--photo-timeout is seconds, 0.001 to 1000000, not " + timeout.get());
        }
    }

    /** The table of photos and, if wanted, the long one. */
    private List<BatchTables> tables() {
        boolean parquet = format == Format.PARQUET;
        List<BatchTables> tables = new ArrayList<>(List.of(BatchTables.of(Table.METRICS, out, parquet)));
        zones.ifPresent(z -> tables.add(BatchTables.of(Table.ZONES, z, parquet)));
        if (tables.size() == 2) {
            Outputs.keepApart(
                    common.spec().commandLine(),
                    "--out",
                    tables.get(0).files(),
                    "--long",
                    tables.get(1).files());
        }
        return tables;
    }

    private int run(PhotoList photos, ScaleHint hint, List<BatchTables> tables) throws IOException {
        Assessor assessor = norms.with(model.assessor(wiring, hint));
        Batch batch = Batch.with(wiring.reader(), zones.isPresent() ? assessor.withAllZones() : assessor);
        batch = jobs.isPresent() ? batch.withJobs(jobs.get()) : batch;
        batch = resume ? batch.resuming() : batch;
        batch = isolate || timeout.isPresent() ? isolated(batch) : batch;
        try (Interrupts interrupts = Interrupts.listen(
                () -> common.problem("finishing the photos in hand; once more ends at once, without them"))) {
            Batch.Tally tally = run(batch, photos, tables, interrupts);
            for (BatchTables table : tables) {
                table.describe(batch.method());
                if (tally.left() == 0) {
                    table.convert();
                } else {
                    table.forget();
                }
                table.stale()
                        .ifPresent(p -> common.note(
                                p + " is of an earlier run; --format parquet --resume makes it anew from this table"));
            }
            return told(tally, photos, interrupts);
        } catch (ResumeRefusedException e) {
            common.problem(Errors.oneLine(e.getMessage()));
            return Errors.WRONG_USAGE;
        } catch (WorkerException | OutputException e) {
            throw e;
        } catch (IOException e) {
            throw new OutputException(e);
        }
    }

    private Batch isolated(Batch batch) {
        List<String> arguments = new ArrayList<>(scale.arguments());
        arguments.addAll(model.arguments());
        arguments.addAll(norms.arguments());
        if (zones.isPresent()) {
            arguments.add("--zones");
        }
        if (common.quiet()) {
            arguments.add("--quiet");
        }
        int workers = jobs.orElseGet(() -> Runtime.getRuntime().availableProcessors());
        return batch.isolated(
                WorkerCommand.line(arguments, workers),
                timeout.map(seconds -> Duration.ofMillis(Math.round(1000 * seconds))));
    }

    private Batch.Tally run(Batch batch, PhotoList photos, List<BatchTables> tables, Interrupts interrupts)
            throws IOException, ResumeRefusedException {
        try (BatchProgress progress = BatchProgress.of(terminal.progress() && !common.quiet(), common)) {
            Batch.Tally tally = batch.run(
                    photos,
                    tables.get(0).csv(),
                    tables.stream().skip(1).map(BatchTables::csv).findFirst(),
                    progress,
                    interrupts::requested);
            progress.summarise();
            return tally;
        }
    }

    /** The last lines, and the exit status. */
    private int told(Batch.Tally tally, PhotoList photos, Interrupts interrupts) {
        common.note(String.format(
                Locale.ROOT,
                "%s: %d measured, %d rejected, %d failed%s",
                out,
                tally.measured(),
                tally.rejected(),
                tally.failed(),
                tally.kept() > 0 ? " (" + tally.kept() + " kept from before)" : ""));
        if (tally.left() > 0) {
            common.problem(String.format(
                    Locale.ROOT,
                    "interrupted: %d of %d photos are left; the same command with --resume goes on",
                    tally.left(),
                    photos.items().size()));
            return interrupts.status();
        }
        return tally.complete() ? 0 : 1;
    }
}
