package org.dorsum.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dorsum.assess.Assessor;
import org.dorsum.hand.HandFinder;
import org.dorsum.hand.ScaleHint;
import org.dorsum.hand.UnusableModelException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which model finds the hand, on every command that looks for one. */
@Command
final class ModelOptions {
    @Spec(Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--model",
            paramLabel = "DIR",
            description = "Folder of another model that finds hands, with manifest.json (default: models/hand).")
    private Optional<Path> folder = Optional.empty();

    /** The option, as another process is told it. */
    List<String> arguments() {
        return folder.map(f -> List.of("--model", f.toString())).orElse(List.of());
    }

    /** A finder with that model. */
    HandFinder finder(Wiring wiring) {
        try {
            return wiring.finders().open(folder);
        } catch (UnusableModelException e) {
            throw new ParameterException(
                    Objects.requireNonNull(spec, "picocli sets it").commandLine(), Errors.oneLine(e.getMessage()), e);
        }
    }

    /** An assessor with that model, for photos about whose scale something is stated. */
    Assessor assessor(Wiring wiring, ScaleHint scale) {
        return Assessor.with(finder(wiring)).withScale(scale);
    }
}
