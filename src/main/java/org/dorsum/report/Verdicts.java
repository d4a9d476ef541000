package org.dorsum.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dorsum.compare.Change;
import org.dorsum.compare.Change.Outcome.Compared;
import org.dorsum.compare.Change.Outcome.NotCompared;
import org.dorsum.compare.Change.Verdict;
import org.dorsum.compare.Comparability;
import org.dorsum.compare.Comparison;
import org.dorsum.compare.SpotChange;

/** A comparison in plain words: what changed, how sure that is and what it means. */
final class Verdicts {
    private Verdicts() {}

    /** The comparison in one sentence or two. */
    static String headline(Comparison c) {
        if (c.comparability().verdict() == Comparability.Verdict.NOT_COMPARABLE) {
            return "These photos cannot be compared, so no change is given.";
        }
        List<String> better = names(c, Verdict.IMPROVED);
        List<String> worse = names(c, Verdict.WORSE);
        List<String> same = names(c, Verdict.NO_DETECTABLE_CHANGE);
        if (better.isEmpty() && worse.isEmpty()) {
            return same.isEmpty()
                    ? "Nothing could be compared."
                    : "No change beyond what photographing the same hand again would show.";
        }
        List<String> sentences = new ArrayList<>();
        if (!better.isEmpty()) {
            sentences.add("Improved: " + list(better) + ".");
        }
        if (!worse.isEmpty()) {
            sentences.add("Worse: " + list(worse) + ".");
        }
        return String.join(" ", sentences);
    }

    /** Every detectable change in words, improvements first. */
    static List<String> sentences(Comparison c) {
        List<String> sentences = new ArrayList<>();
        for (Verdict verdict : List.of(Verdict.IMPROVED, Verdict.WORSE)) {
            for (Change change : with(c, verdict)) {
                if (change.outcome() instanceof Compared compared) {
                    sentences.add(sentence(change, compared));
                }
            }
        }
        return sentences;
    }

    /** What the verdicts mean, and what they do not. */
    static String meaning(Comparison c) {
        if (c.comparability().verdict() == Comparability.Verdict.NOT_COMPARABLE) {
            return "A number from photos like these would say more about the photos than about the skin.";
        }
        if (with(c, Verdict.IMPROVED).isEmpty() && with(c, Verdict.WORSE).isEmpty()) {
            return "That is not proof that nothing changed: "
                    + finest(c)
                    + " Several photos in each session, in the same light, show smaller changes.";
        }
        return "A change is called one only where it is larger than photographing the same hand again would show and its"
                + " interval leaves out zero. It speaks of the look of the skin in these photos, not of its cause.";
    }

    /** The measure that would have shown the smallest change. */
    private static String finest(Comparison c) {
        return c.changes().stream()
                .filter(change -> change.outcome() instanceof Compared)
                .min(Comparator.comparingDouble(change -> ((Compared) change.outcome()).mdcPercent()))
                .map(change -> "a change of "
                        + Wording.inSentence(change.metric(), change.zone())
                        + " of less than "
                        + Numbers.fixed(((Compared) change.outcome()).mdcPercent(), 0)
                        + " % cannot be told from a new photo of the same skin, and other measures need more.")
                .orElse("nothing could be measured in both sessions.");
    }

    /** One change in words: {@code Roughness fell by 18 % (95 % interval −25 to −11 %).} and what it amounts to. */
    static String sentence(Change change, Compared c) {
        String direction = c.changePercent() < 0 ? " fell by " : " rose by ";
        int decimals = Math.abs(c.changePercent()) < 0.95 ? 1 : 0;
        return Wording.name(change.metric(), change.zone())
                + direction
                + Numbers.fixed(Math.abs(c.changePercent()), decimals)
                + " % (95 % interval "
                + Numbers.signed(c.lowPercent())
                + " to "
                + Numbers.signed(c.highPercent())
                + " %); photographing the same hand again would alone explain up to ±"
                + Numbers.fixed(c.mdcPercent(), 0)
                + " %.";
    }

    /** The changes of one verdict, largest against re-photographing first. */
    static List<Change> with(Comparison c, Verdict verdict) {
        return c.changes().stream()
                .filter(change -> change.outcome() instanceof Compared compared && compared.verdict() == verdict)
                .sorted((a, b) -> Double.compare(weight(b), weight(a)))
                .toList();
    }

    private static double weight(Change change) {
        return change.outcome() instanceof Compared c && c.mdcPercent() > 0
                ? Math.abs(c.changePercent()) / c.mdcPercent()
                : 0;
    }

    /** What could not be compared, by reason, in the order of the changes. */
    static Map<String, List<String>> notCompared(List<Change> changes) {
        return changes.stream()
                .filter(change -> change.outcome() instanceof NotCompared)
                .collect(Collectors.groupingBy(
                        change -> ((NotCompared) change.outcome()).text(),
                        LinkedHashMap::new,
                        Collectors.mapping(
                                change -> Wording.inSentence(change.metric(), change.zone()), Collectors.toList())));
    }

    /** Whether sessions can be compared, in words. */
    static String comparability(Comparability.Verdict verdict) {
        return switch (verdict) {
            case COMPARABLE -> "The photos are comparable";
            case LIMITED -> "The photos are comparable within limits";
            case NOT_COMPARABLE -> "The photos are not comparable";
        };
    }

    private static List<String> names(Comparison c, Verdict verdict) {
        return with(c, verdict).stream()
                .map(change -> Wording.inSentence(change.metric(), change.zone()))
                .toList();
    }

    private static String list(List<String> names) {
        int n = names.size();
        return n == 1 ? names.get(0) : String.join(", ", names.subList(0, n - 1)) + " and " + names.get(n - 1);
    }

    /** What became of spots, in a sentence; empty where there is none. */
    static String fates(List<SpotChange> spots) {
        Map<SpotChange.Fate, Long> counts = new TreeMap<>();
        spots.forEach(s -> counts.merge(s.fate(), 1L, Long::sum));
        List<String> parts = new ArrayList<>();
        counts.forEach(
                (fate, n) -> parts.add(n + (fate == SpotChange.Fate.UNCHANGED ? " as before" : " " + fate.label())));
        return parts.isEmpty()
                ? ""
                : "Spots, each measured within one outline in all photos: " + String.join(", ", parts) + ".";
    }
}
