package org.dorsum.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dorsum.compare.Repeatability;

/** Which table of repeatability a result rests on, for people and for scripts. */
final class RepeatabilityNote {
    private RepeatabilityNote() {}

    /** One sentence: whose re-shots the minimal detectable changes come from, and what that is worth. */
    static String sentence(Repeatability table, Words words) {
        Repeatability.Source s = table.source();
        String hands = s.hands() == 0
                ? ""
                : ", " + words.get(s.hands() == 1 ? "repeatability.hands.one" : "repeatability.hands.many", s.hands());
        String photos = s.photos() == 0 ? "" : ", " + words.get("repeatability.photos", s.photos());
        String date = s.date().isEmpty() ? "" : ", " + s.date();
        String what = "\"" + s.name() + "\"" + hands + photos + date;
        if (table.shipped()) {
            return words.get("repeatability.shipped", what);
        }
        return words.get("repeatability.own", what) + (table.fewHands() ? " " + words.get("repeatability.few") : "");
    }

    /** The same as an object. */
    static ObjectNode json(Repeatability table) {
        Repeatability.Source s = table.source();
        return JsonText.object()
                .put("name", s.name())
                .put("shipped", table.shipped())
                .put("date", s.date())
                .put("camera", s.camera())
                .put("conditions", s.conditions())
                .put("hands", s.hands())
                .put("photos", s.photos())
                .put("fewHands", table.fewHands())
                .put("toolVersion", s.toolVersion())
                .put("settingsSha256", s.settingsSha256());
    }
}
