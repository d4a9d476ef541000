package org.dorsum.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Where {@code ./dorsum} starts. */
public final class Main {
    private Main() {}

    /** Runs one command and exits with its status: 0 all well, 1 something could not be measured, 2 wrong usage. */
    public static void main(String[] arguments) {
        PrintWriter out = writer(System.out);
        PrintWriter err = writer(System.err);
        int status = commands(Wiring.real(), Terminal.ofThisProcess(), out, err).execute(arguments);
        if (lost(out, System.out)) {
            err.println("dorsum: cannot write standard output");
            status = Math.max(1, status);
        }
        err.flush();
        System.exit(status);
    }

    /** Whether some of what was printed did not arrive, as on a full disk; each of the two hides it from the other. */
    private static boolean lost(PrintWriter writer, PrintStream stream) {
        boolean unwritten = writer.checkError();
        return stream.checkError() || unwritten;
    }

    /** The whole command line, writing to {@code out} and {@code err}. */
    static CommandLine commands(Wiring wiring, Terminal terminal, PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(new DorsumCommand());
        line.addSubcommand(new AnalyzeCommand(wiring, terminal));
        line.addSubcommand(new CompareCommand(wiring, terminal));
        line.addSubcommand(new BatchCommand(wiring, terminal));
        line.addSubcommand(new CourseCommand(wiring, terminal));
        line.addSubcommand(new RepeatabilityCommand(wiring, terminal));
        line.addSubcommand(new SegmentCommand(wiring));
        line.addSubcommand(new NormsCommand());
        line.addSubcommand(new CardCommand());
        line.addSubcommand(new SynthCommand());
        line.setOut(out);
        line.setErr(err);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                terminal.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.setParameterExceptionHandler(Errors::wrongUsage);
        line.setExecutionExceptionHandler(Errors::failed);
        line.setExpandAtFiles(false);
        line.setUsageHelpAutoWidth(true);
        return line;
    }

    /** UTF-8 whatever the locale: the launcher makes sure that names of files are, too. */
    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
