package org.dorsum.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dorsum.clinic.UpkeepException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code clinic-backup}: everything of a clinic in one file. */
@Command(
        name = "clinic-backup",
        description = {
            "Copies a clinic's database and photos into one file, while the web app is running or not.",
            "Photos and names in it are encrypted as ever; the key is not in it. Keep a copy of the key in another place:"
                    + " without it nobody can read the back-up."
        })
final class ClinicBackupCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final ClinicFolder folder = new ClinicFolder();

    @Parameters(paramLabel = "FILE.zip", description = "Where the back-up goes; it must not be there yet.")
    private Path archive = Path.of("clinic.zip");

    @Override
    public Integer call() {
        try {
            int files = folder.clinic().backUp(archive);
            common.note("wrote " + archive + " (" + files + " encrypted files)");
            return 0;
        } catch (UpkeepException e) {
            common.problem(Errors.oneLine(e.getMessage()), e);
            return 1;
        }
    }
}
