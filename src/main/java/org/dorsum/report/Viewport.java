package org.dorsum.report;

import java.util.List;
import org.dorsum.image.Affine;
import org.dorsum.image.Mask;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;
import org.dorsum.image.Resampling;
import org.dorsum.image.RgbImage;

/**
 * The part of a photo that a page shows, and how large. Immutable.
 *
 * @param toPhoto pixels of the view to pixels of the photo
 * @param width columns of the view
 * @param height rows of the view
 */
record Viewport(Affine toPhoto, int width, int height) {
    private static final int NO_PICTURE = 0x8a8a8a; // where the view lies beyond the photo's frame

    /** The whole photo, at most {@code longest} pixels on the long side. */
    static Viewport whole(RgbImage photo, int longest) {
        return of(0, 0, photo.width(), photo.height(), longest);
    }

    /** The surroundings of {@code zone}: its box and {@code margin} times its size on each side, within the photo. */
    static Viewport around(Polygon zone, double margin, RgbImage photo, int longest) {
        List<Point> corners = zone.corners();
        double left = corners.stream().mapToDouble(Point::x).min().orElse(0);
        double right = corners.stream().mapToDouble(Point::x).max().orElse(photo.width());
        double top = corners.stream().mapToDouble(Point::y).min().orElse(0);
        double bottom = corners.stream().mapToDouble(Point::y).max().orElse(photo.height());
        double dx = margin * (right - left);
        double dy = margin * (bottom - top);
        int x = (int) Math.max(0, left - dx);
        int y = (int) Math.max(0, top - dy);
        int w = (int) Math.min(photo.width(), right + dx) - x;
        int h = (int) Math.min(photo.height(), bottom + dy) - y;
        return w < 2 || h < 2 ? whole(photo, longest) : of(x, y, w, h, longest);
    }

    private static Viewport of(int left, int top, int width, int height, int longest) {
        double factor = Math.min(1, (double) longest / Math.max(width, height));
        return new Viewport(
                Affine.scaling(1 / factor).then(Affine.shift(left, top)),
                Math.max(1, (int) Math.round(width * factor)),
                Math.max(1, (int) Math.round(height * factor)));
    }

    /** The same view of another photo, given where the first photo's pixels lie in it. */
    Viewport through(Affine firstToOther) {
        return new Viewport(toPhoto.then(firstToOther), width, height);
    }

    /** Pixels of the photo to pixels of the view. */
    Affine fromPhoto() {
        return toPhoto.inverse();
    }

    /** The view of {@code photo}, 8 bits a sample; grey beyond its frame. */
    RgbImage of(RgbImage photo) {
        double factor = Math.min(1, 1 / toPhoto.scale());
        RgbImage source = factor == 1
                ? photo
                : Resampling.resize(photo, Math.max(1, (int) Math.round(photo.width() * factor)), Math.max(1, (int)
                        Math.round(photo.height() * factor)));
        RgbImage eight = source.toEightBits();
        Affine toSource = toPhoto.then(Affine.scaling((double) source.width() / photo.width()));
        RgbImage seen = Resampling.warp(eight, toSource, width, height);
        Mask inside = Resampling.warp(Mask.all(eight.width(), eight.height()), toSource, width, height);
        return RgbImage.of(width, height, (x, y) -> inside.at(x, y) ? seen.packed(x, y) : NO_PICTURE);
    }
}
