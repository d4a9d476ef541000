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
        chooseLogging(arguments);
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

    /**
     * Only the web application keeps a log; a command's libraries have nothing to say to its user. Named before the first logger
     * is made, so that a command does not pay for starting a logging system.
     */
    private static void chooseLogging(String... arguments) {
        boolean serves = arguments.length > 0 && arguments[0].equals("serve");
        System.setProperty("slf4j.internal.verbosity", "WARN");
        System.setProperty(
                "slf4j.provider",
                serves ? "ch.qos.logback.classic.spi.LogbackServiceProvider" : "org.slf4j.nop.NOPServiceProvider");
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
        line.addSubcommand(new WorkerCommand(wiring));
        line.addSubcommand(new SegmentCommand(wiring));
        line.addSubcommand(new NormsCommand());
        line.addSubcommand(new DictionaryCommand());
        line.addSubcommand(new CardCommand());
        line.addSubcommand(new SynthCommand());
        line.addSubcommand(new ClinicBackupCommand());
        line.addSubcommand(new ClinicRestoreCommand());
        line.addSubcommand(new ClinicAuditCommand());
        line.addSubcommand(new ServeCommand(wiring));
        line.setOut(out);
        line.setErr(err);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                terminal.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.setParameterExceptionHandler(Errors::wrongUsage);
        line.setExecutionExceptionHandler(Errors::failed);
        line.setExpandAtFiles(false);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        return line;
    }

    /** UTF-8 whatever the locale: the launcher makes sure that names of files are, too. */
    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
