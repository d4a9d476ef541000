package org.dorsum.colour;

/**
 * Optical density of skin split into melanin, haemoglobin and shading: {@code −ln(R, G, B) = m·M + h·H + s·(1, 1, 1)}.
 *
 * <p>M and H are the fixed directions of melanin and haemoglobin in the optical density of linear light, of unit length;
 * the third axis takes what scales all channels alike: shadow, exposure and the lie of the surface. A shadow therefore
 * moves {@code shading} alone. Amounts are dimensionless optical densities along the unit vectors; their zero is arbitrary
 * (there is no skin without blood), so differences and spreads are what counts.
 *
 * @see <a href="https://doi.org/10.1145/882262.882344">Tsumura et al. 2003</a>, whose directions these are
 */
public record SkinPigment(double melanin, double haemoglobin, double shading) {
    private static final double[] MELANIN = {0.4143, 0.3570, 0.8372};
    private static final double[] HAEMOGLOBIN = {0.2988, 0.6838, 0.6657};
    private static final double DARKEST = 1e-4; // below 1/4 of the darkest 8-bit step: keeps the logarithm finite
    private static final double[][] INVERSE = invert();

    /** Splits the density of linear light, each channel 0 … 1 (values below 1e-4 count as 1e-4). */
    public static SkinPigment of(double red, double green, double blue) {
        double r = -Math.log(Math.max(red, DARKEST));
        double g = -Math.log(Math.max(green, DARKEST));
        double b = -Math.log(Math.max(blue, DARKEST));
        return new SkinPigment(row(0, r, g, b), row(1, r, g, b), row(2, r, g, b));
    }

    /** Splits the density of {@code light}. */
    public static SkinPigment of(LinearRgb light) {
        return of(light.red(), light.green(), light.blue());
    }

    /** The linear light that has these amounts. */
    public LinearRgb toLinearRgb() {
        return new LinearRgb(channel(0), channel(1), channel(2));
    }

    private double channel(int i) {
        return Math.exp(-(melanin * MELANIN[i] + haemoglobin * HAEMOGLOBIN[i] + shading));
    }

    private static double row(int i, double r, double g, double b) {
        return INVERSE[i][0] * r + INVERSE[i][1] * g + INVERSE[i][2] * b;
    }

    /** Inverse of the matrix whose columns are M, H and (1, 1, 1), by cofactors. */
    private static double[][] invert() {
        double[][] a = new double[3][3];
        for (int i = 0; i < 3; i++) {
            a[i] = new double[] {MELANIN[i], HAEMOGLOBIN[i], 1};
        }
        double[][] inverse = new double[3][3];
        double determinant = 0;
        for (int i = 0; i < 3; i++) {
            determinant += a[0][i] * cofactor(a, 0, i);
        }
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                inverse[j][i] = cofactor(a, i, j) / determinant;
            }
        }
        return inverse;
    }

    private static double cofactor(double[][] a, int i, int j) {
        int r1 = (i + 1) % 3;
        int r2 = (i + 2) % 3;
        int c1 = (j + 1) % 3;
        int c2 = (j + 2) % 3;
        return a[r1][c1] * a[r2][c2] - a[r1][c2] * a[r2][c1];
    }
}
