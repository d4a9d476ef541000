package org.dorsum.measure;

import org.dorsum.colour.Ciede2000;
import org.dorsum.colour.Lab;
import org.dorsum.image.Mask;
import org.dorsum.image.Morphology;
import org.dorsum.image.Regions;
import org.dorsum.skin.Skin;
import org.jspecify.annotations.Nullable;

/** Colour difference (ΔE00) of a patch to the usable skin in a ring around it. */
final class SpotContrast {
    private SpotContrast() {}

    /** ΔE00 between the mean light of the patch and of the ring; 0 where there is no usable ring. */
    static double of(Skin skin, Regions.Labelled labelled, Regions.Region r, Mask usable, double rimMm, double ringMm) {
        int outer = (int) Math.ceil(ringMm * skin.pixelsPerMm());
        double inner = rimMm * skin.pixelsPerMm();
        int left = Math.max(0, r.left() - outer);
        int top = Math.max(0, r.top() - outer);
        int width = Math.min(skin.width(), r.left() + r.boxWidth() + outer) - left;
        int height = Math.min(skin.height(), r.top() + r.boxHeight() + outer) - top;
        Mask own =
                Mask.of(width, height, (x, y) -> labelled.labels()[(top + y) * skin.width() + left + x] == r.label());
        Mask near = Morphology.dilate(own, inner);
        Mask ring = Morphology.dilate(own, outer).minus(near);
        Lab spot = mean(skin, own, left, top, usable);
        Lab around = mean(skin, ring, left, top, usable);
        return spot == null || around == null ? 0 : Ciede2000.difference(spot, around);
    }

    private static @Nullable Lab mean(Skin skin, Mask where, int left, int top, Mask usable) {
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
        return n == 0 ? null : Lab.of(r / n, g / n, b / n);
    }
}
