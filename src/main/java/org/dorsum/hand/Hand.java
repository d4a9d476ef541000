package org.dorsum.hand;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.dorsum.colour.ColourCorrection;
import org.dorsum.image.Mask;
import org.dorsum.image.Polygon;
import org.dorsum.photo.Finding;

/**
 * A hand found in a photo. Immutable; safe for use by many threads.
 *
 * <p>The back of the hand is all that an assessment of it needs; nail plates and the zones of the fingers cost as much to find and may
 * be found when they are first asked for.
 */
public final class Hand {
    private final Mask back;
    private final HandFrame frame;
    private final List<Landmark> landmarks;
    private final Aspect aspect;
    private final Side side;
    private final double confidence;
    private final Scale scale;
    private final Polygon dorsum;
    private final List<Finding> findings;
    private final Optional<ColourCorrection> colour;
    private final Supplier<Details> details;

    /**
     * What takes a closer look than the back of the hand does.
     *
     * @param skin see {@link Hand#skin}
     * @param zones see {@link Hand#zones}
     * @param nails see {@link Hand#nails}
     */
    record Details(Mask skin, Map<Zone, Polygon> zones, Optional<Mask> nails) {
        /** Copies the zones and checks that there is a dorsum. */
        Details {
            zones = Map.copyOf(zones);
            if (!zones.containsKey(Zone.DORSUM)) {
                throw new IllegalArgumentException("a hand has a dorsum zone");
            }
        }
    }

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

    /** A hand of which everything is known; what the parts are, the methods of the same names say. */
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
            Optional<Mask> nails,
            Optional<ColourCorrection> colour) {
        this(
                skin,
                frame,
                landmarks,
                aspect,
                side,
                confidence,
                scale,
                new Details(skin, zones, nails),
                findings,
                colour);
    }

    private Hand(
            Mask back,
            HandFrame frame,
            List<Landmark> landmarks,
            Aspect aspect,
            Side side,
            double confidence,
            Scale scale,
            Details known,
            List<Finding> findings,
            Optional<ColourCorrection> colour) {
        this(
                back,
                frame,
                landmarks,
                aspect,
                side,
                confidence,
                scale,
                Objects.requireNonNull(known.zones().get(Zone.DORSUM), "checked before"),
                findings,
                colour,
                () -> known);
    }

    /**
     * A hand whose details are found when they are asked for.
     *
     * @param back see {@link #back}
     * @param dorsum outline of the back of the hand, as the details have it
     * @param details the same each time
     */
    Hand(
            Mask back,
            HandFrame frame,
            List<Landmark> landmarks,
            Aspect aspect,
            Side side,
            double confidence,
            Scale scale,
            Polygon dorsum,
            List<Finding> findings,
            Optional<ColourCorrection> colour,
            Supplier<Details> details) {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("a confidence is 0 … 1, not " + confidence);
        }
        if (!landmarks.isEmpty() && landmarks.size() != 21) {
            throw new IllegalArgumentException("a hand has 21 landmarks or none, not " + landmarks.size());
        }
        this.back = back;
        this.frame = frame;
        this.landmarks = List.copyOf(landmarks);
        this.aspect = aspect;
        this.side = side;
        this.confidence = confidence;
        this.scale = scale;
        this.dorsum = dorsum;
        this.findings = List.copyOf(findings);
        this.colour = colour;
        this.details = details;
    }

    /** Hand skin at the size of the upright photo; nails, rings, watch and sleeve are outside. */
    public Mask skin() {
        return details.get().skin();
    }

    /** {@link #skin} for who looks at the back of the hand alone, where no nails are: nail plates may be inside. */
    public Mask back() {
        return back;
    }

    /** Nail plates, at the size of the upright photo; empty where the finder does not tell nails. */
    public Optional<Mask> nails() {
        return details.get().nails();
    }

    /** Outlines in pixels of the upright photo; at least the dorsum. */
    public Map<Zone, Polygon> zones() {
        return details.get().zones();
    }

    /** Outline of the back of the hand, in pixels of the upright photo. */
    public Polygon dorsum() {
        return dorsum;
    }

    /** The outline of a zone; empty where the hand has none. */
    public Optional<Polygon> zone(Zone zone) {
        return zone == Zone.DORSUM ? Optional.of(dorsum) : Optional.ofNullable(zones().get(zone));
    }

    /** The hand's own coordinates in the photo. */
    public HandFrame frame() {
        return frame;
    }

    /** 21 key points, wrist first, thumb to little finger, base to tip; empty where the finder has none. */
    public List<Landmark> landmarks() {
        return landmarks;
    }

    /** Back or palm. */
    public Aspect aspect() {
        return aspect;
    }

    /** Left or right. */
    public Side side() {
        return side;
    }

    /** That {@link #skin} is right, 0 … 1. */
    public double confidence() {
        return confidence;
    }

    /** Pixels of the photo per millimetre. */
    public Scale scale() {
        return scale;
    }

    /** What should be known about the hand in this photo. */
    public List<Finding> findings() {
        return findings;
    }

    /** What the card says about the photo's colours; empty without a card: colours are then uncalibrated. */
    public Optional<ColourCorrection> colour() {
        return colour;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Hand h
                && h.frame.equals(frame)
                && h.landmarks.equals(landmarks)
                && h.aspect == aspect
                && h.side == side
                && h.confidence == confidence
                && h.scale.equals(scale)
                && h.findings.equals(findings)
                && h.colour.equals(colour)
                && h.back.equals(back)
                && h.details.get().equals(details.get());
    }

    @Override
    public int hashCode() {
        return Objects.hash(frame, landmarks, scale, dorsum);
    }

    @Override
    public String toString() {
        return "Hand " + aspect + " " + side + " " + frame + " " + scale;
    }
}
