package org.dorsum.clinic.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dorsum.clinic.audit.AuditEntry;
import org.dorsum.clinic.audit.AuditLog;
import org.dorsum.clinic.people.People;
import org.dorsum.clinic.people.Person;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The audit log, for administrators. */
@Controller
class AuditPages {
    private static final int PAGE = 100;

    private final AuditLog audit;
    private final People people;

    AuditPages(AuditLog audit, People people) {
        this.audit = audit;
        this.people = people;
    }

    @GetMapping("/audit")
    String log(@RequestParam(defaultValue = "9223372036854775807") long before, Model model) {
        List<AuditEntry> entries = audit.newest(PAGE, before);
        Map<String, String> names =
                people.all().stream().collect(Collectors.toMap(Person::id, Person::login, (a, b) -> a));
        model.addAttribute("entries", entries);
        model.addAttribute("names", names);
        model.addAttribute(
                "older", entries.size() == PAGE ? entries.get(PAGE - 1).seq() : 0);
        return "audit";
    }

    @PostMapping("/audit/verify")
    String verify(RedirectAttributes flash) {
        AuditLog.Verdict verdict = audit.verify();
        if (verdict instanceof AuditLog.Verdict.Intact intact) {
            flash.addFlashAttribute("intact", intact.entries());
            flash.addFlashAttribute("head", intact.head());
        } else if (verdict instanceof AuditLog.Verdict.Broken broken) {
            flash.addFlashAttribute("broken", broken.seq());
        }
        return "redirect:/audit";
    }
}
