package org.dorsum.clinic.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.dorsum.clinic.clients.Client;
import org.dorsum.clinic.clients.Visit;
import org.dorsum.clinic.clients.Visits;
import org.dorsum.clinic.photos.PhotoStore;
import org.dorsum.clinic.photos.StoredPhoto;
import org.dorsum.clinic.work.Work;
import org.dorsum.report.MetricsCsv;
import org.dorsum.report.ZonesCsv;

/** Values of clients as the tables that the command line writes, under codes, without names. */
public final class Tables {
    private final Visits visits;
    private final PhotoStore store;
    private final Work work;

    /** Tables of those photos. */
    public Tables(Visits visits, PhotoStore store, Work work) {
        this.visits = visits;
        this.store = store;
        this.work = work;
    }

    /** The name of a photo in tables and archives: nothing in it comes from the file that was uploaded. */
    static String name(Visit visit, StoredPhoto photo) {
        return visit.on() + "-" + photo.hand().label() + "-" + photo.id().substring(0, 8) + "."
                + photo.format().toLowerCase(Locale.ROOT);
    }

    /** One row a photo that has been measured or refused. */
    String metrics(List<Client> clients) {
        StringBuilder csv = new StringBuilder(MetricsCsv.header());
        each(
                clients,
                (client, visit, photo) -> work.cells(photo.id()).ifPresent(given -> {
                    List<String> cells = new ArrayList<>(given);
                    cells.set(MetricsCsv.COLUMNS.indexOf("file"), name(visit, photo));
                    cells.set(MetricsCsv.COLUMNS.indexOf("subject"), client.code());
                    cells.set(MetricsCsv.COLUMNS.indexOf("session"), visit.on().toString());
                    cells.set(MetricsCsv.COLUMNS.indexOf("hand"), photo.hand().label());
                    csv.append(line(cells));
                }));
        return csv.toString();
    }

    /** One row a photo, zone and metric. */
    String zones(List<Client> clients) {
        StringBuilder csv = new StringBuilder(ZonesCsv.header());
        each(
                clients,
                (client, visit, photo) -> work.result(photo.id())
                        .map(ResultView::read)
                        .ifPresent(result -> {
                            for (JsonNode m : result.path("measurements")) {
                                Map<String, String> row = Map.of(
                                        "file", name(visit, photo),
                                        "zone", m.path("zone").asText(),
                                        "metric", m.path("metric").asText(),
                                        "value", number(m.path("value")),
                                        "unit", m.path("unit").asText(),
                                        "standard_error", number(m.path("standardError")),
                                        "not_measured_reason",
                                                m.path("notMeasuredReason").asText(""),
                                        "colour", m.path("colour").asText(""));
                                csv.append(line(ZonesCsv.COLUMNS.stream()
                                        .map(column -> row.getOrDefault(column, ""))
                                        .toList()));
                            }
                        }));
        return csv.toString();
    }

    private static String number(JsonNode node) {
        return node.isNumber() ? node.decimalValue().toPlainString() : "";
    }

    private static String line(List<String> cells) {
        return CSVFormat.RFC4180.format(cells.toArray()) + "\r\n";
    }

    /** What is done with each photo. */
    @FunctionalInterface
    private interface Taker {
        void take(Client client, Visit visit, StoredPhoto photo);
    }

    private void each(List<Client> clients, Taker taker) {
        for (Client client : clients) {
            for (Visit visit : visits.of(client.id())) {
                for (StoredPhoto photo : store.ofVisit(visit.id())) {
                    if (photo.discarded().isEmpty()) {
                        taker.take(client, visit, photo);
                    }
                }
            }
        }
    }
}
