package org.dorsum.skin;

import java.util.List;
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
    private static final Ratio ALONE = new Ratio(new Band(0.06, 0.12), new Band(0.24, 0.48));
    private static final Ratio PAIRED = new Ratio(new Band(0.115, 0.23), new Band(0.306, 0.612));
    private static final double MOST_BLUR_MM = 0.5; // beyond it nothing of a relief band would be left
    private static final double CLOSE = 1.03; // as sharp as: the estimate itself moves by this between equal photos
    private static final int HALVINGS = 7; // of the interval of σ: to 4 µm

    private Sharpness() {}

    static double of(Plane logLuminance, Mask bare, double noise, double nativePixelsPerMm, double pixelsPerMm) {
        return ALONE.of(logLuminance, bare, noise, nativePixelsPerMm, pixelsPerMm, 0);
    }

    /** Contrast of one band over that of another. */
    private record Ratio(Band fine, Band coarse) {
        double of(
                Plane logLuminance,
                Mask bare,
                double noise,
                double nativePixelsPerMm,
                double pixelsPerMm,
                double blurMm) {
            double most = contrast(coarse, logLuminance, bare, noise, nativePixelsPerMm, pixelsPerMm, blurMm);
            return most > 0
                    ? contrast(fine, logLuminance, bare, noise, nativePixelsPerMm, pixelsPerMm, blurMm) / most
                    : 0;
        }

        double of(Plane logLuminance, Skin skin, double blurMm) {
            Capture c = skin.capture();
            Mask bare = skin.usable(Zone.DORSUM);
            return of(logLuminance, bare, c.noise(), c.nativePixelsPerMm(), skin.pixelsPerMm(), blurMm);
        }
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
     * Photos of one hand laid onto each other, each blurred until it is no sharper than the softest. What is compared is
     * contrast around a wavelength of 0.75 mm over that around 2 mm: finer, a photo's own noise is too large a share.
     */
    public static List<Skin> alike(List<Skin> photos) {
        double softest = photos.stream()
                .mapToDouble(s -> PAIRED.of(s.logLuminance(), s, 0))
                .min()
                .orElseThrow();
        return photos.stream().map(s -> lower(s, softest, PAIRED)).toList();
    }

    /**
     * {@code skin} blurred until it is no sharper than {@code sharpness}; itself if it is not, or hardly. The blur's σ is found by
     * bisection on the dorsum.
     */
    public static Skin lower(Skin skin, double sharpness) {
        return lower(skin, sharpness, ALONE);
    }

    private static Skin lower(Skin skin, double sharpness, Ratio ratio) {
        if (skin.usable(Zone.DORSUM).count() == 0 || ratio.of(skin.logLuminance(), skin, 0) <= sharpness * CLOSE) {
            return skin;
        }
        double scale = skin.pixelsPerMm();
        double low = 0;
        double high = MOST_BLUR_MM;
        for (int i = 0; i < HALVINGS; i++) {
            double tried = (low + high) / 2;
            if (ratio.of(Filters.gaussian(skin.logLuminance(), tried * scale), skin, tried) > sharpness) {
                low = tried;
            } else {
                high = tried;
            }
        }
        return blurred(
                skin, (low + high) / 2, Math.min(sharpness, skin.capture().sharpness()));
    }

    private static Skin blurred(Skin skin, double blurMm, double sharpness) {
        double scale = skin.pixelsPerMm();
        Capture c = skin.capture();
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
