package org.dorsum.compare;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.dorsum.compare.CoursePlan.Hand;
import org.dorsum.compare.CoursePlan.Photo;
import org.dorsum.compare.CoursePlan.Session;
import org.dorsum.compare.CoursePlan.Time;
import org.dorsum.compare.CoursePlan.UnusableCourseException;
import org.dorsum.photo.NaturalOrder;

/** Puts listed photos into hands and sessions, and the sessions into order. */
final class CoursePlanner {
    private static final String NUMBER = "[+-]?\\d{1,9}(\\.\\d{1,9})?";
    private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";

    private final List<Photo> photos;
    private final Time time;

    CoursePlanner(List<Photo> photos) {
        this.photos = photos;
        this.time = time(photos);
    }

    private static Time time(List<Photo> photos) {
        if (photos.stream().allMatch(p -> p.session().matches(DATE))) {
            return Time.WEEK;
        }
        return photos.stream().allMatch(p -> p.session().matches(NUMBER)) ? Time.SESSION_NUMBER : Time.SESSION;
    }

    CoursePlan plan() throws UnusableCourseException {
        if (photos.isEmpty()) {
            throw new UnusableCourseException("it lists no photos");
        }
        Map<String, List<Photo>> bySubject = new LinkedHashMap<>();
        for (Photo p : photos) {
            need(p.subject(), p, "subject", "whose hand it is");
            need(p.session(), p, "session", "at which visit it was taken");
            bySubject.computeIfAbsent(p.subject(), k -> new ArrayList<>()).add(p);
        }
        List<Hand> hands = new ArrayList<>();
        for (var subject : bySubject.entrySet()) {
            long named =
                    subject.getValue().stream().filter(p -> !p.hand().isEmpty()).count();
            if (named > 0 && named < subject.getValue().size()) {
                throw new UnusableCourseException("subject " + subject.getKey()
                        + ": some photos name the hand, others do not; fill the column \"hand\" for all of them");
            }
            Map<String, List<Photo>> byHand = new LinkedHashMap<>();
            subject.getValue()
                    .forEach(p -> byHand.computeIfAbsent(p.hand(), k -> new ArrayList<>())
                            .add(p));
            for (List<Photo> ofHand : byHand.values()) {
                hands.add(hand(ofHand));
            }
        }
        if (hands.stream().allMatch(h -> h.sessions().size() < 2)) {
            throw new UnusableCourseException(
                    "no hand has two sessions; a course needs the same subject and hand with different values of \"session\"");
        }
        return new CoursePlan(hands, time);
    }

    private static void need(String value, Photo p, String column, String says) throws UnusableCourseException {
        if (value.isEmpty()) {
            throw new UnusableCourseException(
                    p.file() + " has no " + column + "; the column \"" + column + "\" says " + says);
        }
    }

    private Hand hand(List<Photo> list) throws UnusableCourseException {
        String treated = same(list, Photo::treated, "treated").toLowerCase(Locale.ROOT);
        if (!List.of("", "yes", "no").contains(treated)) {
            throw new UnusableCourseException(
                    list.get(0).file() + ": treated is yes, no or empty, not \"" + treated + "\"");
        }
        Map<String, List<Photo>> bySession = new TreeMap<>(order());
        list.forEach(p ->
                bySession.computeIfAbsent(p.session(), k -> new ArrayList<>()).add(p));
        List<Session> sessions = new ArrayList<>();
        String first = bySession.keySet().iterator().next();
        for (var e : bySession.entrySet()) {
            sessions.add(session(e.getKey(), place(e.getKey(), first, sessions.size()), e.getValue()));
        }
        Photo any = list.get(0);
        return new Hand(
                any.subject(),
                any.hand(),
                treated.isEmpty() ? Optional.empty() : Optional.of(treated.equals("yes")),
                same(list, Photo::arm, "arm"),
                sessions);
    }

    private Comparator<String> order() throws UnusableCourseException {
        if (time == Time.WEEK) {
            for (Photo p : photos) {
                date(p.session(), p, "session");
            }
        }
        // Equal numbers in other clothes, 2 and 2.0, are one session.
        return time == Time.SESSION_NUMBER ? Comparator.comparingDouble(Double::parseDouble) : new NaturalOrder();
    }

    private double place(String label, String first, int index) {
        return switch (time) {
            case WEEK -> ChronoUnit.DAYS.between(LocalDate.parse(first), LocalDate.parse(label)) / 7.0;
            case SESSION_NUMBER -> Double.parseDouble(label);
            case SESSION -> index;
        };
    }

    private Session session(String label, double place, List<Photo> list) throws UnusableCourseException {
        Optional<LocalDate> date = date(same(list, Photo::date, "date"), list.get(0), "date");
        if (date.isEmpty() && time == Time.WEEK) {
            date = Optional.of(LocalDate.parse(label));
        }
        Optional<LocalDate> treatment =
                date(same(list, Photo::treatmentDate, "treatment_date"), list.get(0), "treatment_date");
        Optional<Long> days = SinceTreatment.days(treatment, date);
        if (days.isPresent() && days.get() < 0) {
            throw new UnusableCourseException(list.get(0).file()
                    + ": the treatment_date lies after the photo; state the last treatment before it");
        }
        return new Session(label, place, date, days, list);
    }

    private static Optional<LocalDate> date(String text, Photo p, String column) throws UnusableCourseException {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            throw new UnusableCourseException(
                    p.file() + ": " + column + " is a date as 2026-11-27, not \"" + text + "\"");
        }
    }

    /** What all photos of a hand or session state alike, in one of them at least. */
    private static String same(List<Photo> list, Function<Photo, String> of, String column)
            throws UnusableCourseException {
        List<String> stated =
                list.stream().map(of).filter(s -> !s.isEmpty()).distinct().toList();
        if (stated.size() > 1) {
            Photo p = list.get(0);
            throw new UnusableCourseException("subject " + p.subject()
                    + (p.hand().isEmpty() ? "" : ", " + p.hand() + " hand") + ": " + column + " is both \""
                    + stated.get(0) + "\" and \"" + stated.get(1) + "\"; it can be one only");
        }
        return stated.isEmpty() ? "" : stated.get(0);
    }
}
