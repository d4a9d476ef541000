package org.dorsum.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dorsum.compare.Change.Outcome.Compared;
import org.dorsum.measure.Metric;
import org.dorsum.stats.Estimate;

/**
 * The treated hand of a person against the untreated one at one session: light, season and camera act on both alike and drop out.
 *
 * @param session name of the session, the same for both hands
 * @param difference change of the treated hand less change of the untreated one, percentage points; the two intervals join in quadrature
 * @param mdcPoints smallest difference that re-photographing both hands does not explain
 * @param verdict beyond that and with an interval that leaves out zero, or not
 */
public record Control(
        String subject, String session, Metric metric, Estimate difference, double mdcPoints, Change.Verdict verdict) {

    /** All differences of people with one treated and one untreated hand, in the order of the hands. */
    public static List<Control> of(List<HandCourse> hands) {
        List<Control> all = new ArrayList<>();
        for (HandCourse treated : hands) {
            if (treated.hand().treated().equals(Optional.of(true))) {
                hands.stream()
                        .filter(h -> h.hand().subject().equals(treated.hand().subject())
                                && h.hand().treated().equals(Optional.of(false)))
                        .findFirst()
                        .ifPresent(untreated -> all.addAll(of(treated, untreated)));
            }
        }
        return all;
    }

    private static List<Control> of(HandCourse treated, HandCourse untreated) {
        List<Control> found = new ArrayList<>();
        for (HandCourse.Step a : treated.steps()) {
            for (HandCourse.Step b : untreated.steps()) {
                if (a.session().label().equals(b.session().label())) {
                    for (Metric metric : Metric.values()) {
                        Optional<Compared> other = b.change(metric);
                        a.change(metric)
                                .flatMap(c -> other.map(o -> of(treated, a, metric, c, o)))
                                .ifPresent(found::add);
                    }
                }
            }
        }
        return found;
    }

    private static Control of(HandCourse hand, HandCourse.Step step, Metric metric, Compared a, Compared b) {
        double difference = a.changePercent() - b.changePercent();
        double down = Math.hypot(a.changePercent() - a.lowPercent(), b.highPercent() - b.changePercent());
        double up = Math.hypot(a.highPercent() - a.changePercent(), b.changePercent() - b.lowPercent());
        Estimate e = new Estimate(difference, difference - down, difference + up);
        double mdc = Math.hypot(a.mdcPercent(), b.mdcPercent());
        boolean detectable = e.leavesOutZero() && Math.abs(difference) > mdc;
        Change.Verdict verdict = !detectable
                ? Change.Verdict.NO_DETECTABLE_CHANGE
                : difference < 0 ? Change.Verdict.IMPROVED : Change.Verdict.WORSE;
        return new Control(hand.hand().subject(), step.session().label(), metric, e, mdc, verdict);
    }
}
