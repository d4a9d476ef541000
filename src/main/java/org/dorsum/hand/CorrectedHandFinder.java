package org.dorsum.hand;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dorsum.image.Mask;
import org.dorsum.image.Plane;
import org.dorsum.image.Polygon;
import org.dorsum.image.Regions;
import org.dorsum.image.Resampling;
import org.dorsum.photo.Finding;
import org.dorsum.photo.Finding.Severity;
import org.dorsum.photo.Photo;
import org.dorsum.photo.Sha256;

/**
 * Finds the hand as another finder does, then takes a person's outlines for it: of the hand, of zones, or of both. What the other
 * finder said of outline and zones that were drawn is dropped; what it said of aspect, side, nails and scale stands. Where it found
 * no hand, a drawn outline of the hand makes one. Results carry the finding {@code corrected-by-hand} and an identity of their own.
 * Immutable.
 */
public final class CorrectedHandFinder implements HandFinder {
    private static final int LONG_SIDE = 640; // of the mask that a silhouette is taken from: finer changes nothing
    private static final Set<String> OF_THE_OUTLINE =
            Set.of("hand-outline-unclear", "hand-outline-uncertain", "two-hands");
    private static final String OF_THE_ZONE = "no-back-of-hand";
    private static final Finding CORRECTED = new Finding(
            "corrected-by-hand",
            Severity.INFO,
            "Outlines in this photo were drawn by a person.",
            "Compare with photos whose outlines were drawn or found equally.");
    private static final Finding NOT_A_HAND = new Finding(
            "no-hand",
            Severity.ERROR,
            "What was drawn does not have the shape of a hand, and no hand was found.",
            "Draw round the whole hand, from the wrist to the fingertips.");

    private final HandFinder finder;
    private final HandCorrection correction;

    private CorrectedHandFinder(HandFinder finder, HandCorrection correction) {
        this.finder = finder;
        this.correction = correction;
    }

    /** {@code finder} corrected for one photo. */
    public static CorrectedHandFinder of(HandFinder finder, HandCorrection correction) {
        return new CorrectedHandFinder(finder, correction);
    }

    @Override
    public String identity() {
        String drawn = Sha256.of(correction.toString().getBytes(StandardCharsets.UTF_8));
        return finder.identity() + "+corrected:" + drawn.substring(0, 16);
    }

    @Override
    public Outcome find(Photo photo, ScaleHint hint) {
        Outcome outcome = finder.find(photo, hint);
        Optional<Mask> drawn = correction.skin().map(o -> Regions.inside(o, photo.width(), photo.height()));
        if (outcome instanceof Outcome.Found found) {
            return new Outcome.Found(corrected(found.hand(), drawn));
        }
        if (drawn.isEmpty()) {
            return outcome;
        }
        Optional<SilhouetteHand> silhouette = silhouette(drawn.get());
        return silhouette.isEmpty()
                ? new Outcome.NotFound(List.of(NOT_A_HAND))
                : new Outcome.Found(drawnAlone(photo, hint, drawn.get(), silhouette.get()));
    }

    private Hand corrected(Hand hand, Optional<Mask> drawn) {
        Mask skin = drawn.map(m -> hand.nails().map(m::minus).orElse(m)).orElse(hand.skin());
        Optional<SilhouetteHand> silhouette = drawn.flatMap(CorrectedHandFinder::silhouette);
        Map<Zone, Polygon> zones = new EnumMap<>(Zone.class);
        zones.putAll(hand.zones());
        silhouette.ifPresent(s -> zones.put(Zone.DORSUM, s.dorsum()));
        zones.putAll(correction.zones());
        boolean estimated = hand.scale().source() == Scale.Source.ESTIMATED;
        List<Finding> findings = new ArrayList<>();
        for (Finding f : hand.findings()) {
            boolean overruled = (drawn.isPresent() && OF_THE_OUTLINE.contains(f.code()))
                    || (correction.zones().containsKey(Zone.DORSUM) && f.code().equals(OF_THE_ZONE));
            if (!overruled) {
                findings.add(f);
            }
        }
        findings.add(CORRECTED);
        return new Hand(
                skin,
                silhouette.map(SilhouetteHand::frame).orElse(hand.frame()),
                hand.landmarks(),
                hand.aspect(),
                hand.side(),
                drawn.isPresent() ? 1 : hand.confidence(),
                silhouette.filter(s -> estimated).map(SilhouetteHand::scale).orElse(hand.scale()),
                zones,
                findings,
                hand.nails(),
                hand.colour());
    }

    private Hand drawnAlone(Photo photo, ScaleHint hint, Mask skin, SilhouetteHand silhouette) {
        Map<Zone, Polygon> zones = new EnumMap<>(Zone.class);
        zones.put(Zone.DORSUM, silhouette.dorsum());
        zones.putAll(correction.zones());
        ScaleReading scale = ScaleReading.of(
                photo, hint, silhouette.scale(), silhouette.frame().origin());
        List<Finding> findings = new ArrayList<>(HandFindings.of(List.of(), skin, Aspect.UNCLEAR, Side.UNCLEAR));
        findings.addAll(scale.findings());
        findings.add(CORRECTED);
        return new Hand(
                skin,
                silhouette.frame(),
                List.of(),
                Aspect.UNCLEAR,
                Side.UNCLEAR,
                1,
                scale.scale(),
                zones,
                findings,
                Optional.empty(),
                scale.colour());
    }

    private static Optional<SilhouetteHand> silhouette(Mask skin) {
        int longest = Math.max(skin.width(), skin.height());
        double factor = Math.min(1, LONG_SIDE / (double) longest);
        Mask small = Resampling.resize(skin, (int) Math.max(1, Math.rint(skin.width() * factor)), (int)
                Math.max(1, Math.rint(skin.height() * factor)));
        Plane share = Plane.of(small.width(), small.height(), (x, y) -> small.at(x, y) ? 1 : 0);
        return SilhouetteHand.of(share, longest);
    }
}
