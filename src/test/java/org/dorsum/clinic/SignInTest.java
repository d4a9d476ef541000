package org.dorsum.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.samstevens.totp.code.DefaultCodeGenerator;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dorsum.clinic.audit.AuditEntry;
import org.dorsum.clinic.audit.AuditLog;
import org.dorsum.clinic.clients.Client;
import org.dorsum.clinic.clients.Clients;
import org.dorsum.clinic.people.Invitations;
import org.dorsum.clinic.people.People;
import org.dorsum.clinic.people.Person;
import org.dorsum.clinic.people.Role;
import org.dorsum.clinic.people.SecondFactor;
import org.dorsum.clinic.people.SetUp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Coming in and staying out, over HTTP as a browser or an attacker would. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInTest {
    private static final String PASSWORD = "seven quiet herons wade";

    private Clinic clinic;
    private Path data;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        clinic = TestClinic.in(folder);
        data = folder.resolve("data");
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

    private Browserless browser() {
        return new Browserless(clinic.address());
    }

    private static String to(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceAll("^https?://[^/]+", "");
    }

    @Test
    void aWrongNameAndAWrongPasswordLookAlike() throws Exception {
        person("anna", Role.CLINICIAN);
        HttpResponse<String> wrong = browser().signIn("anna", "not her password at all");
        HttpResponse<String> nobody = browser().signIn("nobody.here", "not her password at all");
        assertThat(to(wrong)).isEqualTo(to(nobody)).isEqualTo("/login?refused");
        assertThat(wrong.statusCode()).isEqualTo(nobody.statusCode());
        assertThat(wrong.body()).isEqualTo(nobody.body());
    }

    @Test
    void fiveWrongPasswordsLockAndTheRightOneThenFailsToo() throws Exception {
        person("bert", Role.CLINICIAN);
        for (int i = 0; i < 5; i++) {
            browser().signIn("bert", "wrong wrong wrong " + i);
        }
        assertThat(to(browser().signIn("bert", PASSWORD))).isEqualTo("/login?refused");
        assertThat(bean(People.class).byLogin("bert").orElseThrow().lockedUntil())
                .hasValueSatisfying(until -> assertThat(until).isAfter(Instant.now()));
    }

    @Test
    void aCodeIsAskedForOnceSwitchedOnAndCountsOnce() throws Exception {
        Person cleo = person("cleo", Role.CLINICIAN);
        SecondFactor factor = bean(SecondFactor.class);
        String secret = factor.start(cleo);
        long step = Instant.now().getEpochSecond() / 30;
        String before = new DefaultCodeGenerator().generate(secret, step - 1);
        String now = new DefaultCodeGenerator().generate(secret, step);
        factor.confirm(cleo, before);
        assertThat(to(browser().signIn("cleo", PASSWORD))).isEqualTo("/login?refused");
        Browserless with = browser();
        with.get("/login");
        assertThat(to(with.post("/login", Map.of("login", "cleo", "password", PASSWORD, "code", now))))
                .isEqualTo("/");
        Browserless again = browser();
        again.get("/login");
        assertThat(to(again.post("/login", Map.of("login", "cleo", "password", PASSWORD, "code", now))))
                .isEqualTo("/login?refused");
    }

    @Test
    void theSessionChangesItsNameAtSignInAndEndsWithTheRole() throws Exception {
        Person dora = person("dora", Role.CLINICIAN);
        Browserless browser = browser();
        HttpResponse<String> page = browser.get("/login");
        String anonymous = page.headers().firstValue("Set-Cookie").orElse("");
        HttpResponse<String> in = browser.post("/login", Map.of("login", "dora", "password", PASSWORD));
        String signedIn = in.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(signedIn).contains("HttpOnly").contains("SameSite=Strict").isNotEqualTo(anonymous);
        assertThat(browser.get("/clients").statusCode()).isEqualTo(200);
        bean(People.class).setRoles(dora.id(), Set.of(Role.RESEARCHER), "test");
        assertThat(to(browser.get("/clients"))).startsWith("/login");
    }

    @Test
    void theLastAdministratorStaysOne() throws Exception {
        Person only = person("the.boss", Role.ADMINISTRATOR);
        People people = bean(People.class);
        assertThatThrownBy(() -> people.setRoles(only.id(), Set.of(Role.CLINICIAN), "test"))
                .hasMessage("person.last");
        assertThatThrownBy(() -> people.setActive(only.id(), false, "test")).hasMessage("person.last");
        Person second = person("the.deputy", Role.ADMINISTRATOR);
        people.setActive(only.id(), false, "test");
        assertThatThrownBy(() -> people.setActive(second.id(), false, "test")).hasMessage("person.last");
    }

    @Test
    void signingOutEndsTheSession() throws Exception {
        person("emil", Role.CLINICIAN);
        Browserless browser = browser();
        browser.signIn("emil", PASSWORD);
        assertThat(to(browser.post("/logout", Map.of()))).isEqualTo("/login?left");
        assertThat(to(browser.get("/clients"))).startsWith("/login");
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        person("fina", Role.CLINICIAN);
        Browserless browser = browser();
        browser.signIn("fina", PASSWORD);
        HttpResponse<String> forged = browser.postWithoutToken("/clients", Map.of("code", "FORGED"));
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(bean(Clients.class).search("FORGED")).isEmpty();
    }

    @Test
    void headersAreStrictOnEveryKindOfAnswer() {
        for (String path : List.of("/login", "/assets/app.css", "/no-such-page", "/api/clients", "/actuator/health")) {
            HttpResponse<String> answer = browser().get(path);
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValueSatisfying(csp -> assertThat(csp)
                            .contains("default-src 'none'", "frame-ancestors 'none'")
                            .doesNotContain("unsafe"));
            assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                    .as(path)
                    .hasValue("nosniff");
            assertThat(answer.headers().firstValue("X-Frame-Options")).as(path).hasValue("DENY");
            assertThat(answer.headers().firstValue("Referrer-Policy")).as(path).hasValue("same-origin");
        }
        assertThat(browser().get("/login").headers().firstValue("Cache-Control"))
                .hasValueSatisfying(c -> assertThat(c).contains("no-store"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"short pass", "aaaaaaaaaaaa", "123456789012", "password1234", "gerda-gerda-1"})
    void weakPasswordsAreRefused(String weak) throws Exception {
        Person gerda = bean(People.class).byLogin("gerda").isPresent()
                ? bean(People.class).byLogin("gerda").orElseThrow()
                : bean(People.class).create("gerda", Set.of(Role.ASSISTANT), "test");
        String token = bean(Invitations.class).issue(gerda.id(), "test");
        assertThatThrownBy(() -> bean(Invitations.class).redeem(token, weak)).hasMessageStartingWith("password.");
    }

    @Test
    void anInvitationIsGoodOnceAndTheSetUpIsOver() throws Exception {
        Person hugo = bean(People.class).create("hugo", Set.of(Role.ASSISTANT), "test");
        String token = bean(Invitations.class).issue(hugo.id(), "test");
        bean(Invitations.class).redeem(token, PASSWORD);
        assertThatThrownBy(() -> bean(Invitations.class).redeem(token, PASSWORD))
                .hasMessage("invitation.void");
        SetUp setUp = bean(SetUp.class);
        assertThatThrownBy(() -> setUp.redeem(setUp.token(), "intruder", PASSWORD))
                .hasMessage("setup.void");
        assertThat(clinic.setUpAddress()).isEmpty();
    }

    @Test
    void aRedirectNeverLeavesTheHouse() {
        Browserless browser = browser();
        browser.get("/login");
        for (String evil :
                List.of("https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)")) {
            assertThat(to(browser.post("/language", Map.of("to", "de", "back", evil))))
                    .as(evil)
                    .isIn("/", "");
        }
    }

    @Test
    void namesAndNotesAreNowhereReadableOnTheDiskNorInTheLog() throws Exception {
        Client client = bean(Clients.class).create("K-1", "Wilhelmina Unverwechselbar", "test");
        assertThat(bean(Clients.class).search("unverwechselbar")).containsExactly(client);
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(read(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("Unverwechselbar");
            }
        }
        for (AuditEntry entry : bean(AuditLog.class).newest(1000, Long.MAX_VALUE)) {
            assertThat(entry.subject() + entry.detail() + entry.actor()).doesNotContain("Wilhelmina", "K-1");
        }
    }

    private static byte[] read(Path file) throws IOException {
        return Files.readAllBytes(file);
    }

    @Test
    void codesOfThePageDoNotRunAsScript() throws Exception {
        person("ida", Role.CLINICIAN);
        Browserless browser = browser();
        browser.signIn("ida", PASSWORD);
        bean(Clients.class).create("X-1", "<script>alert(1)</script>", "test");
        Matcher script =
                Pattern.compile("<script>alert").matcher(browser.get("/clients").body());
        assertThat(script.find()).isFalse();
    }
}
