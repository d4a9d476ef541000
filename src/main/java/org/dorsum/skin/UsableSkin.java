package org.dorsum.skin;

import org.dorsum.image.Filters;
import org.dorsum.image.FloatSelection;
import org.dorsum.image.Mask;
import org.dorsum.image.Morphology;
import org.dorsum.image.Plane;

/**
 * Which pixels of the laid-out hand show bare, well-lit skin.
 *
 * @param bare skin that can be measured
 * @param glare skin hidden by reflections
 * @param shadow skin too dark to measure
 */
record UsableSkin(Mask bare, Mask glare, Mask shadow) {
    private static final double EDGE_MM = 2; // the mask's edge is good to about 1 mm, and skin turns away there
    private static final double CLIPPED = 0.955; // linear light of the 8-bit sample 250: the sensor's end is near
    private static final double SURROUNDINGS_MM = 3; // σ of the mean that a reflection is compared with
    private static final double HIGHLIGHT = 0.35; // log-luminance above the surroundings: skin itself varies by less
    private static final double GLARE_RIM_MM = 0.4; // a reflection fades out over about this
    private static final double DEEP = Math.log(4); // below the median by two stops: noise doubles there
    private static final int FEW = 64; // pixels without which a median means nothing

    static String settings() {
        return EDGE_MM + " " + CLIPPED + " " + SURROUNDINGS_MM + " " + HIGHLIGHT + " " + GLARE_RIM_MM + " " + DEEP;
    }

    static UsableSkin of(Mask skin, Skin.Light light, Plane logLuminance, double pixelsPerMm) {
        Mask inner = Morphology.erode(skin, EDGE_MM * pixelsPerMm);
        if (inner.count() < FEW) {
            Mask none = Mask.none(skin.width(), skin.height());
            return new UsableSkin(inner, none, none);
        }
        Plane highlight = logLuminance.minus(Filters.wideGaussian(logLuminance, inner, SURROUNDINGS_MM * pixelsPerMm));
        Mask reflecting = Mask.of(
                skin.width(),
                skin.height(),
                (x, y) -> highlight.at(x, y) > HIGHLIGHT
                        || light.red().at(x, y) > CLIPPED
                        || light.green().at(x, y) > CLIPPED
                        || light.blue().at(x, y) > CLIPPED);
        Mask glare = Morphology.dilate(reflecting, GLARE_RIM_MM * pixelsPerMm);
        double dark = medianIn(logLuminance, inner) - DEEP;
        Mask shadow = Mask.of(skin.width(), skin.height(), (x, y) -> logLuminance.at(x, y) < dark);
        return new UsableSkin(inner.minus(glare).minus(shadow), glare, shadow);
    }

    /** Median over the pixels of a mask that is not empty. */
    static double medianIn(Plane plane, Mask mask) {
        float[] values = new float[mask.count()];
        int n = 0;
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                if (mask.at(x, y)) {
                    values[n++] = plane.at(x, y);
                }
            }
        }
        return FloatSelection.median(values, n);
    }
}
