package org.dorsum.hand;

/**
 * How well a colour agrees with human skin in general, 0 … 1: a first hint, not a verdict; the photo's own colours decide.
 *
 * <p>A broad bell in (a*, b*) around the skin locus, with soft ends towards black, white, green and blue. Centre and widths
 * were set by hand, wider than skin measured by instruments spreads, because a camera's white balance moves all colours.
 * L* only matters at its ends, so that light and dark skin fare alike.
 *
 * @see <a href="https://doi.org/10.1111/srt.12295">Xiao et al. 2017</a> for skin colours of four groups in CIE L*a*b*
 */
final class SkinPrior {
    private SkinPrior() {}

    /** Agreement of L*, a*, b* with skin, 0 … 1. */
    static float of(float l, float a, float b) {
        double da = (a - 14) / 9;
        double db = (b - 17) / 10;
        return (float) (Math.exp(-0.5 * (da * da + db * db))
                * rise(l, 12, 3) // black carries no hue
                * rise(-l, -94, 2) // nor does clipped white
                * rise(a, 2, 1.5) // skin is never greenish …
                * rise(b, 0, 2)); // … nor bluish
    }

    /** The logistic function: 0 well below {@code middle}, 1 well above it. */
    static double rise(double x, double middle, double width) {
        return 1 / (1 + Math.exp((middle - x) / width));
    }
}
