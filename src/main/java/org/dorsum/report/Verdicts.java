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

/** A comparison in plain words: what changed, how sure that is and what it means. Immutable. */
final class Verdicts {
    static final Verdicts ENGLISH = new Verdicts(Words.english());

    private final Words words;
    private final Wording wording;

    Verdicts(Words words) {
        this.words = words;
        this.wording = new Wording(words);
    }

    /** The comparison in one sentence or two. */
    String headline(Comparison c) {
        if (c.comparability().verdict() == Comparability.Verdict.NOT_COMPARABLE) {
            return words.get("headline.impossible");
        }
        List<String> better = names(c, Verdict.IMPROVED);
        List<String> worse = names(c, Verdict.WORSE);
        List<String> same = names(c, Verdict.NO_DETECTABLE_CHANGE);
        if (better.isEmpty() && worse.isEmpty()) {
            return words.get(same.isEmpty() ? "headline.nothing" : "headline.same");
        }
        List<String> sentences = new ArrayList<>();
        if (!better.isEmpty()) {
            sentences.add(words.get("headline.improved", words.list(better)));
        }
        if (!worse.isEmpty()) {
            sentences.add(words.get("headline.worse", words.list(worse)));
        }
        return String.join(" ", sentences);
    }

    /** Every detectable change in words, improvements first. */
    List<String> sentences(Comparison c) {
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
    String meaning(Comparison c) {
        if (c.comparability().verdict() == Comparability.Verdict.NOT_COMPARABLE) {
            return words.get("meaning.impossible");
        }
        return with(c, Verdict.IMPROVED).isEmpty() && with(c, Verdict.WORSE).isEmpty()
                ? words.get("meaning.same", finest(c))
                : words.get("meaning.changed");
    }

    /** The measure that would have shown the smallest change. */
    private String finest(Comparison c) {
        return c.changes().stream()
                .filter(change -> change.outcome() instanceof Compared)
                .min(Comparator.comparingDouble(change -> ((Compared) change.outcome()).mdcPercent()))
                .map(change -> words.get(
                        "meaning.same.finest",
                        wording.inSentence(change.metric(), change.zone()),
                        words.fixed(((Compared) change.outcome()).mdcPercent(), 0)))
                .orElseGet(() -> words.get("meaning.same.none"));
    }

    /** One change in words: {@code Roughness fell by 18 % (95 % interval −25 to −11 %).} and what it amounts to. */
    String sentence(Change change, Compared c) {
        int decimals = Math.abs(c.changePercent()) < 0.95 ? 1 : 0;
        return words.get(
                c.changePercent() < 0 ? "change.fell" : "change.rose",
                wording.name(change.metric(), change.zone()),
                words.fixed(Math.abs(c.changePercent()), decimals),
                words.signed(c.lowPercent()),
                words.signed(c.highPercent()),
                words.fixed(c.mdcPercent(), 0));
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
    Map<String, List<String>> notCompared(List<Change> changes) {
        return changes.stream()
                .filter(change -> change.outcome() instanceof NotCompared)
                .collect(Collectors.groupingBy(
                        change -> words.said(((NotCompared) change.outcome()).text()),
                        LinkedHashMap::new,
                        Collectors.mapping(
                                change -> wording.inSentence(change.metric(), change.zone()), Collectors.toList())));
    }

    /** Whether sessions can be compared, in words. */
    String comparability(Comparability.Verdict verdict) {
        return words.get("comparability." + verdict.label());
    }

    private List<String> names(Comparison c, Verdict verdict) {
        return with(c, verdict).stream()
                .map(change -> wording.inSentence(change.metric(), change.zone()))
                .toList();
    }

    /** What became of spots, in a sentence; empty where there is none. */
    String fates(List<SpotChange> spots) {
        Map<SpotChange.Fate, Long> counts = new TreeMap<>();
        spots.forEach(s -> counts.merge(s.fate(), 1L, Long::sum));
        List<String> parts = new ArrayList<>();
        counts.forEach((fate, n) -> parts.add(n + " " + words.get("fate." + fate.label())));
        return parts.isEmpty() ? "" : words.get("fates", String.join(", ", parts));
    }
}
