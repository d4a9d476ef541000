package org.dorsum.synth;

import org.dorsum.colour.Lab;
import org.dorsum.colour.LinearRgb;

/**
 * Colour of skin from its pigments: diffuse reflectance as linear light in sRGB primaries under D65, each channel 0 … 1.
 *
 * <p>Two layers. The epidermis absorbs on the way in and out, {@code exp(−2·k·μa·d)}, with melanin {@code μa =
 * 6.6e11·λ^−3.33} per cm; the dermis is a half-space of scattering {@code μs' = 46·(λ/500)^−1.421} per cm whose reflectance
 * is the diffusion formula {@code a' / (1 + 2h(1 − a') + (1 + 2h/3)·√(3(1 − a')))}. Blood is haemoglobin at 150 g/l. The
 * spectrum is integrated against the CIE 1931 observer under D65.
 *
 * @see <a href="https://doi.org/10.1088/0031-9155/58/11/R37">Jacques 2013</a> for melanin, scattering and bloodless tissue
 * @see <a href="https://doi.org/10.1118/1.596777">Farrell, Patterson, Wilson 1992</a> for the reflectance formula
 */
final class SkinOptics {
    private static final double EPIDERMIS_CM = 0.006; // 60 µm on the back of the hand
    private static final double PATH = 1.25; // oblique rays: mean path over thickness, one way
    private static final double OXYGEN = 0.65; // saturation of the blood of the dermis, arteries and veins mixed
    private static final double REFRACTION = 1.4;
    private static final double SURFACE = 0.03; // light the rough surface throws back in all directions, uncoloured
    static final double MOST_MELANIN = 0.8; // volume share of melanosomes
    static final double MOST_BLOOD = 0.16; // volume share of blood
    private static final int MELANIN_STEPS = 128;
    private static final int BLOOD_STEPS = 64;
    private static final float[] TABLE = tabulate();

    private SkinOptics() {}

    private static double dermis(int band, double blood) {
        double lambda = SpectralData.FIRST + SpectralData.STEP * band;
        double base = 0.244 + 85.3 * StrictMath.exp(-(lambda - 154) / 66.2);
        double haemoglobin = OXYGEN * SpectralData.HBO2[band] + (1 - OXYGEN) * SpectralData.HB[band];
        double absorption = blood * 2.303 * haemoglobin * 150 / 64500 + (1 - blood) * base;
        double scattering = 46 * StrictMath.pow(lambda / 500, -1.421);
        double albedo = scattering / (scattering + absorption);
        double n = REFRACTION;
        double internal = -1.440 / (n * n) + 0.710 / n + 0.668 + 0.0636 * n;
        double h = (1 + internal) / (1 - internal);
        double lost = 1 - albedo;
        return albedo / (1 + 2 * h * lost + (1 + 2 * h / 3) * Math.sqrt(3 * lost));
    }

    private static double epidermis(int band, double melanin) {
        double lambda = SpectralData.FIRST + SpectralData.STEP * band;
        double base = 0.244 + 85.3 * StrictMath.exp(-(lambda - 154) / 66.2);
        double absorption = melanin * 6.6e11 * StrictMath.pow(lambda, -3.33) + (1 - melanin) * base;
        return StrictMath.exp(-2 * PATH * absorption * EPIDERMIS_CM);
    }

    /** The colour by the full spectral sum; slow. */
    static LinearRgb spectral(double melanin, double blood) {
        double x = 0;
        double y = 0;
        double z = 0;
        double white = 0;
        for (int i = 0; i < SpectralData.BANDS; i++) {
            double r = (SURFACE + (1 - SURFACE) * epidermis(i, melanin) * dermis(i, blood)) * SpectralData.D65[i];
            x += r * SpectralData.X[i];
            y += r * SpectralData.Y[i];
            z += r * SpectralData.Z[i];
            white += SpectralData.D65[i] * SpectralData.Y[i];
        }
        x /= white;
        y /= white;
        z /= white;
        return new LinearRgb(
                Math.max(3.2404542 * x - 1.5371385 * y - 0.4985314 * z, 1e-4),
                Math.max(-0.9692660 * x + 1.8760108 * y + 0.0415560 * z, 1e-4),
                Math.max(0.0556434 * x - 0.2040259 * y + 1.0572252 * z, 1e-4));
    }

    /** Logarithms of the three channels over the square roots of melanin and blood: smooth enough for linear steps. */
    private static float[] tabulate() {
        float[] table = new float[(MELANIN_STEPS + 1) * (BLOOD_STEPS + 1) * 3];
        for (int m = 0; m <= MELANIN_STEPS; m++) {
            double a = (double) m / MELANIN_STEPS;
            for (int b = 0; b <= BLOOD_STEPS; b++) {
                double c = (double) b / BLOOD_STEPS;
                LinearRgb rgb = spectral(a * a * MOST_MELANIN, c * c * MOST_BLOOD);
                int i = (m * (BLOOD_STEPS + 1) + b) * 3;
                table[i] = (float) -StrictMath.log(rgb.red());
                table[i + 1] = (float) -StrictMath.log(rgb.green());
                table[i + 2] = (float) -StrictMath.log(rgb.blue());
            }
        }
        return table;
    }

    /** Red, green and blue of skin with these volume shares, into {@code rgb}; shares beyond the table count as its ends. */
    static void colour(double melanin, double blood, double[] rgb) {
        double a = Math.sqrt(Fast.clamp(melanin / MOST_MELANIN, 0, 0.999999)) * MELANIN_STEPS;
        double b = Math.sqrt(Fast.clamp(blood / MOST_BLOOD, 0, 0.999999)) * BLOOD_STEPS;
        int i = (int) a;
        int j = (int) b;
        double fa = a - i;
        double fb = b - j;
        int p = (i * (BLOOD_STEPS + 1) + j) * 3;
        int q = p + (BLOOD_STEPS + 1) * 3;
        for (int c = 0; c < 3; c++) {
            double low = TABLE[p + c] + fb * (TABLE[p + 3 + c] - TABLE[p + c]);
            double high = TABLE[q + c] + fb * (TABLE[q + 3 + c] - TABLE[q + c]);
            rgb[c] = Fast.expMinus(low + fa * (high - low));
        }
    }

    /** L*a*b* of skin with these volume shares under D65. */
    static Lab lab(double melanin, double blood) {
        double[] rgb = new double[3];
        colour(melanin, blood, rgb);
        return Lab.of(rgb[0], rgb[1], rgb[2]);
    }

    /** The melanin share at which skin with this blood has the typology angle {@code ita}, degrees; by bisection. */
    static double melaninFor(double ita, double blood) {
        double low = 0;
        double high = MOST_MELANIN;
        for (int i = 0; i < 50; i++) {
            double mid = (low + high) / 2;
            if (lab(mid, blood).ita() > ita) {
                low = mid;
            } else {
                high = mid;
            }
        }
        return (low + high) / 2;
    }
}
