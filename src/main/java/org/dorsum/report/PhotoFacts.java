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

    static PhotoFacts of(String role, Assessment a) {
        List<String> facts = new ArrayList<>();
        a.provenance().taken().ifPresent(t -> facts.add("Taken " + TIME.format(t)));
        facts.add(a.width() + " × " + a.height() + " pixels, " + a.provenance().format());
        a.hand().ifPresent(hand -> facts.addAll(of(hand)));
        return new PhotoFacts(
                role,
                shortName(a.photo()),
                List.copyOf(facts),
                a.findings(),
                a.provenance().sha256());
    }

    private static List<String> of(Hand hand) {
        List<String> facts = new ArrayList<>();
        if (hand.side() != Side.UNCLEAR) {
            facts.add("A " + hand.side().label() + " hand");
        }
        Scale scale = hand.scale();
        facts.add(String.format(Locale.ROOT, "%.1f pixels per millimetre", scale.pixelsPerMm())
                + switch (scale.source()) {
                    case ESTIMATED -> ", estimated from the breadth of the hand";
                    case GIVEN -> ", as stated";
                    case CARD, MARKER, REFERENCE -> ", measured in the photo";
                });
        facts.add(String.format(Locale.ROOT, "Outline found with confidence %.2f of 1", hand.confidence()));
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
