package org.dorsum.clinic.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dorsum.clinic.clients.Client;
import org.dorsum.clinic.clients.Clients;
import org.dorsum.clinic.clients.Concern;
import org.dorsum.clinic.clients.Condition;
import org.dorsum.clinic.clients.Consent;
import org.dorsum.clinic.clients.Consents;
import org.dorsum.clinic.clients.Consultations;
import org.dorsum.clinic.clients.Visit;
import org.dorsum.clinic.clients.Visits;
import org.dorsum.clinic.people.Person;
import org.dorsum.clinic.people.Refused;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Clients, their consents and consultations, for clinicians. */
@Controller
class ClientPages {
    private final Access access;
    private final Clients clients;
    private final Consents consents;
    private final Consultations consultations;
    private final Visits visits;

    ClientPages(Access access, Clients clients, Consents consents, Consultations consultations, Visits visits) {
        this.access = access;
        this.clients = clients;
        this.consents = consents;
        this.consultations = consultations;
        this.visits = visits;
    }

    @GetMapping("/clients")
    String list(@RequestParam(defaultValue = "") String find, Model model) {
        model.addAttribute("find", find);
        model.addAttribute("clients", clients.search(find));
        model.addAttribute("none", clients.all().isEmpty());
        model.addAttribute("code", clients.freeCode());
        return "clients";
    }

    @PostMapping("/clients")
    String create(
            @AuthenticationPrincipal Person me,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String name)
            throws Refused {
        return "redirect:/clients/" + clients.create(code, name, me.id()).id();
    }

    @GetMapping("/clients/{client}")
    String show(@AuthenticationPrincipal Person me, @PathVariable String client, Model model) {
        Client one = access.client(me, client);
        List<Visit> all = new java.util.ArrayList<>(visits.of(one.id()));
        Collections.reverse(all);
        model.addAttribute("client", one);
        model.addAttribute("consents", consents.of(one.id()));
        model.addAttribute("photosAllowed", consents.allows(one.id(), Consent.Scope.PHOTOS));
        model.addAttribute("researchAllowed", consents.allows(one.id(), Consent.Scope.RESEARCH));
        model.addAttribute("consultation", consultations.latest(one.id()).orElse(null));
        model.addAttribute("visits", all);
        model.addAttribute("today", visits.today());
        return "client";
    }

    @PostMapping("/clients/{client}/name")
    String rename(@AuthenticationPrincipal Person me, @PathVariable String client, @RequestParam String name)
            throws Refused {
        clients.rename(access.client(me, client), name, me.id());
        return "redirect:/clients/" + client;
    }

    @PostMapping("/clients/{client}/consents")
    String consent(
            @AuthenticationPrincipal Person me,
            @PathVariable String client,
            @RequestParam String scope,
            @RequestParam String on)
            throws Refused {
        Consent.Scope chosen = Consent.Scope.of(scope).orElseThrow(Missing::new);
        consents.give(access.client(me, client), chosen, date(on), me.id());
        return "redirect:/clients/" + client;
    }

    @PostMapping("/clients/{client}/consents/{consent}/withdraw")
    String withdraw(@AuthenticationPrincipal Person me, @PathVariable String client, @PathVariable String consent) {
        consents.withdraw(access.client(me, client), consent, me.id());
        return "redirect:/clients/" + client;
    }

    @GetMapping("/clients/{client}/consultation")
    String consultation(@AuthenticationPrincipal Person me, @PathVariable String client, Model model) {
        Client one = access.client(me, client);
        model.addAttribute("client", one);
        model.addAttribute("history", consultations.of(one.id()));
        model.addAttribute("concerns", Concern.values());
        model.addAttribute("conditions", Condition.values());
        return "consultation";
    }

    @PostMapping("/clients/{client}/consultation")
    String consultation(
            @AuthenticationPrincipal Person me,
            @PathVariable String client,
            @RequestParam(defaultValue = "") List<String> concern,
            @RequestParam(defaultValue = "") List<String> condition,
            @RequestParam(defaultValue = "") String notes,
            @RequestParam(defaultValue = "false") boolean agreed,
            RedirectAttributes flash)
            throws Refused {
        var kept = consultations.record(
                access.client(me, client),
                chosen(Concern.class, concern),
                chosen(Condition.class, condition),
                notes,
                agreed,
                me.id());
        flash.addFlashAttribute("message", "consultation." + kept.decision().label());
        return "redirect:/clients/" + client;
    }

    @PostMapping("/clients/{client}/visits")
    String visit(@AuthenticationPrincipal Person me, @PathVariable String client, @RequestParam String on)
            throws Refused {
        return "redirect:/visits/"
                + visits.create(access.client(me, client), date(on), me.id()).id();
    }

    /** The constants of an enumeration whose labels were ticked. */
    static <E extends Enum<E>> Set<E> chosen(Class<E> type, List<String> labels) {
        Set<E> set = EnumSet.noneOf(type);
        for (E constant : type.getEnumConstants()) {
            if (labels.contains(constant.name().toLowerCase(Locale.ROOT))) {
                set.add(constant);
            }
        }
        return set;
    }

    static LocalDate date(String text) throws Refused {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refused("date.unreadable");
        }
    }
}
