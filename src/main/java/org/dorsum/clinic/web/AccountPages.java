package org.dorsum.clinic.web;

import java.util.Base64;
import java.util.Optional;
import org.dorsum.clinic.people.ApiTokens;
import org.dorsum.clinic.people.People;
import org.dorsum.clinic.people.Person;
import org.dorsum.clinic.people.Refused;
import org.dorsum.clinic.people.SecondFactor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own account: password, second factor, tokens for programs. */
@Controller
class AccountPages {
    private final People people;
    private final SecondFactor secondFactor;
    private final ApiTokens tokens;

    AccountPages(People people, SecondFactor secondFactor, ApiTokens tokens) {
        this.people = people;
        this.secondFactor = secondFactor;
        this.tokens = tokens;
    }

    @GetMapping("/account")
    String account(@AuthenticationPrincipal Person me, Model model) {
        Optional<String> pending = secondFactor.pending(me);
        model.addAttribute("secret", pending.orElse(""));
        model.addAttribute(
                "picture",
                pending.map(s -> "data:image/png;base64,"
                                + Base64.getEncoder().encodeToString(secondFactor.picture(me, s)))
                        .orElse(""));
        model.addAttribute("tokens", tokens.of(me));
        return "account";
    }

    @PostMapping("/account/password")
    String password(
            @AuthenticationPrincipal Person me,
            @RequestParam String old,
            @RequestParam String password,
            @RequestParam String again,
            RedirectAttributes flash)
            throws Refused {
        EntryPages.same(password, again);
        people.changePassword(me, old, password);
        flash.addFlashAttribute("message", "password.set");
        return "redirect:/login";
    }

    @PostMapping("/account/second-factor")
    String start(@AuthenticationPrincipal Person me) {
        if (!me.secondFactor()) {
            secondFactor.start(me);
        }
        return "redirect:/account#second-factor";
    }

    @PostMapping("/account/second-factor/confirm")
    String confirm(@AuthenticationPrincipal Person me, @RequestParam String code, RedirectAttributes flash)
            throws Refused {
        secondFactor.confirm(me, code);
        flash.addFlashAttribute("message", "code.on");
        return "redirect:/login";
    }

    @PostMapping("/account/second-factor/off")
    String off(@AuthenticationPrincipal Person me, @RequestParam String old, RedirectAttributes flash) throws Refused {
        people.checkPassword(me, old);
        secondFactor.off(me.id(), me.id());
        flash.addFlashAttribute("message", "code.off");
        return "redirect:/login";
    }

    @PostMapping("/account/tokens")
    String issue(@AuthenticationPrincipal Person me, @RequestParam String label, RedirectAttributes flash)
            throws Refused {
        flash.addFlashAttribute("token", tokens.issue(me, label));
        return "redirect:/account#tokens";
    }

    @PostMapping("/account/tokens/{token}/revoke")
    String revoke(@AuthenticationPrincipal Person me, @PathVariable String token) {
        tokens.revoke(me, token);
        return "redirect:/account#tokens";
    }
}
