package org.dorsum.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program itself: without a command it says which there are. */
@Command(
        name = "dorsum",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Measures the skin of the back of the hand on ordinary photographs, and how much it changed.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Start here:  dorsum compare before.jpg after.jpg",
            "Exit status: 0 all well, 1 a photo could not be measured, 2 wrong usage,",
            "             130 interrupted (batch: go on with --resume).",
            "Not a medical device: cosmetic appearance only, no diagnosis."
        })
final class DorsumCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(java.util.Objects.requireNonNull(spec).commandLine(), "Which command?");
    }
}
