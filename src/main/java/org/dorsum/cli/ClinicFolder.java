package org.dorsum.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.dorsum.clinic.Upkeep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Where a clinic's data are, on the commands that look after them. */
@Command
final class ClinicFolder {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of the data, as given to serve (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("dorsum-data");

    @Option(
            names = "--db",
            paramLabel = "URL",
            description = "PostgreSQL database, as given to serve; user and password from DORSUM_DB_USER and"
                    + " DORSUM_DB_PASSWORD (default: SQLite in the data folder).")
    private Optional<String> url = Optional.empty();

    /** The clinic there. */
    Upkeep clinic() {
        return Upkeep.of(data, url);
    }
}
