package org.dorsum.hand;

import java.util.List;
import org.dorsum.photo.Finding;
import org.dorsum.photo.Photo;

/** Finds the hand in a photo. Implementations are immutable and safe for use by many threads. */
public interface HandFinder {

    /** What looking for a hand leads to. */
    sealed interface Outcome {
        /** There is a hand. */
        record Found(Hand hand) implements Outcome {}

        /** There is no hand that could be measured; the findings say why and what to do. */
        record NotFound(List<Finding> findings) implements Outcome {
            /** Copies the findings. */
            public NotFound {
                findings = List.copyOf(findings);
            }
        }
    }

    /**
     * Looks for the hand.
     *
     * @param hint what the user states about scale; {@link ScaleReading} makes a scale of it
     */
    Outcome find(Photo photo, ScaleHint hint);

    /** Name and version of the method, or digest of the model: what a result's provenance calls {@code model_sha256}. */
    String identity();
}
