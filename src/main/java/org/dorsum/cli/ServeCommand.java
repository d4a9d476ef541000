package org.dorsum.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dorsum.clinic.CannotStartException;
import org.dorsum.clinic.Clinic;
import org.dorsum.clinic.ClinicSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code serve}: the clinic's web app. */
@Command(
        name = "serve",
        description = {
            "Starts the clinic's web app, and prints its address. At the first start it prints another address with which the"
                    + " first administrator is created.",
            "Names and photos are encrypted with a key that lies outside the data folder (default:"
                    + " ~/.config/dorsum/clinic.key, or the environment variable DORSUM_KEY). Keep a copy of the key in"
                    + " another place: without it nobody can read the data."
        })
final class ServeCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--data", paramLabel = "DIR", description = "Folder of the data (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("dorsum-data");

    @Option(names = "--host", paramLabel = "ADDRESS", description = "Where to listen (default: ${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(names = "--port", paramLabel = "N", description = "Port; 0 for a free one (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(
            names = "--db",
            paramLabel = "URL",
            description =
                    "PostgreSQL database, such as jdbc:postgresql://host/dorsum; user and password from DORSUM_DB_USER"
                            + " and DORSUM_DB_PASSWORD (default: SQLite in the data folder).")
    private Optional<String> database = Optional.empty();

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "Key of names and photos; made if it is not there.")
    private Optional<Path> keyFile = Optional.empty();

    @Option(
            names = "--keystore",
            paramLabel = "FILE",
            description = "PKCS #12 file for TLS; its password from DORSUM_KEYSTORE_PASSWORD.")
    private Optional<Path> keyStore = Optional.empty();

    @Option(
            names = "--without-tls",
            description =
                    "Listen on an address that others reach though there is no --keystore: something else encrypts.")
    private boolean withoutTls;

    @Option(
            names = "--behind-proxy",
            description = "A proxy on this machine takes the requests and says in X-Forwarded headers who asks.")
    private boolean behindProxy;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    ServeCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(common.spec().commandLine(), "--port is 0 to 65535, not " + port);
        }
        ClinicSettings settings = ClinicSettings.in(data)
                .withAddress(host, port)
                .withDatabase(database)
                .withKeyFile(keyFile)
                .withKeyStore(keyStore, Optional.ofNullable(System.getenv("DORSUM_KEYSTORE_PASSWORD")))
                .withOpen(withoutTls)
                .withProxy(behindProxy);
        Clinic.readyLog();
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        try (Clinic clinic = Clinic.start(settings, model.finder(wiring))) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(asked, closed)));
            common.out().println("Dorsum is at " + clinic.address());
            clinic.setUpAddress()
                    .ifPresent(address -> common.out().println("Create the first administrator at " + address));
            common.out().flush();
            asked.await();
        } catch (CannotStartException e) {
            common.problem(Errors.oneLine(e.getMessage()), e);
            return Errors.WRONG_USAGE;
        }
        closed.countDown();
        return 0;
    }

    /** Asks for the end and waits until everything is closed, because the process is gone when its hooks are done. */
    private static void stop(CountDownLatch asked, CountDownLatch closed) {
        asked.countDown();
        try {
            if (!closed.await(30, TimeUnit.SECONDS)) {
                Thread.currentThread().interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
