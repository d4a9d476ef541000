package org.dorsum.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.dorsum.compare.Repeatability;

/** Which table of repeatability a result rests on, for people and for scripts. */
final class RepeatabilityNote {
    private RepeatabilityNote() {}

    /** One sentence: whose re-shots the minimal detectable changes come from, and what that is worth. */
    static String sentence(Repeatability table) {
        Repeatability.Source s = table.source();
        String hands = s.hands() == 0 ? "" : ", " + s.hands() + (s.hands() == 1 ? " hand" : " hands");
        String photos = s.photos() == 0 ? "" : ", " + s.photos() + " photos";
        String date = s.date().isEmpty() ? "" : ", " + s.date();
        String what = String.format(Locale.ROOT, "\"%s\"%s%s%s", s.name(), hands, photos, date);
        if (table.shipped()) {
            return "What re-photographing does comes from the shipped table " + what
                    + ": another camera and room than yours; 'dorsum repeatability' measures your own.";
        }
        return "What re-photographing does comes from the table " + what + "."
                + (table.fewHands() ? " Fewer than 10 hands: the smallest detectable change is itself unsure." : "");
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
