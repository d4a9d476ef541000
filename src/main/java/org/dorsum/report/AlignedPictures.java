package org.dorsum.report;

import org.dorsum.assess.Assessment;
import org.dorsum.compare.Comparison;
import org.dorsum.hand.Hand;
import org.dorsum.image.Codec;
import org.dorsum.image.RgbImage;
import org.dorsum.photo.Photo;

/**
 * The back of the hand in the first photo of both sessions as two JPEG files of the same size in which the same pixel shows the
 * same skin, for laying one over the other. Photos that do not fit are each shown round their own hand. Without metadata.
 *
 * @param before the earlier one
 * @param after the later one, grey where it shows nothing
 */
public record AlignedPictures(byte[] before, byte[] after) {
    private static final int LONGEST_SIDE = 1600;
    private static final double MARGIN = 0.35; // of the zone, so that knuckles and wrist help to find one's way
    private static final int QUALITY = 88;

    /** The pictures of a comparison of these two photos. */
    public static AlignedPictures of(Comparison c, Photo before, Photo after) {
        Viewport view = viewport(c.before().get(0), before.pixels());
        Viewport later = c.registration()
                .map(r -> view.through(r.beforeToAfter()))
                .orElseGet(() -> viewport(c.after().get(0), after.pixels()));
        return new AlignedPictures(
                Codec.jpeg(view.of(before.pixels()), QUALITY), Codec.jpeg(later.of(after.pixels()), QUALITY));
    }

    private static Viewport viewport(Assessment assessment, RgbImage photo) {
        return assessment
                .hand()
                .map(Hand::dorsum)
                .map(zone -> Viewport.around(zone, MARGIN, photo, LONGEST_SIDE))
                .orElseGet(() -> Viewport.whole(photo, LONGEST_SIDE));
    }
}
