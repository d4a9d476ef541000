package org.dorsum.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.dorsum.clinic.people.ApiTokens;
import org.dorsum.clinic.people.Invitations;
import org.dorsum.clinic.people.People;
import org.dorsum.clinic.people.Person;
import org.dorsum.clinic.people.Role;
import org.dorsum.clinic.web.Rights;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route has a rule, and every rule holds for every role. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsTest {
    private static final String PASSWORD = "seven quiet herons wade";

    private Clinic clinic;
    private Browserless nobody;
    private final Map<Role, Browserless> signedIn = new EnumMap<>(Role.class);
    private final Map<Role, String> tokens = new EnumMap<>(Role.class);

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        clinic = TestClinic.in(folder);
        nobody = new Browserless(clinic.address());
        People people = clinic.context().getBean(People.class);
        Invitations invitations = clinic.context().getBean(Invitations.class);
        for (Role role : Role.values()) {
            Person person = people.create("someone." + role.label(), Set.of(role), "test");
            invitations.redeem(invitations.issue(person.id(), "test"), PASSWORD);
            Browserless browser = new Browserless(clinic.address());
            assertThat(browser.signIn(person.login(), PASSWORD).headers().firstValue("Location"))
                    .hasValueSatisfying(l -> assertThat(l).doesNotContain("refused"));
            signedIn.put(role, browser);
            tokens.put(role, clinic.context().getBean(ApiTokens.class).issue(person, "test"));
        }
    }

    @AfterAll
    void stop() {
        clinic.close();
    }

    @Test
    void everyRouteHasExactlyOneRule() {
        List<String> rules =
                Rights.all().stream().map(r -> r.method() + " " + r.pattern()).toList();
        assertThat(rules).doesNotHaveDuplicates();
        Set<String> routes = new TreeSet<>();
        clinic.context()
                .getBeansOfType(RequestMappingHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(info -> {
                    for (String pattern : info.getPatternValues()) {
                        if (!pattern.equals("/error")) {
                            info.getMethodsCondition().getMethods().forEach(m -> routes.add(m.name() + " " + pattern));
                            assertThat(info.getMethodsCondition().getMethods())
                                    .as("methods of " + pattern)
                                    .isNotEmpty();
                        }
                    }
                }));
        assertThat(rules).containsAll(routes);
        assertThat(routes).hasSizeGreaterThan(30);
    }

    static Stream<Rights.Rule> rules() {
        return Rights.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theRuleHoldsForEveryRoleAndForNobody(Rights.Rule rule) {
        String path = path(rule.pattern());
        if (rule.pattern().equals("/logout")) {
            return; // would end the sessions of this test; SignInTest signs out
        }
        boolean program = path.startsWith("/api/");
        int stranger = nobody.call(rule.method(), path).statusCode();
        for (Role role : Role.values()) {
            int status = program
                    ? withToken(rule.method(), path, token(role))
                    : browser(role).call(rule.method(), path).statusCode();
            if (rule.open() || rule.roles().contains(role)) {
                assertThat(status).as(role + " may").isNotIn(401, 403).isLessThan(500);
            } else {
                assertThat(status).as(role + " may not").isEqualTo(403);
            }
            if (program) {
                assertThat(browser(role).call(rule.method(), path).statusCode())
                        .as("a session is no token")
                        .isEqualTo(401);
            }
        }
        if (!rule.open()) {
            // no session: to the sign-in page; a form without the session's token: forbidden
            assertThat(stranger).as("a stranger may not").isIn(302, 401, 403);
        }
    }

    private Browserless browser(Role role) {
        return Objects.requireNonNull(signedIn.get(role));
    }

    private String token(Role role) {
        return Objects.requireNonNull(tokens.get(role));
    }

    private int withToken(String method, String path, String token) {
        return nobody.send(HttpRequest.newBuilder(nobody.at(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"))
                        .build())
                .statusCode();
    }

    @Test
    void whatIsNotInTheTableIsForbidden() {
        for (Browserless browser : signedIn.values()) {
            assertThat(browser.call("GET", "/no-such-page").statusCode()).isEqualTo(403);
            assertThat(browser.call("DELETE", "/clients").statusCode()).isEqualTo(403);
            assertThat(browser.call("GET", "/actuator/env").statusCode()).isEqualTo(403);
        }
    }

    /** A path of the pattern with ids of nothing. */
    private static String path(String pattern) {
        return pattern.replace("/**", "/app.css")
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    }
}
