package org.dorsum.hand;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.dorsum.image.Affine;
import org.dorsum.image.Mask;
import org.dorsum.image.Plane;
import org.dorsum.image.Polygon;
import org.dorsum.image.Resampling;
import org.dorsum.image.RgbImage;

/**
 * What of a hand takes a closer look than its back does: nail plates, the skin without them, and the zones of the fingers. Each is
 * found when it is first asked for.
 */
final class HandDetails {
    private static final double MOST_TURN = Math.toRadians(60); // between two axes of the same hand

    private final int width;
    private final int height;
    private final NetworkView view;
    private final NetworkOutline outline;
    private final SilhouetteHand silhouette;
    private final Scale scale;
    private final Lazy<Plane> nails;
    private final Lazy<ZoneLayout> place;
    private final Lazy<Hand.Details> details;

    /**
     * Details of a hand in a photo of {@code width} × {@code height}.
     *
     * @param fine the photo, at the size of the view or larger
     */
    HandDetails(
            int width,
            int height,
            RgbImage fine,
            NetworkView view,
            NetworkOutline outline,
            SilhouetteHand silhouette,
            Scale scale,
            HandNetwork network) {
        this.width = width;
        this.height = height;
        this.view = view;
        this.outline = outline;
        this.silhouette = silhouette;
        this.scale = scale;
        nails = new Lazy<>(() -> FingertipLooks.of(fine, view, network).nails(view.width(), view.height()));
        place = new Lazy<>(this::placed);
        details = new Lazy<>(this::found);
    }

    Hand.Details get() {
        return details.get();
    }

    /** The hand's own coordinates: by its silhouette, or by its key points where the two disagree about which way it lies. */
    HandFrame frame() {
        return turned() ? place.get().frame() : silhouette.frame();
    }

    /** The back of the hand, by the same. */
    Polygon dorsum() {
        return turned() ? place.get().dorsum() : silhouette.dorsum();
    }

    private boolean turned() {
        HandBones bones = new HandBones(view.landmarks(1));
        return bones.knucklesKnown()
                && apart(Math.atan2(bones.axis().y(), bones.axis().x()));
    }

    private boolean apart(double direction) {
        return Math.cos(direction - silhouette.frame().direction()) < Math.cos(MOST_TURN);
    }

    private Hand.Details found() {
        Plane skin = outline.skin(nails.get());
        ForkJoinTask<Mask> large = ForkJoinPool.commonPool().submit(() -> enlarged(skin));
        try {
            Map<Zone, Polygon> zones = place.get().zones();
            return new Hand.Details(large.join(), zones, Optional.of(enlarged(nails.get())));
        } finally {
            large.quietlyJoin(); // nothing goes on behind a result
        }
    }

    private Mask enlarged(Plane share) {
        return Resampling.enlargedAbove(share, 0.5, width, height);
    }

    /**
     * The back of the hand by its silhouette, which repeats better from photo to photo than this network's key points do; knuckles
     * and fingers by key points. Where the two disagree about which way the hand lies, everything by key points.
     */
    private ZoneLayout placed() {
        Map<Zone, Polygon> zones = new EnumMap<>(Zone.class);
        zones.put(Zone.DORSUM, silhouette.dorsum());
        Optional<ZoneLayout> layout = layout();
        if (layout.isEmpty()) {
            return new ZoneLayout(silhouette.frame(), zones);
        }
        if (apart(layout.get().frame().direction())) {
            return layout.get();
        }
        layout.get().zones().forEach((zone, polygon) -> {
            if (zone != Zone.DORSUM && Polygons.apart(polygon, silhouette.dorsum())) {
                zones.put(zone, polygon);
            }
        });
        return new ZoneLayout(silhouette.frame(), zones);
    }

    /** Zones need no finer outline than half a millimetre on a hand that fills the photo. */
    private Optional<ZoneLayout> layout() {
        Plane skin = outline.skin(nails.get());
        boolean small = Math.max(skin.width(), skin.height()) <= PalmGeometry.LONG_SIDE;
        Mask mask = small ? skin.above(0.5) : SilhouetteHand.silhouette(skin);
        double factor = width / (double) mask.width();
        Scale reduced = new Scale(scale.pixelsPerMm() / factor, scale.source(), 0);
        return ZoneLayout.of(view.landmarks(mask.width() / (double) skin.width()), mask, reduced)
                .map(l -> l.through(Affine.scaling(factor)));
    }
}
