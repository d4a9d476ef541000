package org.dorsum.cluster;

import java.io.Serializable;
import java.util.Optional;
import org.dorsum.hand.ScaleHint;
import org.dorsum.hand.ScaleHint.KnownObject;
import org.jspecify.annotations.Nullable;

/**
 * What can be chosen for a run, in a form that travels to executors.
 *
 * @param pixelsPerMm null where no scale is stated
 * @param markerMm null where no markers are
 * @param object null where no object is
 * @param zones whether knuckles and fingers are measured, too
 */
record Settings(
        @Nullable Double pixelsPerMm,
        @Nullable Double markerMm,
        @Nullable KnownObject object,
        boolean zones) implements Serializable {

    /**
     * What is stated about the scale.
     *
     * @throws IllegalArgumentException if a number is none of a scale
     */
    ScaleHint scale() {
        ScaleHint hint = ScaleHint.none();
        if (pixelsPerMm != null) {
            hint = hint.withPixelsPerMm(pixelsPerMm);
        }
        if (markerMm != null) {
            hint = hint.withMarkerMm(markerMm);
        }
        return Optional.ofNullable(object).map(hint::withObject).orElse(hint);
    }
}
