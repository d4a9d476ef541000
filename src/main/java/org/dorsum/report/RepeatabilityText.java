package org.dorsum.report;

import java.util.Optional;
import org.dorsum.compare.RepeatabilityStudy;
import org.dorsum.measure.Metric;
import org.dorsum.stats.Estimate;

/** A study of repeatability as a table for a terminal. */
public final class RepeatabilityText {
    private static final int FEW = 10;

    private RepeatabilityText() {}

    /** The headline metrics, one line each, and what to know about them. */
    public static String of(RepeatabilityStudy study, boolean colour) {
        TextTable table = new TextTable();
        table.add(Ansi.FAINT, "", "hands", "photos", "mean", "SEM", "CV %", "MDC95 %", "ICC(1,1)", "ICC(2,1)", "");
        for (RepeatabilityStudy.Row row : study.rows()) {
            if (row.metric().detail() || row.within().isEmpty()) {
                continue;
            }
            var w = row.within().get();
            boolean few = w.groups() < FEW;
            table.add(
                    few ? Ansi.FAINT : Ansi.PLAIN,
                    name(row.metric()),
                    String.valueOf(w.groups()),
                    String.valueOf(w.values()),
                    three(w.mean()),
                    three(w.standardDeviation().value()),
                    w.variation().map(v -> Numbers.fixed(100 * v.value(), 1)).orElse("–"),
                    interval(w.detectableShare().map(e -> e.map(v -> 100 * v)), 0),
                    interval(row.icc11(), 2),
                    row.icc21().map(e -> Numbers.fixed(e.value(), 2)).orElse("–"),
                    few ? "few hands" : "");
        }
        return table.text(colour)
                + "  SEM: within-subject standard deviation of one photo. CV: root mean square over hands. MDC95: 1.96·√2·CV, one photo"
                + " against one;\n  intervals of 95 %. A change smaller than the MDC cannot be told from a new photo of the same skin.\n"
                + (study.source().hands() < FEW
                        ? "  Fewer than 10 hands: the MDC is itself unsure, as its interval shows; photograph more hands.\n"
                        : "");
    }

    private static String name(Metric metric) {
        String unit = Wording.ENGLISH.unit(metric);
        return Wording.ENGLISH.name(metric) + (unit.isEmpty() ? "" : ", " + unit);
    }

    private static String three(double value) {
        return Numbers.fixed(value, Numbers.commonDecimals(value, value + 0.5e-9));
    }

    private static String interval(Optional<Estimate> e, int decimals) {
        return e.map(v -> Numbers.fixed(v.value(), decimals) + " (" + Numbers.fixed(v.low(), decimals) + "…"
                        + Numbers.fixed(v.high(), decimals) + ")")
                .orElse("–");
    }
}
