package org.dorsum.hand;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the user states about scale. Immutable. Where several are stated, {@link ScaleReading} takes the first of: stated
 * scale, the project's card, marker, everyday object, estimate.
 *
 * @param pixelsPerMm pixels of the upright photo per millimetre on the hand, greater than 0 and below 10000
 * @param markerMm side of the black square of printed ArUco markers lying beside the hand, 2 … 500 mm
 * @param object an everyday object lying beside the hand
 */
public record ScaleHint(OptionalDouble pixelsPerMm, OptionalDouble markerMm, Optional<KnownObject> object) {
    private static final double SMALLEST_MARKER_MM = 2; // below it a phone's photo shows no squares
    private static final double LARGEST_MARKER_MM = 500; // above it no hand fits into the photo beside it

    /** Everyday objects of standardised size. */
    public enum KnownObject {
        /** A bank card: ISO/IEC 7810 ID-1, 85.60 × 53.98 mm. */
        BANK_CARD;

        /** The name on the command line: lower case, words joined by hyphens. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Checks the numbers. */
    public ScaleHint {
        if (pixelsPerMm.isPresent() && !(pixelsPerMm.getAsDouble() > 0 && pixelsPerMm.getAsDouble() < 1e4)) {
            throw new IllegalArgumentException(
                    "a scale is greater than 0 and below 10000 px/mm, not " + pixelsPerMm.getAsDouble());
        }
        if (markerMm.isPresent()
                && !(markerMm.getAsDouble() >= SMALLEST_MARKER_MM && markerMm.getAsDouble() <= LARGEST_MARKER_MM)) {
            throw new IllegalArgumentException(
                    "the side of a marker is from 2 to 500 mm, not " + markerMm.getAsDouble());
        }
    }

    /** Nothing is stated: the project's card is looked for, and without it the scale is estimated. */
    public static ScaleHint none() {
        return new ScaleHint(OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());
    }

    /** The same with a stated scale. */
    public ScaleHint withPixelsPerMm(double newPixelsPerMm) {
        return new ScaleHint(OptionalDouble.of(newPixelsPerMm), markerMm, object);
    }

    /** The same with markers of a stated side. */
    public ScaleHint withMarkerMm(double newMarkerMm) {
        return new ScaleHint(pixelsPerMm, OptionalDouble.of(newMarkerMm), object);
    }

    /** The same with an everyday object. */
    public ScaleHint withObject(KnownObject newObject) {
        return new ScaleHint(pixelsPerMm, markerMm, Optional.of(newObject));
    }

    /** Everything that is stated, in words; empty if nothing is. */
    public String settings() {
        List<String> stated = new ArrayList<>();
        pixelsPerMm.ifPresent(v -> stated.add(v + " px/mm"));
        markerMm.ifPresent(v -> stated.add("marker " + v + " mm"));
        object.ifPresent(o -> stated.add(o.label()));
        return String.join(", ", stated);
    }
}
