package org.dorsum.compare;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dorsum.photo.Finding;

/**
 * What the days since the last treatment say about a photo: right after microdermabrasion roughness rises for a week and redness for
 * two, so that a comparison that close shows the treatment and not its outcome.
 */
public final class SinceTreatment {
    private static final int RELIEF_DAYS = 7; // roughness, flakes and lines are those of irritated skin until then
    private static final int REDNESS_DAYS = 14;

    private SinceTreatment() {}

    /** Days from the treatment to the photo; absent where either is not known. */
    public static Optional<Long> days(Optional<LocalDate> treatment, Optional<LocalDate> photo) {
        return treatment.flatMap(t -> photo.map(p -> ChronoUnit.DAYS.between(t, p)));
    }

    /**
     * Warnings for a photo taken so many days after the last treatment, at least 0; none from 14 days on.
     *
     * @throws IllegalArgumentException for days below 0: the photo is from before the treatment
     */
    public static List<Finding> warnings(long days) {
        if (days < 0) {
            throw new IllegalArgumentException("the photo is older than the treatment by " + -days + " days");
        }
        List<Finding> found = new ArrayList<>();
        String ago = days == 0 ? "on the day of" : days == 1 ? "1 day after" : days + " days after";
        if (days < RELIEF_DAYS) {
            found.add(new Finding(
                    "relief-soon-after-treatment",
                    Finding.Severity.WARNING,
                    "Photographed " + ago
                            + " a treatment: roughness, flakes and lines are those of freshly treated skin.",
                    "Photograph a week after the treatment or later."));
        }
        if (days < REDNESS_DAYS) {
            found.add(new Finding(
                    "redness-soon-after-treatment",
                    Finding.Severity.WARNING,
                    "Photographed " + ago + " a treatment: redness may still be that of the treatment.",
                    "Photograph two weeks after the treatment or later."));
        }
        return found;
    }

    /** What no course shows, to be said with every one. */
    public static Finding notExpectedToRespond() {
        return new Finding(
                "scars-not-expected-to-respond",
                Finding.Severity.INFO,
                "Deep scars and deep wrinkles are not expected to respond to microdermabrasion.",
                "Judge the course by roughness, fine lines, spots and tone.");
    }
}
