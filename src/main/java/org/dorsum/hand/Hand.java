package org.dorsum.hand;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dorsum.colour.ColourCorrection;
import org.dorsum.image.Mask;
import org.dorsum.image.Polygon;
import org.dorsum.photo.Finding;

/**
 * A hand found in a photo. Immutable.
 *
 * @param skin hand skin at the size of the upright photo; nails, rings, watch and sleeve are outside
 * @param frame the hand's own coordinates in the photo
 * @param landmarks 21 key points, wrist first, thumb to little finger, base to tip; empty where the finder has none
 * @param confidence that {@code skin} is right, 0 … 1
 * @param zones outlines in pixels of the upright photo; at least the dorsum
 * @param findings what should be known about the hand in this photo
 * @param nails nail plates, at the size of the upright photo; empty where the finder does not tell nails
 * @param colour what the card says about the photo's colours; empty without a card: colours are then uncalibrated
 */
public record Hand(
        Mask skin,
        HandFrame frame,
        List<Landmark> landmarks,
        Aspect aspect,
        Side side,
        double confidence,
        Scale scale,
        Map<Zone, Polygon> zones,
        List<Finding> findings,
        Optional<Mask> nails,
        Optional<ColourCorrection> colour) {

    /** A hand in a photo without a card. */
    public Hand(
            Mask skin,
            HandFrame frame,
            List<Landmark> landmarks,
            Aspect aspect,
            Side side,
            double confidence,
            Scale scale,
            Map<Zone, Polygon> zones,
            List<Finding> findings,
            Optional<Mask> nails) {
        this(skin, frame, landmarks, aspect, side, confidence, scale, zones, findings, nails, Optional.empty());
    }

    /** Copies the collections and checks the numbers. */
    public Hand {
        landmarks = List.copyOf(landmarks);
        zones = Map.copyOf(zones);
        findings = List.copyOf(findings);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("a confidence is 0 … 1, not " + confidence);
        }
        if (!landmarks.isEmpty() && landmarks.size() != 21) {
            throw new IllegalArgumentException("a hand has 21 landmarks or none, not " + landmarks.size());
        }
        if (!zones.containsKey(Zone.DORSUM)) {
            throw new IllegalArgumentException("a hand has a dorsum zone");
        }
    }

    /** Outline of the back of the hand, in pixels of the upright photo. */
    public Polygon dorsum() {
        return Objects.requireNonNull(zones.get(Zone.DORSUM), "checked by the constructor");
    }
}
