package org.dorsum.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dorsum.clinic.backup.Backup;
import org.dorsum.clinic.backup.UnusableBackupException;
import org.dorsum.clinic.data.ClinicDatabase;
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
    public Integer call() throws IOException {
        if (!folder.isThere()) {
            common.problem(Errors.oneLine("there is no clinic in " + folder.data()));
            return Errors.WRONG_USAGE;
        }
        try (ClinicDatabase database = folder.open()) {
            int files = Backup.write(database, folder.data(), archive);
            common.note("wrote " + archive + " (" + files + " encrypted files)");
            return 0;
        } catch (UnusableBackupException e) {
            common.problem(Errors.oneLine(e.getMessage()), e);
            return 1;
        }
    }
}
