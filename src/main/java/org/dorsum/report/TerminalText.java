package org.dorsum.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dorsum.assess.Assessment;
import org.dorsum.compare.Change;
import org.dorsum.compare.Comparability;
import org.dorsum.compare.Comparison;
import org.dorsum.hand.Hand;
import org.dorsum.hand.Side;
import org.dorsum.hand.Zone;
import org.dorsum.measure.Metric;
import org.dorsum.measure.NotMeasuredReason;
import org.dorsum.measure.Outcome;
import org.dorsum.photo.Finding;

/** Results as tables for a terminal, of at most about 100 columns. */
public final class TerminalText {
    private final boolean colour;

    private TerminalText(boolean colour) {
        this.colour = colour;
    }

    /** Plain text. */
    public static TerminalText plain() {
        return new TerminalText(false);
    }

    /** Text with ANSI colours. */
    public static TerminalText coloured() {
        return new TerminalText(true);
    }

    /** One photo: what was found and every value with its error. */
    public String of(Assessment a) {
        StringBuilder text = new StringBuilder(Ansi.BOLD.on(oneLine(a.photo()), colour)).append('\n');
        text.append("  ").append(summary(a)).append('\n');
        if (a.status() == Assessment.Status.MEASURED) {
            text.append(values(a));
            text.append(scores(a, ""));
        } else {
            text.append(Ansi.BAD.on("  not measured", colour)).append('\n');
        }
        text.append(findings(a.findings()));
        return text.toString();
    }

    /** One comparison: every change with its interval and verdict. */
    public String of(Comparison c) {
        StringBuilder text = new StringBuilder();
        text.append(Ansi.BOLD.on(names(c.before()) + "  →  " + names(c.after()), colour))
                .append('\n');
        text.append("  ").append(comparability(c)).append('\n');
        text.append(findings(c.comparability().reasons()));
        if (c.changes().stream().anyMatch(change -> change.outcome() instanceof Change.Outcome.Compared)) {
            text.append('\n').append(changes(c.changes()));
        }
        text.append(notCompared(c.changes()));
        text.append(Ansi.FAINT.on(
                        "  " + oneLine(RepeatabilityNote.sentence(c.repeatability(), Words.english())), colour))
                .append('\n');
        if (c.comparability().verdict() != Comparability.Verdict.NOT_COMPARABLE) {
            // side by side they would be the comparison that is refused
            c.before().forEach(a -> text.append(scores(a, oneLine(a.photo()) + ": ")));
            c.after().forEach(a -> text.append(scores(a, oneLine(a.photo()) + ": ")));
        }
        text.append('\n').append(Verdicts.ENGLISH.headline(c)).append('\n');
        return text.toString();
    }

    private static String summary(Assessment a) {
        List<String> parts = new ArrayList<>();
        parts.add(a.width() + " × " + a.height() + " pixels");
        if (a.hand().isPresent()) {
            Hand hand = a.hand().get();
            if (hand.side() != Side.UNCLEAR) {
                parts.add(hand.side().label() + " hand");
            }
            parts.add(String.format(
                    Locale.ROOT,
                    "%.1f pixels per mm (%s)",
                    hand.scale().pixelsPerMm(),
                    hand.scale().source().label()));
            parts.add(String.format(Locale.ROOT, "hand found with confidence %.2f", hand.confidence()));
        }
        return String.join(", ", parts);
    }

