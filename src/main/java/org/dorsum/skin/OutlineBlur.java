package org.dorsum.skin;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.dorsum.image.Filters;
import org.dorsum.image.Mask;
import org.dorsum.image.Plane;
import org.dorsum.image.RgbImage;
import org.dorsum.stats.Quantiles;

/**
 * How blurred a photo is, from the width of its step across the hand's outline, in millimetres.
 *
 * <p>Skin has no known sharpness of its own: fine relief that is missing may be smooth skin or a shaken camera. The outline is
 * a step in the scene whatever the skin is like. Along its normals, the steepest slope within 1.5 mm of the mask's edge is
 * looked for and followed both ways to a tenth of it; the step's height over its slope, over √(2π), is the σ of the Gaussian
 * step of that slope. The median over all points of the outline whose step is at least 40 of 255 is the photo's blur; it
 * contains the roundness of fingers and, where the back of the hand is nearer to the focus than its outline, errs high.
 *
 * @see <a href="https://www.iso.org/standard/71696.html">ISO 12233</a> on resolution from slanted edges
 */
final class OutlineBlur {
    private static final double STEP_MM = 0.5; // between points of the outline
    private static final double SMOOTH_MM = 1; // σ of the mask whose gradient is the normal
    private static final double REACH_MM = 4; // of a profile, to either side: four times the widest step of interest
    private static final double MASK_ERROR_MM = 1.5; // how far the mask's edge may lie from the photo's
    private static final double SPACING = 0.25; // pixels of the photo between samples of a profile
    private static final double FINEST_MM = 0.02; // spacing on photos so fine that a quarter pixel would be less
    private static final double FOOT = 0.1; // of the steepest slope: where a step begins and ends
    private static final double WITHIN_FEET = 0.95; // of a Gaussian step's height that lies between its feet
    private static final double LEAST_STEP = 40; // of 255: below, the ground's own texture makes the slope
    private static final int FEWEST = 60; // points: 3 cm of outline

    private OutlineBlur() {}

    /** The median blur of the outline of {@code hand}; empty if fewer than 60 of its points show a clear step. */
    static OptionalDouble of(RgbImage photo, Mask hand, double pixelsPerMm) {
        double cell = STEP_MM * pixelsPerMm;
        int columns = (int) (hand.width() / cell);
        int rows = (int) (hand.height() / cell);
        if (columns < 3 || rows < 3) {
            return OptionalDouble.empty();
        }
        Plane coarse = Plane.of(
                columns, rows, (x, y) -> hand.at((int) ((x + 0.5) * cell), (int) ((y + 0.5) * cell)) ? 1f : 0f);
        Plane smooth = Filters.gaussian(coarse, SMOOTH_MM / STEP_MM);
        double spacing = Math.max(SPACING, FINEST_MM * pixelsPerMm);
        double[] found = new double[columns * rows];
        int n = 0;
        for (int y = 1; y < rows - 1; y++) {
            for (int x = 1; x < columns - 1; x++) {
                boolean edge = coarse.at(x, y) > 0
                        && (coarse.at(x + 1, y) == 0
                                || coarse.at(x - 1, y) == 0
                                || coarse.at(x, y + 1) == 0
                                || coarse.at(x, y - 1) == 0);
                double gx = smooth.at(x + 1, y) - smooth.at(x - 1, y);
                double gy = smooth.at(x, y + 1) - smooth.at(x, y - 1);
                double length = Math.hypot(gx, gy);
                if (edge && length > 0) {
                    double sigma = step(
                            photo,
                            (x + 0.5) * cell,
                            (y + 0.5) * cell,
                            gx / length * spacing,
                            gy / length * spacing,
                            pixelsPerMm / spacing);
                    if (sigma > 0) {
                        found[n++] = sigma * spacing / pixelsPerMm;
                    }
                }
            }
        }
        return n < FEWEST ? OptionalDouble.empty() : OptionalDouble.of(Quantiles.median(Arrays.copyOf(found, n)));
    }

    /** σ of the step through (x, y) in samples of the profile; 0 if there is none. */
    private static double step(RgbImage photo, double x, double y, double dx, double dy, double samplesPerMm) {
        int half = (int) Math.ceil(REACH_MM * samplesPerMm);
        if (!inside(photo, x - half * dx, y - half * dy) || !inside(photo, x + half * dx, y + half * dy)) {
            return 0;
        }
        Profile profile = new Profile(photo, x, y, dx, dy, half);
        int search = (int) (MASK_ERROR_MM * samplesPerMm);
        int steepest = half;
        for (int i = Math.max(1, half - search); i <= Math.min(2 * half - 1, half + search); i++) {
            if (Math.abs(profile.slope(i)) > Math.abs(profile.slope(steepest))) {
                steepest = i;
            }
        }
        double most = profile.slope(steepest);
        int from = steepest;
        while (from > 1 && profile.slope(from - 1) / most > FOOT) {
            from--;
        }
        int to = steepest;
        while (to < 2 * half - 1 && profile.slope(to + 1) / most > FOOT) {
            to++;
        }
        double height = Math.abs(profile.at(to) - profile.at(from)) / WITHIN_FEET;
        return height >= LEAST_STEP ? height / Math.abs(most) / Math.sqrt(2 * Math.PI) : 0;
    }

    /** Luma along a line, taken where it is asked for: most steps are much narrower than the reach. */
    private static final class Profile {
        private final RgbImage photo;
        private final double x;
        private final double y;
        private final double dx;
        private final double dy;
        private final int half;
        private final double[] taken;

        Profile(RgbImage photo, double x, double y, double dx, double dy, int half) {
            this.photo = photo;
            this.x = x;
            this.y = y;
            this.dx = dx;
            this.dy = dy;
            this.half = half;
            taken = new double[2 * half + 1];
            Arrays.fill(taken, Double.NaN);
        }

        double at(int i) {
            if (Double.isNaN(taken[i])) {
                taken[i] = luma(photo, x + (i - half) * dx, y + (i - half) * dy);
            }
            return taken[i];
        }

        double slope(int i) {
            return (at(i + 1) - at(i - 1)) / 2;
        }
    }

    private static boolean inside(RgbImage photo, double x, double y) {
        return x >= 1 && y >= 1 && x < photo.width() - 2 && y < photo.height() - 2;
    }

    /** Luma (BT.601) between pixels, 0 … 255. */
    private static double luma(RgbImage photo, double x, double y) {
        int x0 = (int) x;
        int y0 = (int) y;
        double fx = x - x0;
        double fy = y - y0;
        return (1 - fy) * ((1 - fx) * luma(photo.packed(x0, y0)) + fx * luma(photo.packed(x0 + 1, y0)))
                + fy * ((1 - fx) * luma(photo.packed(x0, y0 + 1)) + fx * luma(photo.packed(x0 + 1, y0 + 1)));
    }

    private static double luma(int rgb) {
        return 0.299 * (rgb >> 16) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255);
    }
}
