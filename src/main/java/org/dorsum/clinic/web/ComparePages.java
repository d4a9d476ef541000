package org.dorsum.clinic.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dorsum.clinic.clients.Client;
import org.dorsum.clinic.clients.Visit;
import org.dorsum.clinic.people.Person;
import org.dorsum.clinic.people.Refused;
import org.dorsum.clinic.photos.FileKind;
import org.dorsum.clinic.photos.HandSide;
import org.dorsum.clinic.photos.StoredPhoto;
import org.dorsum.clinic.work.Stage;
import org.dorsum.clinic.work.StoredComparison;
import org.dorsum.clinic.work.Work;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Two sessions of a hand against each other. */
@Controller
class ComparePages {
    private final Access access;
    private final Album album;
    private final Work work;

    ComparePages(Access access, Album album, Work work) {
        this.access = access;
        this.album = album;
        this.work = work;
    }

    @GetMapping("/clients/{client}/compare")
    String choose(@AuthenticationPrincipal Person me, @PathVariable String client, Model model) {
        Client one = access.client(me, client);
        Map<String, List<Album.Session>> hands = new LinkedHashMap<>();
        for (HandSide hand : HandSide.values()) {
            hands.put(hand.label(), album.sessions(one, hand));
        }
        model.addAttribute("client", one);
        model.addAttribute("hands", hands);
        model.addAttribute("earlier", earlier(one));
        return "compare";
    }

    /** A comparison that was made, for the list of them. */
    record Made(String id, String hand, java.time.LocalDate before, java.time.LocalDate after) {}

    private List<Made> earlier(Client client) {
        List<Made> made = new java.util.ArrayList<>();
        for (HandSide hand : HandSide.values()) {
            for (StoredComparison c : work.comparisons(label(client, hand))) {
                if (!c.after().isEmpty()) {
                    made.add(new Made(
                            c.id(),
                            hand.label(),
                            album.day(c.before().get(0)),
                            album.day(c.after().get(0))));
                }
            }
        }
        return made;
    }

    @PostMapping("/clients/{client}/compare")
    String compare(
            @AuthenticationPrincipal Person me,
            @PathVariable String client,
            @RequestParam String hand,
            @RequestParam String before,
            @RequestParam String after)
            throws Refused {
        Client one = access.client(me, client);
        List<Album.Session> sessions = album.sessions(one, Photos.hand(hand));
        Album.Session first = session(sessions, before);
        Album.Session later = session(sessions, after);
        if (sessions.indexOf(first) >= sessions.indexOf(later)) {
            throw new Refused("compare.order");
        }
        return "redirect:/comparisons/"
                + work.compare(label(one, Photos.hand(hand)), first.ids(), later.ids(), me.id());
    }

    /** By which comparisons and courses of a hand are found again. */
    static String label(Client client, HandSide hand) {
        return client.id() + ":" + hand.label();
    }

    private static Album.Session session(List<Album.Session> sessions, String visit) throws Refused {
        return sessions.stream()
                .filter(s -> s.visit().id().equals(visit))
                .findFirst()
                .orElseThrow(() -> new Refused("compare.photos"));
    }

    private StoredComparison allowed(Person me, String id) {
        StoredComparison found =
                work.comparison(id).filter(c -> !c.after().isEmpty()).orElseThrow(Missing::new);
        found.before().forEach(photo -> access.photo(me, photo));
        found.after().forEach(photo -> access.photo(me, photo));
        return found;
    }

    @GetMapping("/comparisons/{comparison}")
    String show(@AuthenticationPrincipal Person me, @PathVariable String comparison, Model model) {
        StoredComparison found = allowed(me, comparison);
        StoredPhoto first = access.photo(me, found.before().get(0));
        StoredPhoto later = access.photo(me, found.after().get(0));
        Visit before = access.visit(me, first.visitId());
        Optional<JsonNode> json = work.file(comparison, FileKind.RESULT).map(ResultView::read);
        Stage stage = found.progress().stage();
        model.addAttribute("id", comparison);
        model.addAttribute("busy", stage == Stage.QUEUED || stage == Stage.RUNNING);
        model.addAttribute("problemText", found.progress().problem().orElse(""));
        model.addAttribute("done", stage == Stage.DONE && json.isPresent());
        model.addAttribute("client", access.clientOf(before));
        model.addAttribute("hand", first.hand().label());
        model.addAttribute("before", before);
        model.addAttribute("after", access.visit(me, later.visitId()));
        if (json.isPresent()) {
            ResultView.show(model, json.get());
            model.addAttribute("map", work.file(comparison, FileKind.CHANGE_MAP).isPresent());
        }
        return "comparison";
    }

    @GetMapping("/comparisons/{comparison}/before.jpg")
    ResponseEntity<byte[]> before(@AuthenticationPrincipal Person me, @PathVariable String comparison) {
        return picture(me, comparison, FileKind.ALIGNED_BEFORE);
    }

    @GetMapping("/comparisons/{comparison}/after.jpg")
    ResponseEntity<byte[]> after(@AuthenticationPrincipal Person me, @PathVariable String comparison) {
        return picture(me, comparison, FileKind.ALIGNED_AFTER);
    }

    private ResponseEntity<byte[]> picture(Person me, String id, FileKind kind) {
        allowed(me, id);
        return work.file(id, kind).map(PhotoPages::jpeg).orElseThrow(Missing::new);
    }

    @GetMapping("/comparisons/{comparison}/map.png")
    ResponseEntity<byte[]> map(@AuthenticationPrincipal Person me, @PathVariable String comparison) {
        allowed(me, comparison);
        return work.file(comparison, FileKind.CHANGE_MAP)
                .map(png -> ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(png))
                .orElseThrow(Missing::new);
    }

    /** The report as one file; it carries its own script and style, so it is kept, not shown here. */
    @GetMapping("/comparisons/{comparison}/report.html")
    ResponseEntity<byte[]> report(@AuthenticationPrincipal Person me, @PathVariable String comparison, Locale locale) {
        return file(
                me,
                comparison,
                Languages.german(locale) ? FileKind.PAGE_DE : FileKind.PAGE,
                MediaType.TEXT_HTML,
                "html");
    }

    @GetMapping("/comparisons/{comparison}/report.pdf")
    ResponseEntity<byte[]> pdf(@AuthenticationPrincipal Person me, @PathVariable String comparison, Locale locale) {
        return file(
                me,
                comparison,
                Languages.german(locale) ? FileKind.PDF_DE : FileKind.PDF,
                MediaType.APPLICATION_PDF,
                "pdf");
    }

    @GetMapping("/comparisons/{comparison}/report.json")
    ResponseEntity<byte[]> json(@AuthenticationPrincipal Person me, @PathVariable String comparison) {
        return file(me, comparison, FileKind.RESULT, MediaType.APPLICATION_JSON, "json");
    }

    private ResponseEntity<byte[]> file(Person me, String id, FileKind kind, MediaType type, String ending) {
        allowed(me, id);
        return work.file(id, kind)
                .map(bytes -> Download.of(bytes, type, "comparison-" + id.substring(0, 8) + "." + ending))
                .orElseThrow(Missing::new);
    }
}
