package org.dorsum.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dorsum.colour.Ciede2000;
import org.dorsum.colour.Lab;
import org.dorsum.colour.LinearRgb;
import org.dorsum.image.Mask;
import org.dorsum.image.Morphology;
import org.dorsum.image.Plane;
import org.dorsum.skin.Skin;
import org.dorsum.stats.Quantiles;

/**
 * How a patch differs from the skin in a ring around it: mean light of the patch against the ring's median light.
 *
 * @param de00 colour difference, CIEDE2000
 * @param ita individual typology angle of the patch minus that of the ring, degrees; below 0 for what is darker
 * @param luminance natural logarithm of the ring's luminance over the patch's
 * @param clearness melanin density of the patch above the ring's, medians, over the ring's own robust standard deviation
 * @param edge share of the patch's density that is gone in the ring: 1 for a border, less for what fades out
 * @param densities natural logarithm of ring over patch, red, green and blue
 * @param ring the ring's median light
 */
record SpotContrast(
        double de00,
        double ita,
        double luminance,
        double clearness,
        double edge,
        List<Double> densities,
        LinearRgb ring) {
    private static final double RIM_MM = 0.5; // the spot's own soft edge, left out of the ring
    private static final double RING_MM = 1.5; // outer distance of the ring
    private static final int FEWEST_OWN = 4;
    private static final int FEWEST_RING = 20; // pixels: a third of a square millimetre
    private static final double LEAST_GRAIN = 1e-6; // of density: skin without any is made by formula
    private static final double DARKEST = 1e-4; // relative light that stands for black
    private static final double MOSTLY = 0.4; // of the ring must be plain skin for the rest to be left out

    static String settings() {
        return RIM_MM + " " + RING_MM + " " + MOSTLY;
    }

    /** Contrast of a patch; empty where there is too little skin around it. */
    static Optional<SpotContrast> of(Skin skin, Patch patch, Plane density, Mask usable, Mask plain, Mask hair) {
        double scale = skin.pixelsPerMm();
        Patch wide = patch.withRoom((int) Math.ceil(RING_MM * scale) + 1);
        Mask ring = Morphology.dilate(wide.pixels(), RING_MM * scale)
                .minus(Morphology.dilate(wide.pixels(), RIM_MM * scale));
        Mask bare = seen(wide, usable.minus(hair));
        Mask around = ring.and(bare);
        double near = around.count() == 0 ? 0 : median(values(density, wide, around));
        Mask plainAround = around.and(seen(wide, plain));
        if (plainAround.count() > MOSTLY * around.count()) {
            around = plainAround;
        }
        Mask own = wide.pixels().and(bare);
        if (own.count() < FEWEST_OWN) {
            own = wide.pixels().and(seen(wide, usable));
        }
        if (around.count() < FEWEST_RING || own.count() < FEWEST_OWN) {
            return Optional.empty();
        }
        LinearRgb of = light(skin, wide, own, false);
        LinearRgb to = light(skin, wide, around, true);
        if (!(Math.min(of.luminance(), to.luminance()) > 0)) {
            return Optional.empty();
        }
        Lab one = Lab.of(of);
        Lab other = Lab.of(to);
        double[] ringDensity = values(density, wide, around);
        double level = median(ringDensity);
        double grain = Quantiles.NORMAL_MAD
                * median(
                        Arrays.stream(ringDensity).map(v -> Math.abs(v - level)).toArray());
        double inside = median(values(density, wide, own));
        return Optional.of(new SpotContrast(
                Ciede2000.difference(one, other),
                one.ita() - other.ita(),
                Math.log(to.luminance() / of.luminance()),
                (inside - level) / Math.max(LEAST_GRAIN, grain),
                inside > 0 ? (inside - near) / inside : 0,
                List.of(log(to.red(), of.red()), log(to.green(), of.green()), log(to.blue(), of.blue())),
                to));
    }

    private static double log(double one, double other) {
        return Math.log(Math.max(DARKEST, one) / Math.max(DARKEST, other));
    }

    /**
     * Share of the contrast that has melanin's colour: 1 for melanin alone, 0 for shadow, below 0 for what is bluish.
     *
     * @param direction of melanin on this skin
     */
    double brown(double[] direction) {
        double mean = (direction[0] + direction[1] + direction[2]) / 3;
        double amount = 0;
        double colour = 0;
        double norm = 0;
        for (int c = 0; c < 3; c++) {
            amount += densities.get(c) * direction[c];
            colour += densities.get(c) * (direction[c] - mean);
            norm += (direction[c] - mean) * (direction[c] - mean);
        }
        return amount > 0 && norm > 0 ? colour / norm / amount : 0;
    }

    /**
     * How much more blue than green is missing, against what melanin of the same amount takes: 1 for melanin alone, about 0 for shadow, below 0 for
     * blood, which takes green above all. Blurred away by JPEG's coarser colour in what is smaller than about 2 mm.
     *
     * @param direction of melanin on this skin
     */
    double blueOverGreen(double[] direction) {
        double amount = 0;
        for (int c = 0; c < 3; c++) {
            amount += densities.get(c) * direction[c];
        }
        return amount > 0 ? (densities.get(2) - densities.get(1)) / (direction[2] - direction[1]) / amount : 0;
    }

    private static double[] values(Plane plane, Patch window, Mask where) {
        double[] v = new double[where.count()];
        int n = 0;
        for (int y = 0; y < where.height(); y++) {
            for (int x = 0; x < where.width(); x++) {
                if (where.at(x, y)) {
                    v[n++] = plane.at(window.left() + x, window.top() + y);
                }
            }
        }
        return v;
    }

    private static Mask seen(Patch window, Mask mask) {
        return Mask.of(
                window.pixels().width(),
                window.pixels().height(),
                (x, y) -> mask.contains(window.left() + x, window.top() + y));
    }

    private static LinearRgb light(Skin skin, Patch window, Mask where, boolean median) {
        double[] red = values(skin.light().red(), window, where);
        double[] green = values(skin.light().green(), window, where);
        double[] blue = values(skin.light().blue(), window, where);
        return median
                ? new LinearRgb(median(red), median(green), median(blue))
                : new LinearRgb(mean(red), mean(green), mean(blue));
    }

    private static double mean(double[] v) {
        return Arrays.stream(v).average().orElse(0);
    }

    private static double median(double[] v) {
        return Quantiles.at(v, v.length / 2);
    }
}
