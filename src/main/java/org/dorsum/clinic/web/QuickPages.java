package org.dorsum.clinic.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dorsum.clinic.photos.FileKind;
import org.dorsum.clinic.photos.RefusedUploadException;
import org.dorsum.clinic.work.Progress;
import org.dorsum.clinic.work.QuickLooks;
import org.dorsum.clinic.work.Stage;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A comparison of two photos of which nothing is kept; it belongs to the session that began it. */
@Controller
class QuickPages {
    private static final String MINE = QuickPages.class.getName();
    private static final long LARGEST = 60L * 1024 * 1024; // as for a photo that is kept

    private final QuickLooks looks;

    QuickPages(QuickLooks looks) {
        this.looks = looks;
    }

    @GetMapping("/quick")
    String ask() {
        return "quick";
    }

    /**
     * Begins: the body is all files behind each other, the parameters are their sizes, so that nothing is written to a temporary
     * file.
     */
    @PostMapping("/quick")
    ResponseEntity<Map<String, String>> begin(
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String after,
            HttpServletRequest request)
            throws IOException {
        List<Long> first = sizes(before);
        List<Long> later = sizes(after);
        if (first.isEmpty() || later.isEmpty() || first.size() + later.size() > 6) {
            return problem(HttpStatus.UNPROCESSABLE_CONTENT, "count", "");
        }
        InputStream body = request.getInputStream();
        try {
            String id = looks.start(parts(body, first), parts(body, later));
            request.getSession().setAttribute(MINE, id);
            return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("id", id, "at", "/quick/" + id));
        } catch (RefusedUploadException e) {
            return problem(HttpStatus.UNPROCESSABLE_CONTENT, e.code(), String.valueOf(e.getMessage()));
        }
    }

    private static ResponseEntity<Map<String, String>> problem(HttpStatus status, String code, String message) {
        return ResponseEntity.status(status).body(Map.of("code", code, "message", message));
    }

    private static List<Long> sizes(String text) {
        try {
            List<Long> sizes = Arrays.stream(text.split(",", -1))
                    .filter(s -> !s.isBlank())
                    .map(Long::valueOf)
                    .toList();
            return sizes.stream().allMatch(s -> s > 0 && s <= LARGEST) ? sizes : List.of();
        } catch (NumberFormatException e) {
            return List.of();
        }
    }

    private static List<InputStream> parts(InputStream body, List<Long> sizes) {
        List<InputStream> parts = new ArrayList<>();
        sizes.forEach(size -> parts.add(new Part(body, size)));
        return parts;
    }

    /** The next so many bytes of a body that has more; closing it leaves the rest. */
    private static final class Part extends InputStream {
        private final InputStream body;
        private long left;

        Part(InputStream body, long left) {
            this.body = body;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int got = body.read(bytes, offset, (int) Math.min(length, left));
            left -= Math.max(0, got);
            return got;
        }
    }

    private Progress mine(HttpSession session, String id) {
        if (!id.equals(session.getAttribute(MINE))) {
            throw new Missing();
        }
        return looks.state(id).orElseThrow(Missing::new);
    }

    @GetMapping("/quick/{look}")
    String show(@PathVariable String look, HttpSession session, Model model) {
        Progress progress = mine(session, look);
        Optional<JsonNode> json = looks.file(look, FileKind.RESULT).map(ResultView::read);
        model.addAttribute("id", look);
        model.addAttribute("busy", progress.stage() == Stage.QUEUED || progress.stage() == Stage.RUNNING);
        model.addAttribute("problemText", progress.problem().orElse(""));
        model.addAttribute("done", json.isPresent());
        json.ifPresent(node -> {
            ResultView.show(model, node);
            model.addAttribute("map", looks.file(look, FileKind.CHANGE_MAP).isPresent());
        });
        return "quick-look";
    }

    @GetMapping("/quick/{look}/before.jpg")
    ResponseEntity<byte[]> before(@PathVariable String look, HttpSession session) {
        return file(look, session, FileKind.ALIGNED_BEFORE, MediaType.IMAGE_JPEG);
    }

    @GetMapping("/quick/{look}/after.jpg")
    ResponseEntity<byte[]> after(@PathVariable String look, HttpSession session) {
        return file(look, session, FileKind.ALIGNED_AFTER, MediaType.IMAGE_JPEG);
    }

    @GetMapping("/quick/{look}/map.png")
    ResponseEntity<byte[]> map(@PathVariable String look, HttpSession session) {
        return file(look, session, FileKind.CHANGE_MAP, MediaType.IMAGE_PNG);
    }

    private ResponseEntity<byte[]> file(String look, HttpSession session, FileKind kind, MediaType type) {
        mine(session, look);
        return looks.file(look, kind)
                .map(bytes -> ResponseEntity.ok().contentType(type).body(bytes))
                .orElseThrow(Missing::new);
    }

    @GetMapping("/quick/{look}/report.html")
    ResponseEntity<byte[]> report(@PathVariable String look, HttpSession session, Locale locale) {
        mine(session, look);
        return looks.file(look, Languages.german(locale) ? FileKind.PAGE_DE : FileKind.PAGE)
                .map(bytes -> Download.of(bytes, MediaType.TEXT_HTML, "comparison.html"))
                .orElseThrow(Missing::new);
    }

    @GetMapping("/quick/{look}/report.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String look, HttpSession session, Locale locale) {
        mine(session, look);
        return looks.file(look, Languages.german(locale) ? FileKind.PDF_DE : FileKind.PDF)
                .map(bytes -> Download.of(bytes, MediaType.APPLICATION_PDF, "comparison.pdf"))
                .orElseThrow(Missing::new);
    }

    @PostMapping("/quick/{look}/forget")
    String forget(@PathVariable String look, HttpSession session, RedirectAttributes flash) {
        mine(session, look);
        looks.forget(look);
        flash.addFlashAttribute("message", "quick.forgotten");
        return "redirect:/quick";
    }
}
