package org.dorsum.compare;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which photos belong to which hand and session, in order. Immutable.
 *
 * @param hands in the order in which they were listed
 * @param time what the sessions' times are counted in
 */
public record CoursePlan(List<Hand> hands, Time time) {

    /** What time is counted in. */
    public enum Time {
        /** Sessions are named by dates: weeks since the first date of the hand. */
        WEEK,
        /** Sessions are named by numbers: that number. */
        SESSION_NUMBER,
        /** Sessions have other names: their place in natural order, from 0. */
        SESSION;

        /** The name in files. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One photo as listed; what was not stated is empty.
     *
     * @param file how it is named in tables
     * @param path where it is
     * @param treated {@code yes}, {@code no} or empty
     * @param treatmentDate ISO date of the last treatment before the photo
     * @param date ISO date of the photo
     */
    public record Photo(
            String file,
            Path path,
            String subject,
            String session,
            String hand,
            String treated,
            String arm,
            String treatmentDate,
            String date) {}

    /**
     * All photos of one hand at one visit.
     *
     * @param label the session's name
     * @param time in units of {@link Time}
     * @param date of the photos, where known
     * @param daysSinceTreatment where both dates are known, at least 0
     */
    public record Session(
            String label,
            double time,
            Optional<LocalDate> date,
            Optional<Long> daysSinceTreatment,
            List<Photo> photos) {
        /** Copies the photos. */
        public Session {
            photos = List.copyOf(photos);
        }
    }

    /**
     * One hand of one subject.
     *
     * @param side {@code left}, {@code right} or empty
     * @param treated whether it is, where that was stated
     * @param arm of the study, or empty
     * @param sessions in order, at least one
     */
    public record Hand(String subject, String side, Optional<Boolean> treated, String arm, List<Session> sessions) {
        /** Copies the sessions. */
        public Hand {
            sessions = List.copyOf(sessions);
        }
    }

    /** Copies the hands. */
    public CoursePlan {
        hands = List.copyOf(hands);
    }

    /** A list that makes no course: one sentence for people. */
    public static final class UnusableCourseException extends Exception {
        private static final long serialVersionUID = 1;

        UnusableCourseException(String problem) {
            super(problem);
        }
    }

    /**
     * The plan of these photos.
     *
     * @throws UnusableCourseException if they make none; says what to do
     */
    public static CoursePlan of(List<Photo> photos) throws UnusableCourseException {
        return new CoursePlanner(photos).plan();
    }
}
