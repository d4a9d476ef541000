package org.dorsum.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.dorsum.report.CardPdf;
import org.dorsum.report.CardPdf.Paper;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code card}: the printable reference card. */
@Command(
        name = "card",
        description = {
            "Writes the reference card as PDF. Print it at 100 %%, check its ruler, and lay it beside the hand: photos then"
                    + " have a scale without an option."
        })
final class CardCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The PDF file.")
    private Path out = Path.of("card.pdf");

    @Option(
            names = "--paper",
            paramLabel = "SIZE",
            description = "a6: the card itself (105 × 148 mm); a4: in the middle of a sheet, with crop marks (default:"
                    + " ${DEFAULT-VALUE}).")
    private String paper = Paper.A6.label();

    @Override
    public Integer call() throws OutputException {
        Paper chosen = Arrays.stream(Paper.values())
                .filter(p -> p.label().equals(paper))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        common.spec().commandLine(),
                        "--paper is "
                                + Arrays.stream(Paper.values())
                                        .map(Paper::label)
                                        .collect(Collectors.joining(" or "))
                                + ", not " + paper));
        if (Files.isDirectory(out)) {
            throw new ParameterException(
                    common.spec().commandLine(), "--out names a folder: " + out + "; name a file, such as card.pdf");
        }
        Outputs.write(out, CardPdf.on(chosen));
        common.out().println(out);
        return 0;
    }
}
