package org.dorsum.measure;

import org.dorsum.image.Polygon;

/** What a photo shows within a given outline: how a spot found in another photo looks here, or that it cannot be told. */
public sealed interface FollowedSpot {

    /** The outline that was given, pixels of the laid-out skin. */
    Polygon outline();

    /**
     * The skin within the outline against the ring around it. The outline stays as it was given, so that a spot that fades is
     * told by its contrast, and one that shrinks by what is kept of its area; a spot that grows is not told.
     *
     * @param outline in pixels of the laid-out skin
     * @param areaMm2 within the outline, greater than 0, in every photo the same
     * @param keptMm2 how much of what is seen of it has half of a spot's least contrast and more, which is what the outline of the
     *     faintest spot has, scaled to the whole outline; 0 … {@code areaMm2}
     * @param seenPercent of the outline shows bare, usable skin, 70 … 100
     * @param contrastDe00 colour difference to the ring, CIEDE2000, at least 0
     * @param contrastItaDeg individual typology angle less that of the ring, degrees; below 0 for what is darker
     * @param darkness natural logarithm of the ring's luminance over that within; below 0 for what is brighter
     */
    record Seen(
            Polygon outline,
            double areaMm2,
            double keptMm2,
            double seenPercent,
            double contrastDe00,
            double contrastItaDeg,
            double darkness)
            implements FollowedSpot {

        /** Area times contrast, ΔE00·mm², at least 0: its part of the spot load; 0 for what is not darker than its ring. */
        public double load() {
            return darkness > 0 ? areaMm2 * contrastDe00 : 0;
        }
    }

    /**
     * Not seen well enough to say anything: this is no sign that the spot is gone.
     *
     * @param outline in pixels of the laid-out skin
     * @param reason why
     */
    record NotSeen(Polygon outline, NotMeasuredReason reason) implements FollowedSpot {}
}
