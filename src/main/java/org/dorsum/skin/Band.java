package org.dorsum.skin;

import org.dorsum.image.Filters;
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

    /** The band as it was before the plane was blurred with a Gaussian of {@code blurMm}: what of the original it sees. */
    public Band seenThrough(double blurMm) {
        return new Band(Math.hypot(fineMm, blurMm), Math.hypot(coarseMm, blurMm));
    }

    /**
     * Share of the energy of the photo's noise, white per pixel of the photo, that lies in the band, 0 … 1.
     *
     * <p>A photo finer than the plane is averaged onto it: noise is then white on the plane's pixels, and the share is the
     * energy of the difference of the two sampled kernels. A coarser photo is interpolated: its noise is smooth on the
     * plane, and the share grows as it does for continuous kernels, {@code σ₁⁻² + σ₂⁻² − 4 (σ₁² + σ₂²)⁻¹}, which is as the
     * square of its pixels' size, up to all of it.
     */
    public double noiseGain(double nativePixelsPerMm, double pixelsPerMm) {
        double fine = fineMm * pixelsPerMm;
        double coarse = coarseMm * pixelsPerMm;
        double gain = Math.pow(overlap(fine, fine), 2)
                + Math.pow(overlap(coarse, coarse), 2)
                - 2 * Math.pow(overlap(fine, coarse), 2);
        return Math.min(1, gain * Math.pow(pixelsPerMm / nativePixelsPerMm, 2));
    }

    /** Sum of the product of two sampled Gaussians of unit sum, σ in pixels. */
    private static double overlap(double one, double other) {
        int half = (int) Math.ceil(5 * Math.max(one, other));
        double sumOne = 0;
        double sumOther = 0;
        double product = 0;
        for (int i = -half; i <= half; i++) {
            double a = Math.exp(-i * i / (2 * one * one));
            double b = Math.exp(-i * i / (2 * other * other));
            sumOne += a;
            sumOther += b;
            product += a * b;
        }
        return product / (sumOne * sumOther);
    }
}
