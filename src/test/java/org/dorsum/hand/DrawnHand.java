package org.dorsum.hand;

import java.util.List;
import java.util.Optional;
import org.dorsum.image.Mask;
import org.dorsum.image.RgbImage;
import org.dorsum.photo.Photo;
import org.dorsum.photo.Provenance;

/**
 * A drawn hand whose truth is known: a forearm from the bottom of the picture, a round palm, four fingers and a thumb, all
 * of them capsules. Fingers point up. Sizes are for a picture of 320 × 400.
 */
final class DrawnHand {
    static final int WIDTH = 320;
    static final int HEIGHT = 400;
    static final double PALM_X = 165;
    static final double PALM_Y = 230;
    static final double PALM_RADIUS = 52;
    private static final double[][] CAPSULES = {
        // x1, y1, x2, y2, radius
        {165, 260, 165, 460, 36}, // forearm
        {165, 245, 165, 225, PALM_RADIUS},
        {128, 200, 112, 110, 11},
        {153, 190, 147, 85, 12},
        {178, 190, 182, 88, 12},
        {203, 200, 217, 120, 10},
        {130, 250, 72, 195, 13}, // thumb
    };

    private DrawnHand() {}

    /** The hand's pixels. */
    static Mask truth() {
        return Mask.of(WIDTH, HEIGHT, (x, y) -> depth(x, y) > 0);
    }

    /** The hand in one colour on a ground of another, both softly shaded, with a little fixed grain. */
    static RgbImage onGround(int skin, int ground) {
        return RgbImage.of(WIDTH, HEIGHT, (x, y) -> {
            double edge = Math.max(0, Math.min(1, depth(x, y) + 0.5));
            return mixed(shaded(ground, x, y, 0.03), shaded(skin, x, y, 0.015), edge);
        });
    }

    /** A photo of these pixels. */
    static Photo photo(RgbImage pixels) {
        return new Photo(
                "drawn",
                pixels,
                false,
                new Provenance("0".repeat(64), "PNG", 8, "sRGB", 1, Optional.empty()),
                List.of());
    }

    /** Intersection over union, 0 … 1. */
    static double overlap(Mask a, Mask b) {
        return a.and(b).count() / (double) Math.max(1, a.or(b).count());
    }

    /** A quarter turn clockwise. */
    static RgbImage turned(RgbImage p) {
        return RgbImage.of(p.height(), p.width(), (x, y) -> p.packed(y, p.height() - 1 - x));
    }

    /** A quarter turn clockwise. */
    static Mask turned(Mask m) {
        return Mask.of(m.height(), m.width(), (x, y) -> m.at(y, m.height() - 1 - x));
    }

    /** Colour times a slow change of light across the picture and a fixed grain. */
    static int shaded(int rgb, int x, int y, double grain) {
        int hash = (x * 73_856_093) ^ (y * 19_349_663);
        hash = (hash ^ (hash >>> 13)) * 1_274_126_177;
        double noise = ((hash >>> 8 & 0xffff) / 65535.0 - 0.5) * 2 * grain;
        double f = 1 + 0.08 * (x - WIDTH / 2.0) / WIDTH + 0.05 * (y - HEIGHT / 2.0) / HEIGHT + noise;
        return scaled(rgb >> 16 & 0xff, f) << 16 | scaled(rgb >> 8 & 0xff, f) << 8 | scaled(rgb & 0xff, f);
    }

    /** Distance into the hand, pixels; negative outside. */
    static double depth(double x, double y) {
        double most = -1e9;
        for (double[] c : CAPSULES) {
            double dx = c[2] - c[0];
            double dy = c[3] - c[1];
            double t = ((x - c[0]) * dx + (y - c[1]) * dy) / (dx * dx + dy * dy);
            t = Math.max(0, Math.min(1, t));
            most = Math.max(most, c[4] - Math.hypot(x - c[0] - t * dx, y - c[1] - t * dy));
        }
        return most;
    }

    static int mixed(int a, int b, double share) {
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            rgb = rgb << 8 | (int) Math.rint((1 - share) * (a >> shift & 0xff) + share * (b >> shift & 0xff));
        }
        return rgb;
    }

    private static int scaled(int v, double f) {
        return (int) Math.max(0, Math.min(255, Math.rint(v * f)));
    }
}
