package org.dorsum.clinic.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dorsum.clinic.clients.Client;
import org.dorsum.clinic.clients.Clients;
import org.dorsum.clinic.clients.Consent;
import org.dorsum.clinic.clients.Consents;
import org.dorsum.clinic.clients.Visit;
import org.dorsum.clinic.clients.Visits;
import org.dorsum.clinic.people.Person;
import org.dorsum.clinic.people.Refused;
import org.dorsum.clinic.photos.StoredPhoto;
import org.dorsum.clinic.work.PhotoState;
import org.dorsum.clinic.work.Work;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The interface for programs: clients, visits and photos, with the rights of whose token it is. */
@RestController
class Api {
    private final Access access;
    private final Clients clients;
    private final Consents consents;
    private final Visits visits;
    private final Photos photos;
    private final Album album;
    private final Work work;

    Api(Access access, Clients clients, Consents consents, Visits visits, Photos photos, Album album, Work work) {
        this.access = access;
        this.clients = clients;
        this.consents = consents;
        this.visits = visits;
        this.photos = photos;
        this.album = album;
        this.work = work;
    }

    /** A client; names stay inside. */
    record ClientView(String id, String code, boolean photosAllowed, boolean researchAllowed) {}

    /** What a new client is called; without a code one is chosen. */
    record NewClient(@Nullable String code) {}

    /** What is agreed to: {@code photos} or {@code research}, and since when. */
    record NewConsent(@Nullable String scope, @Nullable LocalDate givenOn) {}

    /** A visit. */
    record VisitView(String id, String client, LocalDate on, Optional<LocalDate> next) {}

    /** When a visit is. */
    record NewVisit(@Nullable LocalDate on) {}

    /** A finding about a photo. */
    record FindingView(String code, String severity, String message, String advice) {}

    /** A photo and how far it has come. */
    record PhotoView(
            String id,
            String visit,
            String hand,
            String sha256,
            String stage,
            Optional<Boolean> usable,
            Optional<String> status,
            boolean corrected,
            List<FindingView> findings) {}

    /** Why something was refused. */
    record Problem(String code, String message) {}

    @GetMapping("/api/clients")
    @Operation(summary = "All clients, by code")
    List<ClientView> clients() {
        return clients.all().stream().map(this::view).toList();
    }

    @PostMapping("/api/clients")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Adds a client")
    ClientView create(@Parameter(hidden = true) @AuthenticationPrincipal Person me, @RequestBody NewClient body)
            throws Refused {
        return view(clients.create(Objects.requireNonNullElse(body.code(), ""), "", me.id()));
    }

    @GetMapping("/api/clients/{client}")
    @Operation(summary = "One client")
    ClientView client(@Parameter(hidden = true) @AuthenticationPrincipal Person me, @PathVariable String client) {
        return view(access.client(me, client));
    }

    @PostMapping("/api/clients/{client}/consents")
    @Operation(summary = "Records consent to photos or research")
    ClientView consent(
            @Parameter(hidden = true) @AuthenticationPrincipal Person me,
            @PathVariable String client,
            @RequestBody NewConsent body)
            throws Refused {
        Client one = access.client(me, client);
        consents.give(
                one,
                Consent.Scope.of(Objects.requireNonNullElse(body.scope(), "")).orElseThrow(Missing::new),
                given(body.givenOn()),
                me.id());
        return view(one);
    }

    private static LocalDate given(@Nullable LocalDate date) throws Refused {
        if (date == null) {
            throw new Refused("date.unreadable");
        }
        return date;
    }

    private ClientView view(Client client) {
        return new ClientView(
                client.id(),
                client.code(),
                consents.allows(client.id(), Consent.Scope.PHOTOS),
                consents.allows(client.id(), Consent.Scope.RESEARCH));
    }

    @GetMapping("/api/clients/{client}/visits")
    @Operation(summary = "The visits of a client, earliest first")
    List<VisitView> visits(@Parameter(hidden = true) @AuthenticationPrincipal Person me, @PathVariable String client) {
        return visits.of(access.client(me, client).id()).stream().map(Api::view).toList();
    }

    @PostMapping("/api/clients/{client}/visits")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Adds a visit")
    VisitView visit(
            @Parameter(hidden = true) @AuthenticationPrincipal Person me,
            @PathVariable String client,
            @RequestBody NewVisit body)
            throws Refused {
        return view(visits.create(access.client(me, client), given(body.on()), me.id()));
    }

    @GetMapping("/api/visits/today")
    @Operation(summary = "The visits of today")
    List<VisitView> today() {
        return visits.on(visits.today()).stream().map(Api::view).toList();
    }

    private static VisitView view(Visit visit) {
        return new VisitView(visit.id(), visit.client(), visit.on(), visit.next());
    }

    @GetMapping("/api/visits/{visit}/photos")
    @Operation(summary = "The photos of a visit")
    List<PhotoView> photos(@Parameter(hidden = true) @AuthenticationPrincipal Person me, @PathVariable String visit) {
        return album.shots(access.visit(me, visit)).stream().map(Api::view).toList();
    }

    @PostMapping("/api/visits/{visit}/photos")
    @Operation(summary = "Adds a photo: the file is the body; it is measured in the background")
    ResponseEntity<Object> upload(
            @Parameter(hidden = true) @AuthenticationPrincipal Person me,
            @PathVariable String visit,
            @RequestParam(defaultValue = "") String hand,
            HttpServletRequest request)
            throws IOException {
        Visit one = access.visit(me, visit);
        try {
            StoredPhoto photo = photos.receive(me, one, Photos.hand(hand), request.getInputStream());
            return ResponseEntity.status(HttpStatus.CREATED).body(view(new Album.Shot(photo, work.photo(photo.id()))));
        } catch (Photos.NotTaken e) {
            return ResponseEntity.status(e.status()).body(new Problem(e.code(), String.valueOf(e.getMessage())));
        }
    }

    @GetMapping("/api/photos/{photo}")
    @Operation(summary = "How far a photo has come, and what is wrong with it")
    PhotoView photo(@Parameter(hidden = true) @AuthenticationPrincipal Person me, @PathVariable String photo) {
        StoredPhoto one = access.photo(me, photo);
        return view(new Album.Shot(one, work.photo(one.id())));
    }

    @GetMapping("/api/photos/{photo}/result")
    @Operation(summary = "Everything measured on a photo, as the command analyze --json writes it")
    ResponseEntity<byte[]> result(
            @Parameter(hidden = true) @AuthenticationPrincipal Person me, @PathVariable String photo) {
        return work.result(access.photo(me, photo).id())
                .map(json -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(json))
                .orElseThrow(Missing::new);
    }

    private static PhotoView view(Album.Shot shot) {
        Optional<PhotoState> state = shot.state();
        return new PhotoView(
                shot.photo().id(),
                shot.photo().visitId(),
                shot.photo().hand().label(),
                shot.photo().sha256(),
                state.map(s -> s.measuring().stage().label()).orElse("queued"),
                state.flatMap(PhotoState::usable),
                state.flatMap(PhotoState::status),
                state.map(PhotoState::corrected).orElse(false),
                state.map(PhotoState::findings).orElse(List.of()).stream()
                        .map(f -> new FindingView(f.code(), f.severity().label(), f.message(), f.advice()))
                        .toList());
    }

    @ExceptionHandler(Refused.class)
    ResponseEntity<Problem> refused(Refused refused) {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(new Problem(refused.code(), ""));
    }
}
