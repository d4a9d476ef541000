package org.dorsum.hand;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Supplier;
import org.dorsum.image.Markers;
import org.dorsum.image.Mask;
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
 *   <li>At 640 pixels the outline is moved onto the exact edge ({@link EdgeRefinement}), what is worn is taken out.
 *   <li>Its silhouette gives the back of the hand ({@link SilhouetteHand}), key points and outline findings ({@link HandFindings}).
 *   <li>Nails are looked at, and key points and outline give the zones of the fingers ({@link ZoneLayout}), when somebody asks for them
 *       ({@link HandDetails}).
 * </ol>
 *
 * <p>Deterministic. Immutable and safe for use by many threads; cost hardly depends on the photo's size.
 */
public final class NetworkHandFinder implements HandFinder {
    private static final double REJECTED = 0.03; // confidence below which nothing is measured; the guess is still shown

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
        RgbImage reduced = Markers.reduced(photo.pixels());
        RgbImage medium = SearchImage.reduced(reduced, EdgeRefinement.LONG_SIDE);
        // Colours need no network, and looking for a card needs no hand: that fills the second core while the outline
        // is drawn.
        ForkJoinTask<SkinRefit> colours =
                ForkJoinPool.commonPool().submit(() -> SkinRefit.of(SearchImage.reduced(medium, HandSearch.LONG_SIDE)));
        Optional<NetworkView> view;
        try {
            view = NetworkView.of(medium, network);
        } finally {
            colours.quietlyJoin(); // nothing goes on behind a result
        }
        if (view.isEmpty()) {
            return new Outcome.NotFound(List.of(FinderFindings.NO_HAND));
        }
        ForkJoinTask<Optional<ReferenceCard.Sighting>> card = ForkJoinPool.commonPool()
                .submit(() -> hint.pixelsPerMm().isPresent()
                        ? Optional.<ReferenceCard.Sighting>empty()
                        : ReferenceCard.find(photo.pixels(), reduced));
        try {
            NetworkOutline outline =
                    NetworkOutline.of(medium, view.get(), colours.join()).orByShape(medium, view.get());
            return find(photo, reduced, view.get(), outline, hint, card::join);
        } finally {
            card.quietlyJoin();
        }
    }

    private Outcome find(
            Photo photo,
            RgbImage fine,
            NetworkView view,
            NetworkOutline outline,
            ScaleHint hint,
            Supplier<Optional<ReferenceCard.Sighting>> card) {
        // What needs no more than the outline, while its silhouette is measured.
        ForkJoinTask<Mask> back = ForkJoinPool.commonPool()
                .submit(() -> Resampling.enlargedAbove(outline.back(), 0.5, photo.width(), photo.height()));
        ForkJoinTask<List<Finding>> findings = ForkJoinPool.commonPool().submit(() -> findings(view, outline));
        try {
            return SilhouetteHand.of(outline.share(), Math.max(photo.width(), photo.height()))
                    .<Outcome>map(silhouette ->
                            new Outcome.Found(hand(photo, fine, view, outline, silhouette, hint, card, back, findings)))
                    .orElseGet(() -> new Outcome.NotFound(List.of(FinderFindings.NO_HAND)));
        } finally {
            back.quietlyJoin();
            findings.quietlyJoin();
        }
    }

    private Hand hand(
            Photo photo,
            RgbImage fine,
            NetworkView view,
            NetworkOutline outline,
            SilhouetteHand silhouette,
            ScaleHint hint,
            Supplier<Optional<ReferenceCard.Sighting>> card,
            ForkJoinTask<Mask> back,
            ForkJoinTask<List<Finding>> findings) {
        ScaleReading scale = ScaleReading.of(
                photo, hint, card, silhouette.scale(), silhouette.frame().origin());
        List<Finding> all = new ArrayList<>(findings.join());
        all.addAll(scale.findings());
        HandDetails details =
                new HandDetails(photo.width(), photo.height(), fine, view, outline, silhouette, scale.scale(), network);
        return new Hand(
                back.join(),
                details.frame(),
                view.landmarks(photo.width() / (double) view.width()),
                view.aspect(),
                view.side(),
                outline.confidence(),
                scale.scale(),
                details.dorsum(),
                all,
                scale.colour(),
                details::get);
    }

    private static List<Finding> findings(NetworkView view, NetworkOutline outline) {
        List<Finding> findings = new ArrayList<>(
                HandFindings.of(view.landmarks(1), outline.all().above(0.5), view.aspect(), view.side()));
        if (outline.confidence() < REJECTED) {
            findings.add(0, UNCLEAR);
        } else if (outline.confidence() < NetworkOutline.UNCERTAIN) {
            findings.add(FinderFindings.OUTLINE_UNCERTAIN);
        }
        return findings;
    }
}
