package org.dorsum.skin;

import org.dorsum.colour.Logarithm;
import org.dorsum.colour.Srgb;
import org.dorsum.image.Logarithms;
import org.dorsum.image.Plane;

/**
 * The light in which relief is looked for: natural logarithm of red, less a quarter of what green differs from it.
 *
 * <p>Relief is shading and changes all channels by the same factor; blood changes green much and red little, and a quarter of
 * the difference takes out what red still holds of it (blood absorbs about a fifth as much in sRGB's red as in its green).
 * Full unmixing would take off more colour and add more noise than it is worth (docs/validation.md). For grey the result is
 * log-luminance itself.
 */
public final class ReliefLight {
    private static final double GREEN = 0.25;
    private static final double DARKEST = 1e-4; // relative light whose logarithm stands for black

    /** The two terms for each 8-bit sample: a photo has millions of pixels, but 256 of these. */
    private static final double[] RED_TERM = new double[256];

    private static final double[] GREEN_TERM = new double[256];

    static {
        for (int i = 0; i < 256; i++) {
            RED_TERM[i] = redTerm(Srgb.toLinear(i));
            GREEN_TERM[i] = greenTerm(Srgb.toLinear(i));
        }
    }

    /** The same for reading noise: only red and green count. */
    static final NoiseWindows.PixelValue LOG = new NoiseWindows.PixelValue() {
        @Override
        public double ofPacked(int rgb) {
            return RED_TERM[rgb >> 16] - GREEN_TERM[rgb >> 8 & 255];
        }

        @Override
        public double of(double red, double green, double blue) {
            return log(Srgb.toLinear(red), Srgb.toLinear(green));
        }
    };

    private ReliefLight() {}

    /** Relief light of laid-out skin; a change of exposure adds a constant. */
    public static Plane of(Skin skin) {
        Skin.Light light = skin.light();
        return Logarithms.of(light.red(), DARKEST).mixed(1 + GREEN, Logarithms.of(light.green(), DARKEST), -GREEN);
    }

    static double log(double red, double green) {
        return redTerm(red) - greenTerm(green);
    }

    private static double redTerm(double red) {
        return (1 + GREEN) * Logarithm.of(Math.max(DARKEST, red));
    }

    private static double greenTerm(double green) {
        return GREEN * Logarithm.of(Math.max(DARKEST, green));
    }

    static String settings() {
        return "relief light " + GREEN;
    }
}
