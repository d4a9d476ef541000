package org.dorsum.clinic;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dorsum.clinic.audit.AuditLog;
import org.dorsum.clinic.clients.Clients;
import org.dorsum.clinic.clients.Consents;
import org.dorsum.clinic.clients.Consultations;
import org.dorsum.clinic.clients.Retention;
import org.dorsum.clinic.clients.Treatments;
import org.dorsum.clinic.clients.Visits;
import org.dorsum.clinic.data.ClinicDatabase;
import org.dorsum.clinic.people.ApiTokens;
import org.dorsum.clinic.people.Invitations;
import org.dorsum.clinic.people.People;
import org.dorsum.clinic.people.SecondFactor;
import org.dorsum.clinic.people.SetUp;
import org.dorsum.clinic.people.SignIn;
import org.dorsum.clinic.photos.PhotoStore;
import org.dorsum.clinic.vault.KeyPlace;
import org.dorsum.clinic.vault.SealedText;
import org.dorsum.clinic.vault.UnusableKeyException;
import org.dorsum.clinic.vault.Vault;
import org.dorsum.clinic.vault.VaultKey;
import org.dorsum.clinic.web.Access;
import org.dorsum.clinic.web.Album;
import org.dorsum.clinic.web.Archive;
import org.dorsum.clinic.web.Erasure;
import org.dorsum.clinic.web.Photos;
import org.dorsum.clinic.web.Tables;
import org.dorsum.clinic.web.WebConfiguration;
import org.dorsum.clinic.work.QuickLooks;
import org.dorsum.clinic.work.Work;
import org.dorsum.hand.HandFinder;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The clinic's web app, running. */
public final class Clinic implements AutoCloseable {
    private static final String ENGINE = "ai.djl"; // warns at each start that there is no graphics card

    private final ClinicSettings settings;
    private final ConfigurableApplicationContext context;
    private final SetUp setUp;
    private final Deque<AutoCloseable> parts;

    private Clinic(
            ClinicSettings settings, ConfigurableApplicationContext context, SetUp setUp, Deque<AutoCloseable> parts) {
        this.settings = settings;
        this.context = context;
        this.setUp = setUp;
        this.parts = parts;
    }

