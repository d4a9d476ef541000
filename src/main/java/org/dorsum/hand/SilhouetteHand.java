package org.dorsum.hand;

import java.util.Optional;
import org.dorsum.image.Affine;
import org.dorsum.image.Mask;
import org.dorsum.image.Plane;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;
import org.dorsum.image.Resampling;

/**
 * Frame, back of the hand and size that follow from a silhouette alone, in pixels of the photo.
 *
 * @param frame the hand's own coordinates
 * @param dorsum outline of the back of the hand
 * @param scale estimated from the silhouette's size
 */
record SilhouetteHand(HandFrame frame, Polygon dorsum, Scale scale) {
    private static final double BREADTH_OF_SIZE = 0.80; // knuckle breadth over PalmGeometry.size: median of 113 photos
    private static final double BREADTH_MM = 80; // adults' hand breadth at the knuckles, mean
    private static final double RELATIVE_ERROR = 0.09; // people's breadth 6 %, breadth from silhouette 6.5 %

    /**
     * Empty where the silhouette has nothing of a hand's shape.
     *
     * @param share of each pixel of the reduced photo that is hand, 0 … 1
     * @param photoSide longer side of the photo, pixels
     */
    static Optional<SilhouetteHand> of(Plane share, int photoSide) {
        return PalmGeometry.of(silhouette(share)).map(g -> of(g, photoSide));
    }

    /** The hand at the size at which silhouettes are measured. */
    static Mask silhouette(Plane share) {
        double factor = PalmGeometry.LONG_SIDE / (double) Math.max(share.width(), share.height());
        return Resampling.resize(share, (int) Math.max(1, Math.rint(share.width() * factor)), (int)
                        Math.max(1, Math.rint(share.height() * factor)))
                .above(0.5);
    }

    private static SilhouetteHand of(PalmGeometry g, int photoSide) {
        double factor =
                photoSide / (double) Math.max(g.solid().width(), g.solid().height());
        Affine toPhoto = Affine.scaling(factor);
        double estimated = BREADTH_OF_SIZE * g.size() * factor / BREADTH_MM;
        Point origin = toPhoto.apply(DorsumZone.centre(g));
        return new SilhouetteHand(
                new HandFrame(origin, Math.atan2(g.axis().y(), g.axis().x())),
                DorsumZone.outline(g).through(toPhoto),
                new Scale(estimated, Scale.Source.ESTIMATED, RELATIVE_ERROR * estimated));
    }
}
