package org.dorsum.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dorsum.assess.Norms;
import org.dorsum.assess.Scores;

/** Scores as JSON, with who the norms are of; a score that is not given has nulls and a reason. */
final class ScoresJson {
    private ScoresJson() {}

    static ObjectNode of(Scores scores) {
        ObjectNode node = JsonText.object();
        scores.norms().ifPresentOrElse(n -> node.set("norms", norms(n)), () -> node.putNull("norms"));
        for (Scores.Family family : Scores.Family.values()) {
            ObjectNode score = node.putObject(family.label());
            if (scores.of(family) instanceof Scores.Score.Given g) {
                score.put("value", Numbers.decimal(g.value()))
                        .put("low", Numbers.decimal(g.low()))
                        .put("high", Numbers.decimal(g.high()))
                        .putNull("reason");
            } else if (scores.of(family) instanceof Scores.Score.Absent absent) {
                score.putNull("value").putNull("low").putNull("high").put("reason", absent.code());
            }
        }
        node.set("notes", JsonText.strings(scores.notes()));
        return node;
    }

    private static ObjectNode norms(Norms n) {
        ObjectNode node = JsonText.object()
                .put("name", n.name())
                .put("people", n.cohort().people())
                .put("hands", n.cohort().hands())
                .put("photos", n.cohort().photos())
                .put("toolVersion", n.method().toolVersion())
                .put("settingsSha256", n.method().settingsSha256());
        n.cohort()
                .ages()
                .ifPresentOrElse(
                        a -> node.set("ages", JsonText.numbers(a.youngest(), a.median(), a.oldest())),
                        () -> node.putNull("ages"));
        return node;
    }
}
