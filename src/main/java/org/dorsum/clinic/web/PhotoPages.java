package org.dorsum.clinic.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dorsum.clinic.clients.Client;
import org.dorsum.clinic.clients.Visit;
import org.dorsum.clinic.people.Person;
import org.dorsum.clinic.people.Refused;
import org.dorsum.clinic.photos.FileKind;
import org.dorsum.clinic.photos.PhotoStore;
import org.dorsum.clinic.photos.StoredPhoto;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Photos at a visit: taking, uploading, setting aside, and the pictures themselves. */
@Controller
class PhotoPages {
    private final Access access;
    private final Photos photos;
    private final PhotoStore store;
    private final Album album;
    private final MessageSource texts;

    PhotoPages(Access access, Photos photos, PhotoStore store, Album album, MessageSource texts) {
        this.access = access;
        this.photos = photos;
        this.store = store;
        this.album = album;
        this.texts = texts;
    }

    /** The list of a visit's photos alone, which the page asks for again while something is being measured. */
    @GetMapping("/visits/{visit}/photos")
    String list(@AuthenticationPrincipal Person me, @PathVariable String visit, Model model) {
        Visit one = access.visit(me, visit);
        list(me, one, album, model);
        return "shots :: list";
    }

    static void list(Person me, Visit visit, Album album, Model model) {
        List<Album.Shot> shots = album.shots(visit);
        model.addAttribute("visit", visit);
        model.addAttribute("shots", shots);
        model.addAttribute("busy", shots.stream().anyMatch(Album.Shot::busy));
        model.addAttribute("clinician", me.is(org.dorsum.clinic.people.Role.CLINICIAN));
    }

    /** Takes a photo as the body of the request: nothing of it is written to a temporary file. */
    @PostMapping("/visits/{visit}/photos")
    ResponseEntity<Map<String, String>> upload(
            @AuthenticationPrincipal Person me,
            @PathVariable String visit,
            @RequestParam(defaultValue = "") String hand,
            HttpServletRequest request,
            Locale locale)
            throws IOException {
        try {
            StoredPhoto photo =
                    photos.receive(me, access.visit(me, visit), Photos.hand(hand), request.getInputStream());
            return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("id", photo.id()));
        } catch (Photos.NotTaken e) {
            String message = Optional.ofNullable(e.getMessage())
                    .filter(m -> !m.isEmpty())
                    .orElseGet(() -> texts.getMessage("problem." + e.code(), null, locale));
            return ResponseEntity.status(e.status()).body(Map.of("code", e.code(), "message", message));
        }
    }

    @GetMapping("/visits/{visit}/camera")
    String camera(
            @AuthenticationPrincipal Person me, @PathVariable String visit, @RequestParam String hand, Model model) {
        Visit one = access.visit(me, visit);
        Client client = access.clientOf(one);
        model.addAttribute("visit", one);
        model.addAttribute("client", client);
        model.addAttribute("hand", Photos.hand(hand).label());
        model.addAttribute("ghost", album.baseline(one, Photos.hand(hand)).isPresent());
        return "camera";
    }

    /** The earlier photo that the next one is framed by; the one look into the past that an assistant has. */
    @GetMapping("/visits/{visit}/ghost")
    ResponseEntity<byte[]> ghost(
            @AuthenticationPrincipal Person me,
            @PathVariable String visit,
            @RequestParam(defaultValue = "") String hand) {
        return album.baseline(access.visit(me, visit), Photos.hand(hand))
                .flatMap(p -> store.picture(p.id(), FileKind.SCREEN))
                .map(PhotoPages::jpeg)
                .orElseThrow(Missing::new);
    }

    @GetMapping("/photos/{photo}/thumbnail")
    ResponseEntity<byte[]> thumbnail(@AuthenticationPrincipal Person me, @PathVariable String photo) {
        return picture(me, photo, FileKind.THUMBNAIL);
    }

    @GetMapping("/photos/{photo}/screen")
    ResponseEntity<byte[]> screen(@AuthenticationPrincipal Person me, @PathVariable String photo) {
        return picture(me, photo, FileKind.SCREEN);
    }

    @GetMapping("/photos/{photo}/full")
    ResponseEntity<byte[]> full(@AuthenticationPrincipal Person me, @PathVariable String photo) {
        return picture(me, photo, FileKind.FULL);
    }

    private ResponseEntity<byte[]> picture(Person me, String id, FileKind kind) {
        StoredPhoto photo = access.photo(me, id);
        return store.picture(photo.id(), kind).map(PhotoPages::jpeg).orElseThrow(Missing::new);
    }

    /** The file as it came in, to be kept by its owner; never shown in a page. */
    @GetMapping("/photos/{photo}/original")
    ResponseEntity<byte[]> original(@AuthenticationPrincipal Person me, @PathVariable String photo) {
        StoredPhoto one = access.photo(me, photo);
        byte[] bytes = store.original(one.id()).orElseThrow(Missing::new);
        String name = one.hand().label() + "-" + one.id().substring(0, 8) + "."
                + one.format().toLowerCase(Locale.ROOT);
        return Download.of(bytes, MediaType.APPLICATION_OCTET_STREAM, name);
    }

    static ResponseEntity<byte[]> jpeg(byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=600")
                .body(bytes);
    }

    /** Sets a photo aside; it can be taken back until its deletion is confirmed. */
    @PostMapping("/photos/{photo}/discard")
    String discard(@AuthenticationPrincipal Person me, @PathVariable String photo) {
        StoredPhoto one = access.photo(me, photo);
        store.discard(one.id(), me.id());
        return "redirect:/visits/" + one.visitId() + "#photos";
    }

    @PostMapping("/photos/{photo}/restore")
    String restore(@AuthenticationPrincipal Person me, @PathVariable String photo) {
        StoredPhoto one = access.photo(me, photo);
        store.restore(one.id(), me.id());
        return "redirect:/visits/" + one.visitId() + "#photos";
    }

    /** Deletes a photo that was set aside, with everything made of it. */
    @PostMapping("/photos/{photo}/delete")
    String delete(@AuthenticationPrincipal Person me, @PathVariable String photo) throws Refused {
        StoredPhoto one = access.photo(me, photo);
        if (one.discarded().isEmpty()) {
            throw new Refused("photo.kept");
        }
        store.delete(one.id(), me.id());
        return "redirect:/visits/" + one.visitId() + "#photos";
    }
}
