package org.dorsum.skin;

import java.util.function.UnaryOperator;
import org.dorsum.hand.Zone;
import org.dorsum.image.Filters;
import org.dorsum.image.Mask;
import org.dorsum.image.Plane;
import org.dorsum.stats.Quantiles;

/**
 * Share of the light's fine variation that a photo shows: robust contrast in the octave around a wavelength of 0.4 mm over
 * that around 1.6 mm, noise removed in energy; dimensionless, at least 0. A treatment that scales all relief alike leaves
 * it where it is; blur lowers it.
 */
public final class Sharpness {
    private static final Band FINE = new Band(0.06, 0.12);
    private static final Band COARSE = new Band(0.24, 0.48);
    private static final double MOST_BLUR_MM = 0.5; // beyond it nothing of a relief band would be left
    private static final int HALVINGS = 7; // of the interval of σ: to 4 µm

    private Sharpness() {}

    static double of(Plane logLuminance, Mask bare, double noise, double nativePixelsPerMm, double pixelsPerMm) {
        double coarse = contrast(COARSE, logLuminance, bare, noise, nativePixelsPerMm, pixelsPerMm);
        return coarse > 0 ? contrast(FINE, logLuminance, bare, noise, nativePixelsPerMm, pixelsPerMm) / coarse : 0;
    }

    private static double contrast(
            Band band, Plane plane, Mask mask, double noise, double nativePixelsPerMm, double pixelsPerMm) {
        double contrast = Quantiles.NORMAL_MAD
                * UsableSkin.medianIn(band.of(plane, pixelsPerMm).map(Math::abs), mask);
        double left = contrast * contrast - noise * noise * band.noiseGain(nativePixelsPerMm);
        return Math.sqrt(Math.max(0, left));
    }

    /**
     * {@code skin} blurred until it is no sharper than {@code sharpness}; itself if it is not. The blur's σ is found by
     * bisection on the dorsum.
     */
    public static Skin lower(Skin skin, double sharpness) {
        Mask bare = skin.usable(Zone.DORSUM);
        if (skin.capture().sharpness() <= sharpness || bare.count() == 0) {
            return skin;
        }
        double low = 0;
        double high = MOST_BLUR_MM * skin.pixelsPerMm();
        for (int i = 0; i < HALVINGS; i++) {
            double sigma = (low + high) / 2;
            double left = of(
                    Filters.gaussian(skin.logLuminance(), sigma),
                    bare,
                    0, // the blur removes what noise there was
                    skin.capture().nativePixelsPerMm(),
                    skin.pixelsPerMm());
            if (left > sharpness) {
                low = sigma;
            } else {
                high = sigma;
            }
        }
        double sigma = (low + high) / 2;
        UnaryOperator<Plane> blur = p -> Filters.gaussian(p, sigma);
        Capture c = skin.capture();
        return new Skin(
                skin.pixelsPerMm(),
                skin.toPhoto(),
                skin.toHand(),
                blur.apply(skin.logLuminance()),
                new Skin.Light(
                        blur.apply(skin.light().red()),
                        blur.apply(skin.light().green()),
                        blur.apply(skin.light().blue())),
                new Skin.Pigment(
                        blur.apply(skin.pigment().melanin()),
                        blur.apply(skin.pigment().haemoglobin())),
                skin.usable(),
                skin.grey(),
                new Capture(
                        c.nativePixelsPerMm(),
                        0,
                        sharpness,
                        c.glareFraction(),
                        c.shadowFraction(),
                        c.level(),
                        c.gradient()));
    }
}
