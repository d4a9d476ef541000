package org.dorsum.hand;

import static org.dorsum.hand.SkinPrior.rise;

import java.util.List;
import org.dorsum.image.Mask;
import org.dorsum.image.Morphology;
import org.dorsum.image.Plane;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;
import org.dorsum.image.Regions;

/**
 * What speaks for a mask being a hand and right; each from the picture and the mask alone.
 *
 * @param contrast mean colour difference across the outline, L*a*b* units, at most 30
 * @param skin mean agreement with skin in general, 0 … 1
 * @param area share of the photo
 * @param frame share of the photo's frame that the mask touches
 * @param raggedness length of the outline over the root of its area; a disc has 3.5, a spread hand 6 to 10
 * @param breadth radius of the largest inscribed circle over the root of the area; a hand has 0.25 to 0.4
 */
record MaskQuality(double contrast, double skin, double area, double frame, double raggedness, double breadth) {
    private static final MaskQuality NONE = new MaskQuality(0, 0, 0, 0, 99, 0);
    private static final int FEWEST = 20; // pixels
    private static final int WINDOW = 3; // half width, in pixels, of the window that compares inside and outside

    static MaskQuality of(SearchImage image, boolean[] set) {
        int count = Parts.count(set);
        if (count < FEWEST) {
            return NONE;
        }
        int w = image.width();
        int h = image.height();
        double skin = 0;
        int onFrame = 0;
        for (int i = 0; i < set.length; i++) {
            if (set[i]) {
                int x = i % w;
                int y = i / w;
                skin += image.skin()[i];
                onFrame += (x == 0 ? 1 : 0) + (x == w - 1 ? 1 : 0) + (y == 0 ? 1 : 0) + (y == h - 1 ? 1 : 0);
            }
        }
        Mask mask = Mask.of(w, h, (x, y) -> set[y * w + x]);
        List<Polygon> outlines = Regions.outlines(mask);
        Plane depth = Morphology.distanceToOutside(mask);
        double radius = 0;
        for (int i = 0; i < set.length; i++) {
            radius = Math.max(radius, depth.at(i % w, i / w));
        }
        return new MaskQuality(
                contrast(image, set),
                skin / count,
                count / (double) set.length,
                onFrame / (2.0 * (w + h)),
                outlines.isEmpty()
                        ? 99
                        : length(outlines.get(0))
                                / Math.sqrt(Math.max(1, outlines.get(0).area())),
                radius / Math.sqrt(count));
    }

    /** How good the mask of a first guess is, 0 … 1; only the order matters. */
    double plausibility() {
        return rise(contrast, 9, 2.5)
                * rise(skin, 0.25, 0.08)
                * rise(area, 0.05, 0.012)
                * rise(-area, -0.62, 0.05)
                * rise(-frame, -0.36, 0.04)
                * rise(-raggedness, -14, 1.5)
                * (0.5 + 0.5 * rise(breadth, 0.15, 0.03));
    }

    /**
     * Confidence that the mask is a hand and right, 0 … 1: a product of soft limits, one for each thing that can be wrong.
     * Limits lie outside what right masks of real hands show and inside what textures without a hand show; they are round
     * numbers set by hand, not fitted.
     *
     * @param agreement mean overlap of the mask with the three first guesses nearest to it, 0 … 1
     * @param guesses how many different masks the first guesses led to, 1 … 3
     */
    double confidence(SkinRefit.Fit fit, double agreement, int guesses) {
        return rise(contrast, 11, 1.5)
                * rise(skin, 0.2, 0.06)
                * rise(area, 0.045, 0.01)
                * rise(-area, -0.65, 0.04)
                * rise(-frame, -0.33, 0.03)
                * rise(-raggedness, -14, 1.5)
                * rise(breadth, 0.22, 0.012)
                * rise(fit.outside(), 0.95, 0.012)
                * rise(fit.inside(), 0.9, 0.02)
                * rise(agreement, 0.7, 0.06)
                * rise(-guesses, -4, 0.6);
    }

    /** Mean over the outline of the colour difference between the near inside and the near outside. */
    private static double contrast(SearchImage image, boolean[] set) {
        int w = image.width();
        int h = image.height();
        boolean[] inner = Parts.shrunk(w, h, set, 1);
        boolean[] around = Parts.grown(w, h, set, 1);
        double sum = 0;
        int count = 0;
        for (int y = 1; y < h - 1; y++) {
            for (int x = 1; x < w - 1; x++) {
                if (set[y * w + x] && !inner[y * w + x]) {
                    double d = difference(image, inner, around, x, y);
                    sum += Math.max(0, d);
                    count += d >= 0 ? 1 : 0;
                }
            }
        }
        return count < FEWEST ? 0 : sum / count;
    }

    /** Colour difference between inside and outside in the window around (x, y); −1 if one of them is missing. */
    private static double difference(SearchImage image, boolean[] inner, boolean[] around, int x, int y) {
        int w = image.width();
        double[] in = new double[4];
        double[] out = new double[4];
        for (int v = Math.max(0, y - WINDOW); v <= Math.min(image.height() - 1, y + WINDOW); v++) {
            for (int u = Math.max(0, x - WINDOW); u <= Math.min(w - 1, x + WINDOW); u++) {
                int i = v * w + u;
                if (inner[i] || !around[i]) {
                    double[] side = inner[i] ? in : out;
                    for (int c = 0; c < 3; c++) {
                        side[c] += image.lab()[c][i];
                    }
                    side[3]++;
                }
            }
        }
        if (in[3] < 1 || out[3] < 1) {
            return -1;
        }
        double l = in[0] / in[3] - out[0] / out[3];
        double a = in[1] / in[3] - out[1] / out[3];
        double b = in[2] / in[3] - out[2] / out[3];
        return Math.min(30, Math.sqrt(0.5 * l * l + a * a + b * b)); // lightness counts half: shadows have edges too
    }

    private static double length(Polygon outline) {
        double sum = 0;
        for (int i = 0; i < outline.corners().size(); i++) {
            Point next = outline.corners().get((i + 1) % outline.corners().size());
            sum += outline.corners().get(i).distanceTo(next);
        }
        return sum;
    }
}
