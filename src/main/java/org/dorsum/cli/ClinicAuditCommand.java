package org.dorsum.cli;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dorsum.clinic.audit.AuditLog;
import org.dorsum.clinic.audit.AuditLog.Verdict;
import org.dorsum.clinic.data.ClinicDatabase;
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
        if (!folder.isThere()) {
            common.problem(Errors.oneLine("there is no clinic in " + folder.data()));
            return Errors.WRONG_USAGE;
        }
        try (ClinicDatabase database = folder.open()) {
            AuditLog log = AuditLog.of(database, Clock.systemUTC());
            Verdict verdict = log.verify();
            if (verdict instanceof Verdict.Broken broken) {
                common.problem("the audit log has been changed at entry " + broken.seq());
                return 1;
            }
            if (head.isPresent() && !log.contains(head.get())) {
                common.problem("the audit log lacks the noted entry: its end has been cut off");
                return 1;
            }
            Verdict.Intact intact = (Verdict.Intact) verdict;
            common.out().println(intact.entries() + " entries, intact; head " + intact.head());
            common.out().flush();
            return 0;
        }
    }
}
