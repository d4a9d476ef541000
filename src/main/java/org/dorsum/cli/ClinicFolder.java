package org.dorsum.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dorsum.clinic.data.ClinicDatabase;
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

    Path data() {
        return data;
    }

    /** The database; SQLite's file is made where it is not there. */
    ClinicDatabase open() {
        return url.map(u -> ClinicDatabase.postgresql(
                        u,
                        Optional.ofNullable(System.getenv("DORSUM_DB_USER")),
                        Optional.ofNullable(System.getenv("DORSUM_DB_PASSWORD"))))
                .orElseGet(() -> ClinicDatabase.sqlite(data.resolve(ClinicDatabase.FILE)));
    }

    /** Whether there is a database that can be opened without making one. */
    boolean isThere() {
        return url.isPresent() || Files.isRegularFile(data.resolve(ClinicDatabase.FILE));
    }
}
