package org.dorsum.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dorsum.clinic.audit.AuditLog;
import org.dorsum.clinic.clients.Client;
import org.dorsum.clinic.clients.Clients;
import org.dorsum.clinic.clients.Consent;
import org.dorsum.clinic.clients.Consents;
import org.dorsum.clinic.clients.Visit;
import org.dorsum.clinic.clients.Visits;
import org.dorsum.clinic.people.ApiTokens;
import org.dorsum.clinic.people.Invitations;
import org.dorsum.clinic.people.People;
import org.dorsum.clinic.people.Person;
import org.dorsum.clinic.people.Role;
import org.dorsum.clinic.photos.HandSide;
import org.dorsum.clinic.photos.PhotoStore;
import org.dorsum.clinic.photos.Upload;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What programs are told, and what people may see of which client. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiTest {
    private static final String PASSWORD = "seven quiet herons wade";
    private static final Path PHOTO = Path.of("sample-images", "before.jpg");
    private static final Path OTHER = Path.of("sample-images", "after.jpg");

    private Clinic clinic;
    private Path data;
    private Person clinician;
    private Browserless program;
    private final LocalDate today = LocalDate.now(ZoneId.systemDefault());

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        clinic = TestClinic.in(folder);
        data = folder.resolve("data");
        clinician = person("doctor", Role.CLINICIAN);
        program = new Browserless(clinic.address());
    }

    @AfterAll
    void stop() {
        clinic.close();
    }

    private <T> T bean(Class<T> type) {
        return clinic.context().getBean(type);
    }

    private Person person(String login, Role role) throws Exception {
        Person person = bean(People.class).create(login, Set.of(role), "test");
        Invitations invitations = bean(Invitations.class);
        invitations.redeem(invitations.issue(person.id(), "test"), PASSWORD);
        return bean(People.class).find(person.id()).orElseThrow();
    }

    private String token(Person person) throws Exception {
        return bean(ApiTokens.class).issue(person, "test");
    }

    private HttpResponse<String> get(String token, String path) {
        return program.send(HttpRequest.newBuilder(program.at(path))
                .header("Authorization", "Bearer " + token)
                .GET()
                .build());
    }

    private HttpResponse<String> post(String token, String path, String json) {
        return program.send(HttpRequest.newBuilder(program.at(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    private HttpResponse<String> photo(String token, String visit, byte[] file) {
        return program.send(HttpRequest.newBuilder(program.at("/api/visits/" + visit + "/photos?hand=left"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(file))
                .build());
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }

    private JsonNode until(String token, String path) throws Exception {
        for (int i = 0; i < 600; i++) {
            JsonNode state = json(get(token, path));
            if (Set.of("done", "failed").contains(state.path("stage").asText())) {
                return state;
            }
            Thread.sleep(250);
        }
        throw new AssertionError(path + " did not end within 150 s");
    }

    @Test
    void aProgramGoesTheWholeWay() throws Exception {
        String token = token(clinician);
        JsonNode client = json(post(token, "/api/clients", "{\"code\": \"P-1\"}"));
        String id = client.path("id").asText();
        assertThat(client.path("photosAllowed").asBoolean()).isFalse();
        String earlier = visit(token, id, today.minusDays(40));
        String later = visit(token, id, today);

        HttpResponse<String> refused = photo(token, earlier, Files.readAllBytes(PHOTO));
        assertThat(refused.statusCode()).as("without consent there is no photo").isEqualTo(409);
        assertThat(json(refused).path("code").asText()).isEqualTo("photo.consent");

        String consent = "{\"scope\": \"%s\", \"givenOn\": \"" + today + "\"}";
        post(token, "/api/clients/" + id + "/consents", consent.formatted("photos"));
        post(token, "/api/clients/" + id + "/consents", consent.formatted("research"));
        HttpResponse<String> text = photo(token, earlier, "no photo at all".getBytes(StandardCharsets.UTF_8));
        assertThat(text.statusCode()).isEqualTo(422);
        HttpResponse<String> first = photo(token, earlier, Files.readAllBytes(PHOTO));
        HttpResponse<String> second = photo(token, later, Files.readAllBytes(OTHER));
        assertThat(List.of(first.statusCode(), second.statusCode())).containsExactly(201, 201);
        String before = json(first).path("id").asText();
        String after = json(second).path("id").asText();
        assertThat(until(token, "/api/photos/" + before).path("status").asText())
                .isEqualTo("measured");
        assertThat(until(token, "/api/photos/" + after).path("status").asText()).isEqualTo("measured");
        assertThat(json(get(token, "/api/photos/" + before + "/result"))
                        .path("photos")
                        .path(0)
                        .path("measurements"))
                .isNotEmpty();

        HttpResponse<String> asked =
                post(token, "/api/comparisons", "{\"before\": [\"" + before + "\"], \"after\": [\"" + after + "\"]}");
        String comparison = json(asked).path("id").asText();
        assertThat(until(token, "/api/comparisons/" + comparison)
                        .path("verdict")
                        .asText())
                .isIn("comparable", "limited");
        assertThat(json(get(token, "/api/comparisons/" + comparison + "/result"))
                        .path("changes"))
                .isNotEmpty();

        String researcher = token(person("researcher", Role.RESEARCHER));
        assertThat(get(researcher, "/api/study/metrics.csv").body().lines())
                .hasSize(3)
                .last()
                .asString()
                .contains("P-1");
        assertThat(get(researcher, "/api/photos/" + before).statusCode()).isEqualTo(403);
        assertThat(json(get(token, "/api/openapi.json")).path("paths").has("/api/clients"))
                .isTrue();
    }

    private String visit(String token, String client, LocalDate on) throws IOException {
        return json(post(token, "/api/clients/" + client + "/visits", "{\"on\": \"" + on + "\"}"))
                .path("id")
                .asText();
    }

    @Test
    void aRevokedTokenIsNobody() throws Exception {
        String token = token(clinician);
        assertThat(get(token, "/api/clients").statusCode()).isEqualTo(200);
        ApiTokens tokens = bean(ApiTokens.class);
        tokens.of(clinician).forEach(t -> tokens.revoke(clinician, t.id()));
        assertThat(get(token, "/api/clients").statusCode()).isEqualTo(401);
    }

    private record Case(Client client, Visit yesterday, Visit now, String old, String fresh) {}

    private Case client(String code) throws Exception {
        Client client = bean(Clients.class).create(code, "", "test");
        bean(Consents.class).give(client, Consent.Scope.PHOTOS, today, clinician.id());
        Visit yesterday = bean(Visits.class).create(client, today.minusDays(1), clinician.id());
        Visit now = bean(Visits.class).create(client, today, clinician.id());
        return new Case(client, yesterday, now, keep(yesterday, PHOTO), keep(now, OTHER));
    }

    private String keep(Visit visit, Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            return bean(PhotoStore.class)
                    .receive(new Upload(visit.id(), HandSide.LEFT, clinician.id()), in)
                    .id();
        }
    }

    @Test
    void anAssistantSeesTodayAndNoHistory() throws Exception {
        Case of = client("A-1");
        person("assistant", Role.ASSISTANT);
        Browserless assistant = new Browserless(clinic.address());
        assistant.signIn("assistant", PASSWORD);
        assertThat(assistant.get("/visits/" + of.now().id()).body())
                .contains("A-1")
                .doesNotContain("Treatment");
        assertThat(assistant.get("/photos/" + of.fresh() + "/thumbnail").statusCode())
                .isEqualTo(200);
        for (String hidden : List.of(
                "/visits/" + of.yesterday().id(),
                "/visits/" + of.yesterday().id() + "/photos",
                "/photos/" + of.old() + "/thumbnail")) {
            assertThat(assistant.get(hidden).statusCode()).as(hidden).isEqualTo(404);
        }
        for (String forbidden : List.of("/clients/" + of.client().id(), "/photos/" + of.fresh(), "/clients")) {
            assertThat(assistant.get(forbidden).statusCode()).as(forbidden).isEqualTo(403);
        }
    }

    @Test
    void deletionLeavesNothingButATombstone() throws Exception {
        Case of = client("D-1");
        Browserless doctor = new Browserless(clinic.address());
        doctor.signIn("doctor", PASSWORD);
        String page = "/clients/" + of.client().id();
        doctor.post(page + "/deletion/confirm", Map.of("code", "D-1"));
        assertThat(bean(Clients.class).find(of.client().id()))
                .as("not asked for yet")
                .isPresent();
        doctor.post(page + "/deletion", Map.of());
        doctor.post(page + "/deletion/confirm", Map.of("code", "another"));
        assertThat(bean(Clients.class).find(of.client().id()))
                .as("another code")
                .isPresent();
        doctor.post(page + "/deletion/undo", Map.of());
        doctor.post(page + "/deletion/confirm", Map.of("code", "D-1"));
        assertThat(bean(Clients.class).find(of.client().id())).as("undone").isPresent();
        doctor.post(page + "/deletion", Map.of());
        long files = files();
        doctor.post(page + "/deletion/confirm", Map.of("code", "d-1"));
        assertThat(bean(Clients.class).find(of.client().id())).isEmpty();
        assertThat(bean(PhotoStore.class).find(of.old())).isEmpty();
        assertThat(files()).as("files").isLessThan(files);
        assertThat(bean(AuditLog.class).of("client:" + of.client().id()))
                .extracting(e -> e.action())
                .contains("client-deletion-asked", "client-deletion-undone", "client-deleted");
        assertThat(bean(AuditLog.class).verify()).isInstanceOf(AuditLog.Verdict.Intact.class);
    }

    private long files() throws IOException {
        try (Stream<Path> walk = Files.walk(data)) {
            return walk.filter(Files::isRegularFile).count();
        }
    }
}
