package org.dorsum.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dorsum.assess.Assessor;
import org.dorsum.assess.NormsFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which norms scores are read against, on every command that shows scores. */
@Command
final class NormsOptions {
    private static final Path SHIPPED = Path.of("models", "norms", "hands11k.json");

    @Spec(Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--norms",
            paramLabel = "FILE",
            description = "Norms for the scores, as made by 'dorsum norms' (default: models/norms/hands11k.json).")
    private Optional<Path> file = Optional.empty();

    /** The option, as another process is told it. */
    List<String> arguments() {
        return file.map(f -> List.of("--norms", f.toString())).orElse(List.of());
    }

    /** What is read and must not be written over. */
    List<Path> files() {
        return List.of(file.orElseGet(NormsOptions::shipped));
    }

    /** The assessor with those norms; without scores where none were named and none came along. */
    Assessor with(Assessor assessor) {
        Path norms = file.orElseGet(NormsOptions::shipped);
        if (file.isEmpty() && !Files.isRegularFile(norms)) {
            return assessor;
        }
        try {
            return assessor.withNorms(NormsFile.read(norms));
        } catch (NormsFile.UnusableNormsException e) {
            throw new ParameterException(
                    Objects.requireNonNull(spec, "picocli sets it").commandLine(), Errors.oneLine(e.getMessage()), e);
        }
    }

    /** In the home folder that the launcher names, or in the working folder. */
    private static Path shipped() {
        String home = System.getProperty("dorsum.home");
        Path ofHome = home == null ? SHIPPED : Path.of(home).resolve(SHIPPED);
        return Files.isRegularFile(ofHome) ? ofHome : SHIPPED;
    }
}