    /**
     * Starts it: opens or makes the database, brings it up to date, and listens.
     *
     * @param finder finds the hands, as on the command line
     */
    public static Clinic start(ClinicSettings settings, HandFinder finder) throws CannotStartException {
        if (settings.readableByOthers() && !settings.open()) {
            throw new CannotStartException(
                    "listening on " + settings.host() + " without TLS would let others on the network"
                            + " read photos and passwords; give --keystore, or --without-tls if something else encrypts");
        }
        Deque<AutoCloseable> parts = new ArrayDeque<>();
        try {
            createFolder(settings.data());
            VaultKey key = KeyPlace.key(settings.data(), settings.keyFile(), System.getenv());
            ClinicDatabase database = settings.database()
                    .map(url -> ClinicDatabase.postgresql(
                            url, environment("DORSUM_DB_USER"), environment("DORSUM_DB_PASSWORD")))
                    .orElseGet(() -> ClinicDatabase.sqlite(settings.data().resolve("clinic.db")));
            parts.push(database);
            return listen(settings, finder, database, key, parts);
        } catch (UnusableKeyException e) {
            closeAll(parts);
            throw new CannotStartException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            closeAll(parts);
            throw new CannotStartException(
                    "the data folder " + settings.data() + " cannot be used: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            closeAll(parts);
            throw new CannotStartException(reason(e), e);
        }
    }

    /** For its owner only: the database in it holds codes and dates that nobody else of the machine is to read. */
    private static void createFolder(Path folder) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        if (posix && !Files.exists(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    /**
     * Makes the log tell warnings only until the app has its own rules for it. To be called before anything else that logs;
     * without a log that can be told (as in tests) nothing happens.
     */
    public static void readyLog() {
        if (tellsLog()) {
            LoggingSystem log = LoggingSystem.get(Clinic.class.getClassLoader());
            log.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
            log.setLogLevel(ENGINE, LogLevel.ERROR);
        }
    }

    private static boolean tellsLog() {
        return LoggerFactory.getILoggerFactory().getClass().getName().startsWith("ch.qos.logback");
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name));
    }

    private static String reason(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return "the web app cannot start: " + root.getMessage();
    }

    private static Clinic listen(
            ClinicSettings settings,
            HandFinder finder,
            ClinicDatabase database,
            VaultKey key,
            Deque<AutoCloseable> parts) {
        Clock clock = Clock.system(ZoneId.systemDefault());
        SealedText texts = SealedText.with(key);
        AuditLog audit = AuditLog.of(database, clock);
        People people = new People(database, audit, clock);
        SecondFactor secondFactor = new SecondFactor(database, texts, people, audit, clock);
        SetUp setUp = new SetUp(people);
        Clients clients = new Clients(database, texts, audit, clock);
        Consents consents = new Consents(database, audit, clock);
        Consultations consultations = new Consultations(database, texts, audit, clock);
        Visits visits = new Visits(database, audit, clock);
        Vault vault = Vault.open(settings.data(), key);
        parts.push(vault);
        PhotoStore store = PhotoStore.open(database, vault, audit, clock);
        Work work = Work.start(database, store, audit, finder, clock);
        parts.push(work);
        QuickLooks looks = work.quickLooks(settings.data());
        parts.push(looks);
        Access access = new Access(clients, visits, store);
        Treatments treatments = new Treatments(database, consultations, audit, clock);
        Tables tables = new Tables(visits, store, work);
        Beans beans = new Beans()
                .with(PhotoStore.class, store)
                .with(Work.class, work)
                .with(QuickLooks.class, looks)
                .with(Photos.class, new Photos(access, consents, store))
                .with(Album.class, new Album(visits, store, work))
                .with(Tables.class, tables)
                .with(Archive.class, new Archive(consents, consultations, visits, treatments, store, work, tables))
                .with(Erasure.class, new Erasure(database, clients, visits, store))
                .with(Clock.class, clock)
                .with(AuditLog.class, audit)
                .with(People.class, people)
                .with(SecondFactor.class, secondFactor)
                .with(SetUp.class, setUp)
                .with(SignIn.class, new SignIn(database, people, secondFactor, audit, clock))
                .with(Invitations.class, new Invitations(database, people, audit, clock))
                .with(ApiTokens.class, new ApiTokens(database, people, audit, clock))
                .with(Clients.class, clients)
                .with(Consents.class, consents)
                .with(Consultations.class, consultations)
                .with(Visits.class, visits)
                .with(Treatments.class, treatments)
                .with(Retention.class, new Retention(database, clients, visits, consents, audit))
                .with(Access.class, access);
        SpringApplication application = new SpringApplication(WebConfiguration.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(properties(settings));
        application.addInitializers(beans);
        ConfigurableApplicationContext context = application.run();
        parts.push(context);
        return new Clinic(settings, context, setUp, parts);
    }

    /** What is handed to the web side. */
    private static final class Beans implements ApplicationContextInitializer<GenericApplicationContext> {
        private final Map<Class<?>, Object> beans = new HashMap<>();

        <T> Beans with(Class<T> type, T bean) {
            beans.put(type, bean);
            return this;
        }

        @Override
        public void initialize(GenericApplicationContext context) {
            beans.forEach((type, bean) -> context.getBeanFactory().registerSingleton(type.getName(), bean));
        }
    }

    private static Map<String, Object> properties(ClinicSettings settings) {
        if (!tellsLog()) {
            System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        }
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.address", settings.host());
        properties.put("server.port", settings.port());
        properties.put("server.shutdown", "graceful");
        properties.put("server.servlet.session.timeout", "30m");
        properties.put("server.servlet.session.tracking-modes", "cookie");
        properties.put("server.servlet.session.cookie.name", "dorsum-session");
        properties.put("server.servlet.session.cookie.http-only", true);
        properties.put("server.servlet.session.cookie.same-site", "strict");
        properties.put(
                "server.servlet.session.cookie.secure", settings.keyStore().isPresent() || settings.proxied());
        properties.put("server.error.whitelabel.enabled", false);
        properties.put("server.compression.enabled", true);
        if (settings.proxied()) {
            properties.put("server.forward-headers-strategy", "native");
            properties.put("server.tomcat.remoteip.internal-proxies", "127\\.0\\.0\\.1|::1|0:0:0:0:0:0:0:1");
        }
        settings.keyStore().ifPresent(store -> {
            properties.put("server.ssl.key-store", store.toUri().toString());
            properties.put("server.ssl.key-store-type", "PKCS12");
            properties.put(
                    "server.ssl.key-store-password", settings.keyStorePassword().orElse(""));
            properties.put("server.ssl.enabled-protocols", "TLSv1.2,TLSv1.3");
        });
        properties.put("spring.thymeleaf.prefix", "classpath:/org/dorsum/clinic/pages/");
        properties.put("spring.messages.basename", "org/dorsum/clinic/messages");
        properties.put("spring.messages.fallback-to-system-locale", false);
        properties.put("spring.web.resources.add-mappings", false);
        properties.put("spring.jmx.enabled", false);
        properties.put("spring.servlet.multipart.enabled", false); // would write plain copies of photos to the disk
        properties.put("management.endpoints.web.exposure.include", "health,metrics");
        properties.put("management.endpoint.health.show-details", "never");
        properties.put("springdoc.api-docs.path", "/api/openapi.json");
        properties.put("springdoc.paths-to-match", "/api/**");
        properties.put("logging.level.root", "warn");
        properties.put("logging.level.org.dorsum", "info");
        properties.put("logging.level." + ENGINE, "error");
        properties.put("logging.structured.format.console", "logstash");
        return properties;
    }

    /** Where it is reached. */
    public URI address() {
        int port = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer(), "listening")
                .getPort();
        String host = settings.host().equals("0.0.0.0") ? "127.0.0.1" : settings.host();
        return URI.create((settings.keyStore().isPresent() ? "https" : "http") + "://"
                + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    }

    /** Where the first administrator is created, with the one-time key; empty once there is somebody. */
    public Optional<URI> setUpAddress() {
        return setUp.needed() ? Optional.of(address().resolve("/setup?token=" + setUp.token())) : Optional.empty();
    }

    /** The application's context, for tests that walk through its routes. */
    ConfigurableApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        closeAll(parts);
    }

    private static void closeAll(Deque<AutoCloseable> parts) {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                LoggerFactory.getLogger(Clinic.class).warn("a part did not close", e);
            }
        }
    }
}
