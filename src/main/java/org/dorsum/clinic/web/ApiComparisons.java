package org.dorsum.clinic.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dorsum.clinic.clients.Client;
import org.dorsum.clinic.people.Person;
import org.dorsum.clinic.photos.FileKind;
import org.dorsum.clinic.photos.StoredPhoto;
import org.dorsum.clinic.work.StoredComparison;
import org.dorsum.clinic.work.Work;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The interface for programs: comparisons and tables. */
@RestController
class ApiComparisons {
    private final Access access;
    private final Work work;
    private final OutPages out;

    ApiComparisons(Access access, Work work, OutPages out) {
        this.access = access;
        this.work = work;
        this.out = out;
    }

    /** Photos of one hand at an earlier and at a later visit. */
    record NewComparison(
            @Nullable List<String> before, @Nullable List<String> after) {
        List<String> first() {
            return before == null ? List.of() : before;
        }

        List<String> later() {
            return after == null ? List.of() : after;
        }
    }

    /** A comparison and how far it has come. */
    record ComparisonView(
            String id,
            List<String> before,
            List<String> after,
            String stage,
            Optional<String> verdict,
            Optional<String> problem) {}

    @PostMapping("/api/comparisons")
    @Operation(summary = "Compares photos of one hand; the same photos again are the same comparison")
    ResponseEntity<ComparisonView> compare(
            @Parameter(hidden = true) @AuthenticationPrincipal Person me, @RequestBody NewComparison body) {
        List<StoredPhoto> photos = Stream.concat(body.first().stream(), body.later().stream())
                .map(id -> access.photo(me, id))
                .toList();
        Set<Client> clients = photos.stream()
                .map(p -> access.clientOf(access.visit(me, p.visitId())))
                .collect(Collectors.toSet());
        boolean oneHand = photos.stream().map(StoredPhoto::hand).distinct().count() == 1;
        if (body.first().isEmpty() || body.later().isEmpty() || clients.size() != 1 || !oneHand) {
            return ResponseEntity.unprocessableContent().build();
        }
        String label =
                ComparePages.label(clients.iterator().next(), photos.get(0).hand());
        String id = work.compare(label, body.first(), body.later(), me.id());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(view(work.comparison(id).orElseThrow()));
    }

    @GetMapping("/api/comparisons/{comparison}")
    @Operation(summary = "How far a comparison has come")
    ComparisonView show(@Parameter(hidden = true) @AuthenticationPrincipal Person me, @PathVariable String comparison) {
        return view(allowed(me, comparison));
    }

    @GetMapping("/api/comparisons/{comparison}/result")
    @Operation(summary = "The comparison as the command compare --json writes it")
    ResponseEntity<byte[]> result(
            @Parameter(hidden = true) @AuthenticationPrincipal Person me, @PathVariable String comparison) {
        allowed(me, comparison);
        return work.file(comparison, FileKind.RESULT)
                .map(json -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(json))
                .orElseThrow(Missing::new);
    }

    private StoredComparison allowed(Person me, String id) {
        StoredComparison found = work.comparison(id).orElseThrow(Missing::new);
        Stream.concat(found.before().stream(), found.after().stream()).forEach(photo -> access.photo(me, photo));
        return found;
    }

    private static ComparisonView view(StoredComparison c) {
        return new ComparisonView(
                c.id(),
                c.before(),
                c.after(),
                c.progress().stage().label(),
                c.verdict(),
                c.progress().problem());
    }

    @GetMapping("/api/study/{table}.csv")
    @Operation(summary = "The tables metrics.csv and zones.csv of everybody who consented to research, under codes")
    ResponseEntity<byte[]> study(
            @Parameter(hidden = true) @AuthenticationPrincipal Person me, @PathVariable String table) {
        return out.study(me, table);
    }
}
