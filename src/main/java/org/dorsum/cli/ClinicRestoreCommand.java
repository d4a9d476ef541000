package org.dorsum.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dorsum.clinic.UpkeepException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clinic-restore}: a clinic out of a back-up. */
@Command(
        name = "clinic-restore",
        description = {
            "Makes a clinic of a back-up, in an empty folder (and, with --db, an empty database), and checks that everything is"
                    + " there: every file's digest, the audit log, and that the key opens every photo."
        })
final class ClinicRestoreCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final ClinicFolder folder = new ClinicFolder();

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "The key that the clinic was encrypted with (default: where serve looks for it).")
    private Optional<Path> keyFile = Optional.empty();

    @Parameters(paramLabel = "FILE.zip", description = "The back-up.")
    private Path archive = Path.of("clinic.zip");

    @Override
    public Integer call() {
        try {
            int files = folder.clinic().restore(archive, keyFile);
            common.note("restored " + files + " encrypted files");
            return 0;
        } catch (UpkeepException e) {
            common.problem(Errors.oneLine(e.getMessage()), e);
            return 1;
        }
    }
}
