package org.dorsum.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.dorsum.clinic.Browserless;
import org.dorsum.clinic.audit.AuditLog;
import org.dorsum.clinic.clients.Client;
import org.dorsum.clinic.clients.Clients;
import org.dorsum.clinic.clients.Consent;
import org.dorsum.clinic.clients.Consents;
import org.dorsum.clinic.clients.Visits;
import org.dorsum.clinic.data.ClinicDatabase;
import org.dorsum.clinic.people.ApiTokens;
import org.dorsum.clinic.people.Invitations;
import org.dorsum.clinic.people.People;
import org.dorsum.clinic.people.Person;
import org.dorsum.clinic.people.Role;
import org.dorsum.clinic.vault.SealedText;
import org.dorsum.clinic.vault.VaultKey;
import org.dorsum.image.Codec;
import org.dorsum.image.Resampling;

/**
 * Fifty clients that upload a photo of 12 megapixels each at the same moment, to a web app of its own process with 1.5 GB of heap,
 * while somebody goes from page to page. Before that one client alone: the time until it knows whether its photo is usable.
 * Argument: a photo of a hand, which is enlarged to 4000 × 3000.
 */
public final class ClinicLoad {
    private static final int CLIENTS = 50;
    private static final String PASSWORD = "seven quiet herons wade";
    private static final ObjectMapper JSON = new ObjectMapper();

    private ClinicLoad() {}

