package org.dorsum.skin;

import java.util.List;
import org.dorsum.image.Filters;
import org.dorsum.image.Mask;
import org.dorsum.image.Plane;

/**
 * What a plane shows between two Gaussian scales: blurred by the finer σ minus blurred by the coarser one. Sums of bands
 * that join are bands.
 *
 * @param fineMm σ of the finer Gaussian in millimetres, greater than 0
 * @param coarseMm σ of the coarser one, greater than {@code fineMm}
 */
public record Band(double fineMm, double coarseMm) {

    /** Checks the order of the scales. */
    public Band {
        if (!(fineMm > 0 && coarseMm > fineMm && coarseMm < 100)) {
            throw new IllegalArgumentException(
                    "a band lies between two Gaussian scales, not " + fineMm + " … " + coarseMm + " mm");
        }
    }

    /** The band of {@code plane}, in the plane's unit. */
    public Plane of(Plane plane, double pixelsPerMm) {
        return Filters.gaussian(plane, fineMm * pixelsPerMm).minus(Filters.gaussian(plane, coarseMm * pixelsPerMm));
    }

    /**
     * The band of what changes from the wrist to the fingers: both Gaussians are as wide as the finer one across the hand, only
     * along it one is coarser. What runs along the hand (tendons, veins, the bend of its sides) is the same in both and
     * drops out. Pixels off {@code mask} are not seen.
     */
    public Plane alongHand(Plane plane, Mask mask, double pixelsPerMm) {
        double fine = fineMm * pixelsPerMm;
        List<Plane> both = Filters.gaussians(plane, mask, fine, fine, coarseMm * pixelsPerMm);
        return both.get(0).minus(both.get(1));
    }

    /** The band as it was before the plane was blurred with a Gaussian of {@code blurMm}: what of the original it sees. */
    public Band seenThrough(double blurMm) {
        return new Band(Math.hypot(fineMm, blurMm), Math.hypot(coarseMm, blurMm));
    }

    /**
     * Share of the energy of white noise (per pixel of the photo) that lies in the band, 0 … 1:
     * {@code ¼π⁻¹ (σ₁⁻² + σ₂⁻² − 4 (σ₁² + σ₂²)⁻¹)} with σ in pixels of the photo, to whose square 1/12 is added for the
     * smoothing that resampling does (the variance of a unit square).
     *
     * <p>Smooth in the photo's resolution, so that two photos of nearly the same one are treated alike. Up to 15 % low for
     * the roughness band and to a half low for bands below 0.1 mm, where texture already passes for noise in
     * {@link Capture#noise}: taking off too much would be worse (docs/validation.md).
     */
    public double noiseGain(double nativePixelsPerMm) {
        double resampling = 1 / 12.0;
        double fine = Math.pow(fineMm * nativePixelsPerMm, 2) + resampling;
        double coarse = Math.pow(coarseMm * nativePixelsPerMm, 2) + resampling;
        double gain = (1 / fine + 1 / coarse - 4 / (fine + coarse)) / (4 * Math.PI);
        return Math.max(0, Math.min(1, gain));
    }

    /** {@link #noiseGain} of {@link #alongHand}: {@code ¼π⁻¹ σ₁⁻¹ (σ₁⁻¹ + σ₂⁻¹ − 2√2 (σ₁² + σ₂²)^−½)}, σ as there. */
    public double noiseGainAlongHand(double nativePixelsPerMm) {
        double resampling = 1 / 12.0;
        double fine = Math.pow(fineMm * nativePixelsPerMm, 2) + resampling;
        double coarse = Math.pow(coarseMm * nativePixelsPerMm, 2) + resampling;
        double gain = (1 / Math.sqrt(fine) + 1 / Math.sqrt(coarse) - 2 * Math.sqrt(2 / (fine + coarse)))
                / (4 * Math.PI * Math.sqrt(fine));
        return Math.max(0, Math.min(1, gain));
    }
}
