package org.dorsum.clinic.web;

import static org.dorsum.clinic.people.Role.ADMINISTRATOR;
import static org.dorsum.clinic.people.Role.ASSISTANT;
import static org.dorsum.clinic.people.Role.CLINICIAN;
import static org.dorsum.clinic.people.Role.RESEARCHER;

import java.util.List;
import java.util.Set;
import org.dorsum.clinic.people.Role;

/**
 * Who may call what: the one table of routes. A route that is not in it is refused to everybody; a test fails if a controller has
 * one that is not. Whether somebody who may call a route may also see the very client, visit or photo that it names is checked by
 * {@link Access}.
 */
public final class Rights {
    private static final Role[] EVERY_ROLE = Role.values();

    private Rights() {}

    /**
     * One route.
     *
     * @param method of HTTP
     * @param pattern as the controller states it
     * @param open whether one need not have signed in
     * @param roles one of which is needed, if it is not open
     */
    public record Rule(String method, String pattern, boolean open, Set<Role> roles) {
        /** Copies the roles. */
        public Rule {
            roles = Set.copyOf(roles);
        }
    }

    private static Rule open(String method, String pattern) {
        return new Rule(method, pattern, true, Set.of());
    }

    private static Rule of(String method, String pattern, Role... roles) {
        return new Rule(method, pattern, false, Set.of(roles));
    }

    /** The whole table. */
    public static List<Rule> all() {
        return ALL;
    }

