package org.dorsum.measure;

import org.dorsum.colour.Ciede2000;
import org.dorsum.colour.Lab;
import org.dorsum.colour.LinearRgb;
import org.dorsum.image.Mask;
import org.dorsum.image.Morphology;
import org.dorsum.stats.Quantiles;

/** Mean and median colours of parts of coarsely seen skin. */
final class AreaColour {
    private static final double RIM_MM = 1; // an area's own soft edge
    private static final double RING_MM = 5; // how far the skin around reaches

    private AreaColour() {}

    /**
     * How a part differs from the skin around.
     *
     * @param de00 colour difference, CIEDE2000; 0 where there is no skin around
     * @param redder a* above that of the skin around
     */
    record Contrast(double de00, double redder) {}

    /** Colour difference of a part to the ring of skin around it, CIEDE2000; 0 where there is no such ring. */
    static double toRing(Coarse coarse, Mask part) {
        return contrast(coarse, part).de00();
    }

    /** How a part differs from the ring of skin around it. */
    static Contrast contrast(Coarse coarse, Mask part) {
        Mask near = Morphology.dilate(part, RIM_MM * Coarse.PIXELS_PER_MM);
        Mask ring = Morphology.dilate(part, RING_MM * Coarse.PIXELS_PER_MM)
                .minus(near)
                .and(coarse.skin());
        if (ring.count() == 0) {
            return new Contrast(0, 0);
        }
        Lab here = Lab.of(mean(coarse, part));
        Lab around = Lab.of(mean(coarse, ring));
        return new Contrast(Ciede2000.difference(here, around), here.a() - around.a());
    }

    /** Mean linear light over the skin of a mask that holds some. */
    static LinearRgb mean(Coarse coarse, Mask where) {
        double red = 0;
        double green = 0;
        double blue = 0;
        int n = 0;
        for (int y = 0; y < where.height(); y++) {
            for (int x = 0; x < where.width(); x++) {
                if (where.at(x, y) && coarse.skin().at(x, y)) {
                    red += coarse.red().at(x, y);
                    green += coarse.green().at(x, y);
                    blue += coarse.blue().at(x, y);
                    n++;
                }
            }
        }
        return new LinearRgb(red / Math.max(1, n), green / Math.max(1, n), blue / Math.max(1, n));
    }

    /** Median linear light of all skin, channel by channel. */
    static LinearRgb median(Coarse coarse) {
        return new LinearRgb(
                Quantiles.median(coarse.onSkin(coarse.red())),
                Quantiles.median(coarse.onSkin(coarse.green())),
                Quantiles.median(coarse.onSkin(coarse.blue())));
    }
}