    /** Prints the figures of docs/performance.md. */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("clinic-load");
        Path data = Files.createDirectories(folder.resolve("data"));
        Path key = folder.resolve("key");
        byte[] photo = Codec.jpeg(
                Resampling.resize(
                        Codec.decode(Files.readAllBytes(Path.of(args[0]))).orElseThrow(), 4000, 3000),
                92);
        List<String> visits = new ArrayList<>();
        String token = prepare(data, VaultKey.inFile(key), visits);
        System.out.printf(Locale.ROOT, "photo of %.1f MB%n", photo.length / 1e6);
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1500m",
                        "-XX:+UseSerialGC",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.dorsum.cli.Main",
                        "serve",
                        "--data",
                        data.toString(),
                        "--key-file",
                        key.toString(),
                        "--port",
                        "0")
                .redirectError(folder.resolve("server.log").toFile())
                .start();
        BufferedReader out = server.inputReader(StandardCharsets.UTF_8);
        try {
            String line = out.readLine();
            while (line != null && !line.startsWith("Dorsum is at ")) {
                line = out.readLine();
            }
            Thread log = new Thread(() -> out.lines().forEach(l -> System.out.println("server: " + l)));
            log.setDaemon(true);
            log.start();
            URI address = URI.create(String.valueOf(line).substring("Dorsum is at ".length()));
            alone(address, token, visits.get(0), photo);
            together(address, token, visits.subList(1, visits.size()), photo);
            System.out.println("resident at most: " + peak(server.pid()));
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private static String prepare(Path data, VaultKey key, List<String> visits) throws Exception {
        Clock clock = Clock.system(ZoneId.systemDefault());
        try (ClinicDatabase database = ClinicDatabase.sqlite(data.resolve(ClinicDatabase.FILE))) {
            AuditLog log = AuditLog.of(database, clock);
            People people = new People(database, log, clock);
            Person person = people.create("clinician", Set.of(Role.CLINICIAN), "bench");
            Invitations invitations = new Invitations(database, people, log, clock);
            invitations.redeem(invitations.issue(person.id(), "bench"), PASSWORD);
            Clients clients = new Clients(database, SealedText.with(key), log, clock);
            Consents consents = new Consents(database, log, clock);
            Visits all = new Visits(database, log, clock);
            for (int k = 0; k <= CLIENTS; k++) {
                Client client = clients.create("P-" + k, "", person.id());
                consents.give(client, Consent.Scope.PHOTOS, LocalDate.now(clock), person.id());
                visits.add(all.create(client, LocalDate.now(clock), person.id()).id());
            }
            return new ApiTokens(database, people, log, clock).issue(person, "bench");
        }
    }

    private static void alone(URI address, String token, String visit, byte[] photo) throws Exception {
        Browserless program = new Browserless(address);
        for (int k = 0; k < 5; k++) {
            long began = System.nanoTime();
            String id = upload(program, token, visit, numbered(photo, 1000 + k)).orElseThrow();
            long kept = System.nanoTime();
            JsonNode state = state(program, token, id);
            while (state.path("usable").isNull() || state.path("usable").isMissingNode()) {
                Thread.sleep(20);
                state = state(program, token, id);
            }
            long looked = System.nanoTime();
            while (!state.path("stage").asText().equals("done")) {
                Thread.sleep(20);
                state = state(program, token, id);
            }
            System.out.printf(
                    Locale.ROOT,
                    "alone, photo %d: kept after %.2f s, usable or not after %.2f s, measured after %.2f s%n",
                    k,
                    (kept - began) / 1e9,
                    (looked - began) / 1e9,
                    (System.nanoTime() - began) / 1e9);
        }
    }

    private static void together(URI address, String token, List<String> visits, byte[] photo) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<String> kept = Collections.synchronizedList(new ArrayList<>());
        List<Double> waits = Collections.synchronizedList(new ArrayList<>());
        List<Thread> clients = new ArrayList<>();
        for (int k = 0; k < visits.size(); k++) {
            byte[] mine = numbered(photo, k);
            String visit = visits.get(k);
            clients.add(new Thread(() -> {
                try {
                    start.await();
                    long began = System.nanoTime();
                    upload(new Browserless(address), token, visit, mine).ifPresent(kept::add);
                    waits.add((System.nanoTime() - began) / 1e9);
                } catch (InterruptedException | IOException e) {
                    System.out.println("a client failed: " + e);
                }
            }));
        }
        clients.forEach(Thread::start);
        Pages pages = new Pages(address, visits.get(0));
        Thread viewer = new Thread(pages);
        viewer.start();
        long began = System.nanoTime();
        start.countDown();
        for (Thread client : clients) {
            client.join();
        }
        double uploaded = (System.nanoTime() - began) / 1e9;
        Browserless program = new Browserless(address);
        int measured = 0;
        for (String id : kept) {
            JsonNode state = state(program, token, id);
            while (!Set.of("done", "failed").contains(state.path("stage").asText())) {
                Thread.sleep(200);
                state = state(program, token, id);
            }
            measured += state.path("status").asText().equals("measured") ? 1 : 0;
        }
        double all = (System.nanoTime() - began) / 1e9;
        pages.stop = true;
        viewer.join();
        System.out.printf(
                Locale.ROOT,
                "%d clients at once: %d kept (median %.1f s, last %.1f s), %d measured, all done after %.1f s%n",
                visits.size(),
                kept.size(),
                quantile(waits, 0.5),
                uploaded,
                measured,
                all);
        System.out.printf(
                Locale.ROOT,
                "pages meanwhile: %d asked, %d not answered well; p50 %.0f ms, p95 %.0f ms, longest %.0f ms%n",
                pages.times.size(),
                pages.bad,
                quantile(pages.times, 0.5),
                quantile(pages.times, 0.95),
                quantile(pages.times, 1));
    }

    /** Somebody who goes from page to page. */
    private static final class Pages implements Runnable {
        private final Browserless browser;
        private final List<String> paths;
        private final List<Double> times = new ArrayList<>();
        private int bad;
        private volatile boolean stop;

        Pages(URI address, String visit) {
            browser = new Browserless(address);
            browser.signIn("clinician", PASSWORD);
            paths = List.of("/today", "/clients", "/visits/" + visit);
        }

        @Override
        public void run() {
            for (int k = 0; !stop; k++) {
                long began = System.nanoTime();
                HttpResponse<String> page = browser.get(paths.get(k % paths.size()));
                times.add((System.nanoTime() - began) / 1e6);
                bad += page.statusCode() == 200 ? 0 : 1;
                try {
                    Thread.sleep(100);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    }

    /** The photo with a comment: another file of the same picture. */
    private static byte[] numbered(byte[] jpeg, int number) {
        return ByteBuffer.allocate(jpeg.length + 8)
                .put(jpeg, 0, 2)
                .putShort((short) 0xfffe)
                .putShort((short) 6)
                .putInt(number)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static Optional<String> upload(Browserless program, String token, String visit, byte[] photo)
            throws IOException {
        HttpResponse<String> answer =
                program.send(HttpRequest.newBuilder(program.at("/api/visits/" + visit + "/photos?hand=left"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/octet-stream")
                        .POST(BodyPublishers.ofByteArray(photo))
                        .build());
        if (answer.statusCode() != 201) {
            System.out.println("not taken: " + answer.statusCode() + " " + answer.body());
            return Optional.empty();
        }
        return Optional.of(JSON.readTree(answer.body()).path("id").asText());
    }

    private static JsonNode state(Browserless program, String token, String id) throws IOException {
        return JSON.readTree(program.send(HttpRequest.newBuilder(program.at("/api/photos/" + id))
                        .header("Authorization", "Bearer " + token)
                        .GET()
                        .build())
                .body());
    }

    private static String peak(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(l -> l.startsWith("VmHWM"))
                .findFirst()
                .orElse("not known here");
    }

    private static double quantile(List<Double> values, double q) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(q * sorted.size())));
    }
}
