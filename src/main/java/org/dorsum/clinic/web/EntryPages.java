package org.dorsum.clinic.web;

import java.util.Locale;
import org.dorsum.clinic.people.Invitations;
import org.dorsum.clinic.people.Person;
import org.dorsum.clinic.people.Refused;
import org.dorsum.clinic.people.Role;
import org.dorsum.clinic.people.SetUp;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Coming in: the one-time set-up, signing in, invitations, the language, and where each role starts. */
@Controller
class EntryPages {
    private final SetUp setUp;
    private final Invitations invitations;
    private final LocaleResolver languages;

    EntryPages(SetUp setUp, Invitations invitations, LocaleResolver languages) {
        this.setUp = setUp;
        this.invitations = invitations;
        this.languages = languages;
    }

    @GetMapping("/")
    String home(@AuthenticationPrincipal Person me) {
        if (me.is(Role.CLINICIAN) || me.is(Role.ASSISTANT)) {
            return "redirect:/today";
        }
        return me.is(Role.ADMINISTRATOR) ? "redirect:/people" : "redirect:/study";
    }

    @GetMapping("/login")
    String login(Model model) {
        model.addAttribute("setUp", setUp.needed());
        return "login";
    }

    @GetMapping("/setup")
    String setUp(@RequestParam(defaultValue = "") String token, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("good", setUp.accepts(token));
        model.addAttribute("done", !setUp.needed());
        return "setup";
    }

    @PostMapping("/setup")
    String setUp(
            @RequestParam String token,
            @RequestParam String login,
            @RequestParam String password,
            @RequestParam String again,
            Model model,
            RedirectAttributes flash) {
        try {
            same(password, again);
            setUp.redeem(token, login, password);
            flash.addFlashAttribute("message", "setup.ready");
            return "redirect:/login";
        } catch (Refused refused) {
            model.addAttribute("problem", refused.code());
            model.addAttribute("login", login);
            return setUp(token, model);
        }
    }

    @GetMapping("/invitation/{token}")
    String invitation(@PathVariable String token, Model model) {
        @Nullable Person person = invitations.person(token).orElse(null);
        model.addAttribute("person", person);
        model.addAttribute("token", token);
        return "invitation";
    }

    @PostMapping("/invitation/{token}")
    String invitation(
            @PathVariable String token,
            @RequestParam String password,
            @RequestParam String again,
            Model model,
            RedirectAttributes flash) {
        try {
            same(password, again);
            invitations.redeem(token, password);
            flash.addFlashAttribute("message", "password.set");
            return "redirect:/login";
        } catch (Refused refused) {
            model.addAttribute("problem", refused.code());
            return invitation(token, model);
        }
    }

    static void same(String password, String again) throws Refused {
        if (!password.equals(again)) {
            throw new Refused("password.differs");
        }
    }

    @PostMapping("/language")
    String language(
            @RequestParam String to,
            @RequestParam(defaultValue = "/") String back,
            jakarta.servlet.http.HttpServletRequest request,
            jakarta.servlet.http.HttpServletResponse response) {
        Languages.of(to).ifPresent((Locale l) -> languages.setLocale(request, response, l));
        return "redirect:" + EveryPage.Back.path(back);
    }
}
