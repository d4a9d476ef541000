package org.dorsum.report;

import java.util.ArrayList;
import java.util.List;
import org.dorsum.compare.Change;
import org.dorsum.compare.Change.Outcome.Compared;
import org.dorsum.compare.Change.Verdict;

/**
 * One family's changes at a glance.
 *
 * @param name of the family
 * @param kind one of improved, worse, mixed, same and none
 * @param sign a symbol that says the same without colour
 * @param result the kind in words
 * @param sentence what that means, in plain words
 */
record Glance(String name, String kind, String sign, String result, String sentence) {

    /** One a family that has changes or reasons for none. */
    static List<Glance> of(List<Change> changes, Words words) {
        List<Glance> all = new ArrayList<>();
        for (Family family : Family.values()) {
            List<Change> ofFamily = changes.stream()
                    .filter(c -> Family.of(c.metric()) == family)
                    .toList();
            if (!ofFamily.isEmpty()) {
                all.add(of(family, ofFamily, words));
            }
        }
        return List.copyOf(all);
    }

    /** What changed, by families alone, in a sentence or more whose keys begin with {@code prefix}; empty where nothing did. */
    static String headline(List<Glance> glances, String prefix, Words words) {
        List<String> sentences = new ArrayList<>();
        for (String kind : List.of("improved", "mixed", "worse")) {
            List<String> names = glances.stream()
                    .filter(g -> g.kind().equals(kind))
                    .map(g -> words.inSentence(g.name()))
                    .toList();
            if (!names.isEmpty()) {
                sentences.add(words.get(prefix + kind, words.list(names)));
            }
        }
        return String.join(" ", sentences);
    }

    private static Glance of(Family family, List<Change> changes, Words words) {
        String better = names(changes, Verdict.IMPROVED, words);
        String worse = names(changes, Verdict.WORSE, words);
        String title = family.title(words);
        if (!better.isEmpty() && !worse.isEmpty()) {
            return glance(title, "mixed", words.get("plain.mixed", better + ", " + worse), words);
        }
        if (!better.isEmpty()) {
            return glance(title, "improved", words.get("plain.improved." + family.label(), better), words);
        }
        if (!worse.isEmpty()) {
            return glance(title, "worse", words.get("plain.worse." + family.label(), worse), words);
        }
        return changes.stream()
                .map(Change::outcome)
                .filter(Compared.class::isInstance)
                .map(Compared.class::cast)
                .findFirst() // the family's leading measure: what takes least may be a detail
                .map(c -> glance(title, "same", words.get("plain.same", words.fixed(c.mdcPercent(), 0)), words))
                .orElseGet(() -> glance(title, "none", words.get("plain.none", why(changes, words)), words));
    }

    private static Glance glance(String title, String kind, String sentence, Words words) {
        String sign = switch (kind) {
            case "improved" -> "▼";
            case "worse" -> "▲";
            case "mixed" -> "▲▼";
            case "same" -> "=";
            default -> "–";
        };
        return new Glance(title, kind, sign, words.get("comparison." + kind), sentence);
    }

    /** {@code roughness −18 %, dry-flake area −30 %}. */
    private static String names(List<Change> changes, Verdict verdict, Words words) {
        Wording wording = new Wording(words);
        List<String> parts = new ArrayList<>();
        for (Change change : changes) {
            if (change.outcome() instanceof Compared c && c.verdict() == verdict) {
                parts.add(words.get(
                        "plain.part",
                        wording.inSentence(change.metric(), change.zone()),
                        words.signedPercent(c.changePercent())));
            }
        }
        return String.join(", ", parts);
    }

    private static String why(List<Change> changes, Words words) {
        return String.join("; ", new Verdicts(words).notCompared(changes).keySet());
    }
}
