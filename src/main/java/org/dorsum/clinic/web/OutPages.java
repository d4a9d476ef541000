package org.dorsum.clinic.web;

import java.util.List;
import java.util.Set;
import org.dorsum.clinic.audit.AuditLog;
import org.dorsum.clinic.clients.Client;
import org.dorsum.clinic.clients.Clients;
import org.dorsum.clinic.clients.Consent;
import org.dorsum.clinic.clients.Consents;
import org.dorsum.clinic.people.Person;
import org.dorsum.clinic.people.Refused;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What leaves: tables, everything of one client, and deletion. */
@Controller
class OutPages {
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final Access access;
    private final Clients clients;
    private final Consents consents;
    private final Tables tables;
    private final Archive archive;
    private final Erasure erasure;
    private final AuditLog audit;

    OutPages(
            Access access,
            Clients clients,
            Consents consents,
            Tables tables,
            Archive archive,
            Erasure erasure,
            AuditLog audit) {
        this.access = access;
        this.clients = clients;
        this.consents = consents;
        this.tables = tables;
        this.archive = archive;
        this.erasure = erasure;
        this.audit = audit;
    }

    @GetMapping("/clients/{client}/metrics.csv")
    ResponseEntity<byte[]> metrics(@AuthenticationPrincipal Person me, @PathVariable String client) {
        Client one = access.client(me, client);
        audit.append(me.id(), "client-table", "client:" + one.id(), "metrics");
        return Download.of(tables.metrics(List.of(one)), CSV, one.code() + "-metrics.csv");
    }

    @GetMapping("/clients/{client}/zones.csv")
    ResponseEntity<byte[]> zones(@AuthenticationPrincipal Person me, @PathVariable String client) {
        Client one = access.client(me, client);
        audit.append(me.id(), "client-table", "client:" + one.id(), "zones");
        return Download.of(tables.zones(List.of(one)), CSV, one.code() + "-zones.csv");
    }

    @GetMapping("/clients/{client}/archive.zip")
    ResponseEntity<StreamingResponseBody> archive(@AuthenticationPrincipal Person me, @PathVariable String client) {
        Client one = access.client(me, client);
        audit.append(me.id(), "client-archive", "client:" + one.id(), "");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(one.code() + ".zip")
                                .build()
                                .toString())
                .body(out -> archive.write(one, out));
    }

    @GetMapping("/study")
    String study(Model model) {
        model.addAttribute("count", consents.clients(Consent.Scope.RESEARCH).size());
        return "study";
    }

    /** Tables of everybody who consented to research and is not about to be deleted. */
    @GetMapping("/study/{table}.csv")
    ResponseEntity<byte[]> study(@AuthenticationPrincipal Person me, @PathVariable String table) {
        List<Client> all = consenting();
        String csv = switch (table) {
            case "metrics" -> tables.metrics(all);
            case "zones" -> tables.zones(all);
            default -> throw new Missing();
        };
        audit.append(me.id(), "study-table", "study:" + table, all.size() + " clients");
        return Download.of(csv, CSV, "study-" + table + ".csv");
    }

    List<Client> consenting() {
        Set<String> agreed = consents.clients(Consent.Scope.RESEARCH);
        return clients.all().stream()
                .filter(c -> agreed.contains(c.id()) && !c.leaving())
                .toList();
    }

    @PostMapping("/clients/{client}/deletion")
    String ask(@AuthenticationPrincipal Person me, @PathVariable String client) {
        clients.askDeletion(access.client(me, client), me.id());
        return "redirect:/clients/" + client;
    }

    @PostMapping("/clients/{client}/deletion/undo")
    String undo(@AuthenticationPrincipal Person me, @PathVariable String client) {
        clients.undoDeletion(access.client(me, client), me.id());
        return "redirect:/clients/" + client;
    }

    /** Deletes for good what was marked before; the code has to be typed. */
    @PostMapping("/clients/{client}/deletion/confirm")
    String confirm(
            @AuthenticationPrincipal Person me,
            @PathVariable String client,
            @RequestParam(defaultValue = "") String code,
            RedirectAttributes flash)
            throws Refused {
        Client one = access.client(me, client);
        if (!one.leaving()) {
            throw new Refused("deletion.first");
        }
        if (!one.code().equalsIgnoreCase(code.strip())) {
            throw new Refused("deletion.code");
        }
        erasure.erase(one, me.id());
        flash.addFlashAttribute("message", "deletion.done");
        return "redirect:/clients";
    }
}
