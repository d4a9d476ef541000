package org.dorsum.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.dorsum.compare.Comparer;
import org.dorsum.compare.RepeatabilityFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which table of repeatability changes are held against, on every command that gives changes. */
@Command
final class RepeatabilityOptions {
    @Spec(Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--repeatability",
            paramLabel = "FILE",
            description =
                    "How much re-photographing moves each measure with your camera, as made by 'dorsum repeatability'"
                            + " (default: a table of freehand re-shots that comes along).")
    private Optional<Path> file = Optional.empty();

    /** The comparer with that table. */
    Comparer with(Comparer comparer) {
        if (file.isEmpty()) {
            return comparer;
        }
        try {
            return comparer.withRepeatability(RepeatabilityFile.read(file.get()));
        } catch (RepeatabilityFile.UnusableTableException e) {
            throw new ParameterException(
                    Objects.requireNonNull(spec, "picocli sets it").commandLine(), Errors.oneLine(e.getMessage()), e);
        }
    }

    /** The file, where one was named. */
    Optional<Path> file() {
        return file;
    }
}
