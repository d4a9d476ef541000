package org.dorsum.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dorsum.report.DataDictionary.Table;
import org.dorsum.report.DataPackage;
import org.dorsum.report.DictionaryText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dictionary}: what every column of the tables means. */
@Command(
        name = "dictionary",
        description =
                "Prints what every column of metrics.csv and zones.csv and every metric means: unit, range, missing"
                        + " values, method.")
final class DictionaryCommand implements Callable<Integer> {
    /** Forms of the dictionary. */
    enum Format {
        /** For people. */
        MARKDOWN,
        /** A Data Package with a Table Schema for either table. */
        FRICTIONLESS,
        /** A REDCap data dictionary, CSV, of metrics.csv. */
        REDCAP;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.MARKDOWN;

    @Option(names = "--out", paramLabel = "FILE", description = "Where it goes (default: standard output).")
    private Optional<Path> out = Optional.empty();

    @Override
    public Integer call() throws OutputException {
        String text = switch (format) {
            case MARKDOWN -> DictionaryText.markdown();
            case REDCAP -> DictionaryText.redcap();
            case FRICTIONLESS ->
                DataPackage.of(Map.of(Table.METRICS, "metrics.csv", Table.ZONES, "zones.csv"), Optional.empty());
        };
        if (out.isPresent()) {
            Outputs.write(out.get(), text);
        } else {
            common.out().print(text);
            common.out().flush();
        }
        return 0;
    }
}
