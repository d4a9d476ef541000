package org.dorsum.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dorsum.assess.Norms;
import org.dorsum.assess.NormsBuilder;
import org.dorsum.assess.NormsFile;
import org.dorsum.report.MetricsRows;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code norms}: a table of measured photos becomes norms for scores. */
@Command(
        name = "norms",
        description = {
            "Builds the quantiles that scores are read against from a cohort of one's own: a metrics.csv that 'dorsum batch'"
                    + " wrote from a list naming the subject of every photo.",
            "Each hand counts once, by the median of its photos; at least 20 hands."
        })
final class NormsCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "METRICS.csv", description = "The table of the cohort's photos.")
    private Path table = Path.of("metrics.csv");

    @Option(names = "--out", paramLabel = "NORMS", required = true, description = "The file of norms (JSON).")
    private Path out = Path.of("norms.json");

    @Option(
            names = "--ages",
            paramLabel = "FILE",
            description = "CSV with the columns subject and age: the ages that travel with every score.")
    private Optional<Path> ages = Optional.empty();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What the cohort is called (default: the name of the file of norms).")
    private Optional<String> name = Optional.empty();

    @Override
    public Integer call() throws OutputException, IOException {
        Outputs.keepInputs(common.spec().commandLine(), List.of(table), List.of(Optional.of(out)));
        ages.ifPresent(
                file -> Outputs.keepInputs(common.spec().commandLine(), List.of(file), List.of(Optional.of(out))));
        try {
            Map<String, Double> known = ages.isPresent() ? MetricsRows.ages(ages.get()) : Map.of();
            Norms norms = NormsBuilder.of(name.orElseGet(this::fileName), MetricsRows.read(table), known);
            Outputs.write(out, NormsFile.write(norms));
            common.out()
                    .println(String.format(
                            Locale.ROOT,
                            "%s: %d people, %d hands, %d photos, %d metrics",
                            out,
                            norms.cohort().people(),
                            norms.cohort().hands(),
                            norms.cohort().photos(),
                            norms.references().size()));
            return 0;
        } catch (MetricsRows.UnusableTableException e) {
            throw new ParameterException(common.spec().commandLine(), Errors.oneLine(e.getMessage()), e);
        } catch (NormsBuilder.UnusableRowsException e) {
            throw new ParameterException(common.spec().commandLine(), Errors.oneLine(table + ": " + e.getMessage()), e);
        }
    }

    private String fileName() {
        Path last = out.getFileName();
        return last == null ? "norms" : last.toString().replaceFirst("\\.json$", "");
    }
}
