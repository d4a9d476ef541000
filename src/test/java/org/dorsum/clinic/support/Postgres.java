package org.dorsum.clinic.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dorsum.clinic.data.Ids;

/**
 * Debian's PostgreSQL, started once for all tests of this process in a temporary folder and on a free port, and stopped and
 * deleted at its end. Started as {@code postgres} by root, who may not run it himself.
 */
public final class Postgres {
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
    private static final int PATIENCE_S = 60;

    private final int port;

    private Postgres(int port) {
        this.port = port;
    }

    private static final class Started {
        static final Optional<Postgres> SERVER = start();
    }

    /** The server; empty where PostgreSQL is not installed. */
    public static Optional<Postgres> server() {
        return Started.SERVER;
    }

    /** The address of a new, empty database. */
    public String newDatabase() {
        String name = "d" + Ids.random().replace("-", "");
        run(List.of(
                "psql",
                "-h",
                "127.0.0.1",
                "-p",
                "" + port,
                "-U",
                "dorsum",
                "-d",
                "postgres",
                "-qc",
                "CREATE DATABASE " + name));
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name + "?user=dorsum";
    }

    private static Optional<Postgres> start() {
        try {
            Optional<Path> programs = programs();
            if (programs.isEmpty()) {
                return Optional.empty();
            }
            Path folder = Files.createTempDirectory("dorsum-postgres");
            if (root()) {
                run(List.of("chown", "postgres", folder.toString()));
            }
            int port = freePort();
            String data = folder.resolve("data").toString();
            run(asPostgres(
                    programs.get(), "initdb", "-D", data, "-A", "trust", "-U", "dorsum", "-E", "UTF8", "--no-sync"));
            run(asPostgres(
                    programs.get(),
                    "pg_ctl",
                    "-D",
                    data,
                    "-w",
                    "-l",
                    folder.resolve("log").toString(),
                    "-o",
                    "-p " + port + " -k " + folder + " -c fsync=off -c listen_addresses=127.0.0.1",
                    "start"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                run(asPostgres(programs.get(), "pg_ctl", "-D", data, "-m", "immediate", "stop"));
                delete(folder);
            }));
            return Optional.of(new Postgres(port));
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL does not start", e);
        }
    }

    /** The newest version's programs. */
    private static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.map(v -> v.resolve("bin"))
                    .filter(b -> Files.isExecutable(b.resolve("initdb")))
                    .max(Comparator.comparing(Path::toString));
        }
    }

    private static boolean root() {
        return System.getProperty("user.name").equals("root");
    }

    private static List<String> asPostgres(Path programs, String program, String... arguments) {
        List<String> command = new ArrayList<>(root() ? List.of("runuser", "-u", "postgres", "--") : List.of());
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void run(List<String> command) {
        try {
            Path said = Files.createTempFile("dorsum-postgres", ".log");
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            boolean ended = process.waitFor(PATIENCE_S, TimeUnit.SECONDS);
            String text = Files.readString(said);
            Files.delete(said);
            if (!ended || process.exitValue() != 0) {
                throw new IllegalStateException(command + " failed: " + text);
            }
        } catch (IOException e) {
            throw new IllegalStateException(command + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
