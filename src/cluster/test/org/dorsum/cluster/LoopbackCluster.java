package org.dorsum.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A standalone Spark cluster of this machine: one master, two workers of one core each, every one a process. */
final class LoopbackCluster implements AutoCloseable {
    private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");
    private static final Duration LONGEST = Duration.ofMinutes(15); // on a machine that is busy with other things

    private final Path folder;
    private final SparkHome spark;
    private final Process master;
    private final String url;
    private final List<Process> workers = new ArrayList<>();
    private final List<Process> submissions = new ArrayList<>();

    LoopbackCluster(Path folder) throws Exception {
        this.folder = Files.createDirectories(folder);
        this.spark = new SparkHome(folder.resolve("spark"));
        Path log = folder.resolve("master.log");
        master = spark.start(
                log,
                "400",
                List.of(
                        "org.apache.spark.deploy.master.Master",
                        "--host",
                        "localhost",
                        "--port",
                        "0",
                        "--webui-port",
                        "0"));
        await("a master", () -> MASTER.matcher(text(log)).find());
        Matcher said = MASTER.matcher(text(log));
        url = said.find() ? said.group(1) : "";
        for (int i = 0; i < 2; i++) {
            worker();
        }
    }

    /** One more worker. */
    void worker() throws Exception {
        Path log = folder.resolve("worker" + workers.size() + ".log");
        workers.add(spark.start(
                log,
                "300",
                List.of(
                        "org.apache.spark.deploy.worker.Worker",
                        "--host",
                        "localhost",
                        "--cores",
                        "1",
                        "--memory",
                        "1200m",
                        "--webui-port",
                        "0",
                        "--work-dir",
                        folder.resolve("work" + workers.size()).toString(),
                        url)));
        await("a worker", () -> text(log).contains("Successfully registered with master"));
    }

    /** A machine fails: a worker and what runs on it are gone at once. */
    void killWorker(int index) throws InterruptedException {
        Process worker = workers.get(index);
        List<ProcessHandle> its = worker.descendants().toList();
        worker.destroyForcibly().waitFor();
        its.forEach(ProcessHandle::destroyForcibly);
    }

    /** What a submission ended with, and all it printed. */
    record Ended(int status, String output) {}

    /** A submission that runs. */
    static final class Submission {
        private final Process process;
        private final Path log;

        private Submission(Process process, Path log) {
            this.process = process;
            this.log = log;
        }

        boolean runs() {
            return process.isAlive();
        }

        Ended end() throws InterruptedException {
            if (!process.waitFor(2 * LONGEST.toMinutes(), TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("a run of a few photos did not end: " + text(log));
            }
            return new Ended(process.exitValue(), text(log));
        }
    }

    /** Starts our jar on the cluster, as {@code spark-submit} does. */
    Submission submit(String name, List<String> settings, List<String> arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of("org.apache.spark.deploy.SparkSubmit", "--master", url));
        for (String setting : settings) {
            line.addAll(List.of("--conf", setting));
        }
        line.addAll(List.of(
                "--conf",
                "spark.executor.memory=900m",
                "--class",
                "org.dorsum.cluster.Main",
                SparkHome.property("dorsum.cluster.jar")));
        line.addAll(arguments);
        Path log = folder.resolve(name + ".log");
        Process process = spark.start(log, "700", line);
        submissions.add(process);
        return new Submission(process, log);
    }

    /** Waits until something has come about. */
    static void await(String what, BooleanSupplier come) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!come.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("there was no " + what + " within " + LONGEST);
            }
            Thread.sleep(100);
        }
    }

    static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        submissions.forEach(Process::destroyForcibly);
        for (Process process : workers) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        master.destroyForcibly();
    }
}
