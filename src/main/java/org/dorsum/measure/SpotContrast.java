package org.dorsum.measure;

import org.dorsum.colour.Ciede2000;
import org.dorsum.colour.Lab;
import org.dorsum.colour.LinearRgb;
import org.dorsum.colour.SkinPigment;
import org.dorsum.image.Mask;
import org.dorsum.image.Morphology;
import org.dorsum.image.Regions;
import org.dorsum.skin.Skin;
import org.jspecify.annotations.Nullable;

/**
 * How a patch differs from the usable skin in a ring around it.
 *
 * @param de00 colour difference, CIEDE2000
 * @param density how much darker: natural logarithm of the ratio of luminances
 * @param melanin how much more melanin, natural-log units along the melanin direction
 */
record SpotContrast(double de00, double density, double melanin) {
    private static final double RIM_MM = 0.4; // the spot's own soft edge, left out of the ring
    private static final double RING_MM = 1.2; // outer distance of the ring
    private static final SpotContrast NONE = new SpotContrast(0, 0, 0);

    /** Contrast of the mean light of the patch and of the ring; all 0 where there is no usable ring. */
    static SpotContrast of(Skin skin, Regions.Labelled labelled, Regions.Region r, Mask usable) {
        int outer = (int) Math.ceil(RING_MM * skin.pixelsPerMm());
        double inner = RIM_MM * skin.pixelsPerMm();
        int left = Math.max(0, r.left() - outer);
        int top = Math.max(0, r.top() - outer);
        int width = Math.min(skin.width(), r.left() + r.boxWidth() + outer) - left;
        int height = Math.min(skin.height(), r.top() + r.boxHeight() + outer) - top;
        Mask own =
                Mask.of(width, height, (x, y) -> labelled.labels()[(top + y) * skin.width() + left + x] == r.label());
        Mask near = Morphology.dilate(own, inner);
        Mask ring = Morphology.dilate(own, outer).minus(near);
        LinearRgb spot = mean(skin, own, left, top, usable);
        LinearRgb around = mean(skin, ring, left, top, usable);
        if (spot == null || around == null) {
            return NONE;
        }
        return new SpotContrast(
                Ciede2000.difference(Lab.of(spot), Lab.of(around)),
                Math.log(around.luminance() / spot.luminance()),
                SkinPigment.of(spot).melanin() - SkinPigment.of(around).melanin());
    }

    private static @Nullable LinearRgb mean(Skin skin, Mask where, int left, int top, Mask usable) {
        double r = 0;
        double g = 0;
        double b = 0;
        int n = 0;
        for (int y = 0; y < where.height(); y++) {
            for (int x = 0; x < where.width(); x++) {
                if (where.at(x, y) && usable.at(left + x, top + y)) {
                    r += skin.light().red().at(left + x, top + y);
                    g += skin.light().green().at(left + x, top + y);
                    b += skin.light().blue().at(left + x, top + y);
                    n++;
                }
            }
        }
        return n == 0 ? null : new LinearRgb(r / n, g / n, b / n);
    }
}
