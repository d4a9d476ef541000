package org.dorsum.clinic.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dorsum.clinic.clients.Client;
import org.dorsum.clinic.clients.Treatments;
import org.dorsum.clinic.clients.Visit;
import org.dorsum.clinic.clients.Visits;
import org.dorsum.clinic.people.Person;
import org.dorsum.clinic.photos.FileKind;
import org.dorsum.clinic.photos.HandSide;
import org.dorsum.clinic.work.CoursePhoto;
import org.dorsum.clinic.work.Stage;
import org.dorsum.clinic.work.Work;
import org.dorsum.measure.Metric;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The course of a treatment: each later session against the first, left beside right. */
@Controller
class TrendPages {
    private final Access access;
    private final Album album;
    private final Work work;
    private final Visits visits;
    private final Treatments treatments;

    TrendPages(Access access, Album album, Work work, Visits visits, Treatments treatments) {
        this.access = access;
        this.album = album;
        this.work = work;
        this.visits = visits;
        this.treatments = treatments;
    }

    /** A later session in the table: the change against the first, or why there is none. */
    record Row(String hand, LocalDate on, Optional<ResultView.Change> change, String comparability) {}

    /** Whether another session of a hand is expected to help. */
    record Outlook(String hand, String verdict) {}

    @GetMapping("/clients/{client}/trend")
    String show(
            @AuthenticationPrincipal Person me,
            @PathVariable String client,
            @RequestParam(defaultValue = "roughness_index") String metric,
            Locale locale,
            Model model) {
        Client one = access.client(me, client);
        List<String> metrics = Metric.headlines().stream()
                .filter(m -> m.better() != Metric.Better.NEITHER)
                .map(Metric::label)
                .toList();
        if (!metrics.contains(metric)) {
            throw new Missing();
        }
        List<Row> rows = new ArrayList<>();
        List<Outlook> outlooks = new ArrayList<>();
        List<TrendSvg.Series> series = new ArrayList<>();
        boolean busy = false;
        for (HandSide hand : HandSide.values()) {
            List<Album.Session> sessions = album.sessions(one, hand);
            if (sessions.size() >= 2) {
                String id = work.course(
                        ComparePages.label(one, hand), one.code(), hand.label(), photos(one, hand, sessions), me.id());
                Optional<JsonNode> course = work.file(id, FileKind.RESULT)
                        .map(ResultView::read)
                        .map(j -> j.path("courses").path(0));
                Stage stage =
                        work.comparison(id).orElseThrow(Missing::new).progress().stage();
                busy |= stage == Stage.QUEUED || stage == Stage.RUNNING;
                course.ifPresent(c -> {
                    rows.addAll(rows(c, hand, metric));
                    for (JsonNode m : c.path("metrics")) {
                        if (m.path("metric").asText().equals(metric)) {
                            outlooks.add(new Outlook(
                                    hand.label(),
                                    m.path("levelling").path("verdict").asText()));
                        }
                    }
                });
                List<TrendSvg.Point> points = rows.stream()
                        .filter(r -> r.hand().equals(hand.label()))
                        .flatMap(r -> r.change().stream()
                                .map(c -> new TrendSvg.Point(r.on(), c.percent(), c.low(), c.high(), c.mdc())))
                        .toList();
                if (!points.isEmpty()) {
                    series.add(new TrendSvg.Series(
                            hand.label(), sessions.get(0).visit().on(), points));
                }
            }
        }
        List<LocalDate> treated = visits.of(one.id()).stream()
                .filter(v -> !treatments.of(v.id()).isEmpty())
                .map(Visit::on)
                .toList();
        DateTimeFormatter dates = DateTimeFormatter.ofPattern("d MMM uuuu", locale);
        model.addAttribute("client", one);
        model.addAttribute("metrics", metrics);
        model.addAttribute("metric", metric);
        model.addAttribute("rows", rows);
        model.addAttribute("outlooks", outlooks);
        model.addAttribute("busy", busy);
        model.addAttribute("chart", series.isEmpty() ? "" : TrendSvg.of(series, treated, dates::format));
        return "trend";
    }

    private List<CoursePhoto> photos(Client client, HandSide hand, List<Album.Session> sessions) {
        List<CoursePhoto> photos = new ArrayList<>();
        for (Album.Session session : sessions) {
            Optional<LocalDate> treated = visits.of(client.id()).stream()
                    .filter(v -> v.on().isBefore(session.visit().on())
                            && treatments.of(v.id()).stream().anyMatch(t -> t.treats(hand.label())))
                    .map(Visit::on)
                    .max(LocalDate::compareTo);
            session.ids()
                    .forEach(
                            id -> photos.add(new CoursePhoto(id, session.visit().on(), treated)));
        }
        return photos;
    }

    private static List<Row> rows(JsonNode course, HandSide hand, String metric) {
        List<Row> rows = new ArrayList<>();
        for (JsonNode session : course.path("sessions")) {
            rows.add(new Row(
                    hand.label(),
                    LocalDate.parse(session.path("session").asText()),
                    ResultView.change(session, metric),
                    session.path("comparability").asText("")));
        }
        return rows;
    }
}
