package org.dorsum.colour;

/**
 * Optical density of skin split into melanin, haemoglobin and shading: {@code −ln(R, G, B) = m·M + h·H + s·(1, 1, 1)}.
 *
 * <p>M and H are the fixed directions of melanin and haemoglobin in the optical density of linear sRGB light, of unit length;
 * the third axis takes what scales all channels alike: shadow, exposure and the lie of the surface. A shadow therefore
 * moves {@code shading} alone; a cast of colour adds the same constants to both pigments everywhere in a photo. Amounts are
 * dimensionless optical densities along the unit vectors; their zero is that of a white surface, and there is no skin without
 * blood, so differences and spreads are what counts.
 *
 * <p>The model is Tsumura's; his directions are those of his camera. These are the derivatives of the sRGB densities of a
 * two-layer skin of ITA 35° (median of all skin tones between very light and tan) to its melanin and its blood, from the published
 * absorption of melanin (Jacques 2013) and haemoglobin (Prahl), 3 % of surface reflection included, under D65 and the CIE 1931
 * observer; a test derives them again. From 58° to 19° they turn by less than 3°. On skin below −10° little blue light is
 * left to absorb: there more melanin reads as more shading and even as less melanin, and whoever looks for spots must not look at
 * melanin alone.
 *
 * @see <a href="https://doi.org/10.1145/882262.882344">Tsumura et al. 2003</a> for the model
 * @see <a href="https://doi.org/10.1088/0031-9155/58/11/R37">Jacques 2013</a> for the absorption of melanin
 */
public record SkinPigment(double melanin, double haemoglobin, double shading) {
    private static final double[] MELANIN = {0.2602, 0.4878, 0.8333};
    private static final double[] HAEMOGLOBIN = {0.2513, 0.7128, 0.6548};
    private static final double DARKEST = 1e-4; // below 1/4 of the darkest 8-bit step: keeps the logarithm finite
    private static final double[][] INVERSE = invert();

    /** Splits the density of linear light, each channel 0 … 1 (values below 1e-4 count as 1e-4). */
    public static SkinPigment of(double red, double green, double blue) {
        double r = density(red);
        double g = density(green);
        double b = density(blue);
        return new SkinPigment(row(0, r, g, b), row(1, r, g, b), row(2, r, g, b));
    }

    /** The same for many pixels at once, a channel an array; the amounts are written to arrays of the same length. */
    public static void split(
            float[] red, float[] green, float[] blue, float[] melanin, float[] haemoglobin, float[] shading) {
        for (int i = 0; i < red.length; i++) {
            double r = density(red[i]);
            double g = density(green[i]);
            double b = density(blue[i]);
            melanin[i] = (float) row(0, r, g, b);
            haemoglobin[i] = (float) row(1, r, g, b);
            shading[i] = (float) row(2, r, g, b);
        }
    }

    private static double density(double light) {
        return -Logarithm.of(Math.max(light, DARKEST));
    }

    /** Splits the density of {@code light}. */
    public static SkinPigment of(LinearRgb light) {
        return of(light.red(), light.green(), light.blue());
    }

    /**
     * The density along the haemoglobin direction that by itself would make this ratio of red to green light, each channel 0 … 1
     * (values below 1e-4 count as 1e-4): {@code ln(R/G) / (H_G − H_R)}. Shading drops out. It contains half of the melanin
     * density too, but no blue light, whose white balance is the least certain: an erythema index.
     *
     * @see <a href="https://doi.org/10.1111/j.1365-2133.1984.tb15579.x">Diffey, Oliver, Farr 1984</a> for the ratio
     */
    public static double redGreen(double red, double green) {
        return Math.log(Math.max(red, DARKEST) / Math.max(green, DARKEST)) / (HAEMOGLOBIN[1] - HAEMOGLOBIN[0]);
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
