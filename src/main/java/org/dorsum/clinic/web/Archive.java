package org.dorsum.clinic.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dorsum.clinic.clients.Client;
import org.dorsum.clinic.clients.Consents;
import org.dorsum.clinic.clients.Consultations;
import org.dorsum.clinic.clients.Treatments;
import org.dorsum.clinic.clients.Visit;
import org.dorsum.clinic.clients.Visits;
import org.dorsum.clinic.photos.PhotoStore;
import org.dorsum.clinic.photos.StoredPhoto;
import org.dorsum.clinic.work.Work;

/** Everything that is kept of one client, as a ZIP file: the right of access. */
public final class Archive {
    private final Consents consents;
    private final Consultations consultations;
    private final Visits visits;
    private final Treatments treatments;
    private final PhotoStore store;
    private final Work work;
    private final Tables tables;

    /** Archives of those clients. */
    public Archive(
            Consents consents,
            Consultations consultations,
            Visits visits,
            Treatments treatments,
            PhotoStore store,
            Work work,
            Tables tables) {
        this.consents = consents;
        this.consultations = consultations;
        this.visits = visits;
        this.treatments = treatments;
        this.store = store;
        this.work = work;
        this.tables = tables;
    }

    /** Writes the archive, one photo in memory at a time. */
    void write(Client client, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        put(zip, "client.json", json(record(client)));
        put(zip, "metrics.csv", tables.metrics(List.of(client)).getBytes(StandardCharsets.UTF_8));
        put(zip, "zones.csv", tables.zones(List.of(client)).getBytes(StandardCharsets.UTF_8));
        for (Visit visit : visits.of(client.id())) {
            for (StoredPhoto photo : store.ofVisit(visit.id())) {
                String name = "photos/" + Tables.name(visit, photo);
                Optional<byte[]> original = store.original(photo.id());
                if (original.isPresent()) {
                    put(zip, name, original.get());
                }
                Optional<byte[]> result = work.result(photo.id());
                if (result.isPresent()) {
                    put(zip, name + ".json", result.get());
                }
            }
        }
        zip.finish();
    }

    private Map<String, Object> record(Client client) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("code", client.code());
        all.put("name", client.name().orElse(null));
        all.put("addedAt", client.createdAt().toString());
        all.put(
                "consents",
                consents.of(client.id()).stream()
                        .map(c -> fields(
                                "scope", c.scope().label(),
                                "givenOn", c.givenOn().toString(),
                                "withdrawnOn",
                                        c.withdrawnOn().map(Object::toString).orElse("")))
                        .toList());
        all.put(
                "consultations",
                consultations.of(client.id()).stream()
                        .map(c -> fields(
                                "heldOn", c.heldOn().toString(),
                                "concerns",
                                        c.concerns().stream()
                                                .map(x -> x.label())
                                                .sorted()
                                                .toList(),
                                "conditions",
                                        c.conditions().stream()
                                                .map(x -> x.label())
                                                .sorted()
                                                .toList(),
                                "notes", c.notes().orElse(""),
                                "decision", c.decision().label()))
                        .toList());
        List<Object> list = new ArrayList<>();
        for (Visit visit : visits.of(client.id())) {
            list.add(fields(
                    "on", visit.on().toString(),
                    "next", visit.next().map(Object::toString).orElse(""),
                    "done", visit.done().stream().map(s -> s.label()).sorted().toList(),
                    "treatments",
                            treatments.of(visit.id()).stream()
                                    .map(t -> fields(
                                            "hands", t.hands().label(),
                                            "device", t.device().label(),
                                            "settings", t.settings(),
                                            "passes", t.passes(),
                                            "areas",
                                                    t.areasInOrder().stream()
                                                            .map(a -> a.label())
                                                            .toList()))
                                    .toList(),
                    "photos",
                            store.ofVisit(visit.id()).stream()
                                    .map(p -> fields(
                                            "file", Tables.name(visit, p),
                                            "hand", p.hand().label(),
                                            "receivedAt", p.receivedAt().toString(),
                                            "sha256", p.sha256()))
                                    .toList()));
        }
        all.put("visits", list);
        return all;
    }

    private static Map<String, Object> fields(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return map;
    }

    private static byte[] json(Map<String, Object> tree) {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps, lists and strings can be written", e);
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name.toLowerCase(Locale.ROOT)));
        zip.write(bytes);
        zip.closeEntry();
    }
}
