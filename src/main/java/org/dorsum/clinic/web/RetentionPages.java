package org.dorsum.clinic.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dorsum.clinic.clients.Retention;
import org.dorsum.clinic.clients.Visits;
import org.dorsum.clinic.people.Person;
import org.dorsum.clinic.people.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How long clients are kept, and whose time is over, for administrators; who is due is told by code. */
@Controller
class RetentionPages {
    private final Retention retention;
    private final Visits visits;

    RetentionPages(Retention retention, Visits visits) {
        this.retention = retention;
        this.visits = visits;
    }

    @GetMapping("/retention")
    String show(Model model) {
        Map<String, String> days = new LinkedHashMap<>();
        for (Retention.Kind kind : Retention.Kind.values()) {
            days.put(kind.label(), retention.days(kind).map(String::valueOf).orElse(""));
        }
        model.addAttribute("days", days);
        model.addAttribute("due", retention.due(visits.today()));
        return "retention";
    }

    @PostMapping("/retention")
    String set(
            @AuthenticationPrincipal Person me,
            @RequestParam(name = "after_last_visit") String lastVisit,
            @RequestParam(name = "after_withdrawal") String withdrawal)
            throws Refused {
        retention.set(Retention.Kind.AFTER_LAST_VISIT, days(lastVisit), me.id());
        retention.set(Retention.Kind.AFTER_WITHDRAWAL, days(withdrawal), me.id());
        return "redirect:/retention";
    }

    private static @Nullable Integer days(String text) throws Refused {
        try {
            return text.isBlank() ? null : Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw new Refused("retention.days");
        }
    }
}
