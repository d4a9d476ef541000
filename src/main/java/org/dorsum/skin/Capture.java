package org.dorsum.skin;

/**
 * How well a photo shows the skin of a hand, estimated on the skin itself.
 *
 * @param nativePixelsPerMm resolution of the photo on the hand before it was laid out flat
 * @param noise standard deviation of log-luminance of the photo's own noise, per pixel of the photo, at least 0
 * @param sharpness share of the light's fine variation that reached the file: contrast around a wavelength of 0.4 mm over
 *     that around 1.6 mm, noise removed, dimensionless, at least 0; soft photos are low
 * @param glareFraction share of the dorsum hidden by reflections, 0 … 1
 * @param shadowFraction share of the dorsum in deep shadow, 0 … 1
 * @param level median relative luminance of the dorsum, 0 … 1; 0 where there is no bare, well-lit skin, and then noise,
 *     sharpness and slope are 0 too and mean nothing
 * @param gradientX slope of log-luminance along the hand's x axis, per millimetre: how one-sided the light is
 * @param gradientY the same along the y axis
 * @param softenedMm σ of the blur that the laid-out skin was given afterwards to match a softer photo, 0 for none
 * @param physics noise, blur and compression of the photo
 */
public record Capture(
        double nativePixelsPerMm,
        double noise,
        double sharpness,
        double glareFraction,
        double shadowFraction,
        double level,
        double gradientX,
        double gradientY,
        double softenedMm,
        PhotoPhysics physics) {

    /** Whether enough bare, well-lit skin was there to estimate anything on. */
    public boolean known() {
        return level > 0;
    }

    /**
     * Direction from which more light falls, in the hand's coordinates: degrees from the x axis towards the y axis, −180 …
     * 180. What one photo shows of it: a hand that slopes looks the same as light that falls off.
     */
    public double lightDirectionDegrees() {
        return Math.toDegrees(Math.atan2(gradientY, gradientX));
    }

    /** How one-sided the light is: fall of log-luminance per millimetre along {@link #lightDirectionDegrees}, at least 0. */
    public double lightFallPerMm() {
        return Math.hypot(gradientX, gradientY);
    }

    /** Line pairs per millimetre of skin that the photo shows ({@link PhotoPhysics#linePairsPerMm}). */
    public double linePairsPerMm() {
        return physics.linePairsPerMm(nativePixelsPerMm);
    }
}
