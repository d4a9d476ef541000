package org.dorsum.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.dorsum.clinic.Upkeep;
import org.dorsum.clinic.UpkeepException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clinic-verify-audit}: whether the audit log is as it was written. */
@Command(
        name = "clinic-verify-audit",
        description = {
            "Computes the chain of the audit log anew and says whether an entry was changed, removed or added otherwise.",
            "It prints the number of entries and the last one's hash. Note them in another place: held against a note (--head), the"
                    + " log also shows whether its end was cut off."
        })
final class ClinicAuditCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final ClinicFolder folder = new ClinicFolder();

    @Option(
            names = "--head",
            paramLabel = "HASH",
            description = "The hash of an entry noted earlier: it must be in the log.")
    private Optional<String> head = Optional.empty();

    @Override
    public Integer call() {
        try {
            Upkeep.Log log = folder.clinic().verifyLog(head);
            common.out().println(log.entries() + " entries, intact; head " + log.head());
            common.out().flush();
            return 0;
        } catch (UpkeepException e) {
            common.problem(Errors.oneLine(e.getMessage()), e);
            return 1;
        }
    }
}
