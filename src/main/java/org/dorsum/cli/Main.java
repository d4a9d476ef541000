package org.dorsum.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.dorsum.hand.HandNetwork;
import org.dorsum.image.Codec;
import picocli.CommandLine;

/** Where {@code ./dorsum} starts. */
public final class Main {
    private static final Set<String> LOOKING = Set.of("analyze", "compare", "segment"); // at once, at few photos

    private Main() {}

    /** Runs one command and exits with its status: 0 all well, 1 something could not be measured, 2 wrong usage. */
    public static void main(String[] arguments) {
        chooseLogging(arguments);
        PrintWriter out = writer(System.out);
        PrintWriter err = writer(System.err);
        Wiring wiring = Wiring.real();
        Terminal terminal = Terminal.ofThisProcess();
        String first = arguments.length > 0 ? arguments[0] : "";
        if (arguments.length > 1 && LOOKING.contains(first)) {
            ForkJoinPool.commonPool().execute(Main::loadLibraries);
        }
        boolean known = all(wiring, terminal).containsKey(first);
        int status;
        try {
            status = commands(wiring, terminal, out, err, name -> !known || name.equals(first))
                    .execute(arguments);
        } catch (OutOfMemoryError e) {
            err.println(
                    "dorsum: not enough memory: give Java more, as by DORSUM_JAVA_OPTIONS=-Xmx2g, or use smaller photos");
            status = 1;
        }
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
        return commands(wiring, terminal, out, err, name -> true);
    }

    /**
     * The command line with those commands alone whose names are wanted: to read what all of them can do takes a tenth of a photo's
     * time.
     */
    private static CommandLine commands(
            Wiring wiring, Terminal terminal, PrintWriter out, PrintWriter err, Predicate<String> wanted) {
        CommandLine line = new CommandLine(new DorsumCommand());
        all(wiring, terminal).forEach((name, command) -> {
            if (wanted.test(name)) {
                line.addSubcommand(name, command.get());
            }
        });
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

    /** The commands in the order in which help tells them, by their names. */
    private static Map<String, Supplier<Object>> all(Wiring wiring, Terminal terminal) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("analyze", () -> new AnalyzeCommand(wiring, terminal));
        commands.put("compare", () -> new CompareCommand(wiring, terminal));
        commands.put("batch", () -> new BatchCommand(wiring, terminal));
        commands.put("course", () -> new CourseCommand(wiring, terminal));
        commands.put("repeatability", () -> new RepeatabilityCommand(wiring, terminal));
        commands.put("batch-worker", () -> new WorkerCommand(wiring));
        commands.put("segment", () -> new SegmentCommand(wiring));
        commands.put("norms", NormsCommand::new);
        commands.put("dictionary", DictionaryCommand::new);
        commands.put("card", CardCommand::new);
        commands.put("synth", SynthCommand::new);
        commands.put("clinic-backup", ClinicBackupCommand::new);
        commands.put("clinic-restore", ClinicRestoreCommand::new);
        commands.put("clinic-verify-audit", ClinicAuditCommand::new);
        commands.put("serve", () -> new ServeCommand(wiring));
        return commands;
    }

    /** Loads the native libraries of a command that looks at photos, on another core while its options are read. */
    private static void loadLibraries() {
        try {
            HandNetwork.loadEngine();
            Codec.load();
        } catch (RuntimeException | LinkageError e) {
            // Whoever needs them is told so when it asks for them.
        }
    }

    /** UTF-8 whatever the locale: the launcher makes sure that names of files are, too. */
    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
