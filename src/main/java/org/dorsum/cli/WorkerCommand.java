package org.dorsum.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.dorsum.assess.Assessor;
import org.dorsum.batch.BatchWorker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code batch-worker}: what {@code batch --isolate} starts for each job; people have no use for it. */
@Command(name = "batch-worker", hidden = true, description = "Measures the photos that 'dorsum batch --isolate' names.")
final class WorkerCommand implements Callable<Integer> {
    /** Ctrl-C reaches every process of a terminal, SIGTERM often all of a job; the batch alone decides when its workers end. */
    private static final List<String> DEAF = List.of("/bin/sh", "-c", "trap '' INT TERM; exec \"$@\"", "sh");

    private final Wiring wiring;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final ScaleOptions scale = new ScaleOptions();

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final NormsOptions norms = new NormsOptions();

    @Option(names = "--zones", description = "Every zone.")
    private boolean zones;

    WorkerCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws IOException {
        Assessor assessor = norms.with(model.assessor(wiring, scale.hint()));
        try (OutputStream rows = new FileOutputStream(FileDescriptor.out)) {
            System.setOut(System.err); // nothing but rows goes there
            BatchWorker.serve(wiring.reader(), zones ? assessor.withAllZones() : assessor, System.in, rows);
        } catch (IOException e) {
            common.note("dorsum batch-worker: the batch has gone");
        }
        return 0;
    }

    /**
     * How a worker is started: this Java with the options it was started with, its share of the memory, the same classes.
     *
     * @param arguments options of {@code batch-worker}
     * @param jobs how many there will be
     */
    static List<String> line(List<String> arguments, int jobs) {
        List<String> line = new ArrayList<>();
        if (Files.isExecutable(Path.of(DEAF.get(0)))) {
            line.addAll(DEAF);
        }
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-javaagent") && !option.startsWith("-agentlib"))
                .forEach(line::add);
        line.add("-XX:MaxRAMPercentage=" + 70.0 / jobs);
        line.add("-XX:+SuppressFatalErrorMessage"); // a crash is a row; no hs_err file in the user's folder
        line.add("-cp");
        line.add(System.getProperty("java.class.path"));
        line.add(Main.class.getName());
        line.add("batch-worker");
        line.addAll(arguments);
        return line;
    }
}
