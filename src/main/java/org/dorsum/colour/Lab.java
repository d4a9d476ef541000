package org.dorsum.colour;

/**
 * CIE 1976 L*a*b* under D65, 2° observer: {@code l} 0 (black) … 100 (white), {@code a} green (−) to red (+), {@code b} blue
 * (−) to yellow (+).
 *
 * @see <a href="https://doi.org/10.25039/TR.015.2018">CIE 015:2018 Colorimetry</a>
 */
public record Lab(double l, double a, double b) {
    private static final double WHITE_X = 0.95047; // D65, 2° observer, Y = 1
    private static final double WHITE_Z = 1.08883;
    private static final double EPSILON = 216.0 / 24389; // (6/29)³: below it the cube root becomes a straight line
    private static final double KAPPA = 24389.0 / 27; // (29/3)³

    /** L*a*b* of linear light in sRGB primaries. */
    public static Lab of(LinearRgb c) {
        return of(c.red(), c.green(), c.blue());
    }

    /** L*a*b* of linear light in sRGB primaries (matrix of IEC 61966-2-1). */
    public static Lab of(double red, double green, double blue) {
        double fx = f((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / WHITE_X);
        double fy = f(LinearRgb.luminance(red, green, blue));
        double fz = f((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / WHITE_Z);
        return new Lab(116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz));
    }

    /** The linear light with this L*a*b*; components may leave 0 … 1 for colours no display shows. */
    public LinearRgb toLinearRgb() {
        double fy = (l + 16) / 116;
        double x = inverse(fy + a / 500) * WHITE_X;
        double y = inverse(fy);
        double z = inverse(fy - b / 200) * WHITE_Z;
        return new LinearRgb(
                3.2404542 * x - 1.5371385 * y - 0.4985314 * z,
                -0.9692660 * x + 1.8760108 * y + 0.0415560 * z,
                0.0556434 * x - 0.2040259 * y + 1.0572252 * z);
    }

    /** Chroma C*ab, at least 0. */
    public double chroma() {
        return Math.hypot(a, b);
    }

    /**
     * Individual typology angle, degrees, −90 … 90 for skin: {@code atan((L* − 50) / b*)}; above 55 very light, below −30
     * dark.
     *
     * <p>Defined for b* greater than 0, as skin has; for b* at or below 0 the angle is that of atan2, beyond ±90.
     *
     * @see <a href="https://doi.org/10.1111/j.1467-2494.1991.tb00561.x">Chardon, Cretois, Hourseau 1991</a>
     */
    public double ita() {
        return Math.toDegrees(Math.atan2(l - 50, b));
    }

    private static double f(double t) {
        return t > EPSILON ? Math.cbrt(t) : (KAPPA * t + 16) / 116;
    }

    private static double inverse(double f) {
        double cube = f * f * f;
        return cube > EPSILON ? cube : (116 * f - 16) / KAPPA;
    }
}
