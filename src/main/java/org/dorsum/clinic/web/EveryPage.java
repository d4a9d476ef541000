package org.dorsum.clinic.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import org.dorsum.clinic.people.Person;
import org.dorsum.clinic.people.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What each page shows, and what happens to a form that asks for the impossible. */
@ControllerAdvice(annotations = Controller.class)
class EveryPage {
    @ModelAttribute("me")
    @Nullable
    Person me(@AuthenticationPrincipal @Nullable Object principal) {
        return principal instanceof Person person ? person : null;
    }

    @ModelAttribute("language")
    String language(Locale locale) {
        return locale.getLanguage();
    }

    @ModelAttribute("here")
    String here(HttpServletRequest request) {
        return request.getServletPath();
    }

    /** Back to the form, with the sentence that says why. */
    @ExceptionHandler(Refused.class)
    String refused(Refused refused, HttpServletRequest request, RedirectAttributes flash) {
        flash.addFlashAttribute("problem", refused.code());
        return "redirect:" + Back.path(request.getHeader("Referer"));
    }

    /** Where a form came from, as a path of ours. */
    static final class Back {
        private Back() {}

        static String path(@Nullable String address) {
            try {
                String path = address == null ? "/" : new URI(address).getPath();
                boolean ours = path != null && path.startsWith("/") && !path.startsWith("//") && !path.contains("\\");
                return ours ? path : "/";
            } catch (java.net.URISyntaxException e) {
                return "/";
            }
        }
    }
}
