package org.dorsum.clinic.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.dorsum.clinic.clients.Client;
import org.dorsum.clinic.clients.Clients;
import org.dorsum.clinic.clients.Consent;
import org.dorsum.clinic.clients.Consents;
import org.dorsum.clinic.clients.Step;
import org.dorsum.clinic.clients.Treatment;
import org.dorsum.clinic.clients.Treatments;
import org.dorsum.clinic.clients.Visit;
import org.dorsum.clinic.clients.Visits;
import org.dorsum.clinic.people.Person;
import org.dorsum.clinic.people.Refused;
import org.dorsum.clinic.people.Role;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Today's work and single visits: preparation, photos, treatment, after-care, the next visit. */
@Controller
class VisitPages {
    private static final int DUE_WITHIN_DAYS = 14;

    private final Access access;
    private final Clients clients;
    private final Consents consents;
    private final Visits visits;
    private final Treatments treatments;
    private final Album album;

    VisitPages(Access access, Clients clients, Consents consents, Visits visits, Treatments treatments, Album album) {
        this.access = access;
        this.clients = clients;
        this.consents = consents;
        this.visits = visits;
        this.treatments = treatments;
        this.album = album;
    }

    /** A visit with its client, for lists. */
    record Line(Visit visit, Client client) {}

    @GetMapping("/today")
    String today(@AuthenticationPrincipal Person me, Model model) {
        model.addAttribute("today", visits.today());
        model.addAttribute("lines", lines(visits.on(visits.today())));
        model.addAttribute(
                "due", me.is(Role.CLINICIAN) ? lines(visits.due(visits.today().plusDays(DUE_WITHIN_DAYS))) : List.of());
        model.addAttribute("none", clients.all().isEmpty());
        return "today";
    }

    private List<Line> lines(List<Visit> list) {
        return list.stream().map(v -> new Line(v, access.clientOf(v))).toList();
    }

    /** Opens today's visit of the client with that code, who has just come in. */
    @PostMapping("/today")
    String arrive(@AuthenticationPrincipal Person me, @RequestParam String code) throws Refused {
        Client client = clients.all().stream()
                .filter(c -> c.code().equalsIgnoreCase(code.strip()))
                .findFirst()
                .orElseThrow(() -> new Refused("client.unknown"));
        Visit visit = visits.on(visits.today()).stream()
                .filter(v -> v.client().equals(client.id()))
                .findFirst()
                .orElse(null);
        return "redirect:/visits/" + (visit == null ? visits.create(client, visits.today(), me.id()) : visit).id();
    }

    @GetMapping("/visits/{visit}")
    String show(@AuthenticationPrincipal Person me, @PathVariable String visit, Model model) {
        Visit one = access.visit(me, visit);
        Client client = access.clientOf(one);
        boolean clinician = me.is(Role.CLINICIAN);
        PhotoPages.list(me, one, album, model);
        model.addAttribute("client", client);
        model.addAttribute("preparation", Step.of(Step.Part.PREPARATION));
        model.addAttribute("aftercare", Step.of(Step.Part.AFTERCARE));
        model.addAttribute("photosAllowed", consents.allows(client.id(), Consent.Scope.PHOTOS));
        model.addAttribute("treatments", clinician ? treatments.of(one.id()) : List.of());
        model.addAttribute(
                "obstacle", clinician ? treatments.obstacle(client.id()).orElse("") : "");
        model.addAttribute("hands", Treatment.Hands.values());
        model.addAttribute("devices", Treatment.Device.values());
        model.addAttribute("areas", Treatment.Area.values());
        return "visit";
    }

    @PostMapping("/visits/{visit}/steps")
    String steps(
            @AuthenticationPrincipal Person me,
            @PathVariable String visit,
            @RequestParam String part,
            @RequestParam(defaultValue = "") List<String> step) {
        Step.Part chosen = part.equals("preparation") ? Step.Part.PREPARATION : Step.Part.AFTERCARE;
        visits.tick(access.visit(me, visit), chosen, ClientPages.chosen(Step.class, step), me.id());
        return "redirect:/visits/" + visit + "#" + part(chosen);
    }

    private static String part(Step.Part part) {
        return part == Step.Part.PREPARATION ? "preparation" : "aftercare";
    }

    @PostMapping("/visits/{visit}/treatments")
    String treat(
            @AuthenticationPrincipal Person me,
            @PathVariable String visit,
            @RequestParam String hands,
            @RequestParam String device,
            @RequestParam(defaultValue = "") String settings,
            @RequestParam int passes,
            @RequestParam(defaultValue = "") List<String> area)
            throws Refused {
        Treatment.Device with = Arrays.stream(Treatment.Device.values())
                .filter(d -> d.label().equals(device))
                .findFirst()
                .orElseThrow(Missing::new);
        Set<Treatment.Area> areas = ClientPages.chosen(Treatment.Area.class, area);
        treatments.add(
                access.visit(me, visit),
                Treatment.Hands.of(hands).orElseThrow(Missing::new),
                with,
                settings,
                passes,
                areas,
                me.id());
        return "redirect:/visits/" + visit + "#treatment";
    }

    @PostMapping("/visits/{visit}/treatments/{treatment}/remove")
    String remove(@AuthenticationPrincipal Person me, @PathVariable String visit, @PathVariable String treatment) {
        treatments.remove(access.visit(me, visit), treatment, me.id());
        return "redirect:/visits/" + visit + "#treatment";
    }

    @PostMapping("/visits/{visit}/next")
    String next(@AuthenticationPrincipal Person me, @PathVariable String visit, @RequestParam String on)
            throws Refused {
        visits.next(access.visit(me, visit), on.isBlank() ? null : ClientPages.date(on), me.id());
        return "redirect:/visits/" + visit + "#next";
    }
}
