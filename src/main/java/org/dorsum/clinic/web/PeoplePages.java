package org.dorsum.clinic.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dorsum.clinic.people.Invitations;
import org.dorsum.clinic.people.People;
import org.dorsum.clinic.people.Person;
import org.dorsum.clinic.people.Refused;
import org.dorsum.clinic.people.Role;
import org.dorsum.clinic.people.SecondFactor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The list of persons, for administrators. */
@Controller
class PeoplePages {
    private final People people;
    private final Invitations invitations;
    private final SecondFactor secondFactor;

    PeoplePages(People people, Invitations invitations, SecondFactor secondFactor) {
        this.people = people;
        this.invitations = invitations;
        this.secondFactor = secondFactor;
    }

    @GetMapping("/people")
    String list(Model model) {
        model.addAttribute("people", people.all());
        model.addAttribute("roles", Role.values());
        return "people";
    }

    @PostMapping("/people")
    String create(
            @AuthenticationPrincipal Person me,
            @RequestParam String login,
            @RequestParam(defaultValue = "") List<String> role,
            HttpServletRequest request,
            RedirectAttributes flash)
            throws Refused {
        Person person = people.create(login, roles(role), me.id());
        return invite(me, person.id(), request, flash);
    }

    @PostMapping("/people/{person}/roles")
    String roles(
            @AuthenticationPrincipal Person me,
            @PathVariable String person,
            @RequestParam(defaultValue = "") List<String> role)
            throws Refused {
        people.setRoles(known(person).id(), roles(role), me.id());
        return "redirect:/people";
    }

    @PostMapping("/people/{person}/active")
    String active(@AuthenticationPrincipal Person me, @PathVariable String person, @RequestParam boolean active)
            throws Refused {
        people.setActive(known(person).id(), active, me.id());
        return "redirect:/people";
    }

    @PostMapping("/people/{person}/invite")
    String invite(
            @AuthenticationPrincipal Person me,
            @PathVariable String person,
            HttpServletRequest request,
            RedirectAttributes flash) {
        Person invited = known(person);
        String link = ServletUriComponentsBuilder.fromContextPath(request)
                .path("/invitation/{token}")
                .buildAndExpand(invitations.issue(invited.id(), me.id()))
                .toUriString();
        flash.addFlashAttribute("invitation", link);
        flash.addFlashAttribute("invited", invited.login());
        return "redirect:/people";
    }

    @PostMapping("/people/{person}/second-factor/off")
    String secondFactorOff(@AuthenticationPrincipal Person me, @PathVariable String person) {
        secondFactor.off(known(person).id(), me.id());
        return "redirect:/people";
    }

    private Person known(String id) {
        return people.find(id).orElseThrow(Missing::new);
    }

    private static Set<Role> roles(List<String> labels) {
        return Arrays.stream(Role.values())
                .filter(r -> labels.contains(r.label()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
