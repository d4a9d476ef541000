package org.dorsum.hand;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dorsum.image.Mask;
import org.dorsum.image.Plane;
import org.dorsum.image.Resampling;
import org.dorsum.image.RgbImage;
import org.dorsum.photo.Finding;
import org.dorsum.photo.Photo;

/**
 * Finds a hand by the colours and the shape of this one photo, without a trained model.
 *
 * <ol>
 *   <li>At 256 pixels: first guesses from what the photo's border looks like and from what skin looks like in general
 *       ({@link BorderGuess}), the best of them refitted to the colour of the palm under all shades, which parts it from
 *       shadow, sleeve and look-alike ground ({@link SkinRefit}); a confidence ({@link MaskQuality}).
 *   <li>At 640 pixels: the outline moved onto the exact edge ({@link EdgeRefinement}).
 *   <li>At 384 pixels: centre, axis, size and dorsum zone of the silhouette ({@link PalmGeometry}, {@link DorsumZone}).
 * </ol>
 *
 * <p>Gives no landmarks and does not tell back from palm or left from right. Deterministic. Immutable and safe for use by
 * many threads; cost hardly depends on the photo's size.
 */
public final class ShapeHandFinder implements HandFinder {
    private static final double NO_HAND = 0.02; // confidence; pictures of surfaces without a hand stay below 0.01
    /** Confidence below which half of the masks overlap the truth by less than 0.9. */
    static final double UNCERTAIN = 0.6;

    private ShapeHandFinder() {}

    /** The finder; it has nothing to configure. */
    public static ShapeHandFinder withDefaults() {
        return new ShapeHandFinder();
    }

    @Override
    public String identity() {
        return "shape-1";
    }

    @Override
    public Outcome find(Photo photo, ScaleHint hint) {
        RgbImage medium = SearchImage.reduced(photo.pixels(), EdgeRefinement.LONG_SIDE);
        RgbImage small = SearchImage.reduced(medium, HandSearch.LONG_SIDE);
        HandSearch.Result search = HandSearch.search(small);
        if (search.confidence() < NO_HAND) {
            return notFound();
        }
        Plane share = EdgeRefinement.refine(medium, search.image(), search.pixels());
        Optional<SilhouetteHand> found = SilhouetteHand.of(share, Math.max(photo.width(), photo.height()));
        if (found.isEmpty()) {
            return notFound();
        }
        Mask skin = Resampling.enlargedAbove(share, 0.5, photo.width(), photo.height());
        return new Outcome.Found(hand(photo, skin, found.get(), search.confidence(), hint));
    }

    private static Hand hand(Photo photo, Mask skin, SilhouetteHand hand, double confidence, ScaleHint hint) {
        ScaleReading scale =
                ScaleReading.of(photo, hint, hand.scale(), hand.frame().origin());
        return new Hand(
                skin,
                hand.frame(),
                List.of(),
                Aspect.UNCLEAR,
                Side.UNCLEAR,
                confidence,
                scale.scale(),
                Map.of(Zone.DORSUM, hand.dorsum()),
                findings(confidence, scale.findings()),
                Optional.empty(),
                scale.colour());
    }

    private static List<Finding> findings(double confidence, List<Finding> aboutScale) {
        List<Finding> findings = new ArrayList<>();
        if (confidence < UNCERTAIN) {
            findings.add(FinderFindings.OUTLINE_UNCERTAIN);
        }
        findings.addAll(aboutScale);
        return findings;
    }

    private static Outcome notFound() {
        return new Outcome.NotFound(List.of(FinderFindings.NO_HAND));
    }
}
