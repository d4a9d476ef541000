package org.dorsum.report;

import java.util.Optional;
import org.dorsum.assess.Assessment;

/**
 * What one photo led to, as one row of a table.
 *
 * @param file how the photo is named in the table
 * @param labels whose hand and when, where that was stated
 * @param method with what it was measured, or would have been
 */
public record PhotoResult(String file, Labels labels, Assessment.Method method, Outcome outcome) {

    /** Whose hand a photo shows and when, as stated by the user. */
    public record Labels(Optional<String> subject, Optional<String> session, Optional<String> hand) {
        /** Nothing was stated. */
        public static Labels none() {
            return new Labels(Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** What became of the photo. */
    public sealed interface Outcome {
        /** The photo was read: measured, or rejected with findings. */
        record Assessed(Assessment assessment) implements Outcome {}

        /**
         * The photo could not be read or assessed.
         *
         * @param reason one sentence for people
         * @param sha256 digest of the file, if at least its bytes could be read
         */
        record Failed(String reason, Optional<String> sha256) implements Outcome {}
    }

    /** {@code measured}, {@code rejected} or {@code failed}. */
    public String status() {
        if (outcome instanceof Outcome.Assessed assessed) {
            return assessed.assessment().status() == Assessment.Status.MEASURED ? "measured" : "rejected";
        }
        return "failed";
    }

    /** Why there are no numbers; empty for a measured photo. */
    public String reason() {
        if (outcome instanceof Outcome.Assessed assessed) {
            return assessed.assessment().rejection().orElse("");
        }
        return ((Outcome.Failed) outcome).reason();
    }
}
