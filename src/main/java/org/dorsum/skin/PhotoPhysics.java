package org.dorsum.skin;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What lens, shake and file did to the picture of a hand, estimated on the hand.
 *
 * @param noise of relief light; absent where too little skin is bare
 * @param outlineBlurMm standard deviation of the Gaussian that the photo's steps across the hand's outline are as wide as,
 *     millimetres; median over the outline; absent where the hand has no clear outline against its ground
 * @param blocking steps across the borders of JPEG's blocks over steps elsewhere, 1 for none
 */
public record PhotoPhysics(Optional<NoiseCurve> noise, OptionalDouble outlineBlurMm, double blocking) {
    /** Frequency times σ at which a Gaussian passes a tenth of the contrast: √(ln 10 / 2) / π. */
    private static final double TENTH = Math.sqrt(Math.log(10) / 2) / Math.PI;

    /** Nothing is known. */
    public static final PhotoPhysics UNKNOWN = new PhotoPhysics(Optional.empty(), OptionalDouble.empty(), 1);

    /** Checks the ranges. */
    public PhotoPhysics {
        if (!(blocking >= 0) || (outlineBlurMm.isPresent() && !(outlineBlurMm.getAsDouble() >= 0))) {
            throw new IllegalArgumentException("blur and blocking are at least 0");
        }
    }

    /**
     * Line pairs per millimetre of skin that the photo shows with a tenth of their contrast (Rayleigh's limit, about): what
     * blur passes, at most half the pixels.
     *
     * @param nativePixelsPerMm pixels of the photo per millimetre
     */
    public double linePairsPerMm(double nativePixelsPerMm) {
        double sampled = nativePixelsPerMm / 2;
        return outlineBlurMm.isPresent() && outlineBlurMm.getAsDouble() > 0
                ? Math.min(sampled, TENTH / outlineBlurMm.getAsDouble())
                : sampled;
    }

    /** Width of the narrowest line that the photo shows, millimetres: half a line pair. */
    public double narrowestLineMm(double nativePixelsPerMm) {
        return 0.5 / linePairsPerMm(nativePixelsPerMm);
    }
}
