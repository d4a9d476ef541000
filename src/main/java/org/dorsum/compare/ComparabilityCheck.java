package org.dorsum.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dorsum.assess.Assessment;
import org.dorsum.colour.Ciede2000;
import org.dorsum.colour.Lab;
import org.dorsum.hand.Aspect;
import org.dorsum.hand.Hand;
import org.dorsum.hand.Side;
import org.dorsum.hand.Zone;
import org.dorsum.measure.Metric;
import org.dorsum.measure.Outcome;
import org.dorsum.photo.Finding;
import org.dorsum.photo.Finding.Severity;
import org.dorsum.skin.Capture;

/** What speaks against comparing two photos of a hand. */
final class ComparabilityCheck {
    /** Squares of skin that agree where two photos show the same hand; other hands agree by chance (docs/validation.md). */
    static final double LEAST_AGREEMENT = 0.3;

    /** Two squares agree on some map by chance, so a share of few squares proves nothing: so many must agree. */
    static final int FEWEST_AGREEING = 20;

    private static final double LITTLE_OVERLAP = 60; // percent of the dorsum
    private static final double NO_OVERLAP = 30;
    private static final double MUCH_SHARPER =
            1.6; // beyond it blurring the sharper photo is no longer a small correction
    private static final double MUCH_FINER = 1.8; // pixels per millimetre, one photo over the other
    private static final double MUCH_BRIGHTER = 2; // one stop
    private static final double OTHER_COLOUR_DE00 = 6; // twice what a change of room light does to skin
    private static final double OTHER_LIGHT = 0.012; // slope of log-luminance per mm: a factor 2.5 across the hand

    private ComparabilityCheck() {}

    static Finding samePhoto(String name) {
        return new Finding(
                "same-photo-twice",
                Severity.WARNING,
                name + " was given more than once; it counts once in a session.",
                "Give every photo once: a copy is not another photograph.");
    }

    static Finding noMatch() {
        return new Finding(
                "skin-does-not-match",
                Severity.ERROR,
                "The skin of the two photos could not be laid onto each other.",
                "Check that both show the back of the same hand; photograph it flat, from above, sharp and in the same light.");
    }

    static Finding rejected(Assessment assessment) {
        return new Finding(
                "photo-rejected",
                Severity.ERROR,
                assessment.photo() + ": " + assessment.rejection().orElse("no hand that could be measured"),
                "Replace this photo.");
    }

    /** What the hands themselves say. */
    static List<Finding> hands(Hand before, Hand after) {
        List<Finding> found = new ArrayList<>();
        if (before.aspect() == Aspect.PALMAR || after.aspect() == Aspect.PALMAR) {
            found.add(new Finding(
                    "palm", Severity.ERROR, "One of the photos shows a palm.", "Photograph the back of the hand."));
        }
        if (before.side() != Side.UNCLEAR && after.side() != Side.UNCLEAR && before.side() != after.side()) {
            found.add(new Finding(
                    "other-side",
                    Severity.ERROR,
                    "One photo shows a left hand, the other a right hand.",
                    "Compare the same hand."));
        }
        return found;
    }

    /** What the way the photos were taken says. */
    static List<Finding> captures(Capture before, Capture after, double overlapPercent) {
        List<Finding> found = new ArrayList<>();
        if (overlapPercent < LITTLE_OVERLAP) {
            found.add(new Finding(
                    "little-overlap",
                    overlapPercent < NO_OVERLAP ? Severity.ERROR : Severity.WARNING,
                    String.format(Locale.ROOT, "Only %.0f %% of the skin is seen well in both photos.", overlapPercent),
                    "Hold the hand the same way in both sessions and avoid glare and shadow."));
        }
        if (ratio(before.sharpness(), after.sharpness()) > MUCH_SHARPER) {
            found.add(new Finding(
                    "sharpness-differs",
                    Severity.WARNING,
                    "One photo is much sharper than the other; changes of relief and lines are less certain.",
                    "Photograph with the same distance and focus; use a stand."));
        }
        if (ratio(before.nativePixelsPerMm(), after.nativePixelsPerMm()) > MUCH_FINER) {
            found.add(new Finding(
                    "distance-differs",
                    Severity.WARNING,
                    "The photos were taken from very different distances.",
                    "Photograph from the same distance."));
        }
        if (ratio(before.level(), after.level()) > MUCH_BRIGHTER) {
            found.add(new Finding(
                    "exposure-differs",
                    Severity.WARNING,
                    "One photo is more than twice as bright as the other; tone is less certain.",
                    "Use the same light and exposure."));
        }
        if (Math.hypot(before.gradientX() - after.gradientX(), before.gradientY() - after.gradientY()) > OTHER_LIGHT) {
            found.add(new Finding(
                    "light-differs",
                    Severity.WARNING,
                    "The light falls differently in the two photos; relief depends on it.",
                    "Use the same light from the same side."));
        }
        return found;
    }

