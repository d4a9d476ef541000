package org.dorsum.skin;

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

    private ReliefLight() {}

    /** Relief light of laid-out skin; a change of exposure adds a constant. */
    public static Plane of(Skin skin) {
        Skin.Light light = skin.light();
        return light.red().with(light.green(), ReliefLight::log);
    }

    static double log(double red, double green) {
        return (1 + GREEN) * Math.log(Math.max(DARKEST, red)) - GREEN * Math.log(Math.max(DARKEST, green));
    }

    static String settings() {
        return "relief light " + GREEN;
    }
}