    private String values(Assessment a) {
        TextTable table = new TextTable();
        table.add(Ansi.FAINT, "", "value", "± error", "");
        List<String> later = new ArrayList<>();
        for (Zone zone : Zones.headline(a)) {
            for (Metric metric : Metric.headlines()) {
                Outcome outcome = a.outcome(zone, metric);
                if (outcome instanceof Outcome.Measured m) {
                    int decimals = Numbers.decimalsOf(m.value(), m.standardError());
                    table.add(
                            Ansi.PLAIN,
                            Wording.ENGLISH.name(metric, zone),
                            Numbers.fixed(m.value(), decimals),
                            Numbers.error(m.value(), m.standardError(), decimals),
                            Wording.ENGLISH.unit(metric, a));
                } else if (outcome instanceof Outcome.NotMeasured not) {
                    if (not.reason() == NotMeasuredReason.NOT_YET_AVAILABLE) {
                        later.add(Wording.ENGLISH.inSentence(metric, zone));
                    } else {
                        table.add(
                                Ansi.FAINT,
                                Wording.ENGLISH.name(metric, zone),
                                "–",
                                "",
                                "not measured: " + not.reason().text());
                    }
                }
            }
        }
        String note = later.isEmpty() ? "" : "  not yet available: " + String.join(", ", later) + "\n";
        return table.text(colour) + Ansi.FAINT.on(note, colour);
    }

    private String scores(Assessment a, String whose) {
        StringBuilder text = new StringBuilder();
        for (String line : ScoreText.lines(a.scores(), Words.english())) {
            text.append(Ansi.FAINT.on("  " + (text.isEmpty() ? whose : "  ") + line, colour))
                    .append('\n');
        }
        return text.toString();
    }

    private String changes(List<Change> changes) {
        TextTable table = new TextTable();
        table.add(Ansi.FAINT, "", "before", "after", "change", "95 % interval", "re-photo", "");
        for (Change change : changes) {
            if (change.outcome() instanceof Change.Outcome.Compared c) {
                String unit = Wording.ENGLISH.unit(change.metric());
                int decimals = Numbers.commonDecimals(c.before(), c.after());
                table.add(
                        style(c.verdict()),
                        Wording.ENGLISH.name(change.metric(), change.zone()) + (unit.isEmpty() ? "" : ", " + unit),
                        Numbers.fixed(c.before(), decimals),
                        Numbers.fixed(c.after(), decimals),
                        Numbers.signedPercent(c.changePercent()),
                        Numbers.signed(c.lowPercent()) + " … " + Numbers.signedPercent(c.highPercent()),
                        "±" + Numbers.fixed(c.mdcPercent(), 0) + " %",
                        Wording.ENGLISH.verdict(c.verdict()));
            }
        }
        return table.text(colour);
    }

    private String notCompared(List<Change> changes) {
        StringBuilder text = new StringBuilder();
        Verdicts.ENGLISH
                .notCompared(changes)
                .forEach((why, metrics) -> text.append(
                                Ansi.FAINT.on("  not compared: " + String.join(", ", metrics) + ": " + why, colour))
                        .append('\n'));
        return text.toString();
    }

    private String comparability(Comparison c) {
        Comparability.Verdict verdict = c.comparability().verdict();
        String words = Verdicts.ENGLISH.comparability(verdict);
        String fit = c.registration()
                .map(r -> String.format(
                        Locale.ROOT,
                        "; %.0f %% of the skin seen in both, matched to %.2f mm",
                        r.overlapPercent(),
                        Math.max(0.1, r.residualMm())))
                .orElse("");
        return (verdict == Comparability.Verdict.COMPARABLE ? Ansi.PLAIN : Ansi.BAD).on(words + fit, colour);
    }

    private String findings(List<Finding> findings) {
        StringBuilder text = new StringBuilder();
        for (Finding f : findings) {
            boolean serious = f.severity() != Finding.Severity.INFO;
            text.append((serious ? Ansi.BAD : Ansi.FAINT)
                            .on("  " + f.severity().label() + ": " + oneLine(f.message()) + " " + f.advice(), colour))
                    .append('\n');
        }
        return text.toString();
    }

    private static Ansi style(Change.Verdict verdict) {
        return switch (verdict) {
            case IMPROVED -> Ansi.GOOD;
            case WORSE -> Ansi.BAD;
            case NO_DETECTABLE_CHANGE -> Ansi.PLAIN;
        };
    }

    private static String names(List<Assessment> session) {
        return oneLine(
                String.join(" + ", session.stream().map(Assessment::photo).toList()));
    }

    /** File names may hold line breaks and escape sequences; a terminal must not see them. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
