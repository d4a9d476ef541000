package org.dorsum.compare;

import java.util.Locale;
import java.util.Optional;
import org.dorsum.measure.Metric;
import org.dorsum.stats.Estimate;

/**
 * How one metric of one hand went through a course.
 *
 * @param metric which
 * @param sessions sessions with a value, the first among them
 * @param trend change in percent of the value in one unit of time, with its interval; absent for fewer than two values
 * @param level change in percent against the first value at which the trend's line stands at the first session; 0 without a trend
 * @param scatter by how much sessions scatter about the trend more than their errors explain, at least 1
 * @param levelling whether another session still helps
 */
public record MetricCourse(
        Metric metric, int sessions, Optional<Estimate> trend, double level, double scatter, Levelling levelling) {

    /**
     * Whether another session still helps.
     *
     * @param verdict in a word
     * @param next what one more session would change, in percent of today's value; absent for fewer than three values
     * @param total what the fitted course changed from first to last session, in percent; absent likewise
     */
    public record Levelling(Verdict verdict, Optional<Estimate> next, Optional<Estimate> total) {}

    /** What can be said about another session. */
    public enum Verdict {
        /** Fewer than three sessions with a value. */
        NOT_ENOUGH_SESSIONS,
        /** Nothing detectable has changed for the better, so there is nothing that could level off. */
        NO_IMPROVEMENT_YET,
        /** Another session is expected to help: the interval of what it brings leaves out zero. */
        STILL_IMPROVING,
        /** The course has bent, and what another session may bring at best would not be told from a new photo. */
        LEVELLED_OFF,
        /** Both are possible. */
        CANNOT_TELL;

        /** The name in files. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