    /** What the colour of the skin says. */
    static List<Finding> colours(Assessment before, Assessment after) {
        if (tone(before, Metric.TONE_L).isEmpty() || tone(after, Metric.TONE_L).isEmpty()) {
            return List.of();
        }
        double difference = Ciede2000.difference(lab(before), lab(after));
        return difference <= OTHER_COLOUR_DE00
                ? List.of()
                : List.of(new Finding(
                        "colour-differs",
                        Severity.WARNING,
                        String.format(
                                Locale.ROOT,
                                "The skin has another colour in the two photos (ΔE00 %.1f): light, exposure or white"
                                        + " balance changed.",
                                difference),
                        "Use the same light and a fixed white balance."));
    }

    /**
     * Measures of which these photos would hide a change of the size that a course of treatments is given for: a fifth of roughness, a
     * quarter of the depth of lines, three tenths of the spots (the changes that docs/validation.md wants to see called).
     */
    static List<Finding> hiding(List<Change> changes) {
        List<Finding> found = new ArrayList<>();
        for (Change change : changes) {
            double hidden = hidden(change.outcome());
            if (change.metric() == Metric.ROUGHNESS_INDEX && hidden > 20) {
                found.add(new Finding(
                        "roughness-uncertain",
                        Severity.WARNING,
                        "Roughness: in these photos a change below " + percent(hidden)
                                + " % cannot be told from photographing again.",
                        "Use the same light from the same side, the same camera and a stand."));
            } else if (change.metric() == Metric.LINE_CONTRAST_PERCENT && hidden > 25) {
                found.add(new Finding(
                        "lines-uncertain",
                        Severity.WARNING,
                        "Lines: in these photos a change below " + percent(hidden)
                                + " % cannot be told from photographing again.",
                        "Use the same light from the same side, the same camera and a stand."));
            } else if (change.metric() == Metric.SPOT_LOAD && hidden > 30) {
                found.add(new Finding(
                        "spots-uncertain",
                        Severity.WARNING,
                        "Spots: in these photos a change below " + percent(hidden)
                                + " % cannot be told from photographing again.",
                        "Use the same light and a fixed white balance."));
            }
        }
        return found;
    }

    /** The largest change, percent, that would not be called; 0 if none is hidden by the way the photos were taken. */
    private static double hidden(Change.Outcome outcome) {
        if (outcome instanceof Change.Outcome.Compared c) {
            return c.mdcPercent();
        }
        return ((Change.Outcome.NotCompared) outcome).code().equals(ChangeEstimator.TOO_POOR) ? 100 : 0;
    }

    private static String percent(double v) {
        return String.format(Locale.ROOT, "%.0f", v);
    }

    static Comparability judge(List<Finding> reasons) {
        boolean impossible = reasons.stream().anyMatch(f -> f.severity() == Severity.ERROR);
        return new Comparability(
                impossible
                        ? Comparability.Verdict.NOT_COMPARABLE
                        : reasons.isEmpty() ? Comparability.Verdict.COMPARABLE : Comparability.Verdict.LIMITED,
                reasons);
    }

    private static Lab lab(Assessment a) {
        return new Lab(
                tone(a, Metric.TONE_L).orElseThrow(),
                tone(a, Metric.TONE_A).orElseThrow(),
                tone(a, Metric.TONE_B).orElseThrow());
    }

    private static java.util.Optional<Double> tone(Assessment a, Metric metric) {
        return a.outcome(Zone.DORSUM, metric) instanceof Outcome.Measured m
                ? java.util.Optional.of(m.value())
                : java.util.Optional.empty();
    }

    private static double ratio(double a, double b) {
        return a > 0 && b > 0 ? Math.max(a / b, b / a) : 1;
    }
}
