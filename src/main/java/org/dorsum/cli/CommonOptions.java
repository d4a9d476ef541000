package org.dorsum.cli;

import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options of every command, and where it writes. */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class)
final class CommonOptions {
    @Spec(Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(names = "--quiet", description = "Results and problems only: no progress, no notes.")
    private boolean quiet;

    @Option(names = "--verbose", description = "With stack traces.")
    private boolean verbose;

    boolean quiet() {
        return quiet;
    }

    boolean verbose() {
        return verbose;
    }

    CommandSpec spec() {
        return Objects.requireNonNull(spec, "picocli sets it");
    }

    /** Results. */
    PrintWriter out() {
        return spec().commandLine().getOut();
    }

    /** Something to know, such as the name of a file that was written. */
    void note(String message) {
        if (!quiet) {
            spec().commandLine().getErr().println(message);
        }
    }

    /** Takes a progress bar off the line, so that a message can stand there. */
    void clearLine() {
        spec().commandLine().getErr().print("\r\u001b[K");
    }

    /** One line about something that went wrong. */
    void problem(String message) {
        spec().commandLine().getErr().println("dorsum: " + message);
    }

    /** One line about something that went wrong, and where it came from if asked for. */
    void problem(String message, Throwable cause) {
        problem(message);
        if (verbose) {
            cause.printStackTrace(spec().commandLine().getErr());
        }
    }
}
