package org.dorsum.report;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dorsum.assess.Assessment;
import org.dorsum.hand.Hand;
import org.dorsum.hand.Scale;
import org.dorsum.hand.Side;
import org.dorsum.photo.Finding;

/**
 * What a page says about a photo besides its numbers.
 *
 * @param role which photo of the page it is
 * @param name of the file, without folders
 * @param facts one line each
 * @param findings what the user should know
 * @param sha256 of the file
 */
record PhotoFacts(String role, String name, List<String> facts, List<Finding> findings, String sha256) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    static PhotoFacts of(String role, Assessment a, Words words) {
        List<String> facts = new ArrayList<>();
        a.provenance().taken().ifPresent(t -> facts.add(words.get("fact.taken", TIME.format(t))));
        facts.add(words.get("fact.pixels", a.width(), a.height(), a.provenance().format()));
        a.hand().ifPresent(hand -> facts.addAll(of(hand, words)));
        return new PhotoFacts(
                role,
                shortName(a.photo()),
                List.copyOf(facts),
                said(a.findings(), words),
                a.provenance().sha256());
    }

    /** Findings in another language. */
    static List<Finding> said(List<Finding> findings, Words words) {
        return findings.stream()
                .map(f -> new Finding(f.code(), f.severity(), words.said(f.message()), words.said(f.advice())))
                .toList();
    }

    private static List<String> of(Hand hand, Words words) {
        List<String> facts = new ArrayList<>();
        if (hand.side() != Side.UNCLEAR) {
            facts.add(words.get(hand.side() == Side.LEFT ? "fact.side.left" : "fact.side.right"));
        }
        Scale scale = hand.scale();
        String source = switch (scale.source()) {
            case ESTIMATED -> "fact.scale.estimated";
            case GIVEN -> "fact.scale.given";
            case CARD, MARKER, REFERENCE -> "fact.scale.measured";
        };
        facts.add(words.get(source, words.fixed(scale.pixelsPerMm(), 1)));
        facts.add(words.get("fact.confidence", words.fixed(hand.confidence(), 2)));
        return facts;
    }

    /** A file's name without its folders. */
    static String shortName(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /** The day the photo was taken, where the camera wrote it; else the role alone. */
    static String label(String role, Assessment a) {
        return role + a.provenance().taken().map(t -> " · " + t.toLocalDate()).orElse("");
    }
}
