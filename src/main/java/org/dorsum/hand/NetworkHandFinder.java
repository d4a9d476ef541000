package org.dorsum.hand;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Supplier;
import org.dorsum.image.Affine;
import org.dorsum.image.Markers;
import org.dorsum.image.Mask;
import org.dorsum.image.Plane;
import org.dorsum.image.Polygon;
import org.dorsum.image.Resampling;
import org.dorsum.image.RgbImage;
import org.dorsum.photo.Finding;
import org.dorsum.photo.Photo;
import org.dorsum.reference.ReferenceCard;

/**
 * Finds a hand with a trained network, which says where and what, and with the colours and edges of this one photo, which say
 * exactly where it ends.
 *
 * <ol>
 *   <li>The network looks twice: at the whole photo, then at the hand alone ({@link NetworkView}).
 *   <li>At 256 pixels its opinion of each pixel is weighed against the colour and grain of this hand and this ground ({@link
 *       SkinRefit}).
 *   <li>At 640 pixels the outline is moved onto the exact edge ({@link EdgeRefinement}), nails and what is worn are taken out.
 *   <li>Key points and outline give zones ({@link ZoneLayout}) and findings ({@link HandFindings}).
 * </ol>
 *
 * <p>Deterministic. Immutable and safe for use by many threads; cost hardly depends on the photo's size.
 */
public final class NetworkHandFinder implements HandFinder {
    private static final double REJECTED = 0.03; // confidence below which nothing is measured; the guess is still shown
    private static final double MOST_TURN = Math.toRadians(60); // between two axes of the same hand

    private static final Finding UNCLEAR = new Finding(
            "hand-outline-unclear",
            Finding.Severity.ERROR,
            "There may be a hand, but where it ends cannot be told.",
            FinderFindings.NO_HAND.advice());

    private final HandNetwork network;

    private NetworkHandFinder(HandNetwork network) {
        this.network = network;
    }

    /** A finder that uses this network. */
    public static NetworkHandFinder with(HandNetwork network) {
        return new NetworkHandFinder(network);
    }

    @Override
    public String identity() {
        return network.sha256();
    }

    @Override
    public Outcome find(Photo photo, ScaleHint hint) {
        // Looking for a card takes as long as looking for the hand and needs nothing of it.
        RgbImage reduced = Markers.reduced(photo.pixels());
        ForkJoinTask<Optional<ReferenceCard.Sighting>> card = ForkJoinPool.commonPool()
                .submit(() -> hint.pixelsPerMm().isPresent()
                        ? Optional.<ReferenceCard.Sighting>empty()
                        : ReferenceCard.find(photo.pixels(), reduced));
        try {
            RgbImage medium = SearchImage.reduced(reduced, EdgeRefinement.LONG_SIDE);
            return find(photo, medium, reduced, hint, card::join);
        } finally {
            card.quietlyJoin(); // nothing goes on behind a result
        }
    }

    private Outcome find(
            Photo photo,
            RgbImage medium,
            RgbImage fine,
            ScaleHint hint,
            Supplier<Optional<ReferenceCard.Sighting>> card) {
        Optional<NetworkView> view = NetworkView.of(medium, network);
        if (view.isEmpty()) {
            return new Outcome.NotFound(List.of(FinderFindings.NO_HAND));
        }
        NetworkOutline outline =
                NetworkOutline.of(medium, fine, view.get(), network).orByShape(medium, view.get());
        Optional<SilhouetteHand> silhouette =
                SilhouetteHand.of(outline.share(), Math.max(photo.width(), photo.height()));
        if (silhouette.isEmpty()) {
            return new Outcome.NotFound(List.of(FinderFindings.NO_HAND));
        }
        return new Outcome.Found(hand(photo, view.get(), outline, silhouette.get(), hint, card));
    }

    private static Hand hand(
            Photo photo,
            NetworkView view,
            NetworkOutline outline,
            SilhouetteHand silhouette,
            ScaleHint hint,
            Supplier<Optional<ReferenceCard.Sighting>> card) {
        double factor = photo.width() / (double) view.width();
        ForkJoinTask<Mask> skin = ForkJoinPool.commonPool().submit(() -> enlarged(outline.skin(), photo));
        ForkJoinTask<Mask> nails = ForkJoinPool.commonPool().submit(() -> enlarged(outline.nails(), photo));
        ScaleReading scale = ScaleReading.of(
                photo, hint, card, silhouette.scale(), silhouette.frame().origin());
        List<Landmark> landmarks = view.landmarks(1);
        Aspect aspect = view.aspect();
        Side side = view.side();
        Optional<ZoneLayout> layout = zones(outline.skin(), view, scale.scale(), photo.width());
        List<Finding> findings =
                new ArrayList<>(HandFindings.of(landmarks, outline.all().above(0.5), aspect, side));
        if (outline.confidence() < REJECTED) {
            findings.add(0, UNCLEAR);
        } else if (outline.confidence() < NetworkOutline.UNCERTAIN) {
            findings.add(FinderFindings.OUTLINE_UNCERTAIN);
        }
        findings.addAll(scale.findings());
        ZoneLayout place = placed(layout, silhouette);
        return new Hand(
                skin.join(),
                place.frame(),
                view.landmarks(factor),
                aspect,
                side,
                outline.confidence(),
                scale.scale(),
                place.zones(),
                findings,
                Optional.of(nails.join()),
                scale.colour());
    }

    /** Zones need no finer outline than half a millimetre on a hand that fills the photo. */
    private static Optional<ZoneLayout> zones(Plane skin, NetworkView view, Scale scale, int photoWidth) {
        boolean small = Math.max(skin.width(), skin.height()) <= PalmGeometry.LONG_SIDE;
        Mask mask = small ? skin.above(0.5) : SilhouetteHand.silhouette(skin);
        double factor = photoWidth / (double) mask.width();
        Scale reduced = new Scale(scale.pixelsPerMm() / factor, scale.source(), 0);
        return ZoneLayout.of(view.landmarks(mask.width() / (double) skin.width()), mask, reduced)
                .map(l -> l.through(Affine.scaling(factor)));
    }

    private static Mask enlarged(Plane share, Photo photo) {
        return Resampling.enlargedAbove(share, 0.5, photo.width(), photo.height());
    }

    /**
     * The back of the hand by its silhouette, which repeats better from photo to photo than this network's key points do; knuckles
     * and fingers by key points. Where the two disagree about which way the hand lies, everything by key points.
     */
    private static ZoneLayout placed(Optional<ZoneLayout> layout, SilhouetteHand silhouette) {
        Map<Zone, Polygon> zones = new EnumMap<>(Zone.class);
        zones.put(Zone.DORSUM, silhouette.dorsum());
        if (layout.isEmpty()) {
            return new ZoneLayout(silhouette.frame(), zones);
        }
        double turn = layout.get().frame().direction() - silhouette.frame().direction();
        if (Math.cos(turn) < Math.cos(MOST_TURN)) {
            return layout.get();
        }
        layout.get().zones().forEach((zone, outline) -> {
            if (zone != Zone.DORSUM && Polygons.apart(outline, silhouette.dorsum())) {
                zones.put(zone, outline);
            }
        });
        return new ZoneLayout(silhouette.frame(), zones);
    }
}
