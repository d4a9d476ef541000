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
    private static final double LEAST_BLUR_MM = 0.01; // a tenth of a pixel: takes nothing off any band
    private static final double CLOSE = 1.03; // as sharp as: the estimate itself moves by this between equal photos
    private static final int HALVINGS = 7; // of the interval of σ: to 4 µm

    private Sharpness() {}

    static double of(Plane logLuminance, Mask bare, double noise, double nativePixelsPerMm, double pixelsPerMm) {
        return of(logLuminance, bare, noise, nativePixelsPerMm, pixelsPerMm, 0);
    }

    private static double of(
            Plane logLuminance, Mask bare, double noise, double nativePixelsPerMm, double pixelsPerMm, double blurMm) {
        double coarse = contrast(COARSE, logLuminance, bare, noise, nativePixelsPerMm, pixelsPerMm, blurMm);
        return coarse > 0
                ? contrast(FINE, logLuminance, bare, noise, nativePixelsPerMm, pixelsPerMm, blurMm) / coarse
                : 0;
    }

    private static double contrast(
            Band band,
            Plane plane,
            Mask mask,
            double noise,
            double nativePixelsPerMm,
            double pixelsPerMm,
            double blurMm) {
        double contrast = Quantiles.NORMAL_MAD
                * UsableSkin.medianIn(band.of(plane, pixelsPerMm).map(Math::abs), mask);
        double left =
                contrast * contrast - noise * noise * band.seenThrough(blurMm).noiseGain(nativePixelsPerMm);
        return Math.sqrt(Math.max(0, left));
    }

    /**
     * {@code skin} blurred until it is no sharper than {@code sharpness}, at most by {@code mostBlurMm} (σ); itself if it is not
     * sharper, or hardly. The blur's σ is found by bisection on the dorsum.
     */
    public static Skin lower(Skin skin, double sharpness, double mostBlurMm) {
        Mask bare = skin.usable(Zone.DORSUM);
        Capture c = skin.capture();
        double scale = skin.pixelsPerMm();
        if (bare.count() == 0
                || !(mostBlurMm > LEAST_BLUR_MM)
                || of(skin.logLuminance(), bare, c.noise(), c.nativePixelsPerMm(), scale) <= sharpness * CLOSE) {
            return skin;
        }
        double low = 0;
        double high = Math.min(MOST_BLUR_MM, mostBlurMm);
        for (int i = 0; i < HALVINGS; i++) {
            double tried = (low + high) / 2;
            Plane blurred = Filters.gaussian(skin.logLuminance(), tried * scale);
            if (of(blurred, bare, c.noise(), c.nativePixelsPerMm(), scale, tried) > sharpness) {
                low = tried;
            } else {
                high = tried;
            }
        }
        double blurMm = (low + high) / 2;
        UnaryOperator<Plane> blur = p -> Filters.gaussian(p, blurMm * scale);
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
                        blur.apply(skin.pigment().haemoglobin()),
                        blur.apply(skin.pigment().shading())),
                skin.usable(),
                skin.grey(),
                new Capture(
                        c.nativePixelsPerMm(),
                        c.noise(),
                        sharpness,
                        c.glareFraction(),
                        c.shadowFraction(),
                        c.level(),
                        c.gradientX(),
                        c.gradientY(),
                        blurMm,
                        c.physics()),
                skin.colour());
    }
}