    private static final List<Rule> ALL = List.of(
            // Coming in
            open("GET", "/assets/**"),
            open("GET", "/setup"),
            open("POST", "/setup"),
            open("GET", "/login"),
            open("POST", "/login"),
            open("GET", "/invitation/{token}"),
            open("POST", "/invitation/{token}"),
            open("POST", "/language"),
            open("GET", "/actuator/health"),
            of("GET", "/actuator/metrics", ADMINISTRATOR),
            of("GET", "/actuator/metrics/{name}", ADMINISTRATOR),
            of("POST", "/logout", EVERY_ROLE),
            of("GET", "/", EVERY_ROLE),
            of("GET", "/account", EVERY_ROLE),
            of("POST", "/account/password", EVERY_ROLE),
            of("POST", "/account/second-factor", EVERY_ROLE),
            of("POST", "/account/second-factor/confirm", EVERY_ROLE),
            of("POST", "/account/second-factor/off", EVERY_ROLE),
            of("POST", "/account/tokens", EVERY_ROLE),
            of("POST", "/account/tokens/{token}/revoke", EVERY_ROLE),
            // Administration
            of("GET", "/people", ADMINISTRATOR),
            of("POST", "/people", ADMINISTRATOR),
            of("POST", "/people/{person}/roles", ADMINISTRATOR),
            of("POST", "/people/{person}/active", ADMINISTRATOR),
            of("POST", "/people/{person}/invite", ADMINISTRATOR),
            of("POST", "/people/{person}/second-factor/off", ADMINISTRATOR),
            of("GET", "/audit", ADMINISTRATOR),
            of("POST", "/audit/verify", ADMINISTRATOR),
            of("GET", "/retention", ADMINISTRATOR),
            of("POST", "/retention", ADMINISTRATOR),
            // Clients
            of("GET", "/today", CLINICIAN, ASSISTANT),
            of("POST", "/today", CLINICIAN, ASSISTANT),
            of("GET", "/clients", CLINICIAN),
            of("POST", "/clients", CLINICIAN),
            of("GET", "/clients/{client}", CLINICIAN),
            of("POST", "/clients/{client}/name", CLINICIAN),
            of("POST", "/clients/{client}/consents", CLINICIAN),
            of("POST", "/clients/{client}/consents/{consent}/withdraw", CLINICIAN),
            of("GET", "/clients/{client}/consultation", CLINICIAN),
            of("POST", "/clients/{client}/consultation", CLINICIAN),
            of("POST", "/clients/{client}/visits", CLINICIAN),
            of("GET", "/visits/{visit}", CLINICIAN, ASSISTANT),
            of("POST", "/visits/{visit}/steps", CLINICIAN, ASSISTANT),
            of("POST", "/visits/{visit}/treatments", CLINICIAN),
            of("POST", "/visits/{visit}/treatments/{treatment}/remove", CLINICIAN),
            of("POST", "/visits/{visit}/next", CLINICIAN),
            // Photos and what is made of them
            of("GET", "/visits/{visit}/photos", CLINICIAN, ASSISTANT),
            of("POST", "/visits/{visit}/photos", CLINICIAN, ASSISTANT),
            of("GET", "/visits/{visit}/camera", CLINICIAN, ASSISTANT),
            of("GET", "/visits/{visit}/ghost", CLINICIAN, ASSISTANT),
            of("GET", "/photos/{photo}", CLINICIAN),
            of("GET", "/photos/{photo}/thumbnail", CLINICIAN, ASSISTANT),
            of("GET", "/photos/{photo}/screen", CLINICIAN),
            of("GET", "/photos/{photo}/full", CLINICIAN),
            of("GET", "/photos/{photo}/original", CLINICIAN),
            of("POST", "/photos/{photo}/discard", CLINICIAN, ASSISTANT),
            of("POST", "/photos/{photo}/restore", CLINICIAN, ASSISTANT),
            of("POST", "/photos/{photo}/delete", CLINICIAN),
            of("POST", "/photos/{photo}/correction", CLINICIAN),
            of("POST", "/photos/{photo}/correction/remove", CLINICIAN),
            of("GET", "/clients/{client}/compare", CLINICIAN),
            of("POST", "/clients/{client}/compare", CLINICIAN),
            of("GET", "/clients/{client}/trend", CLINICIAN),
            of("GET", "/comparisons/{comparison}", CLINICIAN),
            of("GET", "/comparisons/{comparison}/before.jpg", CLINICIAN),
            of("GET", "/comparisons/{comparison}/after.jpg", CLINICIAN),
            of("GET", "/comparisons/{comparison}/map.png", CLINICIAN),
            of("GET", "/comparisons/{comparison}/report.html", CLINICIAN),
            of("GET", "/comparisons/{comparison}/report.pdf", CLINICIAN),
            of("GET", "/comparisons/{comparison}/report.json", CLINICIAN),
            of("GET", "/quick", CLINICIAN),
            of("POST", "/quick", CLINICIAN),
            of("GET", "/quick/{look}", CLINICIAN),
            of("GET", "/quick/{look}/before.jpg", CLINICIAN),
            of("GET", "/quick/{look}/after.jpg", CLINICIAN),
            of("GET", "/quick/{look}/map.png", CLINICIAN),
            of("GET", "/quick/{look}/report.html", CLINICIAN),
            of("GET", "/quick/{look}/report.pdf", CLINICIAN),
            of("POST", "/quick/{look}/forget", CLINICIAN),
            // What leaves
            of("GET", "/clients/{client}/metrics.csv", CLINICIAN),
            of("GET", "/clients/{client}/zones.csv", CLINICIAN),
            of("GET", "/clients/{client}/archive.zip", CLINICIAN),
            of("POST", "/clients/{client}/deletion", CLINICIAN),
            of("POST", "/clients/{client}/deletion/undo", CLINICIAN),
            of("POST", "/clients/{client}/deletion/confirm", CLINICIAN),
            of("GET", "/study", RESEARCHER, CLINICIAN),
            of("GET", "/study/{table}.csv", RESEARCHER, CLINICIAN),
            // Programs
            of("GET", "/api/openapi.json", EVERY_ROLE),
            of("GET", "/api/openapi.json.yaml", EVERY_ROLE),
            of("GET", "/api/clients", CLINICIAN),
            of("POST", "/api/clients", CLINICIAN),
            of("GET", "/api/clients/{client}", CLINICIAN),
            of("POST", "/api/clients/{client}/consents", CLINICIAN),
            of("GET", "/api/clients/{client}/visits", CLINICIAN),
            of("POST", "/api/clients/{client}/visits", CLINICIAN),
            of("GET", "/api/visits/today", CLINICIAN, ASSISTANT),
            of("GET", "/api/visits/{visit}/photos", CLINICIAN, ASSISTANT),
            of("POST", "/api/visits/{visit}/photos", CLINICIAN, ASSISTANT),
            of("GET", "/api/photos/{photo}", CLINICIAN, ASSISTANT),
            of("GET", "/api/photos/{photo}/result", CLINICIAN),
            of("POST", "/api/comparisons", CLINICIAN),
            of("GET", "/api/comparisons/{comparison}", CLINICIAN),
            of("GET", "/api/comparisons/{comparison}/result", CLINICIAN),
            of("GET", "/api/study/{table}.csv", RESEARCHER, CLINICIAN));
}
